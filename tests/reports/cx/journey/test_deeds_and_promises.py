"""What a shopper did and saw at a step, and what the shop was held to there, in a reader's words."""

from pathlib import Path

import pytest

from harness.record.visit import LOOKING
from harness.reports.cx.background import NOTHING_KNOWN
from harness.reports.cx.deeds import did, plain, saw
from harness.reports.cx.journey.promises import promises
from harness.reports.cx.journey.walked import Walked
from harness.reports.cx.promises import promises as company_promises
from harness.reports.cx.words.journey_labels import DEEDS
from harness.verbs import VERBS, Verb
from tests.reports.cx import records as made

NOWHERE = Path("nowhere")


def test_what_was_done_is_said_in_a_readers_words() -> None:
    visit, _ = made.broken()
    assert did(visit.steps[2]) == ('Clicked "Apply".',)
    assert saw(visit.steps[2]) == "$40.00, where it should have been an order total 10 % below $40.00."


@pytest.mark.parametrize("verb", [verb for name, verb in VERBS.items() if name not in LOOKING])
def test_each_deed_has_its_words_and_says_when_it_was_in_vain(verb: Verb) -> None:
    visit, _ = made.broken()
    (click,) = visit.steps[2].actions
    things = {parameter.name: f'"{parameter.name}"' for parameter in verb.parameters}
    done = click.model_copy(update={"verb": verb.name, "sentence": verb.sentence.format(**things)})
    failed = done.model_copy(update={"held": False})
    told = did(visit.steps[2].model_copy(update={"actions": (done, failed)}))
    (said, in_vain) = told
    assert said.startswith(DEEDS[verb.name].partition("{")[0].strip())
    assert in_vain.startswith("Tried, in vain: ")


@pytest.mark.parametrize(
    ("recorded", "said"),
    [
        ('"Order number" is /^NF-\\d{6}$/', '"Order number" is in the form that was expected'),
        ('choose "/^Standard delivery/" for "How"', 'choose "Standard delivery" for "How"'),
        ('field "Card number" in frame "Card payment"', 'field "Card number"'),
        ('click css ".x > y"', "click a place on the page"),
        ('open "/product/blue-shirt"', 'open "/product/blue-shirt"'),
    ],
)
def test_what_only_an_author_needs_is_left_out(recorded: str, said: str) -> None:
    assert plain(recorded) == said


def test_a_promise_is_kept_or_not_and_what_was_only_hoped_for_is_not_red() -> None:
    visit, judgement = made.broken()
    (click,) = visit.steps[2].actions
    asked = ('see "Delivery" no later than in 5 days', "should see You save")
    checks = tuple(
        click.model_copy(update={"verb": said.partition(' "')[0].removesuffix(" You save"), "sentence": said})
        for said in asked
    )
    missed = checks[1].model_copy(update={"held": False})
    step = visit.steps[0].model_copy(update={"actions": (checks[0], missed)})
    told = promises(Walked(visit.model_copy(update={"steps": (step,)}), judgement, NOWHERE))
    assert [(promise.promised, promise.mark.word) for promise in told] == [
        ("You save", "Not shown"),
        ('"Delivery" no later than in 5 days', "Kept"),
    ]


@pytest.mark.parametrize(
    "said", ['see "Pay by card"', 'see heading "Sold by Northfold"', 'see "Arrives no later than Monday"']
)
def test_what_only_a_name_says_is_no_promise(said: str) -> None:
    visit, judgement = made.broken()
    (click,) = visit.steps[2].actions
    check = click.model_copy(update={"verb": "see", "sentence": said})
    step = visit.steps[0].model_copy(update={"actions": (check,)})
    judged = visit.model_copy(update={"steps": (step,)}), judgement
    assert promises(Walked(*judged, NOWHERE)) == ()
    assert company_promises([judged], NOTHING_KNOWN) == ()
