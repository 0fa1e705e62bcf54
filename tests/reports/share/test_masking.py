"""Nothing that tells who the shopper is, or where this machine is, stays in a text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.record import Place, StepRecord
from harness.record.visit import ActionRecord
from harness.reports.share.masking import MASK, Masking
from harness.reports.share.personal import typed_in

MASKING = Masking(
    {
        "Pat O'Brien-Doe",
        "pat.doe@shop.example",
        "12 Alder Street",
        "97201",
        "4242 4242 4242 4242",
        "030 1234567",
    },
    [Path("/srv/nightly/reports/2026-11-21-0200")],
)


@pytest.mark.parametrize(
    "text",
    [
        "Welcome back, Pat O'Brien-Doe!",
        "Welcome back, PAT O\u2019BRIEN DOE!",
        "Dear O'Brien-Doe, thank you",
        "We wrote to pat.doe@shop.example",
        "We wrote to anna+x@mail.example",
        "pat doe shop example",
        "12 Alder  Street",
        "Ships to 97201.",
        "Card 4242424242424242 was declined",
        "Card 4242-4242-4242-4242",
        "Card 5555 5555 5555 4444 was declined",
        "Call 030/123 45 67",
        "Call +49 30 765 432 10",
        "DE89 3704 0044 0532 0130 00",
    ],
)
def test_what_tells_who_she_is_goes(text: str) -> None:
    masked = MASKING.text(text)
    assert MASK in masked
    assert MASKING.knows(text)
    assert not MASKING.knows(masked)


@pytest.mark.parametrize(
    "text",
    [
        "Customers cannot apply a promo code: 3 of 16.",
        "Order total should be $36.00; the page shows $40.00.",
        "Order 1234567890123 of 21 November 2026, 02:14 UTC",
        "The part of the path that a patent names",
        "Write to help@shop.example",
        "12 Elder Street",
    ],
)
def test_what_tells_nothing_stays(text: str) -> None:
    assert MASKING.text(text) == text
    assert not MASKING.knows(text)


@pytest.mark.parametrize(
    "text",
    [
        "see /srv/nightly/reports/2026-11-21-0200/visits/x/record.jsonl here",
        "see /home/pat/journeys/site.yaml here",
        "see /Users/pat/shop here",
        r"see C:\Users\pat\shop here",
        f"see {Path.home()}/shop here",
        "see http://127.0.0.1:43409/basket here",
        "see http://localhost:8000 here",
        "see https://intranet/shop here",
        "see https://user:word@10.0.0.7/shop here",
        "see https://staging.shop.internal/basket here",
        "see http://[::1]:80/ here",
        "see postgresql://harness:word@db/history here",
    ],
)
def test_addresses_and_paths_of_this_machine_go(text: str) -> None:
    assert MASKING.text(text) == f"see {MASK} here"


def test_an_address_that_everybody_may_see_stays() -> None:
    assert MASKING.text("at https://shop.example/basket.") == "at https://shop.example/basket."


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_name_goes_wherever_it_stands(before: str, after: str) -> None:
    assert "Pat O'Brien-Doe" not in MASKING.text(f"{before} Pat O'Brien-Doe {after}")


def test_only_what_is_typed_of_a_person_is_taken_for_personal() -> None:
    typed = {
        'fill "First name" with "Pat"': "fill",
        'fill field "Card number" in frame "Card payment" with "4242 4242 4242 4242"': "fill",
        'fill "Who are you?" with "pat@shop.example"': "fill",
        'fill "Straße" with "Erlenweg 3"': "fill",
        'fill "Promo code" with "SAVE10"': "fill",
        'fill "Search" with "shirt"': "fill",
        'choose "Doe Ltd" for "Company"': "choose",
        'choose "Large" for "Size"': "choose",
        'pick "4 May 1980" for "Date of birth"': "pick date",
        'pick "tomorrow" for "Day of delivery"': "pick date",
        'answer "Your name?" with "Pat"': "answer",
        'see "Order placed"': "see",
    }
    assert list(typed_in([_doing(typed)])) == [
        *("Pat", "4242 4242 4242 4242", "pat@shop.example", "Erlenweg 3"),
        *("Doe Ltd", "4 May 1980", "Pat"),
    ]


def test_all_that_a_team_gives_to_a_verb_of_its_own_is_taken_for_personal() -> None:
    step = _doing({'sign in as "Anneliese" with "Erle 3"': "sign in", "open the cheapest": "open cheapest"})
    assert list(typed_in([step])) == ["Anneliese", "Erle 3"]


def _doing(sentences: dict[str, str]) -> StepRecord:
    """Make a step of these sentences, each with the verb that says it."""
    at = Place(file="journeys/x.yaml", line=3)
    actions = tuple(
        ActionRecord(verb=verb, sentence=text, place=at, started_ms=0, duration_ms=0)
        for text, verb in sentences.items()
    )
    return StepRecord(index=0, name="Who I am", place=at, outcome="passed", actions=actions)
