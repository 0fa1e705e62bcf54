"""A journey in, a problem for each lookup that would not find out whether what it commits to was done."""

from collections.abc import Iterator, Mapping, Sequence

from harness.language.known.commitments import COMMITTING
from harness.language.model import Journey, Part, Site, Step, Use, with_blocks
from harness.language.reading.reading import Reading
from harness.language.rules.commitment import check_presses
from harness.language.rules.outcome import is_checked_at_the_end
from harness.language.rules.scope import readable_names, texts_of
from harness.language.rules.surroundings import Surroundings, flat

MARKING_NAMES = frozenset({"visit.marker", "visit.email"})
"""What is different in every visit, and so tells its order from all others."""
_ONLY_LOOKS = "A lookup only looks: find what was done without it, in a list of orders, say"


def check_lookup_marks(steps: Sequence[Step | Use], reading: Reading, sites: Sequence[Site]) -> None:
    """Report what commits among the steps of a lookup themselves."""
    for step in steps:
        if isinstance(step, Step) and not step.commits:
            check_presses(with_blocks(step.do), _ONLY_LOOKS, reading, sites)
            for action in with_blocks(step.do):
                level = reading.verbs[action.verb].commits
                if level:
                    reading.problem(action.place, f'"{action.verb}" commits to "{level}". {_ONLY_LOOKS}.')


def check_lookup(journey: Journey, reading: Reading, surroundings: Surroundings) -> None:
    """Report a lookup that has nothing to find out, commits itself, asks for no marker or sees nothing."""
    if not journey.lookup:
        return
    at = reading.find("lookup:", journey.place)
    if journey.commits not in COMMITTING:
        message = f'the journey commits to "{journey.commits}", so that there is nothing to look up later.'
        reading.problem(at, f'{message} Take "lookup:" out.')
        return
    steps = tuple(flat(journey.lookup, surroundings.parts))
    for step, place in steps:
        if step.commits:
            where = reading.find("commits:", place) if step.place == place else place
            reading.problem(where, f'a lookup cannot commit to "{step.commits}". {_ONLY_LOOKS}.')
    if MARKING_NAMES.isdisjoint(names_in_steps(journey.lookup, surroundings.parts)):
        reading.problem(
            at,
            "nothing here tells the order of one visit from those of others."
            ' Look for what is different: "${visit.marker}", or "${visit.email}".',
        )
    if not is_checked_at_the_end([step for step, _ in steps[-1:]], reading):
        reading.problem(
            steps[-1][1] if steps else at,
            'the last step of a lookup must see what was done. Add "see:" with what is there only then.',
        )


def names_in_steps(steps: Sequence[Step | Use], parts: Mapping[str, Part]) -> Iterator[str]:
    """Yield the names that steps ask for, those of parts included."""
    for step in steps:
        if isinstance(step, Use):
            for _, value in step.values:
                yield from readable_names(value)
            yield from names_in_steps(parts[step.part].steps if step.part in parts else (), parts)
        else:
            for action in with_blocks((*step.do, *step.see)):
                for text in texts_of(action):
                    yield from readable_names(text)
