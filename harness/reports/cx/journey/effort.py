"""A visit's effort in, what it cost the customer out: two numbers, against the ideal and its own past."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from harness.history.model import EarlierVisit
from harness.judge.comparable import walked_with
from harness.judge.effort.model import Effort
from harness.reports.cx.journey.walked import Walked
from harness.reports.cx.words import effort as words
from harness.reports.cx.words.speech import sentence
from harness.words import phrase

LOOKED_BACK = 5
"""So many earlier walks that came to their end tell what is usual. Ours."""


@dataclass(frozen=True)
class TwoNumbers:
    """Customer time and hassles, each with what it compares with; nothing puts them into one.

    Args:
        grade: What that amounts to, and why.
        hassles_told: What they were, in sentences, with the time that each cost.
    """

    time: str
    time_against: tuple[str, ...]
    hassles: str
    hassles_against: tuple[str, ...]
    grade: str
    hassles_told: tuple[str, ...]


def two_numbers(of: Walked) -> TwoNumbers | None:
    """Return what a visit cost the customer, or None where nothing of it was measured."""
    effort = of.judgement.effort
    if effort is None:
        return None
    told = tuple(words.hassle(hassle.what, hassle.cost_ms) for hassle in effort.hassles)
    if not effort.is_known:
        return TwoNumbers(
            phrase(words.UNKNOWN_EFFORT), (), words.hassles_so_far(len(effort.hassles)), (), "", told
        )
    time_ms, hassles = effort.customer_time_ms or 0, len(effort.hassles)
    return TwoNumbers(
        time=words.customer_time(time_ms, effort.waiting_ms),
        time_against=_time_against(effort, of),
        hassles=words.hassles(hassles),
        hassles_against=_hassles_against(of.earlier),
        grade=sentence(effort.grade_says),
        hassles_told=tuple(dict.fromkeys(told)),
    )


def _time_against(effort: Effort, of: Walked) -> tuple[str, ...]:
    alike = [then.customer_time_ms for then in of.earlier if then.walked_with == walked_with(of.visit)]
    known = [time_ms for time_ms in alike if time_ms is not None][:LOOKED_BACK]
    said = [
        words.ideal(effort.ideal_ms, effort.ideal_fields, effort.fields, effort.ideal_pages, effort.pages),
        words.usual_time(round(median(known)), len(known)) if known else "",
    ]
    return tuple(filter(None, said))


def _hassles_against(earlier: Sequence[EarlierVisit]) -> tuple[str, ...]:
    known = [then.hassles for then in earlier if then.hassles is not None][:LOOKED_BACK]
    return (words.usual_hassles(known),) if known else ()
