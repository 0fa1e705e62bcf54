"""A planned visit and its shopper in, the steps walked one at a time out, inside the parts they belong to."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace

from harness.compile.source import compile_journey
from harness.compile.visits import PlannedVisit
from harness.language.model import Part, Step, Use
from harness.shopper import Shopper


@dataclass(frozen=True)
class Within:
    """A part that a step stands in: which of its neighbours it is, and what it is given."""

    number: int
    part: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Placed:
    """A step with the parts it stands in, the outermost first."""

    step: Step
    within: tuple[Within, ...] = ()


@dataclass
class OneByOne:
    """Walks single steps. The parts around a step that failed stay open, with what was remembered in them."""

    shopper: Shopper
    visit: PlannedVisit
    _open: list[tuple[Within, AbstractContextManager[None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._plan(self.visit)

    def __len__(self) -> int:
        return len(self._steps)

    def step(self, number: int) -> Step:
        """Return one of the steps, counted from 0."""
        return self._steps[number].step

    def walk(self, number: int) -> None:
        """Walk one step.

        Raises:
            JourneyStopped: It failed.
            StoppedOnPurpose: It would commit what is not allowed.
        """
        placed = self._steps[number]
        self._stand_in(placed.within)
        alone = replace(self.visit.journey, steps=(placed.step,), cleanup=(), place=placed.step.place)
        compile_journey(alone, self.visit.parts).runnable(self.visit.base)(self.shopper)

    def leave_parts(self) -> None:
        """Come out of all parts, which hand back what they give."""
        self._stand_in(())

    def mended(self, visit: PlannedVisit, at: int) -> int:
        """Go on with the journey as it is now.

        Args:
            visit: The same visit, planned anew.
            at: The step she stands at.

        Returns:
            The step that stands there now: the one of the same name, wherever it has moved to.
        """
        name = self.step(at).name
        self.visit = visit
        self._plan(visit, at=at)
        alike = [number for number, placed in enumerate(self._steps) if placed.step.name == name]
        if not alike:
            return min(at, len(self._steps) - 1)
        return min(alike, key=lambda number: abs(number - at))

    def _plan(self, visit: PlannedVisit, *, at: int = 0) -> None:
        self._steps = tuple(_placed(visit.journey.steps, visit.parts))
        self.shopper.take_over(visit, at=at)
        if visit.journey.cleanup:  # a journey without steps only says what is walked afterwards
            compile_journey(replace(visit.journey, steps=()), visit.parts).runnable(visit.base)(self.shopper)

    def _stand_in(self, parts: tuple[Within, ...]) -> None:
        opened = tuple(within for within, _ in self._open)
        while opened != parts[: len(opened)]:
            self._open.pop()[1].__exit__(None, None, None)
            opened = opened[:-1]
        for within in parts[len(opened) :]:
            part = self.shopper.part(within.part, dict(within.values))
            part.__enter__()
            self._open.append((within, part))


def _placed(
    steps: Sequence[Step | Use], parts: Mapping[str, Part], within: tuple[Within, ...] = ()
) -> Iterator[Placed]:
    for number, step in enumerate(steps):
        if isinstance(step, Step):
            yield Placed(step, within)
        else:
            inner = Within(number, step.part, step.values)
            yield from _placed(parts[step.part].steps, parts, (*within, inner))
