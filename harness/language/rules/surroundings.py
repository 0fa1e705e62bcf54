"""What a journey refers to: the site, the personas and the parts it may use."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from harness.language.folder import PERSONAS_FILE, SITE_FILE
from harness.language.model import Part, Persona, Place, Problem, Site, Step, Use
from harness.language.rules.parts import Extent, extents_of
from harness.language.vocabulary import Vocabulary


@dataclass(frozen=True)
class Surroundings:
    """Everything below the journeys folder that is not a journey.

    Args:
        root: The folder that holds `site.yaml`.
        site: None when its file has problems.
        personas: Empty when their file has problems.
        parts: The parts without problems, by name.
        faulty_parts: The files of parts with problems, by the part's name.
        vocabulary: The verbs that may be used.
        problems: The problems of all these files.
    """

    root: Path
    site: Site | None
    personas: Mapping[str, Persona]
    parts: Mapping[str, Part]
    faulty_parts: Mapping[str, str] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    problems: tuple[Problem, ...] = ()

    @cached_property
    def extents(self) -> Mapping[str, Extent]:
        """How long and deep each part is with all that it uses."""
        return extents_of(self.parts)

    @property
    def problems_of_all(self) -> tuple[Problem, ...]:
        """What keeps every journey from being walked: its site or its personas cannot be read."""
        shared = {f"{self.root.name}/{name}" for name in (SITE_FILE, PERSONAS_FILE)}
        return tuple(problem for problem in self.problems if problem.place.file in shared)


def flat(steps: Sequence[Step | Use], parts: Mapping[str, Part]) -> Iterator[tuple[Step, Place]]:
    """Yield each step, those of parts included, with its place in the file that `steps` come from."""
    for step in steps:
        if isinstance(step, Use):
            part = parts.get(step.part)
            yield from ((inner, step.place) for inner, _ in flat(part.steps, parts)) if part else ()
        else:
            yield step, step.place
