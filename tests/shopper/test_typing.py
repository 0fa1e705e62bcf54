"""Typing at once: what stands in its way is told as if it had been looked for first."""

import pytest

from tests.pages import Page, serving
from tests.walking import Walked, Walker

JOURNEY = """\
journey: Fill in the form
steps:
  - step: Fill it in
    do:
      - open: /
      {actions}
    see:
      - {wanted}
"""
TWINS = """\
<label style='display:none'>Code <input></label>
<label>Code <input oninput="document.body.append('done')"></label>
"""
TWO = "<label>Code <input name=gift></label><label>Code <input name=promo></label>"
SWAPS = """\
<label id=old>Code <input></label><label>Code <input oninput="document.body.append('done')"></label>
<script>setTimeout(() => document.getElementById('old').remove(), 300)</script>
"""
NAMESAKES = """\
<form onsubmit="event.preventDefault(); document.body.append(one.value + '/' + two.value)">
<label>First <input id=one></label><label>Second <input id=two></label><button>Use</button></form>
<script>
addEventListener('load', () => setTimeout(() => {
  two.value = '';
  document.body.insertAdjacentHTML('beforeend', '<p>Awake: yes</p>');
}, 400))
</script>
"""
SEARCH = """\
<form onsubmit="event.preventDefault(); document.body.append('done')">
<input aria-label=Search><input type=submit aria-label=Search value=Go></form>
"""


def fill_in(walker: Walker, page: str, actions: str = "- fill: {Code: X}", wanted: str = "done") -> Walked:
    with serving({"/": f"<!doctype html><title>Form</title><body>{page}"}) as site:
        return walker.walk(JOURNEY.format(actions=actions, wanted=wanted), address=site.address)


@pytest.mark.parametrize(
    ("page", "actions"),
    [
        pytest.param(TWINS, "- fill: {Code: X}", id="a hidden twin"),
        pytest.param(SWAPS, "- fill: {Code: X}", id="a field that takes the place of another"),
        pytest.param(SEARCH, "- fill: {Search: X}\n      - press: Enter", id="a button of the same name"),
    ],
)
def test_a_customer_can_type(walker: Walker, page: str, actions: str) -> None:
    assert fill_in(walker, page, actions).judgement.verdict == "fine"


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        pytest.param(TWO, "ambiguous", id="two of a name"),
        pytest.param("<h1>Nothing here</h1>", "not found", id="none"),
        pytest.param("<label>Code <input hidden></label>", "hidden", id="one that cannot be seen"),
        pytest.param("<label>Code <input disabled></label>", "disabled", id="one that cannot be used"),
    ],
)
def test_what_stands_in_the_way_of_typing_is_told(walker: Walker, page: str, kind: str) -> None:
    trouble = fill_in(walker, page).record.steps[0].trouble
    assert trouble
    assert trouble.kind == kind
    assert len(trouble.matches) == (2 if kind == "ambiguous" else 0)


def test_a_text_that_one_of_two_fields_has_lost_is_typed_again_there(walker: Walker) -> None:
    actions = "- fill: {First: Pat, Second: Pat}\n      - remember: {awake: Awake}\n      - click: Use"
    walked = fill_in(walker, NAMESAKES, actions, wanted="Pat/Pat")
    assert walked.judgement.verdict == "fine"
    assert [each.kind for each in walked.record.steps[0].friction] == ["typed text lost"]


def test_a_page_that_still_loads_is_waited_for_after_every_move(walker: Walker) -> None:
    late = (
        "<label>Code <input id=c></label><img src=/i>"
        "<script>onload = () => document.body.append(c.value ? 'typed too early' : 'done')</script>"
    )
    actions = (
        "- open: /\n      - open: /#top\n      - fill: {Code: X}\n      - open: /two\n      - fill: {Code: Y}"
    )
    with serving({"/": f"{late}<a href=/two>Go on</a>", "/two": late, "/i": Page("", delay_s=0.5)}) as site:
        walked = walker.walk(JOURNEY.format(actions=actions, wanted="done"), address=site.address)
    assert walked.judgement.verdict == "fine"
