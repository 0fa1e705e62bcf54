"""What can be said of a finding, and what is told to those who say something else."""

from datetime import UTC, date, datetime

import pytest

from harness.findings.deciding import DecisionError, Said, decide
from harness.findings.decisions import apply
from harness.findings.model import Life

from .nights import Nights

NOW = datetime(2026, 11, 22, 14, tzinfo=UTC)


@pytest.fixture
def life() -> Life:
    shop = Nights()
    (found,) = shop.walk(1, {"promo phone": "broken"})
    return found


def gone(life: Life) -> Life:
    return life.model_copy(update={"state": "verified"})


def test_what_is_said_becomes_of_the_finding(life: Life) -> None:
    said = Said("kim", "SHOP-7", "cause known", "a rule was left out", "2026-12-01")
    after = apply(life, decide(life, said, by="pat", at=NOW))
    assert (after.owner, after.ticket, after.state) == ("kim", "SHOP-7", "cause known")
    assert after.quarantined_until == date(2026, 12, 1)
    assert [(note.by, note.note) for note in after.notes] == [("pat", "a rule was left out")]


def test_a_quarantine_can_be_ended_before_its_day(life: Life) -> None:
    aside = apply(life, decide(life, Said(quarantine="2026-12-01"), by="pat", at=NOW))
    ended = decide(aside, Said(end_quarantine=True), by="pat", at=NOW)
    assert apply(aside, ended).quarantined_until is None


def test_a_note_can_be_added_to_what_is_gone(life: Life) -> None:
    after = apply(gone(life), decide(gone(life), Said(note="it was the cache"), by="pat", at=NOW))
    assert (after.state, len(after.notes)) == ("verified", 1)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (Said(state="fixd"), 'unknown state "fixd". Did you mean "fixed"?'),
        (
            Said(state="verified"),
            (
                '"verified" is not for people to say: good runs verify what is fixed. Say one of "owned",'
                ' "cause known", "fixed".'
            ),
        ),
        (
            Said(quarantine="soon"),
            '"soon" is no day. Write the last day of the quarantine as in 2026-12-22.',
        ),
        (Said(quarantine="2026-11-21"), "2026-11-21 is over. Name a day from 2026-11-22 to 2026-12-22."),
        (
            Said(quarantine="2026-12-23"),
            (
                "2026-12-23 is more than 30 days ahead: what is set aside for longer is forgotten. Name a day"
                " until 2026-12-22; it can be set anew then."
            ),
        ),
        (Said(end_quarantine=True), "finding 1 is not quarantined. Leave --end-quarantine out."),
        (
            Said(quarantine="2026-12-01", end_quarantine=True),
            "a quarantine cannot be set and ended at once. Leave one of the options out.",
        ),
    ],
)
def test_what_cannot_be_said_is_told_with_what_to_say_instead(life: Life, said: Said, told: str) -> None:
    with pytest.raises(DecisionError) as refused:
        decide(life, said, by="pat", at=NOW)
    assert str(refused.value) == told


def test_what_is_gone_is_not_said_to_be_fixed(life: Life) -> None:
    with pytest.raises(DecisionError, match=r"^finding 1 is gone: good runs verified it\."):
        decide(gone(life), Said(state="fixed"), by="pat", at=NOW)
