"""A step's record in, what the shopper did and what she saw out, in a reader's words."""

import re
from collections.abc import Iterator

from harness.record import ActionRecord, StepRecord
from harness.reports.cx.words import journey as words
from harness.reports.cx.words import journey_labels
from harness.reports.cx.words.speech import sentence
from harness.verbs import VERBS
from harness.words import phrase

READ_OFF_THE_PAGE = ("check failed", "value unreadable")
"""Troubles whose `seen` is the customer's own sight, and not what only the browser knows."""

_FRAME = re.compile(r' in frame "[^"]*"')
_PLACE = re.compile(r'\b(?:css|testid) "[^"]*"')
_PATTERN = re.compile(r'"?/\^?((?:[^/\\"]|\\.)*?)\$?/\w*"?(?=[\s,;.)]|$)')
_SIGNS = re.compile(r"[\\\[\](){}*+?|^$]")


def did(step: StepRecord) -> tuple[str, ...]:
    """Say what was done, first things first; of many the first and the last."""
    done = [said for action in step.actions if action.is_deed and (said := _deed(action))]
    if len(done) > journey_labels.MOST_DEEDS:
        left_out = len(done) - journey_labels.MOST_DEEDS
        done = [*done[: journey_labels.MOST_DEEDS - 1], words.more_deeds(left_out), done[-1]]
    return tuple(done)


def saw(step: StepRecord) -> str:
    """Say what the customer saw then: where it broke, what she saw instead of what she should have seen."""
    if step.trouble and step.trouble.seen and step.trouble.kind in READ_OFF_THE_PAGE:
        return words.saw_instead(step.trouble.seen, step.trouble.wanted)
    if step.trouble:
        return sentence(step.trouble.message)
    seen = [plain(a.sentence.partition(" ")[2]) for a in step.actions if a.verb == "see" and a.held]
    return words.saw(seen)


def _deed(action: ActionRecord) -> str:
    deed = journey_labels.DEEDS.get(action.verb)
    begins = next(filter(action.sentence.startswith, _beginnings(action.verb)), None)
    if deed is None or begins is None:
        return sentence(plain(action.sentence))
    said = phrase(deed, what=plain(action.sentence.removeprefix(begins).strip()))
    return sentence(said if action.held else words.could_not(said))


def _beginnings(verb: str) -> Iterator[str]:
    """Yield how a record begins: with the name of the verb where it stopped early, else as the verb reads."""
    if verb in VERBS:
        yield verb
        yield VERBS[verb].sentence.partition("{")[0].strip()


def plain(text: str) -> str:
    """Leave out of a sentence of the record what only its author needs: frames, places, patterns."""
    text = _PLACE.sub(phrase(journey_labels.A_PLACE), _FRAME.sub("", text))
    return _PATTERN.sub(_pattern, text)


def _pattern(found: re.Match[str]) -> str:
    """Show a pattern that is no more than words as these words."""
    if "/" in found[0].strip('"/') or not found[1]:
        return found[0]
    return f'"{found[1]}"' if not _SIGNS.search(found[1]) else phrase(journey_labels.USUAL_FORM)
