"""Messages arrive once, at real servers that fail, hang or are busy; no secret is left behind."""

import hashlib
import hmac
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from harness.notify import bounded
from harness.notify.outbox import Message, Outbox
from harness.notify.sending import send_waiting
from harness.notify.telling import Telling, send
from tests.reports.cx.records import broken, fine
from tests.rough_servers import self_signed, talking

from .desks import SECRETS, channels, desk
from .nights import RUN, life, made
from .servers import Answer, Hook, hook

NEW = "Linden Lane: new: Customers cannot apply a promo code"


def tell(folder: Path, lines: str, *asked: str, weekly: bool = False, **more: Any) -> list[str]:
    """Tell of a night with one new finding and return what is said about it."""
    told = Telling(desk(folder, lines, **more), made(folder / "reports", [broken()], life(7, "new")))
    return [line.text for line in told.tell(asked, weekly=weekly)]


def to(server: Hook, kind: str = "webhook", more: str = "") -> str:
    return channels(team=f'kind: {kind}, url: "{server.address}/${{secret.HOOK}}"{more}')


def kept(folder: Path) -> Message:
    (file,) = (folder / "reports/outbox").glob("*.json")
    return Message.model_validate_json(file.read_text())


def all_written(folder: Path) -> str:
    return "".join(path.read_text() for path in (folder / "reports").rglob("*") if path.is_file())


def test_news_is_sent_once(tmp_path: Path) -> None:
    with hook() as server:
        first, second = tell(tmp_path, to(server)), tell(tmp_path, to(server))

    assert first[0].startswith(f"team: sent: {NEW}")
    assert second[0].startswith(f"team: was told this already: {NEW}")
    (posted,) = server.posted
    assert posted.path == f"/{SECRETS['HOOK']}"
    assert posted.told["findings"][0]["number"] == 7
    assert posted.headers["idempotency-key"] == f"{RUN}--team"


def test_nothing_new_is_not_sent_and_says_so(tmp_path: Path) -> None:
    with hook() as server:
        at = desk(tmp_path, to(server))
        said = [line.text for line in Telling(at, made(at.reports, [broken()], life(7, "again"))).tell()]

    assert said == ["team: nothing new, nothing sent."]
    assert server.posted == []


def test_what_an_earlier_run_met_and_nobody_was_told_is_told_once(tmp_path: Path) -> None:
    before = tmp_path / "reports/before"
    before.mkdir(parents=True)
    with hook() as server:
        at = desk(tmp_path, to(server))
        tell_of = [life(7, "again"), life(8, "not met", fingerprints=("8",))]
        first = Telling(at, made(at.reports, [broken()], *tell_of)).tell()
        said = [line.text for line in first]
        then = Telling(at, made(at.reports, [broken()], *tell_of, name="2026-11-22-0200")).tell()
        said += [line.text for line in then]
        back = life(7, "again", reopened=1)
        again = Telling(at, made(at.reports, [broken()], back, name="2026-11-23-0200")).tell()
        said += [line.text for line in again]

    assert [line.partition(": Customers")[0] for line in said] == [
        "team: sent: Linden Lane: new",
        "team: nothing new, nothing sent.",
        "team: sent: Linden Lane: back again",
    ]


def test_the_receiver_knows_by_its_signature_that_it_is_ours(tmp_path: Path) -> None:
    with hook() as server:
        tell(tmp_path, to(server, more=', signature: "${secret.HOOK_KEY}"'))

    (posted,) = server.posted
    digest = hmac.new(SECRETS["HOOK_KEY"].encode(), posted.body.encode(), hashlib.sha256).hexdigest()
    assert posted.headers["x-shopper-signature-256"] == f"sha256={digest}"


@pytest.mark.parametrize(
    "trouble",
    [Answer(500), Answer(429, headers={"Retry-After": "1"}), Answer(503, headers={"Retry-After": "\u00b2"})],
)
def test_who_is_busy_is_asked_again_at_once(tmp_path: Path, trouble: Answer) -> None:
    with hook(trouble, Answer()) as server:
        said = tell(tmp_path, to(server))

    assert said[0].startswith("team: sent: ")
    assert len(server.posted) == 2


