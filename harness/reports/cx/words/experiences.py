"""What was experienced and promised in, sentences out: who, when, how often, and whether it was kept."""

from datetime import datetime

from harness.reports.cx.words import counted
from harness.reports.cx.words.speech import day_of_year
from harness.words import phrase, phrase_many


def experienced_by(who: str, journey: str, others: int) -> str:
    """Say who experienced a touchpoint, and in which journey."""
    if not others:
        return f"{who}: {journey}."
    return phrase_many(
        "{who}: {journey}, and {number} more walk.",
        "{who}: {journey}, and {number} more walks.",
        others,
        who=who,
        journey=journey,
    )


def some_broken(broken: int, walks: int) -> str:
    """Say how many of the walks there did not come to their end, where others did."""
    return phrase_many(
        "{number} of {walks} walks does not work",
        "{number} of {walks} walks do not work",
        broken,
        walks=walks,
    )


def tried(walks: int) -> str:
    """Say that a touchpoint was tried in this run, and nothing came of it."""
    return phrase_many(
        "{number} walk in this run proved nothing.", "{number} walks in this run proved nothing.", walks
    )


def promise_checked(journey: str, walks: int, broken: int) -> str:
    """Say where a promise was checked, and how often it was not kept."""
    checked = counted.walks(walks)
    if 0 < broken < walks:
        return phrase(
            "{journey}; checked in {walks}, not kept in {number} of them.",
            journey=journey,
            walks=checked,
            number=broken,
        )
    return phrase("{journey}; checked in {walks}.", journey=journey, walks=checked)


def in_this_run(at: datetime) -> str:
    """Say that it was just now, and on which day that was."""
    return phrase("In this run, {day}", day=day_of_year(at))
