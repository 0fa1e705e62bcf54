"""A visit's figures and those of earlier visits in, what got slower or faster out, where that is sure.

A difference is told only where it is unlikely to be chance (Mann and Whitney, two-sided, corrected for all
figures of the visit after Holm, for all visits of the run after Benjamini and Hochberg), large (Cliff's delta
after Romano and others, 2006) and felt by customers.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from math import ceil
from statistics import median
from typing import Literal, NamedTuple, Protocol

from pydantic import BaseModel, ConfigDict

from harness.judge.comparable import walked_with
from harness.judge.figures import Measured, keyed
from harness.judge.statistics.ranks import cliffs_delta, holm, mann_whitney, sure_at
from harness.judge.words import seconds
from harness.record import VisitRecord
from harness.words import entry, phrase

NEWEST = 5
"""The visits that are said to differ from those before, the one in question among them."""

BEFORE_LEAST = 8
BEFORE_MOST = 30
CHANCE_MOST = 0.05
LARGE_EFFECT = 0.474
"""Romano, Kromrey, Coraggio, Skowronek: Should we really be using t-test and Cohen's d? (2006)."""

MOVED_LEAST = 0.1
MOVED_LEAST_MS = 100
USUALLY = 0.95
_GOT = {"slower": entry("Got slower: {change}"), "faster": entry("Got faster: {change}")}
_CHANGE_OF_VISITS = entry("{told}; {now} in the last {number} visits.")
_CHANGE_OF_NIGHTS = entry("{told}; {now} in the last {number} nights.")


class Earlier(Protocol):
    """What is known of a figure in an earlier visit: `browser` is all that it compares with."""

    @property
    def started_at(self) -> datetime: ...  # noqa: D102 -- the class says it
    @property
    def value(self) -> float: ...  # noqa: D102
    @property
    def browser(self) -> str: ...  # noqa: D102
    @property
    def over(self) -> bool | None: ...  # noqa: D102


class Trend(BaseModel):
    """A time that got longer or shorter, for sure.

    Args:
        key: The figure's key, as `keyed` gives it.
        step: The name of the step it belongs to; empty for the journey as a whole.
        told: What was measured, as a sentence with `{}` for the value.
        chance: How likely so great a difference is without a reason, among as many figures; 0 to 1.
        effect: Cliff's delta, above 0 for slower.
        visits_now: How many visits are compared with `visits_before` earlier ones.
        over_nights: Whether no two of those visits were on one day.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    step: str = ""
    told: str
    direction: Literal["slower", "faster"]
    median_before_ms: int
    median_now_ms: int
    p95_before_ms: int
    p95_now_ms: int
    visits_before: int
    visits_now: int
    over_nights: bool = False
    chance: float
    effect: float

    @property
    def sentence(self) -> str:
        """What changed, for every reader."""
        return phrase(_GOT[self.direction], change=self.change)

    @property
    def change(self) -> str:
        """What was measured before and now, for below a heading that says which way it went."""
        before, now = _told_apart(self.median_before_ms, self.median_now_ms)
        return phrase(
            _CHANGE_OF_NIGHTS if self.over_nights else _CHANGE_OF_VISITS,
            told=self.told.replace("{}", before),
            now=now,
            number=self.visits_now,
        )

    @property
    def detail(self) -> str:
        """What the times are taken from, and how long it takes when it takes long."""
        before, now = _told_apart(self.p95_before_ms, self.p95_now_ms)
        return phrase(
            "Half of the {number} visits before took no longer than that;"
            " 19 of 20 took up to {before}, now {now}.",
            number=self.visits_before,
            before=before,
            now=now,
        )


def _told_apart(before_ms: int, now_ms: int) -> tuple[str, str]:
    """Return both times in as few digits as tell them apart."""
    pairs = ((seconds(before_ms, digits), seconds(now_ms, digits)) for digits in (1, 2))
    return next((pair for pair in pairs if pair[0] != pair[1]), (seconds(before_ms, 3), seconds(now_ms, 3)))


class _Compared(NamedTuple):
    """One figure in the newest visits and in those before, with how likely their difference is chance."""

    key: str
    figure: Measured
    now: tuple[float, ...]
    before: tuple[float, ...]
    over_nights: bool
    chance: float


def trends(now: VisitRecord, earlier: Mapping[str, Sequence[Earlier]]) -> tuple[Trend, ...]:
    """Return what got slower or faster in the newest visits, what moved most first.

    Args:
        now: The newest visit.
        earlier: Its figures in earlier visits by their keys, newest first. Those of another browser or
            persona setting do not count, nor those that a busy machine spoilt.
    """
    compared = tuple(_compared(now, earlier))
    corrected = holm([figure.chance for figure in compared])
    found = (_trend(figure, chance) for figure, chance in zip(compared, corrected, strict=True))
    return tuple(sorted(filter(None, found), key=_moved_ms, reverse=True))


def sure_in_run(found: Mapping[str, Sequence[Trend]], visits_compared: int) -> dict[str, tuple[Trend, ...]]:
    """Return what is still sure where many visits of a run were looked at, by visit.

    Args:
        found: What `trends` found in each.
        visits_compared: In how many visits it was looked for.
    """
    least = [min(trend.chance for trend in of_visit) for of_visit in found.values()]
    most = sure_at(least, visits_compared, CHANCE_MOST)
    sure = {
        visit: tuple(trend for trend in of_visit if trend.chance <= most) for visit, of_visit in found.items()
    }
    return {visit: told for visit, told in sure.items() if told}


def _compared(now: VisitRecord, earlier: Mapping[str, Sequence[Earlier]]) -> Iterator[_Compared]:
    conditions = walked_with(now)
    for key, figure in keyed(now):
        if not figure.figure.is_time or figure.over is None:
            continue
        alike = [e for e in earlier.get(key, ()) if e.browser == conditions and e.over is not None]
        newest, before = alike[: NEWEST - 1], alike[NEWEST - 1 :][:BEFORE_MOST]
        if len(before) < BEFORE_LEAST:
            continue
        values = (figure.value, *(e.value for e in newest))
        past = tuple(e.value for e in before)
        days = {now.started_at.date(), *(e.started_at.date() for e in newest)}
        yield _Compared(key, figure, values, past, len(days) == NEWEST, mann_whitney(values, past)[1])


def _trend(compared: _Compared, chance: float) -> Trend | None:
    before_ms, now_ms = median(compared.before), median(compared.now)
    effect = cliffs_delta(compared.now, compared.before)
    moved_ms = abs(now_ms - before_ms)
    is_felt = moved_ms >= MOVED_LEAST_MS and moved_ms >= MOVED_LEAST * before_ms
    if chance >= CHANCE_MOST or abs(effect) < LARGE_EFFECT or not is_felt:
        return None
    return Trend(
        key=compared.key,
        step=compared.key.partition("|")[0],
        told=compared.figure.told,
        direction="slower" if now_ms > before_ms else "faster",
        median_before_ms=round(before_ms),
        median_now_ms=round(now_ms),
        p95_before_ms=round(_p95(compared.before)),
        p95_now_ms=round(_p95(compared.now)),
        visits_before=len(compared.before),
        visits_now=len(compared.now),
        over_nights=compared.over_nights,
        chance=chance,
        effect=effect,
    )


def _moved_ms(trend: Trend) -> int:
    return abs(trend.median_now_ms - trend.median_before_ms)


def _p95(values: Sequence[float]) -> float:
    """Return the nearest rank: what 19 of 20 do not exceed."""
    return sorted(values)[ceil(USUALLY * len(values)) - 1]
