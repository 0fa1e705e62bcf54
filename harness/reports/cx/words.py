"""Facts in, sentences out: every word of the page, in one place. Another language is another such module.

Readers are customer-experience professionals: no technical words here, a test forbids them.
"""

from collections.abc import Sequence
from datetime import datetime

from harness.judge import FindingKind, Party, Verdict
from harness.record.model import FrictionKind
from harness.reports.cx.speech import capital, count, human_time, listed, moment, sentence, times
from harness.reports.cx.tones import Tone

LANGUAGE = "en"
BRAND = "Mystery shopper"

CANNOT = "What customers cannot do"
SLOW = "What is slow"
SLOW_LEAD = "As this shopper saw it: one sample, not the average of all customers."
ANNOYS = "What annoys"
COUNTED = "Counted along the way"
UNPROVEN = "What was not experienced"
UNPROVEN_LEAD = "After this run nobody can say whether customers can do these things. Grey is not green."
WORKS = "What works"
WORKS_LEAD = "The seconds are what the site made the shopper wait; reading and typing come on top."
BOARD = "What was experienced in this run"
WALKS = "Every walk, step by step"
WALKS_LEAD = "Worst first. Walks that worked are folded: open one to see its pictures."

WHO = "Hits"
FINE_FOR = "Works for"
ALSO = "Also stops"
OWNER = "Owner"
ACTION = "What to do"
NEXT_CHECK = "Next check"
CERTAINTY = "How sure"
TIME = "Time"
GOAL = "Why it matters"
SEE_WALKS = "Step by step"
MET = "What the customer met"
STAGE = "Stage"
TOUCHPOINT = "Touchpoint"
RESULT = "Result"
DEVELOPERS = "For developers"
JOURNEY_LINE = "Journey file and line"
REPLAY = "Walk it again with"
TRACE = "Recording of the walk"
MADE_WITH = "Browser"
ALLURE = "The same run for testers and developers"

NOBODY_OWNS_IT = "Nobody yet: name an owner in the journey."
NEXT_RUN = "The next run walks it again."
NO_PICTURE = "No picture could be taken"
PICTURE_LOST = "The picture is missing"
CUT_SHORT = "The walk ended in the middle of this step"

STOPPED_HERE = "Stopped here"
STEP_SLOW = "Slow"
STEP_HASSLE = "Hassle"
STOPPED_ON_PURPOSE = "Stopped on purpose"
NOT_REACHED = "Not reached"
CUT_SHORT_HERE = "Cut short here"
RINGED_BROKEN = " A red ring marks the place where it stopped."
RINGED = " A ring marks the place."

NOTHING_WALKED = "Nothing was experienced: no walk was made."
NOTHING_PROVEN = "Nothing was proven: no walk came to an end that can be judged."
ALL_WORKED = "Everything customers tried worked."

VERDICTS: dict[Verdict, str] = {
    Verdict.FINE: "Works",
    Verdict.STOPPED_ON_PURPOSE: "Ready, not proven",
    Verdict.ANNOYING: "Works, but annoys",
    Verdict.OVER_BUDGET: "Works, but slow",
    Verdict.OUTDATED: "Journey out of date",
    Verdict.FAULTY_FILE: "File has mistakes",
    Verdict.NOT_JUDGED: "Not judged",
    Verdict.BLOCKED: "Blocked as a robot",
    Verdict.BROKEN: "Does not work",
    Verdict.SITE_DOWN: "Site down",
}

RUN: dict[Tone, str] = {
    Tone.BROKEN: "Something does not work",
    Tone.SLOW: "Something is slow",
    Tone.ANNOYING: "Something annoys",
    Tone.UNPROVEN: "Not all is proven",
    Tone.FINE: "All works",
}

TALLY: dict[Tone, tuple[str, str]] = {
    Tone.BROKEN: ("does not work", "do not work"),
    Tone.SLOW: ("is slow", "are slow"),
    Tone.ANNOYING: ("annoys", "annoy"),
    Tone.UNPROVEN: ("not experienced", "not experienced"),
    Tone.FINE: ("works well", "work well"),
}

TOUCHPOINTS: dict[Tone, str] = {
    Tone.BROKEN: "Does not work",
    Tone.SLOW: "Works, but slow",
    Tone.ANNOYING: "Works, but annoys",
    Tone.UNPROVEN: "Not experienced",
    Tone.FINE: "Works",
}

ACTIONS: dict[Party, str] = {
    Party.NOBODY: "",
    Party.COMPANY: "Look at the pictures and hand this to the owner.",
    Party.AUTHOR: "The journey's author brings it up to date.",
    Party.OPERATIONS: "Ask the site's operations to let the shopper in.",
    Party.OPERATOR: "Whoever runs the shopper finds out why and walks it again.",
}

CONFIDENCE = {
    "certain": "",
    "likely": "Likely, not certain: the pictures tell more.",
    "unsure": "Not sure whose turn it is: please look at the pictures first.",
}

FRICTION: dict[FrictionKind, str] = {
    "popup": "{what} appeared {times}",
    "popup stuck": "{what} could not be closed, {times}",
    "dead click": "Nothing happened after a click, {times}: {what}",
    "visible error": "The site showed an error, {times}: “{what}”",
    "typed text lost": "What the customer had typed was lost, {times}: {what}",
}
"""Kinds a customer notices; the others are for developers only and stay off the page."""

LEAST_NOTICED_MS = 100

UNPROVEN_KINDS: dict[FindingKind, str] = {
    "stopped on purpose": "{walks} stopped on purpose before the last step: ready, not proven",
    "journey out of date": "{walks} could not go on: the journey is out of date, the site may be fine",
    "blocked": "{walks} turned away: the site took the shopper for a robot",
    "not judged": "{walks} could not be judged: the trouble was on the shopper's side",
    "faulty file": "{walks} never began: the journey file has mistakes",
}


