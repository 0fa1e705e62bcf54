"""A visit in, the hassles out that only its steps together tell: questions, accounts, boxes and prices."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from harness.judge.effort.model import Hassle
from harness.judge.figures import CLEANUP
from harness.judge.signs.effort_words import (
    ADDS,
    COSTS,
    COSTS_NOTHING,
    EXTRA,
    SEARCH,
    SECURITY,
    TO_CONFIRM,
)
from harness.judge.words import quoted
from harness.language.known.page_words import PASSWORD
from harness.record import ActionRecord, Filled, PageNotes, StepRecord, VisitRecord
from harness.values.model import Money, ReadingError, ValueContext
from harness.values.money import read_money
from harness.verbs import VERBS
from harness.words import phrase

_QUOTED = re.compile(r'"([^"]+)"')
_TICKED_BY_HER = frozenset({"check", "click", "choose"})


def asked(visit: VisitRecord, steps: Sequence[StepRecord]) -> Iterator[Hassle]:
    """Yield what the steps of a visit together show of questions, accounts, boxes and prices."""
    for step in steps:
        yield from _repeated_questions(step)
    yield from _extras(steps)
    if visit.journey.stage == "buy":
        yield from _forced_account(visit)
        yield from _growing_prices(visit, steps)


def _repeated_questions(step: StepRecord) -> Iterator[Hassle]:
    filled = [each for action in step.actions for each in action.filled]
    signs_in = any(each.characters is None or PASSWORD.search(each.field) for each in filled)
    for each in filled:
        if each.same_as and not signs_in and not _is_excused(each):
            told = _told_again(each.field, each.same_as)
            yield Hassle(kind="repeated question", what=told, step=step.index)


def _told_again(field: str, before: str) -> str:
    if before.casefold() == field.casefold():
        return phrase("{field} was asked for again; the customer had given it before.", field=quoted(field))
    return phrase(
        "{field} was asked for again; the customer had given it before as {other}.",
        field=quoted(field),
        other=quoted(before),
    )


def _is_excused(filled: Filled) -> bool:
    """Whether it may be asked again: to make sure, for security, or because it is no fact about her."""
    return any(words.search(filled.field) for words in (TO_CONFIRM, SECURITY, SEARCH, PASSWORD))


def _extras(steps: Sequence[StepRecord]) -> Iterator[Hassle]:
    """Yield boxes that sell or sign up for something and were ticked before the customer came."""
    told: set[str] = set()
    touched = ""
    for step in steps:
        touched += "".join(a.sentence.casefold() for a in step.actions if a.verb in _TICKED_BY_HER)
        if any(action.verb not in VERBS for action in step.actions):
            return  # what a team's own verb has ticked, nobody knows
        shown = step.notes.ticked if step.notes else ()
        unticked = [action.unticked for action in step.actions if action.unticked]
        for label in (*unticked, *shown):
            is_news = label.casefold() not in told and label.casefold() not in touched
            if is_news and EXTRA.search(label):
                told.add(label.casefold())
                what = phrase("{box} was ticked before the customer had decided.", box=quoted(label))
                yield Hassle(kind="pre-ticked extra", what=what, step=step.index)


def _forced_account(visit: VisitRecord) -> Iterator[Hassle]:
    failed = visit.failed_step()
    if failed and failed.part != CLEANUP and forces_account(visit, failed):
        what = phrase("The page asks for an account, and shows a guest no way on without one.")
        yield Hassle(kind="forced account", what=what, step=failed.index)


def forces_account(visit: VisitRecord, failed: StepRecord) -> bool:
    """Tell whether a step that a guest did not get through ended where an account is asked for.

    Not where the journey types a password, where every page asks for one, or after the order.
    """
    steps = visit.steps[: visit.steps.index(failed) + 1]
    if visit.journey.stage != "buy" or not visit.persona.is_guest or not _asks_password(failed.notes):
        return False
    means_to = any(each.characters is None or PASSWORD.search(each.field) for each in _filled(steps))
    is_everywhere = any(_asks_password(step.notes) for step in steps[:-1])
    has_ordered = any(step.commits and step.outcome == "passed" for step in steps)
    shows_a_way = failed.notes is not None and bool(failed.notes.ways_as_guest)
    return not (means_to or is_everywhere or has_ordered or shows_a_way)


def _asks_password(notes: PageNotes | None) -> bool:
    return notes is not None and any(map(PASSWORD.search, notes.fields))


def _filled(steps: Sequence[StepRecord]) -> Iterator[Filled]:
    return (each for step in steps for action in step.actions for each in action.filled)


def _growing_prices(visit: VisitRecord, steps: Sequence[StepRecord]) -> Iterator[Hassle]:
    """Yield totals that are higher than before, though the customer chose nothing since that costs."""
    context = ValueContext(visit.persona.locale, None, date.min)
    known: dict[str, tuple[Money, str]] = {}
    priced: set[str] = set()
    since: list[ActionRecord] = []
    for step in steps:
        since += [action for action in step.actions if action.is_deed or action.verb == "request"]
        shown = _totals(step, context)
        for label, (money, text) in shown.items():
            before = known.get(label)
            if before and _has_grown(before[0], money) and not _chose_to_pay(since, priced):
                told = phrase(
                    "The {total} grew from {before} to {now}, though nothing was chosen that costs more.",
                    total=label,
                    before=before[1],
                    now=text,
                )
                cost = Hassle(kind="price grew", what=told, step=step.index)
                yield cost
        if shown:
            known, since = {**known, **shown}, []
        priced |= {name.casefold() for name in (step.notes.priced if step.notes else ())}


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


def _chose_to_pay(deeds: Sequence[ActionRecord], priced: set[str]) -> bool:
    return any(_may_cost(deed, priced) for deed in deeds)


def _may_cost(deed: ActionRecord, priced: set[str]) -> bool:
    if deed.verb not in VERBS or deed.verb in {"request", "drag", "pick date", "upload"}:
        return True
    if deed.verb == "click":
        return bool(ADDS.search(deed.sentence)) or _names_one(deed, priced)
    if deed.verb in {"choose", "check", "uncheck", "fill"}:
        usual = COSTS.search(deed.sentence) and not COSTS_NOTHING.search(deed.sentence)
        return bool(usual) or _names_one(deed, priced)
    return False


def _names_one(deed: ActionRecord, priced: set[str]) -> bool:
    """Whether a deed takes what the page has put a price to."""
    said = (text.strip("/^$").casefold() for text in _QUOTED.findall(deed.sentence))
    return any(text and text in name for text in said for name in priced)
