from pathlib import Path

import pytest

from harness.explain.explaining import Told, explain
from harness.explain.sentences import third_person
from harness.explain.speaking import Speaker
from harness.grammar.nouns import ordinal
from harness.language.model import Action, Place
from harness.language.project import load_project, surroundings_of
from harness.verbs import VERBS
from harness.verbs.verb import Reads, Verb
from tests.language.cases import folder_with

EVERYTHING = """\
journey: Order a shirt
why: Nobody can wait for shirts.
owner: checkout-team
severity: blocker
commits: order
limits: {step: 5s, weight: 2 MB, CLS: 0.1}
data: {size: M}
for each:
  - {code: SAVE10, by: 10%}
  - {code: WELCOME, by: at least 15%}
steps:
  - use: Sign in
    with: {email: "${shopper.email}", password: "${secret.SHOPPER_PASSWORD}"}
  - step: Put it in the basket
    do:
      - open: /shirt
      - choose: {Size: "${size}"}
      - click: 2nd button "Add" in listitem "Shirt"
      - not see: Loading
      - remember: {before: Order total}
      - fill: {Promo code: "${code}"}
    see:
      - heading "Basket"
      - img "Shirt"
      - Order total: {less than: "${before}", by: "${by}"}
      - Delivery: {one of: [today, tomorrow]}
  - step: Buy it
    commits: order
    within: 3s
    do:
      - click: Place order
    see: Thank you
    should see:
      - Order number: /^N-/
"""
OVER_BUDGET = (
    "Slower or heavier than this is over budget: a step: 5 seconds; how much a page may jump: 0.1;"
    " what a page may bring: 2 MB."
)
THEN = (
    'Then sees the heading "Basket" and the picture "Shirt", "Order total" is less than [before] by [by],'
    ' and "Delivery" is one of "today" or "tomorrow".'
)
GIVEN = ' with email "pat@example.org" and password [secret SHOPPER_PASSWORD]'


def told(text: str, where: Path, *, short: bool = False) -> Told:
    case = where / "journey.yaml"
    case.write_text(text, encoding="utf-8")
    root = folder_with(case, where)
    project = load_project(root)
    assert project.problems == ()
    assert project.site
    return explain(project.journeys[0], surroundings_of(root), project.site, short=short)


TAKEN_BACK = """\
journey: Order a shirt
commits: order
steps:
  - step: Buy it
    commits: order
    costs: Order total
    do:
      - fill: {Note: "${visit.marker}"}
      - click: Place order
    see: Thank you
cleanup:
  - step: Cancel it
    undoes: order
    do:
      - click: Cancel order
    see: Your order is cancelled
lookup:
  - step: Look for it
    see: Note ${visit.marker}
"""


def test_what_it_costs_and_how_it_is_taken_back_and_found_is_told(tmp_path: Path) -> None:
    journey = told(TAKEN_BACK, tmp_path)

    assert journey.steps[0].sentences[-2:] == (
        "The last click or press here commits to this: order.",
        'What it costs is read off "Order total" before.',
    )
    assert journey.cleanup[0].sentences[-1] == "The last click or press here takes this back: order."
    assert [(step.step, step.sentences) for step in journey.lookup] == [
        ("Look for it", ('Then sees "Note [the visit\'s marker]".',))
    ]


def test_a_journey_is_told_with_who_how_often_and_how_far(tmp_path: Path) -> None:
    assert told(EVERYTHING, tmp_path).facts == (
        "Who walks it: a first-time shopper on a slow phone (first-time-phone, Pixel 7, slow4g).",
        "It is walked 2 times: in 2 variations.",
        'Variation 1: code "SAVE10", by "10%".',
        'Variation 2: code "WELCOME", by "at least 15%".',
        "It places an order, if the run was allowed to; otherwise it stops before that click.",
        OVER_BUDGET,
        "If it fails: severity blocker, and checkout-team acts.",
    )


def test_steps_are_told_in_plain_sentences(tmp_path: Path) -> None:
    _, basket, buy = told(EVERYTHING, tmp_path).steps

    assert basket.sentences == (
        "Opens /shirt.",
        'Chooses "M" for "Size".',
        'Presses the 2nd button "Add" in the list item "Shirt".',
        'Waits until it is no longer so that "Loading" is there.',
        'Keeps "Order total" in mind as [before].',
        'Types [code] into "Promo code".',
        THEN,
    )
    assert buy.sentences == (
        'Presses "Place order".',
        'Then sees "Thank you".',
        'Nice to have, and only noted when missing: "Order number" is of the form /^N-/.',
        "Longer than 3 seconds is slow.",
        "The last click or press here commits to this: order.",
    )


def test_shared_steps_are_written_out_or_only_named(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    written_out = told(EVERYTHING, tmp_path).steps[0]
    named = told(EVERYTHING, tmp_path / "again", short=True).steps[0]

    assert written_out.part == f'Shared steps "Sign in"{GIVEN}:'
    assert 'Types [secret SHOPPER_PASSWORD] into "Password".' in written_out.sentences
    assert (named.step, named.part) == ("Sign in", "")
    assert named.sentences == (f"Does what several journeys share{GIVEN}.",)


@pytest.mark.parametrize("verb", VERBS.values(), ids=lambda verb: verb.name)
def test_every_verb_can_be_told(verb: Verb) -> None:
    arguments = ("Menu",) * len(verb.parameters)
    sentence = Speaker({}, VERBS).done(Action(verb.name, arguments, Place("a.yaml", 1)))

    assert "{" not in sentence
    assert sentence[0].isupper()
    assert all("Menu" in sentence for parameter in verb.parameters if parameter.how.reads is not Reads.NAME)


@pytest.mark.parametrize(
    ("said", "done"),
    [("hover over {x}", "Hovers over {x}"), ("go back", "Goes back"), ("try {x}", "Tries {x}")],
)
def test_a_verb_without_a_sentence_of_its_own_speaks_for_itself(said: str, done: str) -> None:
    assert third_person(said) == done


def test_counting_is_spoken() -> None:
    assert [ordinal(number) for number in (-1, 1, 2, 3, 4, 11, 22)] == [
        *("last", "1st", "2nd", "3rd", "4th", "11th", "22nd")
    ]


def test_what_is_checked_besides_values_can_be_told() -> None:
    place = Place("journeys/buy/look.yaml", 1)
    claims = [
        Action("see", ('rows "Order"',), place, words=(("at least", "3"), ("at most", "9"))),
        Action("see", ('items in list "Results"',), place, words=(("in order", ("Blue", "Green")),)),
        Action("see", ('button "Pay"',), place, words=(("is now", "disabled"),)),
        Action("see", ('link "Terms"',), place, words=(("leads to", "/terms"),)),
        Action("see", ("the page",), place, words=(("looks like", '- heading "Basket"'),)),
    ]
    assert Speaker({}, VERBS).seen(claims) == (
        'rows "Order" number at least 3 and at most 9,'
        ' items in list "Results" come in this order: "Blue", then "Green",'
        ' the button "Pay" is disabled, the link "Terms" leads to /terms,'
        " and the page shows what its snapshot says"
    )
