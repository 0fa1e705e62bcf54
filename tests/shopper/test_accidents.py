"""Pages and browsers die, tabs close themselves, dialogs open: the walk goes on, or says what happened."""

import os
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from harness.record import Friction
from tests.killing import kill_browsers, kill_pages, stop_browsers
from tests.rough_servers import Reply, page, talking
from tests.shopper.test_troubles import DONE, HOME, go_on, next_visit_is_fine, open_it, trouble_of
from tests.walking import Walked, Walker

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

pytestmark = pytest.mark.usefixtures("all_evidence")

ASKS = page(f"{HOME}<button onclick=\"fetch('/accident')\">Go</button>")
needs_proc = pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are found in /proc")


def accident(happens: Callable[[], object]) -> Reply:
    def reply(_talk: socket.socket, _path: str, _over: Event) -> None:
        happens()

    return reply


def dialogs_of(walked: Walked) -> list[Friction]:
    return [each for step in walked.record.steps for each in step.friction if each.kind == "dialog"]


@needs_proc
@pytest.mark.parametrize(
    ("happens", "kind", "message"),
    [
        (kill_pages, "page crashed", "the page crashed"),
        (kill_browsers, "browser lost", "the browser was gone"),
    ],
    ids=["page", "browser"],
)
def test_what_dies_is_told_and_the_next_visit_is_fine(
    walker: Walker, happens: Callable[[], None], kind: str, message: str
) -> None:
    walker.patience_ms = 20_000
    with talking({"/": ASKS, "/accident": accident(happens)}) as address:
        walked = go_on(walker, address)
    assert (trouble_of(walked).kind, trouble_of(walked).message) == (kind, message)
    assert next_visit_is_fine(walker)


@needs_proc
@pytest.mark.long
def test_a_browser_that_stands_still_is_not_the_sites_fault(walker: Walker) -> None:
    stopped: list[int] = []
    stand_still = accident(lambda: stopped.extend(stop_browsers()))
    with talking({"/": ASKS, "/accident": stand_still}) as address:
        try:
            walked = go_on(walker, address)
        finally:
            for pid in stopped:
                os.kill(pid, signal.SIGKILL)
    assert (trouble_of(walked).kind, trouble_of(walked).message) == (
        "browser lost",
        "the browser no longer answered",
    )
    assert next_visit_is_fine(walker)


PAYMENT = "<title>Payment</title><h1>Pay here</h1><button onclick='{}'>All right</button>"
OPENER = (
    "<a href=/pay target=pay>Go</a><script>"
    "var paid = () => "
    "document.body.insertAdjacentHTML('beforeend', '<h1>Done</h1>')</script>"
)
PAID = "opener.paid();"


@pytest.mark.parametrize(
    "closing",
    [
        f"{PAID} window.close()",
        f"{PAID} setTimeout(() => window.close(), 400)",
        f"setTimeout(() => {{ {PAID} window.close() }}, 1000)",
        f"setTimeout(() => {{ {PAID} window.close() }}, 1050)",
    ],
    ids=["at once", "a moment later", "while it is looked at", "as it is pressed once more"],
)
def test_a_tab_that_closes_itself_after_paying_leads_back_to_the_shop(walker: Walker, closing: str) -> None:
    pay = PAYMENT.format(closing)
    with talking({"/": page(HOME + OPENER), "/pay": page(pay)}) as address:
        walked = go_on(walker, address, "- click: Go\n- click: All right")
    assert walked.judgement.verdict == "fine", walked.judgement.findings


def test_after_the_last_tab_there_is_nothing_to_go_on_with(
    walker: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = walker.keeper.context

    def whose_tabs_close(*asked: Any) -> "BrowserContext":
        context = opened(*asked)
        context.on("console", lambda message: message.page.close() if message.page else None)
        return context

    monkeypatch.setattr(walker.keeper, "context", whose_tabs_close)
    with talking({"/": page(f"{HOME}<button onclick='console.log(1)'>Go</button>")}) as address:
        walked = go_on(walker, address)
    assert trouble_of(walked).kind == "tab closed"
    monkeypatch.undo()
    assert next_visit_is_fine(walker)


ASKING = [
    ("alert('Only two left'); location = '/there'", '"Only two left", and the customer took note', "fine"),
    ("confirm('Delete it?') || (location = '/there')", '"Delete it?", and the customer said no', "fine"),
    ("prompt('Your name?') || (location = '/there')", '"Your name?", and the customer wrote nothing', "fine"),
    ("confirm('Really?') && (location = '/there')", '"Really?", and the customer said no', "stopped"),
]


@pytest.mark.parametrize(("script", "told", "verdict"), ASKING)
def test_a_dialog_is_answered_and_told(walker: Walker, script: str, told: str, verdict: str) -> None:
    with talking({"/": page(f'{HOME}<button onclick="{script}">Go</button>'), "/there": DONE}) as address:
        walked = go_on(walker, address)
    assert (walked.judgement.verdict == "fine") == (verdict == "fine")
    assert [each.what for each in dialogs_of(walked)] == [told]
    if verdict == "stopped":
        health = trouble_of(walked).health
        assert health
        assert health.dialogs == (told,)


def test_a_page_that_does_not_let_go_is_left_all_the_same(walker: Walker) -> None:
    holds = "<button>Stay</button><a href=/there>Go</a>"
    holds += "<script>onbeforeunload = (event) => event.preventDefault()</script>"
    with talking({"/": page(HOME + holds), "/there": DONE}) as address:
        walked = go_on(walker, address, "- click: Stay\n- click: Go")
    assert walked.judgement.verdict == "fine"
    assert [each.what for each in dialogs_of(walked)] == [
        '"Leave this page?", and the customer left all the same'
    ]


def test_without_dialogs_nothing_is_told(walker: Walker) -> None:
    with talking({"/": page(HOME)}) as address:
        assert not dialogs_of(open_it(walker, address))
