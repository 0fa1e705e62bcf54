"""What was experienced and promised in, sentences out: who, when, how often, and whether it was kept."""

from datetime import datetime

from harness.reports.cx.words.speech import count, day


def experienced_by(who: str, journey: str, others: int) -> str:
    """Say who experienced a touchpoint, and in which journey."""
    more = f", and {count(others, 'more walk')}" if others else ""
    return f"{who}: {journey}{more}."


def tried(walks: int) -> str:
    """Say that a touchpoint was tried in this run, and nothing came of it."""
    return f"{count(walks, 'walk')} in this run proved nothing."


def promise_checked(journey: str, walks: int, broken: int) -> str:
    """Say where a promise was checked, and how often it was not kept."""
    missed = f", not kept in {broken} of them" if 0 < broken < walks else ""
    return f"{journey}; checked in {count(walks, 'walk')}{missed}."


def in_this_run(at: datetime) -> str:
    """Say that it was just now, and on which day that was."""
    return f"In this run, {day(at)} {at.year}"


def when(at: datetime) -> str:
    """Say on which day something was, with its year."""
    return f"{day(at)} {at.year}"
