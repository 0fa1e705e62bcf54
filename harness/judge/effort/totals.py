"""The steps of a visit in, the totals that grew though the customer chose nothing that costs more out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from harness.judge.effort.boxes import is_one_of
from harness.judge.effort.model import Hassle
from harness.judge.signs.effort_words import ADDS, COSTS, COSTS_NOTHING
from harness.record import ActionRecord, StepRecord
from harness.values.model import Money, ReadingError, ValueContext
from harness.values.money import read_money
from harness.verbs import VERBS
from harness.words import phrase

_QUOTED = re.compile(r'"([^"]+)"')
_WHO_KNOWS = frozenset({"request", "drag", "pick date", "upload"})
_CHOICES = frozenset({"choose", "check", "uncheck", "fill"})
_AT_ONCE = frozenset({"click", "request"})
"""What these do is done when they are through; a choice may only count when the page is sent."""


@dataclass(frozen=True)
class _Deed:
    """Something the customer did; whether a page came of it."""

    action: ActionRecord
    brought_page: bool


@dataclass(frozen=True)
class _Total:
    """A total as it stands since it last moved, with the deeds since then that it may still have to count."""

    money: Money
    text: str
    open_deeds: tuple[_Deed, ...]


def growing_totals(locale: str, steps: Sequence[StepRecord]) -> Iterator[Hassle]:
    """Yield totals that are higher than before, though nothing was done since they moved that costs."""
    context = ValueContext(locale, None, date.min)
    known: dict[str, _Total] = {}
    priced: set[str] = set()
    before: tuple[_Deed, ...] = ()
    for step in steps:
        deeds = tuple(_deeds(step))
        before = (*before, *deeds)
        priced |= {name.casefold() for name in (step.notes.priced if step.notes else ())}
        known = {label: _waiting(total, deeds) for label, total in known.items()}
        for label, (money, text) in _totals(step, context).items():
            was = known.get(label)
            if was and was.money == money:
                continue
            if was and _has_grown(was.money, money) and not _chose_to_pay(was.open_deeds, priced):
                yield _hassle(label, was.text, text, step)
            known[label] = _Total(money, text, tuple(_not_sent(was.open_deeds if was else before)))


def _deeds(step: StepRecord) -> Iterator[_Deed]:
    causes = tuple(view.cause for view in step.page_views if view.cause)
    for action in step.actions:
        if action.is_deed or action.verb == "request":
            yield _Deed(action, brought_page=action.sentence.startswith(causes))


def _waiting(total: _Total, deeds: tuple[_Deed, ...]) -> _Total:
    return _Total(total.money, total.text, (*total.open_deeds, *deeds))


def _not_sent(deeds: Sequence[_Deed]) -> Iterator[_Deed]:
    """Yield what was chosen on a page that has just come: a shop may count it on its next page only."""
    latest = max((at for at, deed in enumerate(deeds) if deed.brought_page), default=len(deeds))
    for deed in deeds[latest + 1 :]:
        if deed.action.verb not in _AT_ONCE or deed.action.ticked:
            yield deed


def _totals(step: StepRecord, context: ValueContext) -> dict[str, tuple[Money, str]]:
    """Return the totals of a page by their labels; where one label has several, it has none."""
    found: dict[str, set[tuple[Money, str]]] = {}
    for total in step.notes.totals if step.notes else ():
        try:
            money = read_money(total.text, context)
        except ReadingError:
            continue
        found.setdefault(total.label.casefold(), set()).add((money, total.text))
    return {label: next(iter(values)) for label, values in found.items() if len(values) == 1}


def _has_grown(before: Money, now: Money) -> bool:
    return before.currency == now.currency and now.amount > before.amount > Decimal(0)


def _hassle(label: str, before: str, now: str, step: StepRecord) -> Hassle:
    told = phrase(
        "The {total} grew from {before} to {now}, though nothing was chosen that costs more.",
        total=label,
        before=before,
        now=now,
    )
    return Hassle(kind="price grew", what=told, step=step.index)


def _chose_to_pay(deeds: Iterable[_Deed], priced: set[str]) -> bool:
    return any(_may_cost(deed.action, priced) for deed in deeds)


def _may_cost(deed: ActionRecord, priced: set[str]) -> bool:
    if deed.verb not in VERBS or deed.verb in _WHO_KNOWS:
        return True
    if deed.verb == "press":  # arrow keys choose among round buttons
        return "Arrow" in deed.sentence or _chose_what_costs(deed, priced)
    if deed.verb == "click":
        return bool(ADDS.search(deed.sentence)) or _chose_what_costs(deed, priced)
    return deed.verb in _CHOICES and _chose_what_costs(deed, priced)


def _chose_what_costs(deed: ActionRecord, priced: set[str]) -> bool:
    """Whether a deed takes what usually costs, or what the page has put a price to."""
    if deed.ticked or deed.verb in _CHOICES:
        words = f"{deed.sentence} {deed.ticked}"
        if COSTS.search(words) and not COSTS_NOTHING.search(words):
            return True
    said = (text.strip("/^$").casefold() for text in _QUOTED.findall(deed.sentence))
    return is_one_of(deed.ticked, priced) or any(text and text in name for text in said for name in priced)
