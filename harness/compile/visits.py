"""A journey and its surroundings in, the visits it asks for out: each row with each variant and persona."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.compile.slug import slug, unique_slug
from harness.language.model import Journey, Part, Persona, Site, Step, Use


@dataclass(frozen=True)
class PlannedVisit:
    """What is asked of one visit. What happens in it goes to a record, never back in here.

    `label` tells this visit from the others of the journey; empty when it is the only one. `different` says
    in what it differs: the row of `for each`, and what the matrix changes. `row` holds values for `${name}`.
    """

    id: str
    label: str
    journey: Journey
    persona: Persona
    row: Mapping[str, str]
    different: Mapping[str, str]
    site: Site
    parts: Mapping[str, Part]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps in the order they are walked, those of parts included."""
        return tuple(_flat(self.journey.steps, self.parts))

    @property
    def cleanup(self) -> tuple[Step, ...]:
        """The steps that put everything back, those of parts included."""
        return tuple(_flat(self.journey.cleanup, self.parts))

    @property
    def lookup(self) -> tuple[Step, ...]:
        """The steps that find out whether what was committed to was done, those of parts included."""
        return tuple(_flat(self.journey.lookup, self.parts))

    @property
    def name(self) -> str:
        """What stays the same wherever and however often it is walked, unlike the name of its folder."""
        return f"{self.journey.id} {self.label}".rstrip()

    @property
    def base(self) -> Path:
        """The folder above the journeys, which all places are told relative to."""
        return self.journey.path.parents[len(Path(self.journey.place.file).parts) - 1]

    @property
    def root(self) -> Path:
        """The journeys folder."""
        return self.base / Path(self.journey.place.file).parts[0]


def plan_visits(
    journey: Journey, *, site: Site, personas: Mapping[str, Persona], parts: Mapping[str, Part]
) -> tuple[PlannedVisit, ...]:
    """Multiply a journey: each row of `for each` with each variant of its matrix and each of its personas.

    A journey that names no persona is walked by the first one of the personas file. The name of a site that
    has one is part of the visit's id: what was found on another site is no past of this visit.
    """
    shoppers = [personas[name] for name in journey.personas] or [next(iter(personas.values()))]
    asked = [(row, variant) for row in journey.rows for variant in journey.variants]
    labels = _labels([(*row.values(), *variant.words.values()) for row, variant in asked])
    return tuple(
        PlannedVisit(
            id="--".join(unique_slug(word) for word in (journey.id, label, persona.id, site.id) if word),
            label="-".join(word for word in (label, persona.id) if word),
            journey=journey,
            persona=variant.of(persona),
            row={**row, **variant.values},
            different={**row, **variant.words},
            site=site,
            parts=parts,
        )
        for (row, variant), label in zip(asked, labels, strict=True)
        for persona in shoppers
    )


def _labels(asked: Sequence[Sequence[str]]) -> list[str]:
    labels = [slug(" ".join(words), longest=40) if words else "" for words in asked]
    if len(set(labels)) == len(labels):
        return labels
    return [f"{number}-{label}".rstrip("-") for number, label in enumerate(labels, start=1)]


def _flat(steps: Sequence[Step | Use], parts: Mapping[str, Part]) -> list[Step]:
    flat: list[Step] = []
    for step in steps:
        if isinstance(step, Use):
            flat += _flat(parts[step.part].steps, parts)
        else:
            flat.append(step)
    return flat
