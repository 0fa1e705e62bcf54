"""What the page of a journey says: its sentences from facts. Its headings are in `journey_labels.py`."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from harness.record import EffectState
from harness.reports.cx.words import counted, journey_labels, labels
from harness.reports.cx.words.speech import (
    capital,
    listed,
    quoted,
    sentence,
    times,
    whole_day,
    within,
)
from harness.words import entry, phrase, phrase_many

MOST_SEEN = 3
ONE_OF_TWO = entry("1 of 2 customers hit this")
TWICE = entry("walked again at once: the same")
NOT_VERIFIED = entry("Not verified beyond here")
WORST_STEP, LAST_STEP, WORST_AND_LAST = entry("Worst step"), entry("Last step"), entry("Worst and last step")


def more_deeds(number: int) -> str:
    """Count what is left out between."""
    return phrase("... {number} more ...", number=number)


def could_not(said: str) -> str:
    """Say of a deed that it could not be done."""
    return phrase("Tried, in vain: {deed}", deed=f"{within(said[:1])}{said[1:]}")


def saw(seen: Sequence[str]) -> str:
    """Say what the customer saw."""
    return sentence(listed(list(seen), most=MOST_SEEN)) if seen else ""


def saw_instead(seen: str, wanted: str | None) -> str:
    """Say what the customer saw where she should have seen something else."""
    if not wanted:
        return sentence(seen)
    return sentence(phrase("{seen}, where it should have been {wanted}", seen=seen, wanted=wanted))


def works(title: str, walks: int) -> str:
    """Lead with a journey in which nothing was wrong."""
    if walks == 1:
        return phrase('"{title}" works.', title=title)
    return phrase('"{title}" works, in all {number} ways it was tried.', title=title, number=walks)


def since(at: datetime) -> str:
    """Say since when it is so."""
    return phrase("Since {day}.", day=whole_day(at))


def works_since(at: datetime) -> str:
    """Say since when all of it went well."""
    return phrase("Works without a break since {day}.", day=whole_day(at))


def failed(number: int, of: int, *, is_nightly: bool) -> str:
    """Say how often it failed lately: `failed 3 of the last 3 nights`."""
    if is_nightly:
        return phrase("failed {number} of the last {tried} nights", number=number, tried=of)
    return phrase("failed {number} of the last {tried} runs", number=number, tried=of)


def personas(number: int) -> str:
    """Say how many shoppers met it."""
    return counted.shoppers(number)


def rows(number: int, of: int) -> str:
    """Say in how many of the ways that were tried."""
    return phrase("{number} of {tried} ways it was tried", number=number, tried=of)


def row_name(row: Mapping[str, str]) -> str:
    """Name one of several walks by its values: `code: SAVE10, by: 10 %`."""
    return ", ".join(f"{name}: {value}" for name, value in row.items())


def last_good(at: datetime) -> str:
    """Say of what day the good picture or curve is: `Last good: Tuesday 3 November 2026`."""
    return phrase("Last good: {day}", day=whole_day(at))


def dotted(at: datetime) -> str:
    """Say whose the dotted line is."""
    return phrase("Dotted: the walk of {day}, when it last went well.", day=whole_day(at))


def network(name: str | None) -> str:
    """Say what her connection was."""
    return phrase("connection {name}", name=name) if name else ""


def stopped_before(control: str) -> str:
    """Say where she stopped, because more was not allowed."""
    return phrase('Stopped before "{control}": ready, not proven.', control=control)


def really_done(level: str, state: EffectState) -> str:
    """Say that something was really bought, sent or changed."""
    what = phrase(labels.EFFECTS.get(level, capital(level)))
    return phrase("{what} {state}.", what=what, state=phrase(labels.EFFECT_STATES[state]))


def good_picture(number: int, step: str) -> str:
    """Describe a picture of a good visit to those who cannot see it."""
    return phrase("The site after step {number}, {step}, when it last went well.", number=number, step=step)


def more_surprises(number: int) -> str:
    """Count the differences that are not told one by one."""
    if number <= 0:
        return ""
    return phrase_many("And {number} smaller difference.", "And {number} smaller differences.", number)


def more_met(number: int) -> str:
    """Count what else was met, where it is told."""
    return phrase("{number} more on the page of the whole run", number=number) if number else ""


def compared_with(at: datetime) -> str:
    """Say what the pages were compared with."""
    return phrase("Compared with {day}, when it last went well.", day=whole_day(at))


def night(at: datetime, word: str) -> str:
    """Say how one run went."""
    return f"{whole_day(at)}: {within(word)}"


def last_runs(number: int, counts: Mapping[str, int]) -> str:
    """Say how the last runs went, in one sentence."""
    told = listed([f'{times(often)} "{within(word)}"' for word, often in counts.items()])
    return phrase_many(
        "In the last {number} run: {told}.", "In the last {number} runs: {told}.", number, told=told
    )


def not_walked(name: str, reason: str) -> str:
    """Say that there was no walk at all."""
    return " ".join(filter(None, [name, phrase(journey_labels.NOT_WALKED), reason]))


def never_reached(name: str, steps: Sequence[str]) -> str:
    """Name the steps that nobody saw."""
    never = phrase("Never came to {steps}.", steps=listed(quoted(steps), most=5))
    return f"{capital(name)} {never}" if name else never


def not_pressed(name: str, step: str) -> str:
    """Say what was not done on purpose."""
    open_end = phrase('What comes after "{step}" was not tried, on purpose.', step=step)
    return capital(f"{name} {open_end}".strip())


def time_not_judged(name: str, steps: Sequence[str]) -> str:
    """Name the steps whose time nobody can judge."""
    what = listed(quoted(steps), most=5)
    said = phrase("The time of {what} was not judged: the shopper's own machine was busy.", what=what)
    return capital(f"{name} {said}".strip())


def not_as_asked(what: str) -> str:
    """Say what of the shopper the pages did not find."""
    return sentence(phrase("Not as asked of this shopper: {what}", what=what))


def without_picture(steps: Sequence[str]) -> str:
    """Name the steps of which there is no picture."""
    return phrase("There is no picture of {steps}.", steps=listed(quoted(steps), most=3))
