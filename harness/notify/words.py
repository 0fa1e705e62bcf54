"""Facts in, the words of messages out; what the pages say too is taken from their words."""

from datetime import date, datetime, timedelta, tzinfo

from harness.findings.model import Life
from harness.reports.cx.words import counted, labels
from harness.reports.cx.words.speech import day, day_of_week, listed, within
from harness.words import entry, phrase, phrase_many

BRAND = labels.BRAND
SORTS: dict[str, str] = {
    "new": entry("New"),
    "reopened": entry("Back again"),
    "fixed": entry("Fixed"),
    "open": entry("Still open"),
}
SINCE, HITS, ALSO, COSTS = entry("Since"), labels.WHO, labels.ALSO, labels.COST
OWNER, ACTION, TICKET = labels.OWNER, labels.ACTION, labels.TICKET
WHAT = entry("what")
SEE_MORE = entry("See the pictures and the whole story")
SEE_PAGE = entry("Open the report")
NOT_EXPERIENCED = labels.UNPROVEN
NOBODY = entry("Nobody yet")
ALL_WELL = entry("Nothing is open: customers can do all that was tried.")
NOTHING_OPEN = entry("Nothing is open.")
NOTHING_OF_YOURS = entry("Nothing of yours is open.")
FIXED_ACTION = entry("Nothing: good visits have shown that it is gone.")
CLAIMED = entry("Somebody said that it was fixed.")
QUARANTINED = entry("Set aside until {day}: it does not decide how a run ends.")
FLAKY = entry("One of two customers met it.")
NO_HISTORY = entry("What is new cannot be told apart from what is old: {problem}")


def title_of(sort: str, number: int | None) -> str:
    """Say what is told of a finding, and what it is called by: `New, finding 12`."""
    said = phrase(SORTS[sort])
    return phrase("{news}, finding {number}", news=said, number=number) if number else said


def subject(site: str, news: int, reopened: int, fixed: int, still_open: int) -> str:
    """Say in one line what a message is about."""
    said = [phrase("{number} new", number=news)] if news else []
    said += [phrase("{number} back again", number=reopened)] if reopened else []
    said += [phrase("{number} fixed", number=fixed)] if fixed else []
    said += [phrase("{number} still open", number=still_open)] if still_open else []
    told = listed(said) or phrase("nothing is broken")
    return f"{site}: {told}"


def subject_of_one(site: str, sort: str, cannot: str) -> str:
    """Say in one line what a message about a single finding says."""
    return f"{site}: {within(phrase(SORTS[sort]))}: {cannot}"


def digest_title(site: str, at: datetime) -> str:
    """Name the message of a week."""
    return phrase("{site}: the week to {day}", site=site, day=day(at.date()))


def digest_headline(still_open: int, fixed: int, *, is_own: bool, is_well: bool) -> str:
    """Lead the message of a week.

    Args:
        still_open: How many findings are open, of those that the reader is told.
        fixed: How many of them turned out to be gone.
        is_own: Whether the reader is told only some.
        is_well: Whether each visit went well.
    """
    if not still_open and is_own:
        return phrase(NOTHING_OF_YOURS)
    if not still_open:
        return phrase(ALL_WELL if is_well else NOTHING_OPEN)
    said = [phrase_many("{number} finding is open", "{number} findings are open", still_open)]
    if fixed:
        gone = phrase_many(
            "{number} finding turned out to be gone", "{number} findings turned out to be gone", fixed
        )
        said.append(gone)
    return f"{'; '.join(said)}."


def day_of(at: datetime, zone: tzinfo | None) -> str:
    """Say a day as people do: `Tuesday, 17 November`."""
    return day_of_week(at.astimezone(zone).date())


def since(life: Life, zone: tzinfo | None) -> str:
    """Say since when a finding is met, and how steadily."""
    first = day_of(life.first_seen, zone)
    if life.change == "verified":
        return f"{first}; {_gone(life)}"
    if life.change == "reopened":
        return phrase("{day}, after it was gone", day=first)
    if life.runs_met <= 1 and life.runs_in_a_row <= 1:
        return phrase("{day}, met once so far", day=first) if life.change != "new" else first
    said = [first]
    if life.runs_in_a_row > 1:
        said.append(phrase("{runs} in a row", runs=counted.runs(life.runs_in_a_row)))
    said.append(phrase("met in {met} of {runs}", met=life.runs_met, runs=counted.runs(life.runs_tried)))
    return ", ".join(said)


def _gone(life: Life) -> str:
    if not life.good_runs:
        return phrase("gone")
    return phrase_many(
        "not met in the last {number} run", "not met in the last {number} runs", life.good_runs
    )


def note_of(life: Life, today: datetime) -> str:
    """Say what else is known of a finding."""
    said = [phrase(FLAKY)] if life.state == "flaky" else []
    said += [phrase(CLAIMED)] if life.state == "fixed" and life.change != "verified" else []
    if life.quarantined_until and life.is_quarantined(today.date()):
        said.append(set_aside(life.quarantined_until))
    return " ".join(said)


def set_aside(until: date) -> str:
    """Say until when a finding is quarantined, and what that means."""
    return phrase(QUARANTINED, day=until.isoformat())


def works(fine: int, walked: int) -> str:
    """Say how many visits went well."""
    if not walked:
        return phrase("No visit was made.")
    return phrase_many(
        "{fine} of {number} visit went well.", "{fine} of {number} visits went well.", walked, fine=fine
    )


def left_out(number: int) -> str:
    """Say how many findings a message leaves out."""
    if not number:
        return ""
    return phrase_many(
        "And {number} finding more: see the report.", "And {number} findings more: see the report.", number
    )


def later(at: datetime, zone: tzinfo | None) -> str:
    """Say in the terminal when something will be sent."""
    at = at.astimezone(zone)
    is_soon = at - datetime.now(at.tzinfo) < timedelta(days=1)
    return f"{at:%H:%M}" if is_soon else f"{at:%A}, {at.day} {at:%B}, {at:%H:%M}"
