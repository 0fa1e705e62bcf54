"""Steps in, a problem for each commitment that is not declared, not marked, or not made."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from harness.grammar.target import Meaning, Target, TargetError, parse_target
from harness.language.committing import PRESSING_VERBS, changes_by_request, committing_actions
from harness.language.known.commitments import COMMITTING, includes
from harness.language.known.committing_names import CommittingNames
from harness.language.model import Action, Journey, Site, Step, Use, with_blocks
from harness.language.reading.reading import Reading
from harness.language.rules.surroundings import Surroundings, flat

PRESSED = frozenset({Meaning.CLICKABLE, Meaning.FILE_FIELD, Meaning.DATE_FIELD})
"""What verbs press to do what they do; pointing at something presses nothing."""
_MARK = 'Mark the step with "commits:"'
_OF_ITS_OWN = "Only the last click of a step commits: put this one into a step of its own, and mark it"
_CART = '"cart" is for what leaves no debt'
_OUT_OF_BLOCK = 'Inside "{}" nothing holds it back: put it behind that, into a step with "commits:"'


def check_declared(
    journey: Journey, reading: Reading, surroundings: Surroundings, *, are_marked: bool
) -> None:
    """Report steps that commit to more than the journey declares, and a declaration that no step keeps.

    The latter only if no click without its mark has been reported, which would be the one that keeps it.
    """
    levels: list[str] = []
    is_above = False
    for step, place in flat((*journey.steps, *journey.cleanup), surroundings.parts):
        if not step.commits:
            continue
        levels.append(step.commits)
        if not includes(journey.commits, step.commits):
            is_above = True
            reading.problem(
                reading.find("commits:", place) if step.place == place else place,
                f'this step commits to "{step.commits}", and the journey declares "{journey.commits}".'
                f" Write at its top: commits: {step.commits}",
            )
    if are_marked and journey.commits in COMMITTING and journey.commits not in levels and not is_above:
        reading.problem(
            reading.find("commits:", journey.place),
            f'no step is marked to commit to "{journey.commits}".'
            f" Mark the one that does: commits: {journey.commits}",
        )


def check_marks(
    steps: Sequence[Step | Use], reading: Reading, sites: Sequence[Site], declared: str = ""
) -> bool:
    """Report marked steps that cannot commit, and clicks that sound as if they did without a mark.

    Args:
        steps: The steps.
        reading: Where problems are noted.
        sites: Where they are walked.
        declared: What their journey commits to.

    Returns:
        Whether there was nothing to report.
    """
    before = len(reading.problems)
    marks = {step.commits for step in steps if isinstance(step, Step)}
    is_missing = declared in COMMITTING and declared not in marks
    _check_marks(steps, f"Mark the step with: commits: {declared}" if is_missing else _MARK, reading, sites)
    return len(reading.problems) == before


def check_presses(actions: Iterable[Action], remedy: str, reading: Reading, sites: Sequence[Site]) -> None:
    """Report clicks that sound committing, and requests that change something, where none may be marked."""
    actions = tuple(actions)
    _check_clicks(actions, remedy, reading, sites)
    _check_requests(actions, remedy, reading)


def _check_marks(steps: Sequence[Step | Use], remedy: str, reading: Reading, sites: Sequence[Site]) -> None:
    for step in steps:
        if isinstance(step, Use):
            continue
        _check_own_verbs(step, reading)
        if step.commits not in COMMITTING and not step.undoes:
            _check_clicks(step.do, remedy, reading, sites)
        else:
            committing = committing_actions(step, reading.verbs)
            others = (action for action in step.do if action not in committing)
            _check_clicks(others, _OF_ITS_OWN, reading, sites)
        if not (step.commits or step.undoes):
            _check_requests(step.do, f"{_MARK}, and what it commits to; {_CART}", reading)
        elif not _committing_control_is_sure(step, reading):
            continue
        for block in (action for action in step.do if action.do):
            check_presses(with_blocks(block.do), _OUT_OF_BLOCK.format(block.verb), reading, sites)


def _check_requests(actions: Iterable[Action], remedy: str, reading: Reading) -> None:
    for action in filter(changes_by_request, actions):
        message = f'a request with "{action.arguments[0]}" changes something, and nobody sees from here what.'
        reading.problem(action.place, f"{message} {remedy}.")


def _check_own_verbs(step: Step, reading: Reading) -> None:
    for action in with_blocks(step.do):
        level = reading.verbs[action.verb].commits
        if level and not includes(step.commits or step.undoes or "nothing", level):
            reading.problem(
                action.place, f'"{action.verb}" commits to "{level}". Mark its step with: commits: {level}'
            )


def _committing_control_is_sure(step: Step, reading: Reading) -> bool:
    """Report a marked step whose last click or press is not one that surely comes, and is then held back."""
    committing = committing_actions(step, reading.verbs, with_blocks(step.do))
    if not committing:
        at = reading.find("commits:" if step.commits else "undoes:", step.place)
        reading.whole_line_problem(at, _unfounded(step))
        return False
    inside = {id(action): block for block in step.do for action in with_blocks(block.do)}
    pressed = [each for each in committing if not changes_by_request(each)]
    block = next((inside[id(each)] for each in pressed if id(each) in inside), None)
    if block:
        reading.problem(
            pressed[-1].place,
            f'the last click or press of a step that {_does(step)} cannot stand inside "{block.verb}".'
            " Put it behind that, or into a step of its own.",
        )
    return block is None


def _does(step: Step) -> str:
    return "commits" if step.commits else "takes something back"


def _unfounded(step: Step) -> str:
    if step.commits in COMMITTING or step.undoes:
        marked = "committing" if step.commits else "taking something back"
        return (
            f'step "{step.name}" is marked as {marked} and has no click and no press.'
            " Mark the step that has it."
        )
    return (
        f'step "{step.name}" needs no mark: a click that fills a basket goes without one, and only a request'
        f' that changes something is marked with "commits: {step.commits}". Take it out of this step.'
    )


def _check_clicks(actions: Iterable[Action], remedy: str, reading: Reading, sites: Sequence[Site]) -> None:
    actions = tuple(actions)
    for site in sites:
        _check_clicks_on(site, actions, remedy, reading)


def _check_clicks_on(site: Site, actions: Iterable[Action], remedy: str, reading: Reading) -> None:
    names = CommittingNames.at(site.safety.committing, site.safety.harmless)
    for action, target in _clicked(actions, reading, site):
        if names.sound_in(target):
            reading.problem(
                action.place,
                f'"{_shown(target)}" sounds as if it committed the shopper. {remedy};'
                ' or, if it does not, list the name in site.yaml below "safety: harmless:".',
            )


def _shown(target: Target) -> str:
    return target.text if target.is_pattern else target.name


def _clicked(actions: Iterable[Action], reading: Reading, site: Site) -> Iterator[tuple[Action, Target]]:
    for action in actions:
        for parameter, text in zip(reading.verbs[action.verb].parameters, action.arguments, strict=False):
            dragged = action.verb in PRESSING_VERBS and parameter.how.meaning is Meaning.POINTED
            if parameter.how.meaning not in PRESSED and not dragged:
                continue
            with suppress(TargetError):  # told when the text was read
                yield action, site.names.get(text) or parse_target(text)