@pytest.mark.parametrize(
    ("trouble", "why", "attempts"),
    [
        (Answer(500), "127.0.0.1 answered 500", 3),
        (Answer(404), "127.0.0.1 refused it with 404", 1),
        (Answer(302, headers={"Location": "/elsewhere"}), "127.0.0.1 leads on to another address", 1),
        (Answer(429, headers={"Retry-After": "3600"}), "127.0.0.1 answered 429", 1),
    ],
)
def test_what_was_not_taken_is_kept_and_sent_with_the_next_run(
    tmp_path: Path, trouble: Answer, why: str, attempts: int
) -> None:
    with hook(trouble) as server:
        (said,) = tell(tmp_path, to(server))
        paths = [posted.path for posted in server.posted]
    message = kept(tmp_path)
    with hook() as server:
        later = datetime.now(UTC) + timedelta(hours=2)
        (then,) = (line.text for line in send(desk(tmp_path, to(server), now=later)))

    assert said.startswith(f"team: not sent, {why}")
    assert paths == [f"/{SECRETS['HOOK']}"] * attempts
    assert (message.state, message.attempts) == ("waiting", 1)
    assert then.startswith("team: sent: ")
    assert len(server.posted) == 1


@pytest.mark.parametrize("asked", ["999999999999", "9" * 400, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_nobody_is_left_alone_for_longer_than_news_is_news(tmp_path: Path, asked: str) -> None:
    with hook(Answer(429, headers={"Retry-After": asked})) as server:
        (said,) = tell(tmp_path, to(server))

    assert said.startswith("team: not sent, 127.0.0.1 answered 429. It is kept")
    waits_until = kept(tmp_path).not_before
    assert waits_until
    assert waits_until < datetime.now(UTC) + timedelta(days=8)


def test_what_fails_by_a_defect_of_ours_does_not_hold_up_what_waits_behind_it(tmp_path: Path) -> None:
    def deliver(message: Message) -> str:
        if message.id == "first":
            raise RuntimeError("with a secret")
        return ""

    outbox = Outbox(tmp_path)
    for name in ("first", "second"):
        outbox.put(Message(id=name, channel=name, subject="News", letter=None, made_at=datetime.now(UTC)))
    said = [
        line.text for line in send_waiting(outbox, deliver, lambda _message: None, lambda _message: False)
    ]

    failed = "the harness failed with RuntimeError. It is kept, and sent with the next run"
    assert said == [f"first: not sent, {failed}: News", "second: sent: News"]


def test_whom_a_busy_receiver_asks_to_wait_long_waits_so_long(tmp_path: Path) -> None:
    with hook(Answer(429, headers={"Retry-After": "3600"})) as server:
        tell(tmp_path, to(server))
        (said,) = (line.text for line in send(desk(tmp_path, to(server), now=datetime.now(UTC))))

    assert said.startswith("team: waits until ")
    assert len(server.posted) == 1


def test_a_receiver_that_hangs_does_not_hold_up_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "WHOLE_S", 0.3)
    with hook(Answer(delay_s=3)) as server:
        (said,) = tell(tmp_path, to(server))

    assert said.startswith("team: not sent, 127.0.0.1 did not answer in time. It is kept")
    assert len(server.posted) <= 1  # it may have been taken


def test_a_file_that_is_no_message_is_told(tmp_path: Path) -> None:
    with hook() as server:
        tell(tmp_path, to(server))
        (tmp_path / "reports/outbox/torn.json").write_text("{")
        (said,) = (line.text for line in send(desk(tmp_path, to(server))))

    assert said == f"{tmp_path}/reports/outbox/torn.json cannot be read, and is not sent. Delete it."


def test_a_server_that_cannot_prove_who_it_is_is_sent_nothing(tmp_path: Path) -> None:
    with talking({}, certificate=self_signed(tmp_path)) as address:
        (said,) = tell(tmp_path, to(Hook(address, [])))

    assert said.startswith("team: not sent, 127.0.0.1 cannot prove that it is 127.0.0.1. It is kept")


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with hook() as server:
        gone = server.address
    (said,) = tell(tmp_path, to(Hook(gone, [])))

    assert said.startswith("team: not sent, 127.0.0.1 cannot be reached. It is kept")


def test_no_secret_is_in_the_outbox_nor_in_what_is_said(tmp_path: Path) -> None:
    page = f"The page says {SECRETS['HOOK']} and {SECRETS['HOOK_KEY']}."
    with hook(Answer(500)) as server:
        lines = to(server, more=', signature: "${secret.HOOK_KEY}"')
        told = Telling(
            desk(tmp_path, lines), made(tmp_path / "reports", [broken()], life(7, "new", detail=page))
        )
        said = " ".join(line.text for line in told.tell())

    for secret in (SECRETS["HOOK"], SECRETS["HOOK_KEY"]):
        assert secret not in all_written(tmp_path) + said
    assert "The page says •••••" in all_written(tmp_path)


def test_no_secret_is_in_a_file_that_is_written(tmp_path: Path) -> None:
    lines = to(Hook("http://127.0.0.1:9", []), more="}\n    md: {kind: markdown, file: reports/night.md")
    told = life(7, "new", detail=f"The page says {SECRETS['HOOK']}.")
    list(Telling(desk(tmp_path, lines), made(tmp_path / "reports", [broken()], told)).tell())

    assert "The page says •••••" in (tmp_path / "reports/night.md").read_text()


def test_a_secret_that_nobody_provides_is_named(tmp_path: Path) -> None:
    with hook() as server:
        (said,) = tell(tmp_path, to(server), HOOK="")

    assert said.startswith('team: not sent, nobody provides the secret "HOOK": set it in the environment.')


def test_news_that_is_a_week_old_is_given_up_and_told_anew_if_it_is_still_met(tmp_path: Path) -> None:
    (tmp_path / "reports/before").mkdir(parents=True)
    with hook(Answer(404)) as server:
        tell(tmp_path, to(server))
        old = kept(tmp_path).model_copy(update={"made_at": datetime.now(UTC) - timedelta(days=8)})
        Outbox(tmp_path / "reports").write(old)
        (said,) = (line.text for line in send(desk(tmp_path, to(server))))

    assert said.startswith("team: given up after 7 days, 127.0.0.1 refused it with 404")
    assert kept(tmp_path).letter is None
    with hook() as server:
        at = desk(tmp_path, to(server))
        anew = Telling(at, made(at.reports, [broken()], life(7, "again"), name="2026-11-29-0200")).tell()
        assert [line.text.partition(": Customers")[0] for line in anew] == ["team: sent: Linden Lane: new"]


def test_only_the_channels_asked_for_are_told(tmp_path: Path) -> None:
    with hook() as server:
        url = f'url: "{server.address}/${{secret.HOOK}}"'
        lines = channels(one=f"kind: slack, {url}", two=f"kind: teams, {url}")
        said = tell(tmp_path, lines, "two")

    assert [line.partition(":")[0] for line in said] == ["two"]
    assert server.posted[0].told["type"] == "message"


SENDER = """
import sys
from pathlib import Path
from harness.notify.telling import Telling
from tests.notify.desks import desk
from tests.notify.nights import life, made
from tests.reports.cx.records import broken

folder, lines = Path(sys.argv[1]), sys.argv[2]
telling = Telling(desk(folder, lines), made(folder / "reports", [broken()], life(7, "new")))
print([line.text for line in telling.tell()])
"""


def test_two_processes_send_it_once(tmp_path: Path) -> None:
    with hook(Answer(delay_s=0.5)) as server:
        started = [
            subprocess.Popen(
                [sys.executable, "-c", SENDER, str(tmp_path), to(server)], stdout=subprocess.PIPE, text=True
            )
            for _ in range(2)
        ]
        said = [process.communicate(timeout=60)[0] for process in started]

    assert [process.returncode for process in started] == [0, 0]
    assert sum("team: sent: " in each for each in said) == 1
    assert len(server.posted) == 1


def test_files_are_written_each_time(tmp_path: Path) -> None:
    lines = channels(ci="kind: junit, file: build/journeys.xml", md="kind: markdown, file: night.md")
    at = desk(tmp_path, lines)
    for _ in range(2):
        judged = [broken(), fine(broken()[0].journey)]
        said = [line.text for line in Telling(at, made(at.reports, judged, life(7, "again"))).tell()]

    assert said == [f"ci: written: {tmp_path}/build/journeys.xml", f"md: written: {tmp_path}/night.md"]
    assert "Customers cannot apply a promo code" in (tmp_path / "night.md").read_text()
