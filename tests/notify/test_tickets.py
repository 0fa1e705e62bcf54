"""A finding becomes one ticket, which hears when it comes back and when it is gone."""

import base64
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from harness.findings.model import Decision
from harness.history.book import history_place
from harness.history.history import open_history
from harness.notify import posting
from harness.notify.keeping import keeping_in, tickets_in
from harness.notify.outbox import Message, Outbox
from harness.notify.telling import Telling
from harness.notify.tickets import NotKeptError
from harness.record.folder import RunFolder
from tests.reports.cx.records import broken, run

from .desks import SECRETS, desk
from .nights import RUN, life, made
from .servers import Answer, Hook, Posted, hook

JIRA = """
tickets:
  form: jira
  address: {address}
  create: /rest/api/3/issue
  comment: /rest/api/3/issue/${{ticket}}/comment
  reopen: /rest/api/3/issue/${{ticket}}/transitions
  answer: key
  user: qa@shop.example
  password: ${{secret.JIRA_TOKEN}}
  fields: {{project: SHOP, type: Bug, transition: "11"}}
"""
IMPATIENT = httpx.Timeout(10, read=0.3)
"""The time begins when all is posted: however slow this machine is, the server was told."""
WITH_PAGE = JIRA + "  page: https://shop.atlassian.net/browse/${{ticket}}\n"
PLAIN = """
tickets:
  address: {address}
  create: /tickets
  answer: ticket.number
  password: ${{secret.JIRA_TOKEN}}
  only: {{severity: [blocker, critical]}}
"""


def like_jira(posted: Posted) -> Answer:
    """Answer as the public description of Jira Cloud's REST API, version 3, says."""
    match posted.path.split("/")[4:]:
        case ["issue"]:
            fields = posted.told["fields"]
            is_issue = fields["project"] == {"key": "SHOP"} and fields["issuetype"] == {"name": "Bug"}
            is_short = 0 < len(fields["summary"]) < 255 and "\n" not in fields["summary"]
            if is_issue and is_short and is_document(fields["description"]):
                return Answer(201, '{"id": "10000", "key": "SHOP-24", "self": "https://x/issue/10000"}')
        case ["issue", "SHOP-24", "comment"] if is_document(posted.told["body"]):
            return Answer(201, '{"id": "10001"}')
        case ["issue", "SHOP-24", "transitions"] if posted.told == {"transition": {"id": "11"}}:
            return Answer(204, "")
    return Answer(400, '{"errorMessages": ["wrong"]}')


def is_document(node: Any) -> bool:
    """Whether something is text in the Atlassian Document Format."""
    inside = {"doc": {"paragraph", "bulletList"}, "bulletList": {"listItem"}, "listItem": {"paragraph"}}
    inside["paragraph"] = {"text"}
    if node["type"] == "text":
        return bool(node["text"]) and all(mark == {"type": "strong"} for mark in node.get("marks", []))
    is_fit = node["type"] != "doc" or node["version"] == 1
    children = node["content"]
    return is_fit and all(child["type"] in inside[node["type"]] and is_document(child) for child in children)


def tell(folder: Path, lines: str, server: Hook, *lives: Any, **more: Any) -> list[str]:
    at = desk(folder, lines.format(address=server.address), **more)
    return [line.text for line in Telling(at, made(at.reports, [broken()], *lives)).tell()]


def test_a_new_finding_becomes_one_ticket_whose_name_is_kept(tmp_path: Path) -> None:
    kept: list[Decision] = []
    with hook(choose=like_jira) as server:
        first = tell(tmp_path, JIRA, server, life(12, "new"), decide=kept.append)
        second = tell(tmp_path, JIRA, server, life(12, "new"), decide=kept.append)

    assert first == ["tickets: sent: create a ticket for finding 12 (SHOP-24)"]
    assert second == []
    (posted,) = server.posted
    login = base64.b64encode(f"qa@shop.example:{SECRETS['JIRA_TOKEN']}".encode()).decode()
    assert posted.headers["authorization"] == f"Basic {login}"
    (decision,) = kept
    assert (decision.number, decision.ticket, decision.by) == (12, "SHOP-24", "harness notify")


def test_a_ticket_hears_when_its_finding_is_back(tmp_path: Path) -> None:
    with hook(choose=like_jira) as server:
        said = tell(tmp_path, JIRA, server, life(12, "reopened", ticket="SHOP-24"))

    assert said == ["tickets: sent: comment SHOP-24", "tickets: sent: reopen SHOP-24"]


def test_a_ticket_that_was_given_as_an_address_is_called_by_its_name(tmp_path: Path) -> None:
    address = "https://shop.atlassian.net/browse/SHOP-24"
    with hook(choose=like_jira) as server:
        plain = tell(tmp_path, JIRA, server, life(12, "reopened", ticket=address))
        copied = tell(tmp_path, WITH_PAGE, server, life(13, "reopened", ticket=f"{address}?focus=10001"))

    assert plain == copied == ["tickets: sent: comment SHOP-24", "tickets: sent: reopen SHOP-24"]


def test_where_people_look_at_a_ticket_is_kept_with_its_finding(tmp_path: Path) -> None:
    kept: list[Decision] = []
    with hook(choose=like_jira) as server:
        tell(tmp_path, WITH_PAGE, server, life(12, "new"), decide=kept.append)

    assert [decision.ticket for decision in kept] == ["https://shop.atlassian.net/browse/SHOP-24"]


