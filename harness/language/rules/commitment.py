"""Steps in, a problem for each commitment that is not declared, not marked, or not made."""

from collections.abc import Iterable, Iterator, Sequence

from harness.grammar.target import Meaning, Target, TargetError, parse_target
from harness.language.known.commitments import COMMITTING, includes
from harness.language.known.committing_names import pattern_sounds_committing, sounds_committing, spoken
from harness.language.model import Action, Journey, Site, Step, Use, with_blocks
from harness.language.reading.reading import Reading
from harness.language.rules.surroundings import Surroundings, flat

COMMITTING_VERBS = ("click", "press")
PRESSED = frozenset({Meaning.CLICKABLE, Meaning.FILE_FIELD})
"""What verbs press to do what they do; pointing at something presses nothing."""
_MARK = 'Mark the step with "commits:"'
_OUT_OF_BLOCK = 'Inside "{}" nothing holds it back: put it behind that, into a step with "commits:"'


def check_declared(journey: Journey, reading: Reading, surroundings: Surroundings) -> None:
    """Report steps that commit to more than the journey declares, and a declaration that no step keeps."""
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
    if journey.commits in COMMITTING and journey.commits not in levels and not is_above:
        reading.problem(
            reading.find("commits:", journey.place),
            f'no step is marked to commit to "{journey.commits}".'
            f" Mark the one that does: commits: {journey.commits}",
        )


def check_marks(steps: Sequence[Step | Use], reading: Reading, site: Site | None) -> None:
    """Report marked steps that cannot commit, and clicks that sound as if they did without a mark."""
    for step in steps:
        if isinstance(step, Use):
            continue
        if not step.commits:
            _check_clicks(step.do, _MARK, reading, site)
        elif not _committing_control_is_sure(step, reading):
            continue
        for block in (action for action in step.do if action.do):
            _check_clicks(with_blocks(block.do), _OUT_OF_BLOCK.format(block.verb), reading, site)


def _committing_control_is_sure(step: Step, reading: Reading) -> bool:
    """Report a marked step whose last click or press is not one that surely comes, and is then held back."""
    pressing = [
        (block, action)
        for block in step.do
        for action in with_blocks((block,))
        if action.verb in COMMITTING_VERBS
    ]
    if not pressing:
        reading.problem(
            reading.find("commits:", step.place),
            f'step "{step.name}" is marked as committing and has no click and no press.'
            " Mark the step that has it.",
        )
        return False
    block, last = pressing[-1]
    if block is not last:
        reading.problem(
            last.place,
            f'the last click or press of a step that commits cannot stand inside "{block.verb}".'
            " Put it behind that, or into a step of its own.",
        )
    return block is last


def _check_clicks(actions: Iterable[Action], remedy: str, reading: Reading, site: Site | None) -> None:
    if not site:
        return
    harmless = {spoken(name) for name in site.harmless}
    for action, target in _clicked(actions, reading, site):
        if _sounds_committing(target) and spoken(target.name) not in harmless:
            reading.problem(
                action.place,
                f'"{_shown(target)}" sounds as if it committed the shopper. {remedy};'
                ' or, if it does not, list the name in site.yaml below "safety: harmless:".',
            )


def _shown(target: Target) -> str:
    return target.text if target.is_pattern else target.name


def _sounds_committing(target: Target) -> bool:
    if target.word in {"css", "testid"}:
        return False
    return pattern_sounds_committing(target.name) if target.is_pattern else sounds_committing(target.name)


def _clicked(actions: Iterable[Action], reading: Reading, site: Site) -> Iterator[tuple[Action, Target]]:
    for action in actions:
        parameters = reading.verbs[action.verb].parameters
        if not parameters or parameters[0].how.meaning not in PRESSED:
            continue
        named = site.names.get(action.arguments[0])
        try:
            yield action, named or parse_target(action.arguments[0])
        except TargetError:
            continue  # told when the text was read
