"""Whatever happens to page, tab or server: it ends, is told rightly, and the next visit is fine."""

from pathlib import Path
from textwrap import indent

import pytest

from harness.record import Trouble
from tests.rough_servers import (
    Reply,
    cut_off,
    file,
    half,
    hang_up,
    page,
    redirect,
    self_signed,
    silence,
    talking,
)
from tests.walking import Walked, Walker

JOURNEY = """\
journey: Look around
commits: cart
steps:
  - step: Open the shop
    do:
      - open: /
    see:
      - heading "Shop"
  - step: Go on
    do:
{actions}
    see:
      - heading "Done"
"""
OPENING = """\
journey: Open it
steps:
  - step: Open it
    do:
      - open: {path}
    see:
      - heading "Shop"
"""
HOME = "<title>Shop</title><h1>Shop</h1>"
DONE = page("<title>Done</title><h1>Done</h1>")
NEVER_AT_REST = "<button onclick='setTimeout(() => { for (;;); })'>Go</button>"


def go_on(walker: Walker, address: str, actions: str = "- click: Go") -> Walked:
    return walker.walk(JOURNEY.format(actions=indent(actions, " " * 6)), address=address)


def open_it(walker: Walker, address: str, path: str = "/") -> Walked:
    return walker.walk(OPENING.format(path=path), address=address)


def trouble_of(walked: Walked) -> Trouble:
    (trouble,) = [step.trouble for step in walked.record.steps if step.trouble]
    return trouble


def next_visit_is_fine(walker: Walker) -> bool:
    with talking({"/": page(HOME)}) as address:
        return open_it(walker, address).judgement.verdict == "fine"


OPENED: list[tuple[str, Reply, str, str]] = [
    ("sent round in circles", redirect("/"), "unreachable", "the page sent the customer round in circles"),
    ("a file instead", file("terms.zip"), "download", "a file came where a page was expected"),
    ("hung up", hang_up, "unreachable", "the site hung up without an answer"),
]


@pytest.mark.parametrize(("reply", "kind", "message"), [x[1:] for x in OPENED], ids=[x[0] for x in OPENED])
def test_an_address_that_brings_no_page(walker: Walker, reply: Reply, kind: str, message: str) -> None:
    with talking({"/": reply}) as address:
        trouble = trouble_of(open_it(walker, address))
    assert (trouble.kind, trouble.message) == (kind, message)
    assert next_visit_is_fine(walker)


def test_an_address_whose_certificate_nobody_knows(walker: Walker, tmp_path: Path) -> None:
    with talking({"/": page(HOME)}, certificate=self_signed(tmp_path)) as address:
        trouble = trouble_of(open_it(walker, address))
    assert (trouble.kind, trouble.message) == ("unreachable", "the site's certificate is not valid")


def test_a_server_that_never_answers_the_first_call(walker: Walker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harness.shopper.acting.going.NAVIGATION_TIMEOUT_MS", 2000)
    with talking({"/": silence}) as address:
        walked = open_it(walker, address)
    assert (trouble_of(walked).kind, trouble_of(walked).message) == ("no answer", "the site never answered")
    assert next_visit_is_fine(walker)


def test_half_a_page_is_used_as_far_as_it_came(walker: Walker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harness.shopper.acting.going.NAVIGATION_TIMEOUT_MS", 2000)
    with talking({"/": half(HOME)}) as address:
        assert open_it(walker, address).judgement.verdict == "fine"
    with talking({"/": cut_off(HOME)}) as address:
        assert open_it(walker, address).record.steps[0].trouble is None


LINK = page(HOME + "<a href=/there>Go</a>")
CLICKED: list[tuple[str, Reply, str, str]] = [
    (
        "sent round in circles",
        redirect("/there"),
        "unreachable",
        "the page sent the customer round in circles",
    ),
    ("a file instead", file("terms.zip"), "download", 'a file ("terms.zip") came where a page was expected'),
    ("hung up", hang_up, "unreachable", "the site hung up without an answer"),
    ("silent", silence, "no answer", "the site never answered"),
]


@pytest.mark.parametrize(("reply", "kind", "message"), [x[1:] for x in CLICKED], ids=[x[0] for x in CLICKED])
def test_a_link_that_brings_no_page(walker: Walker, reply: Reply, kind: str, message: str) -> None:
    with talking({"/": LINK, "/there": reply}) as address:
        trouble = trouble_of(go_on(walker, address))
    assert (trouble.kind, trouble.message) == (kind, message)
    assert next_visit_is_fine(walker)


def test_a_link_to_where_nobody_listens_or_nobody_is_trusted(walker: Walker, tmp_path: Path) -> None:
    walker.others = ("127.0.0.1",)
    with talking({}) as gone:
        pass
    with talking({"/": page(HOME)}, certificate=self_signed(tmp_path)) as unknown:
        for to, message in (
            (gone, "the site did not take the call"),
            (unknown, "the site's certificate is not valid"),
        ):
            with talking({"/": page(f"{HOME}<a href={to}>Go</a>")}) as address:
                text = JOURNEY.format(actions="      - click: Go")
                trouble = trouble_of(walker.walk(text, address=address))
            assert (trouble.kind, trouble.message) == ("unreachable", message)


def test_a_question_to_the_server_that_is_never_answered(walker: Walker) -> None:
    asks = page(HOME + "<button onclick=\"fetch('/slow', {method: 'POST'})\">Go</button>")
    with talking({"/": asks, "/slow": silence}) as address:
        trouble = trouble_of(go_on(walker, address))
        assert trouble.health
        assert trouble.health.unanswered == (f"POST {address}/slow",)


AT_ONCE = "<script>setTimeout(() => { for (;;); }, 300)</script>"
HANGS = [
    pytest.param(NEVER_AT_REST, "- click: Go", id="when it is clicked"),
    pytest.param(
        NEVER_AT_REST, "- click: Go\n- click: Anything", id="while it is looked at", marks=pytest.mark.long
    ),
    pytest.param(AT_ONCE, "- click: Anything", id="at once", marks=pytest.mark.long),
]


@pytest.mark.parametrize(("more", "actions"), HANGS)
def test_a_page_whose_program_never_comes_to_rest(walker: Walker, more: str, actions: str) -> None:
    with talking({"/": page(HOME + more)}) as address:
        walked = go_on(walker, address, actions)
    trouble = trouble_of(walked)
    assert (trouble.kind, trouble.message) == (
        "page hung",
        "the page took no notice of the customer any more",
    )
    assert walked.record.steps[-1].picture(), walked.record.steps[-1].evidence
    assert next_visit_is_fine(walker)


@pytest.mark.long
def test_a_page_that_hangs_again_whenever_it_is_set_free(walker: Walker) -> None:
    again = "<button onclick='setInterval(() => { for (;;); })'>Go</button>"
    with talking({"/": page(HOME + again)}) as address:
        assert trouble_of(go_on(walker, address)).kind == "page hung"
    assert next_visit_is_fine(walker)


def test_a_page_that_is_busy_for_a_while_is_waited_for(walker: Walker) -> None:
    busy = "const end = Date.now() + 1200; while (Date.now() < end); location = '/there'"
    with talking({"/": page(f'{HOME}<button onclick="{busy}">Go</button>'), "/there": DONE}) as address:
        assert go_on(walker, address).record.ending == "walked"