def run_title(site: str, at: datetime) -> str:
    """Name the page in the browser's tab."""
    return f"{BRAND} at {site}, {moment(at)}"


def cannot_reach(site: str) -> str:
    """Lead with a site that is down."""
    return f"Customers cannot reach {site}."


def some_broken(broken: int, tried: int) -> str:
    """Lead with the number of things that do not work."""
    if broken == tried:
        return f"None of the {tried} things customers tried works."
    return f"{broken} of {tried} things customers try {'does' if broken == 1 else 'do'} not work."


def worked_but(slow: int, annoying: int) -> str:
    """Lead with what was hard, when all of it could be done."""
    parts = [f"{slow} {'is' if slow == 1 else 'are'} slow"] if slow else []
    parts += [f"{annoying} {'annoys' if annoying == 1 else 'annoy'}"] if annoying else []
    return f"Everything customers tried worked, but {listed(parts)}."


def partly_proven(proven: int, planned: int) -> str:
    """Lead with what is open, when nothing was found wrong."""
    if proven == planned:
        return "Everything that was tried worked, but not everything was tried."
    verb = "was" if planned - proven == 1 else "were"
    return f"{proven} of {count(planned, 'walk')} worked; {planned - proven} {verb} not proven."


def summary_line(text: str, who: Sequence[str], also: str) -> str:
    """Say a cause in one line of a terminal."""
    return f"  - {text} {WHO}: {'; '.join(who)}." + (f" {ALSO}: {also}." if also else "")


def tally(tone: Tone, number: int) -> str:
    """Say what so many journeys amount to; the number stands before it."""
    one, many = TALLY[tone]
    return one if number == 1 else many


def shoppers(who: Sequence[str]) -> str:
    """Say with whom the run was made."""
    return f"{count(len(who), 'shopper')}: {sentence('; '.join(who))}" if who else "No shopper set out."


def visits(walks: int, journeys: int) -> str:
    """Say how much was walked."""
    return f"{count(walks, 'walk')} of {count(journeys, 'journey')}" if walks else "No walk was made"


def persona(who: str, share: float | None) -> str:
    """Say who the shopper was and how many customers are like her."""
    return who if share is None else f"{who} (about {round(share * 100)} % of customers)"


def row_title(title: str, row: dict[str, str]) -> str:
    """Tell the walks of one journey with different values apart."""
    return f"{title} ({', '.join(f'{name}: {value}' for name, value in row.items())})" if row else title


def owners(names: Sequence[str]) -> str:
    """Say who owns it."""
    return listed(names, most=3) if names else NOBODY_OWNS_IT


def also_stops(titles: Sequence[str]) -> str:
    """Name the journeys the same cause stops beside the first."""
    return f"{count(len(titles), 'more journey')}: {listed(titles)}" if titles else ""


def more_walks(number: int) -> str:
    """Point to the walks that are not linked one by one."""
    return f"and {count(number, 'more walk')}, below"


def time_against_limit(measured_ms: int, limit_ms: int | None) -> str:
    """Say how long it took and how long it may take."""
    took_words = human_time(measured_ms)
    return f"{took_words}, the limit is {human_time(limit_ms)}" if limit_ms else took_words


def friction(kind: FrictionKind, what: str, number: int, duration_ms: int) -> str:
    """Say what got in the way, how often, and what it cost the customer."""
    text = capital(FRICTION[kind].format(what=what.strip().rstrip("."), times=times(number)))
    cost = f", {human_time(duration_ms)} of the customer's time" if duration_ms >= LEAST_NOTICED_MS else ""
    return f"{text}{cost}."


def nice_to_see(name: str) -> str:
    """Say what should have been shown and was not."""
    return f"Should have been shown, and was not: {name}"


def site_said(errors: Sequence[str]) -> str:
    """Quote the site."""
    return f"The site said: {listed([f'“{error}”' for error in errors], most=3)}"


def expected_and_seen(wanted: str | None, seen: str | None) -> str:
    """Set what should have been true against what the customer saw."""
    parts = [("expected", wanted), ("the customer saw", seen)]
    return sentence("; ".join(f"{label}: {text}" for label, text in parts if text))


def without_finding(title: str, verdict: Verdict) -> str:
    """Speak for a verdict that came without a finding, so that it is not lost."""
    return f"{title}: {VERDICTS[verdict].lower()}"


def unproven_kind(kind: FindingKind, number: int) -> str:
    """Say how many walks prove nothing, and why."""
    return UNPROVEN_KINDS[kind].format(walks=count(number, "walk"))


def faulty_files(number: int) -> str:
    """Say how many journey files could not be walked."""
    return (
        f"{count(number, 'journey file')} could not be read and {'was' if number == 1 else 'were'} not walked"
    )


def never_begun(number: int) -> str:
    """Say how many planned walks left no record."""
    return f"{count(number, 'walk')} {'was' if number == 1 else 'were'} planned and left no record"


def picture_of(number: int, step: str, word: str, ringed: str) -> str:
    """Describe a picture to those who cannot see it."""
    state = f" ({word.lower()})" if word else ""
    return f"The site after step {number}, {step}{state}.{ringed}"


def took(duration_ms: int, *, to_the_end: bool) -> str:
    """Say how long a walk took, or how far it came."""
    return human_time(duration_ms) if to_the_end else f"stopped after {human_time(duration_ms)}"


def footer(browsers: Sequence[str], version: str) -> str:
    """Say how the page was made."""
    made_with = f" with {listed(browsers)}" if browsers else ""
    return (
        f"Made by Mystery Shopper {version}{made_with}. Each walk is one sample, as this shopper saw it: "
        "customers with other devices, connections and habits may meet something else."
    )
