"""Parts that use parts in, a problem for each circle, for each depth or length nobody can follow."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from harness.grammar.near import did_you_mean
from harness.language.model import Part, Step, Use
from harness.language.reading.reading import Reading

DEPTH_LIMIT = 5
STEP_LIMIT = 500


@dataclass(frozen=True)
class Extent:
    """How deep uses go into each other, and how many steps come out of it in the end."""

    depth: int
    steps: int


def uses_in(steps: Sequence[Step | Use]) -> Iterator[Use]:
    """Yield where steps use parts."""
    yield from (step for step in steps if isinstance(step, Use))


def extents_of(parts: Mapping[str, Part]) -> Mapping[str, Extent]:
    """Return the extent of each part that does not lead into a circle.

    Without recursion: thousands of parts may use each other in a row.
    """
    known: dict[str, Extent] = {}
    waiting = dict(parts)
    while ready := [part for part in waiting.values() if _is_ready(part, parts, known)]:
        for part in ready:
            known[part.name] = extent_of(part.steps, known)
            del waiting[part.name]
    return known


def extent_of(steps: Sequence[Step | Use], known: Mapping[str, Extent]) -> Extent:
    """Return the extent of steps that use parts of known extents."""
    used = [known[use.part] for use in uses_in(steps) if use.part in known]
    own = sum(isinstance(step, Step) for step in steps)
    return Extent(
        depth=1 + max((extent.depth for extent in used), default=0),
        steps=own + sum(extent.steps for extent in used),
    )


def _is_ready(part: Part, parts: Mapping[str, Part], known: Mapping[str, Extent]) -> bool:
    return all(use.part in known or use.part not in parts for use in uses_in(part.steps))


def check_extent(steps: Sequence[Step | Use], reading: Reading, known: Mapping[str, Extent]) -> bool:
    """Report the use that makes steps too deep or too many; return whether there is none."""
    total = sum(isinstance(step, Step) for step in steps)
    for use in uses_in(steps):
        extent = known.get(use.part, Extent(0, 0))
        total += extent.steps
        at = reading.find(use.part, use.place)
        if extent.depth > DEPTH_LIMIT:
            reading.problem(
                at, f'part "{use.part}" goes more than {DEPTH_LIMIT} parts deep. Use fewer parts in parts.'
            )
            return False
        if total > STEP_LIMIT:
            reading.problem(at, f"with this part it is more than {STEP_LIMIT} steps. Split it.")
            return False
    return True


def check_circle(part: Part, parts: Mapping[str, Part], reading: Reading) -> None:
    """Report each use in a part that leads back to the part."""
    for use in uses_in(part.steps):
        way = _way(use.part, part.name, parts)
        if way:
            reading.problem(
                reading.find(use.part, use.place),
                f'part "{part.name}" uses itself: {" > ".join((part.name, *way))}. Take one use out.',
            )


def _way(start: str, end: str, parts: Mapping[str, Part]) -> tuple[str, ...]:
    """Return the shortest way of uses from one part to another; empty when there is none."""
    came_from: dict[str, str] = {start: ""}
    queue = [start]
    for name in queue:
        if name == end:
            return tuple(_steps_back(name, came_from))[::-1]
        for use in uses_in(parts[name].steps) if name in parts else ():
            if use.part not in came_from:
                came_from[use.part] = name
                queue.append(use.part)
    return ()


def _steps_back(name: str, came_from: Mapping[str, str]) -> Iterator[str]:
    while name:
        yield name
        name = came_from[name]


def check_gives(part: Part, remembered: set[str], reading: Reading) -> None:
    """Report what a part says it gives and does not remember."""
    for name in part.gives:
        if name not in remembered:
            at = reading.find(name, reading.find("gives:", part.place))
            reading.problem(at, f'"{name}" is given and never remembered. {did_you_mean(name, remembered)}')
