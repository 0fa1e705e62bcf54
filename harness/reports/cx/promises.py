"""Visits in, the promises out that were checked on the way: what was promised, and whether it is kept."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harness.record import ActionRecord, VisitRecord
from harness.reports.cx.background import Background
from harness.reports.cx.marks import Mark
from harness.reports.cx.tones import Judged, Tone
from harness.reports.cx.words import experiences, labels
from harness.words import phrase

_BY_A_DAY = "no later than"
"""What checks say of a day that was promised."""

_QUOTED = re.compile(r'"[^"]*"')
_SAID_BEFORE = ("see ", "should see ")


@dataclass(frozen=True)
class Promise:
    """One promise, as often as it was checked: kept only if it was kept each time."""

    what: str
    mark: Mark
    told: str
    href: str


def promises(judged: Sequence[Judged], background: Background) -> tuple[Promise, ...]:
    """Return the promises that were checked, those that were not kept first."""
    checked: dict[str, list[tuple[VisitRecord, bool]]] = {}
    for visit, _ in judged:
        for action in _with_a_day(visit):
            checked.setdefault(_what(action), []).append((visit, action.held))
    told = [_promise(what, seen, background) for what, seen in checked.items()]
    return tuple(sorted(told, key=lambda promise: promise.mark.tone is Tone.FINE))


def _with_a_day(visit: VisitRecord) -> Iterator[ActionRecord]:
    for step in visit.steps:
        yield from (a for a in step.actions if _BY_A_DAY in _QUOTED.sub("", a.sentence) and not a.is_deed)


def _what(action: ActionRecord) -> str:
    verb = next((verb for verb in _SAID_BEFORE if action.sentence.startswith(verb)), "")
    return action.sentence.removeprefix(verb)


def _promise(what: str, seen: list[tuple[VisitRecord, bool]], background: Background) -> Promise:
    broken = [visit for visit, held in seen if not held]
    tone, word = (Tone.BROKEN, labels.PROMISE_NOT_KEPT) if broken else (Tone.FINE, labels.PROMISE_KEPT)
    where = (broken or [visit for visit, _ in seen])[0]
    told = experiences.promise_checked(where.journey.title, len(seen), len(broken))
    return Promise(what, Mark(tone, phrase(word)), told, background.link_to(where))
