"""A visit in, the hassles out that only its steps together tell: questions, accounts, boxes and prices."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from harness.judge.effort.boxes import ticked_before
from harness.judge.effort.model import Hassle
from harness.judge.effort.totals import growing_totals
from harness.judge.figures import CLEANUP
from harness.judge.signs.effort_words import OFFER_CODES, SEARCH, SECURITY, TO_CONFIRM
from harness.judge.words import quoted
from harness.language.known.page_words import PASSWORD
from harness.record import Filled, PageNotes, StepRecord, VisitRecord
from harness.words import phrase


def asked(visit: VisitRecord, steps: Sequence[StepRecord]) -> Iterator[Hassle]:
    """Yield what the steps of a visit together show of questions, accounts, boxes and prices."""
    for step in steps:
        yield from _repeated_questions(step)
    yield from ticked_before(steps)
    if visit.journey.stage == "buy":
        yield from _forced_account(visit)
        yield from growing_totals(visit.persona.locale, steps)


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
    return any(words.search(filled.field) for words in (TO_CONFIRM, SECURITY, OFFER_CODES, SEARCH, PASSWORD))


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
    before = list(dropwhile(lambda step: _same_page(step, failed), reversed(steps[:-1])))
    is_everywhere = any(_asks_password(step.notes) for step in before or steps[:-1])
    has_ordered = any(step.commits and step.outcome == "passed" for step in steps)
    shows_a_way = failed.notes is not None and bool(failed.notes.ways_as_guest)
    return not (means_to or is_everywhere or has_ordered or shows_a_way)


def _same_page(step: StepRecord, other: StepRecord) -> bool:
    """Whether a step ended where another one did, as far as what is asked there tells."""
    return bool(step.notes and other.notes and step.notes.fields == other.notes.fields)


def _asks_password(notes: PageNotes | None) -> bool:
    return notes is not None and any(map(PASSWORD.search, notes.fields))


def _filled(steps: Sequence[StepRecord]) -> Iterator[Filled]:
    return (each for step in steps for action in step.actions for each in action.filled)
