"""Repeated measurements in, medians and ratios with their spread out."""

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import median
from time import perf_counter, process_time


@dataclass(frozen=True)
class Spread:
    """The middle of several measurements, the lowest and the highest."""

    middle: float
    low: float
    high: float

    @classmethod
    def of(cls, measured: Sequence[float]) -> "Spread":
        """Take the median: one disturbed repetition does not move it."""
        return cls(median(measured), min(measured), max(measured))


@dataclass(frozen=True)
class Figure:
    """One line of the result.

    Args:
        name: What was measured.
        unit: `x` for a ratio, `s`, `ms`.
        spread: What came out.
        at_most: The target, where there is one.
    """

    name: str
    unit: str
    spread: Spread
    at_most: float | None = None

    @property
    def within(self) -> bool | None:
        """Whether the median meets the target."""
        return None if self.at_most is None else self.spread.middle <= self.at_most


@dataclass(frozen=True)
class Cost:
    """What one repetition took."""

    wall_s: float
    cpu_s: float


Measure = Callable[[], Cost]
Costs = Mapping[str, list[Cost]]


def timed(work: Callable[[], object]) -> Cost:
    """Do something once and return what it took."""
    began, used = perf_counter(), process_time()
    work()
    return Cost(perf_counter() - began, process_time() - used)


def interleave(candidates: Mapping[str, Measure], *, rounds: int, warm_ups: int = 1) -> Costs:
    """Measure each candidate once a round, in an order that turns, so that a busy moment meets all alike.

    Args:
        candidates: What to measure, by name.
        rounds: How often.
        warm_ups: Rounds before, which are thrown away.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in candidates}
    names = list(candidates)
    for number in range(-warm_ups, rounds):
        start = number % len(names)
        for name in islice(cycle(names), start, start + len(names)):
            gc.collect()
            cost = candidates[name]()
            if number >= 0:
                costs[name].append(cost)
    return costs


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Spread:
    """Divide the medians; the spread is that of the ratios within each round."""
    each = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    return Spread(median(ours) / median(theirs), min(each), max(each))


def wall(costs: Sequence[Cost]) -> list[float]:
    """Return the seconds on the clock."""
    return [cost.wall_s for cost in costs]


def cpu(costs: Sequence[Cost]) -> list[float]:
    """Return the seconds of computing."""
    return [cost.cpu_s for cost in costs]