def test_a_ticket_hears_when_its_finding_is_gone(tmp_path: Path) -> None:
    with hook(choose=like_jira) as server:
        said = tell(tmp_path, JIRA, server, life(12, "verified", ticket="SHOP-24"))

    assert said == ["tickets: sent: comment SHOP-24"]
    assert "Fixed: " in str(server.posted[0].told)


def test_what_is_met_and_has_no_ticket_gets_one_whenever_it_was_met_first(tmp_path: Path) -> None:
    (tmp_path / "reports/before").mkdir(parents=True)
    with hook(choose=like_jira) as server:
        said = tell(tmp_path, JIRA, server, life(12, "again"), life(13, "not met", fingerprints=("13",)))

    assert said == ["tickets: sent: create a ticket for finding 12 (SHOP-24)"]


def test_a_ticket_that_was_given_up_is_asked_for_again(tmp_path: Path) -> None:
    with hook(Answer(500)) as server:
        tell(tmp_path, JIRA, server, life(12, "new"))
    outbox = Outbox(tmp_path / "reports")
    (message,) = outbox.unsent()
    outbox.write(message.model_copy(update={"state": "given up", "letter": None}))
    with hook(choose=like_jira) as server:
        said = tell(tmp_path, JIRA, server, life(12, "reopened"))

    assert said == ["tickets: sent: create a ticket for finding 12 (SHOP-24)"]


@pytest.mark.parametrize("change", ["again", "not met", "not tried"])
def test_of_what_is_not_new_nothing_is_said(tmp_path: Path, change: str) -> None:
    with hook(choose=like_jira) as server:
        tell(tmp_path, JIRA, server, life(12, change, ticket="SHOP-24"))

    assert server.posted == []


def test_any_ticket_system_may_be_told(tmp_path: Path) -> None:
    kept: list[Decision] = []
    with hook(Answer(201, '{"ticket": {"number": 815}}')) as server:
        said = tell(tmp_path, PLAIN, server, life(12, "new"), decide=kept.append)

    assert said == ["tickets: sent: create a ticket for finding 12 (815)"]
    assert server.posted[0].headers["authorization"] == f"Bearer {SECRETS['JIRA_TOKEN']}"
    assert kept[0].ticket == "815"


def test_an_answer_that_does_not_name_the_ticket_is_told(tmp_path: Path) -> None:
    with hook(Answer(201, "made it")) as server:
        (said,) = tell(tmp_path, PLAIN, server, life(12, "new"))

    remedy = "Say: harness finding 12 --ticket NAME"
    assert said.endswith(f'(the answer does not say at "ticket.number" what the ticket is called. {remedy})')


def test_a_name_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    def decide(_decision: Decision) -> None:
        raise NotKeptError("it is locked")

    with hook(choose=like_jira) as server:
        (said,) = tell(tmp_path, JIRA, server, life(12, "new"), decide=decide)

    remedy = "Say: harness finding 12 --ticket SHOP-24"
    assert said.endswith(f"(it is called SHOP-24, which could not be kept: it is locked. {remedy})")


def test_no_ticket_is_made_twice_where_nobody_knows_whether_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posting, "_TIMEOUT", IMPATIENT)
    with hook(Answer(delay_s=1)) as server:
        said = [tell(tmp_path, JIRA, server, life(12, "new")) for _ in range(2)]

    told = "tickets: a ticket may have been made, 127.0.0.1 did not answer in time. Look for it, and say:"
    assert said == [[f"{told} harness finding 12 --ticket NAME"]] * 2
    assert len(server.posted) == 1


@pytest.fixture
def unsure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Message:
    """A ticket of finding 12 that may have been made."""
    with monkeypatch.context() as patched, hook(Answer(delay_s=1)) as server:
        patched.setattr(posting, "_TIMEOUT", IMPATIENT)
        tell(tmp_path, JIRA, server, life(12, "new"))
    (message,) = Outbox(tmp_path / "reports").unsent()
    return message


def test_who_has_named_the_ticket_is_not_told_to_look_for_it_any_more(
    tmp_path: Path, unsure: Message
) -> None:
    with hook(choose=like_jira) as server:
        named = {12: "SHOP-24"}
        said = tell(tmp_path, JIRA, server, life(12, "again", ticket="SHOP-24"), ticket_of=named.__getitem__)

    assert said == []
    assert list(Outbox(tmp_path / "reports").unsent()) == []
    assert unsure.state == "unsure"


def test_a_ticket_that_nobody_looked_for_in_a_week_is_given_up(tmp_path: Path, unsure: Message) -> None:
    old = unsure.model_copy(update={"made_at": datetime.now(UTC) - timedelta(days=8)})
    Outbox(tmp_path / "reports").write(old)

    with hook(choose=like_jira) as server:
        said = [tell(tmp_path, JIRA, server, life(12, "new")) for _ in range(2)]

    told = "tickets: given up after 7 days, 127.0.0.1 did not answer in time: create a ticket for finding 12"
    assert said == [[told], []]
    assert server.posted == []  # it may be there


def test_what_a_ticket_is_called_stands_in_the_history(tmp_path: Path) -> None:
    reports, judged = tmp_path / "reports", [broken()]
    record, folder = run(judged), RunFolder(reports / RUN)
    folder.write_run(record)
    history = open_history(history_place("", reports), reports)
    lives = history.keep(folder, record, judged).lives

    with hook(choose=like_jira) as server:
        tell(tmp_path, JIRA, server, *lives, decide=keeping_in(reports))

    assert [(known.number, known.ticket) for known in history.lives()] == [(lives[0].number, "SHOP-24")]
    assert tickets_in(reports)(lives[0].number) == "SHOP-24"
