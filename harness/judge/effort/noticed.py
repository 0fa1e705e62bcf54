"""A step in, the hassles that were noticed while it was walked out, each as a whole sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harness.judge.busy import explains, waited_ms
from harness.judge.effort.handwork import Operators, click_ms
from harness.judge.effort.model import Hassle, HassleKind
from harness.judge.signs.effort_words import OTHER_CHANNEL
from harness.judge.words import ended, quoted
from harness.record import ActionRecord, Friction, StepRecord

FLOW_MS = 1000
"""Up to here the flow of thought is kept without a sign that something is going on (Nielsen 1993)."""
ATTENTION_MS = 10_000
"""From here on attention is lost, whatever is shown (Nielsen 1993)."""
_SAYS = ("see", "should see", "if see", "repeat until see", "wait for")
_QUOTED = re.compile(r'"([^"]{4,})"')
_NO_ANSWER = frozenset({"no answer", "page hung"})
_NO_WAIT = frozenset({"should see", "request"})
"""Looking for what is merely nice and asking the servers is our own doing: no customer waits for it."""

Wait = tuple[ActionRecord, int]
"""A deed, and how many milliseconds its answer took."""


@dataclass(frozen=True)
class Walked:
    """A step, with the one after it: a message may be looked for only there."""

    step: StepRecord
    following: StepRecord | None
    by: Operators


def noticed(walked: Walked) -> Iterator[Hassle]:
    """Yield what was noticed in a step."""
    yield from _interruptions(walked)
    yield from _errors(walked)
    long = tuple(_long_waits(walked.step))
    yield from _of_the_page(walked.step, long)
    yield from _waits(walked.step, long)
    for missing in walked.step.missing_nice_to_see:
        yield _hassle(walked.step, "promise missing", f"Should have been shown, and was not: {missing}")


def own_waiting_ms(step: StepRecord) -> int:
    """Return how much of a step's time was spent on what no customer waits for."""
    return sum(action.duration_ms for action in step.actions if action.verb in _NO_WAIT)


def _hassle(step: StepRecord, kind: HassleKind, what: str, cost_ms: int = 0) -> Hassle:
    what = what.strip()
    return Hassle(kind=kind, what=ended(what[:1].upper() + what[1:]), step=step.index, cost_ms=cost_ms)


def _interruptions(walked: Walked) -> Iterator[Hassle]:
    for friction in walked.step.friction:
        if friction.kind == "popup":
            cost_ms = click_ms(walked.by) + friction.duration_ms
            yield _hassle(walked.step, "interruption", f"{friction.what} came up", cost_ms)
        elif friction.kind == "popup stuck":
            told = f"{friction.what} could not be closed"
            yield _hassle(walked.step, "stuck interruption", told, friction.duration_ms)


def _errors(walked: Walked) -> Iterator[Hassle]:
    step = walked.step
    shown = [friction.what for friction in step.friction if friction.kind == "visible error"]
    if step.trouble and step.trouble.health:
        shown += step.trouble.health.visible_errors
    for text in dict.fromkeys(each.rstrip(".") for each in shown):
        if OTHER_CHANNEL.search(text):
            yield _hassle(
                step, "told to change channel", f"The site sent the customer elsewhere: {quoted(text)}"
            )
        elif not _is_expected(text, walked):
            yield _hassle(step, "visible error", f"The site showed an error: {quoted(text)}")


def _is_expected(error: str, walked: Walked) -> bool:
    """Whether the journey itself wants to see it: a code that has expired is to be refused."""
    steps = [walked.step, walked.following] if walked.following else [walked.step]
    said = (action for step in steps for action in step.actions if action.verb in _SAYS and action.held)
    wanted = (text.casefold() for action in said for text in _QUOTED.findall(action.sentence))
    error = error.casefold()
    return any(text in error or error in text for text in wanted)


def _of_the_page(step: StepRecord, long: Sequence[Wait]) -> Iterator[Hassle]:
    waited_for = {deed.sentence for deed, _ in long}
    for friction in step.friction:
        told = f"{friction.what.strip().rstrip('.')}"
        if friction.kind == "dead click" and friction.what not in waited_for:
            yield _hassle(step, "dead click", f"Nothing happened after a click: {told}", friction.duration_ms)
        elif friction.kind == "typed text lost":
            yield _hassle(step, "typed text lost", "What the customer had typed was lost")
        elif friction.kind == "dialog":
            held_up = f"The browser held the customer up with a question or a notice: {told}"
            yield _hassle(step, "question of the browser", held_up)


def _waits(step: StepRecord, long: Sequence[Wait]) -> Iterator[Hassle]:
    """Yield long waits, and shorter ones in which the page gave no sign; never one wait twice."""
    for deed, waited in long:
        yield _hassle(step, "long wait", f"The customer had to wait very long after: {deed.sentence}", waited)
    told_of = {deed.sentence for deed, _ in long}
    for friction in step.friction:
        if friction.kind == "no feedback" and friction.what not in told_of and _is_sites(step, friction):
            kind: HassleKind = "long wait" if friction.duration_ms > ATTENTION_MS else "wait without feedback"
            told = f"Nothing showed that something was going on after: {friction.what}"
            yield _hassle(step, kind, told, friction.duration_ms)


def _is_sites(step: StepRecord, friction: Friction) -> bool:
    """Whether it is the site that was slow, and not our own machine."""
    return friction.duration_ms > FLOW_MS and _is_certain(step, friction.what, friction.duration_ms, FLOW_MS)


def _is_certain(step: StepRecord, cause: str, duration_ms: int, limit_ms: int) -> bool:
    """Whether a wait is too long whatever our machine did: while the site works, nothing of ours runs."""
    site_ms = sum(view.ttfb_ms or 0 for view in step.page_views if view.cause == cause and not view.soft)
    added_ms = min(waited_ms(step), max(0, duration_ms - site_ms))
    return not explains(duration_ms, limit_ms, added_ms)


def _long_waits(step: StepRecord) -> Iterator[Wait]:
    """Yield each deed whose answer took too long: until nothing more was looked for before the next one."""
    for deed, looks in _answers(step):
        waited = sum(action.duration_ms for action in (deed, *looks)) - step.interrupted_ms()
        if waited > ATTENTION_MS and _is_certain(step, deed.sentence, waited, ATTENTION_MS):
            yield deed, waited


def _answers(step: StepRecord) -> Iterator[tuple[ActionRecord, list[ActionRecord]]]:
    deed: ActionRecord | None = None
    looks: list[ActionRecord] = []
    site_hangs = step.trouble is not None and step.trouble.kind in _NO_ANSWER
    for action in step.actions:
        if not (action.held or site_hangs):
            continue  # looking for what is not there is our patience, and no answer of the site
        if action.is_deed:
            if deed:
                yield deed, looks
            deed, looks = action, []
        elif action.verb not in _NO_WAIT:
            looks.append(action)
    if deed:
        yield deed, looks
