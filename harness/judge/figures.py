"""A record in, each of its figures against its limit out, with the words for what is over it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from harness.judge.busy import explains, site_worked_ms, waited_between, waited_ms
from harness.judge.model import FindingKind
from harness.judge.words import against_limit, as_wish, in_numbers, plain, seconds, size, where_said
from harness.record import Budgets, LimitSource, PageView, StepRecord, VisitRecord
from harness.words import entry, phrase, phrase_many

CLEANUP = "cleanup"
_NUMBER = re.compile(r"\d+")
_VALUE = "{}"
"""Stands in what is told of a figure for how much it is."""


def _pieces(number: int) -> str:
    return phrase_many("{count} piece", "{count} pieces", number, count=in_numbers(f"{number:,}"))


@dataclass(frozen=True)
class Figure:
    """A kind of figure: its name in fingerprints, what customers meet when it is over, what to do then.

    `{step}` in the sentence stands for the step's name, `{wish}` for the journey's.
    """

    cause: str
    sentence: str
    action: str
    kind: FindingKind = "slow page"
    is_time: bool = True
    show: Callable[[float, int], str] = seconds


_TIME = entry("Find out what takes the time; the figures of each page are with the step.")
_WAIT = entry('Customers wait too long at "{step}".')
STEP = Figure("step time", _WAIT, _TIME, "slow step")
JOURNEY = Figure("journey time", entry("It takes customers too long to {wish}."), _TIME, "slow journey")
LOAD = Figure("load", _WAIT, _TIME)
LCP = Figure("LCP", _WAIT, _TIME)
INP = Figure(
    "INP",
    entry('The page is slow to answer what customers do at "{step}".'),
    entry("Find out what keeps the page busy when customers act."),
)
CLS = Figure(
    "CLS",
    entry('The page jumps before the eyes of customers at "{step}".'),
    entry("Keep room on the page for what comes later."),
    is_time=False,
    show=lambda value, digits: plain(value, digits + 1),
)
WEIGHT = Figure(
    "weight",
    entry('Customers have to load too much at "{step}".'),
    entry("Make the pictures and programs of the page smaller, or leave some out."),
    is_time=False,
    show=size,
)
REQUESTS = Figure(
    "requests",
    entry('Customers have to load too many pieces at "{step}".'),
    entry("Put pieces of the page together, or leave some out."),
    is_time=False,
    show=lambda value, _digits: _pieces(round(value)),
)


@dataclass(frozen=True)
class Measured:
    """One figure against its limit.

    Args:
        figure: What was measured.
        value: How much it was.
        limit: How much it may be.
        told: What was measured, as a sentence with `{}` for the value.
        where: Where the limit holds, in words; empty for the default.
        added_ms: The most that a busy machine of our own may have added.
        page: The page's title, or its path where it has none; empty for steps and journeys.
    """

    figure: Figure
    value: float
    limit: float
    told: str
    where: str = ""
    added_ms: int = 0
    page: str = ""

    @property
    def ratio(self) -> float:
        """How much of the limit was used; over 1 is over budget."""
        return self.value / self.limit if self.limit else float(bool(self.value)) * 2

    @property
    def machine_may_explain_it(self) -> bool:
        """Whether it may be over its limit only because our own machine was busy."""
        return self.figure.is_time and explains(round(self.value), round(self.limit), self.added_ms)

    @property
    def over(self) -> bool | None:
        """Whether it is over its limit; None where a busy machine keeps that from being known."""
        if self.ratio <= 1:
            return False
        return None if self.machine_may_explain_it else True

    @property
    def detail(self) -> str:
        """What was measured and what is allowed, in as few digits as tell them apart."""
        show = self.figure.show
        limit = show(self.limit, 3)
        value = next((text for d in (1, 2) if (text := show(self.value, d)) != limit), show(self.value, 3))
        return against_limit(self.told.replace(_VALUE, value), limit, self.where)


def keyed(visit: VisitRecord) -> Iterator[tuple[str, Measured]]:
    """Yield every figure of a visit that has a limit, with a key that is the same in every run.

    The key is `step name|cause|page`, the page without its numbers, as those of orders differ each time. Of
    several with one key the worst is taken. Steps that did not pass have no figures.
    """
    worst: dict[str, Measured] = {}
    for step in visit.steps:
        if step.outcome != "passed":
            continue
        for measure in (step_time(visit, step), *page_figures(visit, step)):
            key = f"{step.name}|{measure.figure.cause}|{_NUMBER.sub('#', measure.page)}"
            if key not in worst or measure.ratio > worst[key].ratio:
                worst[key] = measure
    yield from worst.items()
    whole = journey_time(visit)
    if whole:
        yield f"|{whole.figure.cause}|", whole


def step_time(visit: VisitRecord, step: StepRecord) -> Measured:
    """Return how long a step took."""
    own = step.within_ms
    return Measured(
        STEP,
        step.active_ms,
        own or visit.budgets.step_ms,
        phrase('"{step}" took {time}', step=step.name, time=_VALUE),
        phrase("for this step") if own else where_said(visit.budgets.sources.get("step_ms")),
        min(waited_ms(step), max(0, step.active_ms - site_worked_ms(step))),
    )


def journey_time(visit: VisitRecord) -> Measured | None:
    """Return how long a journey took that was walked to its end; None without a limit for it."""
    limit_ms = visit.budgets.journey_ms
    if limit_ms is None or visit.ending != "walked":
        return None
    steps = [step_time(visit, step) for step in visit.steps if step.part != CLEANUP]
    return Measured(
        JOURNEY,
        sum(step.value for step in steps),
        limit_ms,
        phrase("All steps together took {time}", time=_VALUE),
        where_said(visit.budgets.sources.get("journey_ms")),
        sum(step.added_ms for step in steps),
    )


def page_figures(visit: VisitRecord, step: StepRecord) -> Iterator[Measured]:
    """Return what was measured of the pages of a step and has a limit."""
    for view in step.page_views:
        budgets = visit.budgets.on_page(view.url, view.title)
        page = phrase('The page "{title}"', title=view.title) if view.title else phrase("A page")
        for figure, value, limit, source, told in _of(view, budgets):
            if value is None or limit is None:
                continue
            added_ms = _added_ms(visit, view, round(value)) if figure.is_time else 0
            name = view.title or urlsplit(view.url).path
            yield Measured(
                figure,
                value,
                limit,
                phrase(told, page=page, value=_VALUE),
                where_said(source),
                added_ms,
                name,
            )


_Row = tuple[Figure, float | None, float | None, LimitSource | None, str]


def _of(view: PageView, budgets: Budgets) -> tuple[_Row, ...]:
    said = budgets.sources.get
    return (
        (LOAD, view.load_ms, budgets.load_ms, said("load_ms"), entry("{page} took {value} to be complete")),
        (
            LCP,
            view.lcp_ms,
            budgets.lcp_ms,
            said("lcp_ms"),
            entry("{page} took {value} to show its main content"),
        ),
        (
            INP,
            view.inp_ms,
            budgets.inp_ms,
            said("inp_ms"),
            entry("{page} took {value} to answer what the customer did"),
        ),
        (CLS, view.cls, budgets.cls, said("cls"), entry("{page} moved what was already there by {value}")),
        (WEIGHT, view.size_bytes, budgets.weight_bytes, said("weight_bytes"), entry("{page} weighs {value}")),
        (
            REQUESTS,
            view.requests,
            budgets.requests,
            said("requests"),
            entry("{page} is put together from {value}"),
        ),
    )


def _added_ms(visit: VisitRecord, view: PageView, value_ms: int) -> int:
    site_ms = 0 if view.soft else view.ttfb_ms or 0
    added_ms = waited_between(visit, view.started_ms, view.started_ms + value_ms)
    return min(added_ms, max(0, value_ms - site_ms))


def sentence_of(figure: Figure, visit: VisitRecord, step: StepRecord | None) -> str:
    """Return what customers meet when a figure is over its limit."""
    wish = as_wish(visit.journey, visit.persona.locale)
    return phrase(figure.sentence, wish=wish, step=step.name if step else "")
