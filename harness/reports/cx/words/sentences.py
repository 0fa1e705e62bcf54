"""Facts in, sentences out: everything the page says that depends on what happened."""

from collections.abc import Sequence
from datetime import datetime

from harness.judge import FindingKind
from harness.record import OpenEffect
from harness.reports.cx.tones import Tone
from harness.reports.cx.words import labels
from harness.reports.cx.words.speech import count, human_time, listed, moment, sentence, times


def run_title(site: str, at: datetime) -> str:
    """Name the page in the browser's tab."""
    return f"{labels.BRAND} at {site}, {moment(at)}"


def cannot_reach(site: str) -> str:
    """Lead with a site that is down."""
    return f"Customers cannot reach {site}."


def some_broken(broken: int, tried: int) -> str:
    """Lead with the number of things that do not work."""
    if broken == tried:
        return f"None of the {tried} things customers tried works."
    return f"{broken} of {tried} things customers try {'does' if broken == 1 else 'do'} not work."


def effect(told: OpenEffect) -> str:
    """Say what became of a commitment: which, by what, of when, for how much, how it is found."""
    what, _ = labels.EFFECTS[told.level]
    cost = f" ({told.amount})" if told.amount else ""
    state = labels.EFFECT_STATES[told.state]
    said = f'{what}{cost} by "{told.journey}", {moment(told.since)}, {state}.'
    return " ".join(filter(None, [said, sentence(told.why), f"Marker: {told.marker}."]))


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
    return f"  - {text} {labels.WHO}: {'; '.join(who)}." + (f" {labels.ALSO}: {also}." if also else "")


def tally(tone: Tone, number: int) -> str:
    """Say what so many journeys amount to; the number stands before it."""
    one, many = labels.TALLY[tone]
    return one if number == 1 else many


def also_stopped(journeys: int) -> str:
    """Say below a headline how much more the same cause stops."""
    return f"The same stops {count(journeys, 'more journey')}."


def causes(number: int) -> str:
    """Say below a headline how many causes stand behind it."""
    return f"There are {number} causes."


def more_kinds(number: int) -> str:
    """Count what is not told one by one."""
    return f"... and {count(number, 'more kind')} of trouble; the pages of the journeys tell them."


def shoppers(who: Sequence[str]) -> str:
    """Say with whom the run was made."""
    return f"{count(len(who), 'shopper')}: {sentence('; '.join(who))}" if who else "No shopper set out."


def visits(walks: int, journeys: int) -> str:
    """Say how much was walked."""
    return f"{count(walks, 'walk')} of {count(journeys, 'journey')}" if walks else "No walk was made"


def persona(who: str, share: float | None) -> str:
    """Say who the shopper was and how many customers are like her."""
    return who if share is None else f"{who} (about {percent(share)} of customers)"


def reach(shoppers: int, share: float | None, rest: float | None) -> str:
    """Say how many shoppers met it, what share of customers that is, and for what share it works."""
    met = count(shoppers, "shopper")
    met += f", about {percent(share)} of customers" if share else ""
    return f"{met}; works for {percent(rest)}" if rest else met


def works_for(share: float, who: Sequence[str]) -> str:
    """Say for how many customers everything works."""
    if not who:
        return "None of the shoppers could do all they came for."
    return f"Works for {percent(share)} of customers: {listed(who, most=3)}."


def percent(share: float) -> str:
    """Say a share: `55 %`."""
    return f"{round(share * 100)} %"


def hit(who: str, measured_ms: int | None) -> str:
    """Say whom it hit, and for how long."""
    return who if measured_ms is None else f"{who}: {human_time(measured_ms)}"


def row_title(title: str, row: dict[str, str]) -> str:
    """Tell the walks of one journey with different values apart."""
    return f"{title} ({', '.join(f'{name}: {value}' for name, value in row.items())})" if row else title


def owners(names: Sequence[str]) -> str:
    """Say who owns it."""
    return listed(names, most=3) if names else labels.NOBODY_OWNS_IT


def also_stops(titles: Sequence[str]) -> str:
    """Name the journeys the same cause stops beside the first."""
    return f"{count(len(titles), 'more journey')}: {listed(titles)}" if titles else ""


def more_walks(number: int) -> str:
    """Count the walks that are not linked one by one."""
    return f"and {count(number, 'more walk')}"


def time_against_limit(measured_ms: int, limit_ms: int | None) -> str:
    """Say how long it took and how long it may take."""
    took_words = human_time(measured_ms)
    return f"{took_words}, the limit is {human_time(limit_ms)}" if limit_ms else took_words


def hassle(what: str, number: int, cost_ms: int) -> str:
    """Say what got in the way, how often, and what it cost the customer."""
    return _hassle(what, times(number) if number > 1 else "", cost_ms)


def hassle_in_run(what: str, number: int, cost_ms: int, walks: int) -> str:
    """Say the same of a whole run."""
    return _hassle(what, f"{times(number)} in {count(walks, 'walk')}", cost_ms)


def _hassle(what: str, how_often: str, cost_ms: int) -> str:
    cost = f"{human_time(cost_ms)} of the customer's time" if cost_ms >= labels.LEAST_NOTICED_MS else ""
    added = ", ".join(filter(None, (how_often, cost)))
    return f"{what.rstrip('.')} ({added})." if added else what


def told(what: str, waited_ms: int | None) -> str:
    """Tell which way was taken, such as `If see "Sign in": no, so not taken.`, or how long was waited."""
    waited = f": {human_time(waited_ms)}" if waited_ms is not None else ""
    return sentence(f"{what}{waited}")


def site_said(errors: Sequence[str]) -> str:
    """Quote the site."""
    quoted = [f'"{error}"' for error in errors]
    return listed(quoted, most=3)


def expected_and_seen(wanted: str | None, seen: str | None) -> str:
    """Set what should have been true against what the customer saw."""
    parts = [("expected", wanted), ("the customer saw", seen)]
    return sentence("; ".join(f"{label}: {text}" for label, text in parts if text))


def unproven_kind(kind: FindingKind, number: int) -> str:
    """Say how many walks prove nothing, and why."""
    return labels.UNPROVEN_KINDS[kind].format(walks=count(number, "walk"))


def faulty_files(number: int) -> str:
    """Say how many journey files could not be walked."""
    return (
        f"{count(number, 'journey file')} could not be read and {'was' if number == 1 else 'were'} not walked"
    )


def elsewhere(number: int, site: str) -> str:
    """Say how many journeys were asked for that are for other sites."""
    return f"{count(number, 'journey')} {'is' if number == 1 else 'are'} not for {site}"


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


def switched_on(defects: Sequence[str]) -> str:
    """Say which defects of the embedded shop were asked for."""
    return f"Defects switched on in the embedded shop for this run: {listed(defects)}." if defects else ""


def footer(browsers: Sequence[str], version: str) -> str:
    """Say how the page was made."""
    made_with = f" with {listed(browsers)}" if browsers else ""
    return (
        f"Made by Mystery Shopper {version}{made_with}. Each walk is one sample, as this shopper saw it: "
        "customers with other devices, connections and habits may meet something else."
    )
