"""The headline says what went wrong, and is wholly true."""

from typing import Any

import pytest

from harness.judge import judge
from harness.record import ActionRecord, JourneyFacts, PersonaFacts, Place

from .visits import PLACE, step, trouble, visit

SEEN = ActionRecord(verb="see", sentence='see "Thank you"', place=PLACE, started_ms=20, duration_ms=1)


def headline(kind: str, *, actions: tuple[ActionRecord, ...] = (), **facts: Any) -> str:
    stopped = step(1, trouble=trouble(kind, **facts), actions=actions)
    return judge(visit(step(0, name="Fill the basket"), stopped)).headline


@pytest.mark.parametrize(
    ("kind", "facts", "sentence"),
    [
        (
            "check failed",
            {"target": "Order total", "wanted": "$36.00", "seen": "$40.00"},
            (
                'When customers apply a promo code, "Order total" is "$40.00" and should be $36.00 '
                'at "Apply the code".'
            ),
        ),
        (
            "check failed",
            {"target": "Terms", "wanted": "what the law asks for", "seen": "A long text. " * 9},
            'When customers apply a promo code, "Terms" is not what it should be at "Apply the code".',
        ),
        (
            "check failed",
            {"target": "Order number", "wanted": '"Order number" to appear'},
            'Customers cannot apply a promo code: at "Apply the code", "Order number" does not appear.',
        ),
        (
            "check failed",
            {"target": "Loading", "wanted": '"Loading" to go away'},
            'Customers cannot apply a promo code: at "Apply the code", "Loading" does not go away.',
        ),
        (
            "value unreadable",
            {"target": "Order total", "seen": "soon"},
            'When customers apply a promo code, "Order total" cannot be read at "Apply the code".',
        ),
        (
            "error page",
            {"seen": "500"},
            'Customers cannot apply a promo code: at "Apply the code", the site answers with an error page.',
        ),
        (
            "disabled",
            {},
            'Customers cannot apply a promo code: at "Apply the code", "Apply" cannot be used.',
        ),
    ],
)
def test_the_headline_says_what_went_wrong(kind: str, facts: dict[str, Any], sentence: str) -> None:
    assert headline(kind, **facts) == sentence


def test_what_stops_a_shopper_can_be_said_of_her_alone() -> None:
    stopped = visit(step(0, name="Fill the basket"), step(1, trouble=trouble("disabled")))
    finding = judge(stopped).findings[0]
    assert finding.of_one == finding.sentence.replace("Customers", stopped.persona.who)


def test_what_she_reads_wrong_is_said_of_customers() -> None:
    read = trouble("check failed", target="Order total", wanted="$36.00", seen="$40.00")
    assert judge(visit(step(0), step(1, trouble=read))).findings[0].of_one == ""


def test_what_is_read_wrong_is_put_right_by_the_company() -> None:
    read = trouble("check failed", target="Order total", wanted="$36.00", seen="$40.00")
    action = judge(visit(step(0), step(1, trouble=read))).findings[0].action
    assert action == 'Put "Order total" right on the site: it should be $36.00.'


def test_customers_who_see_part_of_it_are_not_said_to_be_stopped() -> None:
    missing = {"target": "Order number", "wanted": '"Order number" to appear'}
    assert headline("check failed", actions=(SEEN,), **missing) == (
        'When customers apply a promo code, "Order number" does not appear at "Apply the code".'
    )


@pytest.mark.parametrize(
    ("title", "locale", "wish"),
    [
        ("Gutschein anwenden", "de-DE", 'Customers cannot finish "Gutschein anwenden": '),
        ("Utiliser le code réduction", "en-US", 'Customers cannot finish "Utiliser le code réduction": '),
        ("Apply a promo code.", "en-US", "Customers cannot apply a promo code: "),
        ("iDEAL payment", "en-US", "Customers cannot iDEAL payment: "),
        ("VAT invoice", "en-GB", "Customers cannot VAT invoice: "),
    ],
)
def test_a_title_in_another_language_stands_in_quotes(title: str, locale: str, wish: str) -> None:
    journey = JourneyFacts(
        id="buy/x", title=title, stage="buy", touchpoint="buying", place=Place(file="x", line=1)
    )
    persona = PersonaFacts(id="shopper", who="A shopper", locale=locale)
    judgement = judge(visit(step(0), step(1, trouble=trouble("disabled")), journey=journey, persona=persona))
    assert judgement.headline.startswith(wish)
