"""The steps of a visit in, the boxes that were ticked before the customer had decided out."""

from collections.abc import Iterable, Iterator, Sequence

from harness.judge.effort.model import Hassle
from harness.judge.signs.effort_words import EXTRA
from harness.judge.words import quoted
from harness.record import StepRecord
from harness.verbs import VERBS
from harness.words import phrase

_TICKED_BY_HER = frozenset({"check", "click", "choose"})


def ticked_before(steps: Sequence[StepRecord]) -> Iterator[Hassle]:
    """Yield boxes that sell or sign up for something and were ticked before the customer came, each once."""
    known: list[str] = []
    said = ""
    for step in steps:
        if any(action.verb not in VERBS for action in step.actions):
            return  # what a team's own verb has ticked, nobody knows
        said += "".join(each.sentence.casefold() for each in step.actions if each.verb in _TICKED_BY_HER)
        for action in step.actions:
            if action.unticked and _is_news(action.unticked, known, said):
                yield _hassle(action.unticked, step)
            known += filter(None, (action.ticked, action.unticked))
        for label in step.notes.ticked if step.notes else ():
            if _is_news(label, known, said):
                known.append(label)
                yield _hassle(label, step)


def _is_news(label: str, known: Sequence[str], said: str) -> bool:
    """Whether a box sells something that the customer has not touched, and that is not told of yet."""
    return bool(EXTRA.search(label)) and not is_one_of(label, known) and label.casefold() not in said


def is_one_of(label: str, known: Iterable[str]) -> bool:
    """Whether a label is among others: what belongs to it, such as "(optional)", is read in several ways."""
    return any(_is_same(label.casefold(), other.casefold()) for other in known)


def _is_same(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return shorter in longer and 2 * len(shorter) > len(longer)


def _hassle(label: str, step: StepRecord) -> Hassle:
    told = phrase("{box} was ticked before the customer had decided.", box=quoted(label))
    return Hassle(kind="pre-ticked extra", what=told, step=step.index)
