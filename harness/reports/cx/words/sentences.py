"""Facts in, sentences out: what the page says of walks, findings and what was not experienced."""

from collections.abc import Sequence

from harness.judge import FindingKind
from harness.record import OpenEffect
from harness.reports.cx.words import counted, labels
from harness.reports.cx.words.speech import (
    human_time,
    listed,
    moment,
    percent,
    quoted,
    sentence,
    times,
    within,
)
from harness.words import phrase, phrase_many

ALL_BUT = 0.995
"""From this share on it reads as 100 %, and nobody is left who could have met it."""

OWNERS_MOST = 3
"""What is owned by more is everybody's, and so nobody's."""


def effect(told: OpenEffect) -> str:
    """Say what became of a commitment: which, by what, of when, for how much, how it is found."""
    what = phrase(labels.EFFECTS[told.level])
    said = phrase(
        '{what} by "{journey}", {moment}, {state}.',
        what=f"{what} ({told.amount})" if told.amount else what,
        journey=told.journey,
        moment=moment(told.since),
        state=phrase(labels.EFFECT_STATES[told.state]),
    )
    return " ".join(filter(None, [said, sentence(told.why), phrase("Marker: {marker}.", marker=told.marker)]))


def more_kinds(number: int) -> str:
    """Count what is not told one by one."""
    return phrase_many(
        "... and {number} more kind of trouble; the pages of the journeys tell them.",
        "... and {number} more kinds of trouble; the pages of the journeys tell them.",
        number,
    )


def persona(who: str, share: float | None) -> str:
    """Say who the shopper was and how many customers are like her."""
    return (
        who if share is None else phrase("{who} (about {share} of customers)", who=who, share=percent(share))
    )


def met_by(who: str, shoppers: int, share: float | None) -> str:
    """Say who met it: the only shopper by what she is, several by their number, and what share that is."""
    met = who or counted.shoppers(shoppers)
    if not share:
        return met
    if share >= ALL_BUT:
        return phrase("{shoppers}: all customers", shoppers=met)
    return phrase("{shoppers}, about {share} of customers", shoppers=met, share=percent(share))


def met_and_rest(met: str, rest: float | None) -> str:
    """Add for what share of customers it works; that it works for others, where no share is known."""
    if not rest:
        return phrase("{shoppers}; works for others", shoppers=met)
    return phrase("{shoppers}; works for {share}", shoppers=met, share=percent(rest))


def nobody_else_tried(met: str) -> str:
    """Add that the other shoppers did not try it."""
    return phrase("{shoppers}; no other shopper tried it", shoppers=met)


def hit(who: str, measured_ms: int | None) -> str:
    """Say whom it hit, and for how long."""
    return who if measured_ms is None else f"{who}: {human_time(measured_ms)}"


def row_title(title: str, row: dict[str, str]) -> str:
    """Tell the walks of one journey with different values apart."""
    return f"{title} ({', '.join(f'{name}: {value}' for name, value in row.items())})" if row else title


def owners(names: Sequence[str]) -> str:
    """Say who owns it."""
    if len(names) > OWNERS_MOST:
        return phrase("Nobody alone: it stops journeys of {owners}", owners=listed(names, most=OWNERS_MOST))
    return listed(names) if names else phrase(labels.NOBODY_OWNS_IT)


def also_stops(titles: Sequence[str]) -> str:
    """Name the journeys the same cause stops beside the first."""
    if not titles:
        return ""
    return phrase_many(
        "{number} more journey: {titles}",
        "{number} more journeys: {titles}",
        len(titles),
        titles=listed(titles),
    )


def more_walks(number: int) -> str:
    """Count the walks that are not linked one by one."""
    return phrase_many("and {number} more walk", "and {number} more walks", number)


def time_against_limit(measured_ms: int, limit_ms: int | None) -> str:
    """Say how long it took and how long it may take."""
    if not limit_ms:
        return human_time(measured_ms)
    return phrase("{time}, the limit is {limit}", time=human_time(measured_ms), limit=human_time(limit_ms))


def hassle(what: str, number: int, cost_ms: int) -> str:
    """Say what got in the way, how often, and what it cost the customer."""
    cost = phrase("{time} of the customer's time", time=human_time(cost_ms))
    return _hassle(what, times(number) if number > 1 else "", cost if _is_noticed(cost_ms) else "")


def hassle_in_run(what: str, number: int, cost_ms: int, walks: int) -> str:
    """Say the same of a whole run, where each customer is hit by one walk's share."""
    often = phrase("{times} in {walks}", times=times(number), walks=counted.walks(walks))
    cost = phrase("about {time} each time", time=human_time(cost_ms // number))
    return _hassle(what, often, cost if _is_noticed(cost_ms // number) else "")


def _is_noticed(cost_ms: int) -> bool:
    return cost_ms >= labels.LEAST_NOTICED_MS


def _hassle(what: str, how_often: str, cost: str) -> str:
    added = ", ".join(filter(None, (how_often, cost)))
    return f"{what.rstrip('.')} ({added})." if added else what


def told(what: str, waited_ms: int | None) -> str:
    """Tell which way was taken, such as `If see "Sign in": no, so not taken.`, or how long was waited."""
    return sentence(f"{what}: {human_time(waited_ms)}" if waited_ms is not None else what)


def site_said(errors: Sequence[str]) -> str:
    """Quote the site."""
    return listed(quoted(errors), most=3)


def expected_and_seen(wanted: str | None, seen: str | None) -> str:
    """Set what should have been true against what the customer saw."""
    parts = [phrase("expected: {wanted}", wanted=wanted)] if wanted else []
    parts += [phrase("the customer saw: {seen}", seen=seen)] if seen else []
    return sentence("; ".join(parts))


def picture_of(number: int, step: str, word: str, ringed: str) -> str:
    """Describe a picture to those who cannot see it."""
    name = f"{step} ({within(word)})" if word else step
    said = phrase("The site after step {number}, {step}.", number=number, step=name)
    return f"{said} {ringed}" if ringed else said


def took(duration_ms: int, *, to_the_end: bool) -> str:
    """Say how long a walk took, or how far it came."""
    time = human_time(duration_ms)
    return time if to_the_end else phrase("stopped after {time}", time=time)


def unproven_kind(kind: FindingKind, number: int) -> str:
    """Say how many walks prove nothing, and why."""
    return phrase(labels.UNPROVEN_KINDS[kind], walks=counted.walks(number))


def faulty_files(number: int) -> str:
    """Say how many journey files could not be walked."""
    return phrase_many(
        "{number} journey file could not be read and was not walked",
        "{number} journey files could not be read and were not walked",
        number,
    )


def elsewhere(number: int, site: str) -> str:
    """Say how many journeys were asked for that are for other sites."""
    return phrase_many(
        "{number} journey is not for {site}", "{number} journeys are not for {site}", number, site=site
    )


def never_begun(number: int) -> str:
    """Say how many planned walks left no record."""
    return phrase_many(
        "{number} walk was planned and left no record",
        "{number} walks were planned and left no record",
        number,
    )
