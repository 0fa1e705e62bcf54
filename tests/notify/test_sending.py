"""Messages arrive once, at real servers that fail, hang or are busy; no secret is left behind."""

import hashlib
import hmac
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from harness.language.notify import QuietHours, WeeklyMoment
from harness.notify import bounded
from harness.notify.outbox import Message, Outbox
from harness.notify.quiet import held_until, last_digest
from harness.notify.telling import Telling, send
from tests.reports.cx.records import BEGAN, broken, fine

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


def test_the_receiver_knows_by_its_signature_that_it_is_ours(tmp_path: Path) -> None:
    with hook() as server:
        tell(tmp_path, to(server, more=', signature: "${secret.HOOK_KEY}"'))

    (posted,) = server.posted
    digest = hmac.new(SECRETS["HOOK_KEY"].encode(), posted.body.encode(), hashlib.sha256).hexdigest()
    assert posted.headers["x-shopper-signature-256"] == f"sha256={digest}"


@pytest.mark.parametrize(
    "trouble",
    [Answer(500), Answer(429, headers={"Retry-After": "1"}), Answer(503, headers={"Retry-After": "junk"})],
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


def test_a_secret_that_nobody_provides_is_named(tmp_path: Path) -> None:
    with hook() as server:
        (said,) = tell(tmp_path, to(server), HOOK="")

    assert said.startswith('team: not sent, nobody provides the secret "HOOK": set it in the environment.')


def test_what_falls_into_quiet_hours_is_sent_after_them(tmp_path: Path) -> None:
    quiet = ", quiet hours: 22:00-07:00"
    with hook() as server:
        (said,) = tell(tmp_path, to(server, more=quiet), now=BEGAN)
        still = [line.text for line in send(desk(tmp_path, to(server, more=quiet), now=BEGAN))]
        morning = BEGAN.replace(hour=7, minute=1)
        (sent,) = (line.text for line in send(desk(tmp_path, to(server, more=quiet), now=morning)))

    assert said.startswith("team: waits until 2026-11-21 ")
    assert still == [said]
    assert sent.startswith("team: sent: ")


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("23:30", "07:00 tomorrow"),
        ("06:59", "07:00"),
        ("07:00", None),
        ("21:59", None),
        ("22:00", "07:00 tomorrow"),
    ],
)
def test_quiet_hours_go_over_midnight(now: str, until: str | None) -> None:
    clock = datetime.strptime(now, "%H:%M").time()  # noqa: DTZ007 -- a time of the day
    at = datetime.combine(BEGAN.date(), clock, UTC)
    found = held_until(at, QuietHours(clock.replace(22, 0), clock.replace(7, 0)), UTC)

    told = f"{found:%H:%M}{' tomorrow' if found.date() > at.date() else ''}" if found else None
    assert told == until


def test_the_week_is_told_once_at_its_moment(tmp_path: Path) -> None:
    weekly = ", when: weekly, digest: Monday 08:00"
    monday = datetime(2026, 11, 23, 8, 5, tzinfo=UTC)
    with hook() as server:
        first = tell(tmp_path, to(server, more=weekly), now=monday)
        again = tell(tmp_path, to(server, more=weekly), now=monday + timedelta(days=3))
        next_week = tell(tmp_path, to(server, more=weekly), now=monday + timedelta(days=7))

    assert [said[0].partition(": ")[2].partition(":")[0] for said in (first, again, next_week)] == [
        "sent",
        "was told this already",
        "sent",
    ]
    assert server.posted[0].told["is_digest"] is True
    assert server.posted[0].told["title"] == "Linden Lane: the week to 23 November"


def test_the_newest_moment_of_the_week_is_at_or_before_now() -> None:
    moment = WeeklyMoment(0, BEGAN.time().replace(hour=8))
    assert last_digest(datetime(2026, 11, 23, 7, 59, tzinfo=UTC), moment, UTC).day == 16
    assert last_digest(datetime(2026, 11, 23, 8, 0, tzinfo=UTC), moment, UTC).day == 23


def test_news_that_is_a_week_old_is_given_up(tmp_path: Path) -> None:
    with hook(Answer(404)) as server:
        tell(tmp_path, to(server))
        old = kept(tmp_path).model_copy(update={"made_at": datetime.now(UTC) - timedelta(days=8)})
        Outbox(tmp_path / "reports").write(old)
        (said,) = (line.text for line in send(desk(tmp_path, to(server))))

    assert said.startswith("team: given up after 7 days, 127.0.0.1 refused it with 404")
    assert kept(tmp_path).letter is None


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
        said = [
            line.text for line in Telling(at, made(at.reports, [broken(), fine(broken()[0].journey)])).tell()
        ]

    assert said == [f"ci: written: {tmp_path}/build/journeys.xml", f"md: written: {tmp_path}/night.md"]
    assert "Customers cannot apply a promo code" in (tmp_path / "night.md").read_text()
