"""Facts in, the words of messages out; what the pages say too is taken from their words."""

from datetime import datetime, timedelta, tzinfo

from harness.findings.model import Life
from harness.reports.cx.words import labels
from harness.reports.cx.words.speech import count, listed

BRAND = labels.BRAND
SORTS = {"new": "New", "reopened": "Back again", "fixed": "Fixed", "open": "Still open"}
SINCE, HITS, ALSO, COSTS = "Since", labels.WHO, labels.ALSO, "What it costs"
OWNER, ACTION, TICKET = labels.OWNER, labels.ACTION, "Ticket"
SEE_MORE = "See the pictures and the whole story"
SEE_PAGE = "Open the report"
NOT_EXPERIENCED = labels.UNPROVEN
NOBODY = "Nobody yet"
NOTHING_OPEN = "Nothing is open: customers can do all that was tried."
FIXED_ACTION = "Nothing: good visits have shown that it is gone."
CLAIMED = "Somebody said that it was fixed."
QUARANTINED = "Set aside until {day}: it does not decide how a run ends."
FLAKY = "One of two customers met it."
NO_HISTORY = "What is new cannot be told apart from what is old: {problem}"
FIRST_RUN_OF_ALL = "This is the first run that is known: all that was found counts as new."


def subject(site: str, news: int, reopened: int, fixed: int, still_open: int) -> str:
    """Say in one line what a message is about."""
    counted = ((news, "new"), (reopened, "back again"), (fixed, "fixed"), (still_open, "still open"))
    said = listed([f"{number} {word}" for number, word in counted if number])
    return f"{site}: {said or 'nothing is broken'}"


def subject_of_one(site: str, sort: str, cannot: str) -> str:
    """Say in one line what a message about a single finding says."""
    return f"{site}: {SORTS[sort].lower()}: {cannot}"


def digest_title(site: str, day: datetime) -> str:
    """Name the message of a week."""
    return f"{site}: the week to {day.day} {day:%B}"


def digest_headline(still_open: int, fixed: int) -> str:
    """Lead the message of a week."""
    if not still_open:
        return NOTHING_OPEN
    gone = f"; {count(fixed, 'finding')} turned out to be gone" if fixed else ""
    return f"{count(still_open, 'finding')} {'is' if still_open == 1 else 'are'} open{gone}."


def day_of(at: datetime, zone: tzinfo | None) -> str:
    """Say a day as people do: `Tuesday, 17 November`."""
    at = at.astimezone(zone)
    return f"{at:%A}, {at.day} {at:%B}"


def since(life: Life, zone: tzinfo | None) -> str:
    """Say since when a finding is met, and how steadily."""
    day = day_of(life.first_seen, zone)
    if life.change == "verified":
        gone = f"not met in the last {count(life.good_runs, 'run')}" if life.good_runs else "gone"
        return f"{day}; {gone}"
    if life.change == "reopened":
        return f"{day}, after it was gone"
    if life.runs_met <= 1 and life.runs_in_a_row <= 1:
        return f"{day}, met once so far" if life.change != "new" else day
    steadily = f"{count(life.runs_in_a_row, 'run')} in a row" if life.runs_in_a_row > 1 else ""
    often = f"met in {life.runs_met} of {count(life.runs_tried, 'run')}"
    return ", ".join(filter(None, [day, steadily, often]))


def note_of(life: Life, today: datetime) -> str:
    """Say what else is known of a finding."""
    said = [FLAKY] if life.state == "flaky" else []
    said += [CLAIMED] if life.state == "fixed" and life.change != "verified" else []
    if life.quarantined_until and life.is_quarantined(today.date()):
        said.append(QUARANTINED.format(day=life.quarantined_until.isoformat()))
    return " ".join(said)


def works(fine: int, walked: int) -> str:
    """Say how many visits went well."""
    return f"{fine} of {count(walked, 'visit')} went well." if walked else "No visit was made."


def left_out(number: int) -> str:
    """Say how many findings a message leaves out."""
    return f"And {count(number, 'finding')} more: see the report." if number else ""


def later(at: datetime, zone: tzinfo | None) -> str:
    """Say when something will be sent."""
    at = at.astimezone(zone)
    is_soon = at - datetime.now(at.tzinfo) < timedelta(days=1)
    return f"{at:%H:%M}" if is_soon else f"{day_of(at, zone)}, {at:%H:%M}"
