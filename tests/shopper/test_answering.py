"""Dialogs of the browser are answered as the journey says, and told where they do not come."""

from textwrap import indent

import pytest

from tests.pages import serving
from tests.shopper.tour import Stop, tour
from tests.walking import Walked, Walker

JOURNEY = """\
journey: Empty the basket
steps:
  - step: Remove the shirt
    do:
      - open: /
{actions}
    see: {see}
"""
PAGE = """\
<!doctype html><title>Shop</title><h1>Basket</h1><p id=out>1 shirt</p>
<button onclick="%s">Remove</button><a href=/next>Leave</a>
"""
CONFIRM = "out.textContent = confirm('Remove  the shirt?') ? 'Empty' : 'Kept'"
PROMPT = "out.textContent = 'Because: ' + prompt('Why?', 'it is blue')"
LEAVING = "onbeforeunload = (event) => event.preventDefault(); out.textContent = 'Held'"
CONFIRM_LATE = f"setTimeout(() => {{ {CONFIRM} }}, 300)"


def walk(walker: Walker, script: str, *actions: str, see: str) -> Walked:
    text = JOURNEY.format(actions=indent("\n".join(f"- {each}" for each in actions), " " * 6), see=see)
    pages = {"/": PAGE % script, "/next": "<title>Next</title>Another page"}
    with serving(pages) as site:
        return walker.walk(text, address=site.address)


ANSWERED = {
    "yes": (CONFIRM, "{Remove the shirt?: OK}", "Empty"),
    "no": (CONFIRM, "{Remove the shirt?: Cancel}", "Kept"),
    "later": (CONFIRM_LATE, "{Remove the shirt?: OK}", "Empty"),
    "by a pattern": (CONFIRM, "{/^remove .* shirt/: OK}", "Empty"),
    "with a text": (PROMPT, "{Why?: too large}", '"Because: too large"'),
    "with the text that is there": (PROMPT, "{Why?: OK}", '"Because: it is blue"'),
    "with nothing": (PROMPT, "{Why?: Cancel}", '"Because: null"'),
    "to a notice": ("alert('Done'); out.textContent = 'Empty'", "{Done: OK}", "Empty"),
}


def test_a_dialog_is_answered_as_the_journey_says(walker: Walker) -> None:
    stops = {
        name: Stop(PAGE % script, f"answer: {answer}\nclick: Remove", see)
        for name, (script, answer, see) in ANSWERED.items()
    }

    assert [step.friction for step in tour(walker, stops).values()] == [()] * len(stops)


@pytest.mark.parametrize(("reply", "see"), [("OK", "Another page"), ("Cancel", "Held")])
def test_a_page_that_asks_whether_to_leave_it_is_left_or_not(walker: Walker, reply: str, see: str) -> None:
    actions = ("click: Remove", f"answer: {{Leave this page?: {reply}}}", "click: Leave")
    walked = walk(walker, LEAVING, *actions, see=see)

    assert walked.judgement.verdict == "fine", walked.judgement.findings


def test_a_question_is_waited_for_before_the_step_ends(walker: Walker) -> None:
    actions = ("answer: {Remove the shirt?: OK}", "click: Remove")
    text = indent("\n".join(f"- {each}" for each in actions), " " * 6)
    later = JOURNEY.format(actions=text, see='heading "Basket"') + "  - step: Look\n    see: Empty\n"
    with serving({"/": PAGE % CONFIRM_LATE}) as site:
        walked = walker.walk(later, address=site.address)

    assert walked.judgement.verdict == "fine", walked.judgement.findings


def test_two_questions_have_an_answer_each(walker: Walker) -> None:
    twice = "out.textContent = confirm('Sure?') && !confirm('Really?') ? 'Well' : 'No'"
    walked = walk(walker, twice, "answer: {Sure?: OK, Really?: Cancel}", "click: Remove", see="Well")

    assert walked.judgement.verdict == "fine"


NOT_GIVEN = {
    "never asked": (
        ("out.textContent = 'Empty'", "{Remove the shirt?: OK}", "Empty"),
        "broken",
        'When customers empty the basket, "Remove the shirt?" is never asked at "Remove the shirt".',
        'Customers expect "Remove the shirt?" to be asked; that never happened.',
    ),
    "asked otherwise": (
        ("out.textContent = confirm('Delete it?') ? 'Empty' : 'Kept'", "{Remove the shirt?: OK}", "Empty"),
        "journey out of date",
        'The journey "Empty the basket" is out of date at "Remove the shirt".',
        'The page asked "Delete it?", and the customer said no: the journey has no answer to that.',
    ),
    "no such button": (
        (CONFIRM, "{Remove the shirt?: Yes}", "Kept"),
        "journey out of date",
        'The journey "Empty the basket" is out of date at "Remove the shirt".',
        '"Remove the shirt?" is answered with OK or Cancel, not with "Yes": nothing can be typed there.',
    ),
}


@pytest.mark.parametrize(("asked", "verdict", "sentence", "detail"), NOT_GIVEN.values(), ids=NOT_GIVEN)
def test_an_answer_that_cannot_be_given_is_told(
    walker: Walker, asked: tuple[str, str, str], verdict: str, sentence: str, detail: str
) -> None:
    walker.patience_ms = 500
    script, answer, see = asked
    walked = walk(walker, script, f"answer: {answer}", "click: Remove", see=see)

    (finding,) = walked.judgement.findings
    assert (walked.judgement.verdict, finding.sentence, finding.detail) == (verdict, sentence, detail)
    assert finding.place == "journeys/buy/journey.yaml:6"
