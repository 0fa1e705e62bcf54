"""A visit in, what the shop promised on the way and whether it kept that out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from harness.record import ActionRecord, StepRecord
from harness.reports.cx.deeds import plain
from harness.reports.cx.journey.walked import Walked
from harness.reports.cx.marks import Mark
from harness.reports.cx.tones import Tone
from harness.reports.cx.words import journey_labels, sentences
from harness.reports.cx.words.speech import capital
from harness.words import phrase

DATED = ("no later than", "at most", "at least", " by ")
"""A check with one of these holds the shop to something it says: a day, an amount, a share."""
MOST = 6
_QUOTED = re.compile(r'"[^"]*"')


@dataclass(frozen=True)
class Promise:
    """What was promised, what was delivered, and whether that keeps it."""

    promised: str
    delivered: str
    mark: Mark


def promises(of: Walked) -> tuple[Promise, ...]:
    """Return what the shop was held to, broken promises first."""
    found = {promise.promised: promise for step in of.visit.steps for promise in _of_step(step)}
    return tuple(sorted(found.values(), key=lambda promise: promise.mark.tone is Tone.FINE))[:MOST]


def _holds_the_shop_to_something(action: ActionRecord) -> bool:
    """Whether the check itself does, rather than a name or a text that it looks for."""
    checked = _QUOTED.sub('""', action.sentence)
    return any(word in checked for word in DATED)


def _of_step(step: StepRecord) -> Iterator[Promise]:
    kept = Mark(Tone.FINE, phrase(journey_labels.KEPT))
    broken = Mark(Tone.BROKEN, phrase(journey_labels.NOT_KEPT))
    missing = Mark(Tone.ANNOYING, phrase(journey_labels.NOT_SHOWN))
    for action in step.actions:
        if action.verb == "see" and _holds_the_shop_to_something(action):
            said = capital(plain(action.sentence.removeprefix("see ")))
            yield Promise(said, _delivered(step, action), kept if action.held else broken)
        elif action.verb == "should see":
            said = capital(plain(action.sentence.removeprefix("should see ")))
            yield Promise(
                said,
                phrase(journey_labels.SHOWN if action.held else journey_labels.WAS_NOT_SHOWN),
                kept if action.held else missing,
            )


def _delivered(step: StepRecord, action: ActionRecord) -> str:
    if action.held:
        return phrase(journey_labels.AS_PROMISED)
    trouble = step.trouble
    return (
        sentences.expected_and_seen(None, trouble.seen)
        if trouble and trouble.seen
        else phrase(journey_labels.WAS_NOT_SHOWN)
    )
