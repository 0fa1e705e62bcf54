"""What a journey refers to: the site, the personas and the parts it may use."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from harness.grammar.near import did_you_mean
from harness.language.business import Business
from harness.language.folder import PERSONAS_FILE, SITE_FILE
from harness.language.model import Journey, Part, Persona, Place, Problem, Site, Step, Use
from harness.language.rules.parts import Extent, extents_of
from harness.language.vocabulary import Vocabulary


@dataclass(frozen=True)
class Surroundings:
    """Everything below the journeys folder that is not a journey.

    Args:
        root: The folder that holds `site.yaml`.
        sites: By their names, the default one first; empty when their file has problems.
        personas: Empty when their file has problems.
        parts: The parts without problems, by name.
        faulty_parts: The files of parts with problems, by the part's name.
        vocabulary: The verbs that may be used.
        business: What the company says of itself; None without a file, or where it has problems.
        problems: The problems of all these files.
    """

    root: Path
    sites: Mapping[str, Site]
    personas: Mapping[str, Persona]
    parts: Mapping[str, Part]
    faulty_parts: Mapping[str, str] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    business: Business | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def site(self) -> Site | None:
        """The site that is visited when nobody names one, if their file has no problems."""
        return next(iter(self.sites.values()), None)

    def site_called(self, name: str) -> Site | None:
        """Return the site of a name, the default one without a name; None when their file has problems.

        Raises:
            UnknownSiteError: No site is called so; the message has the names there are.
        """
        if not name or not self.sites:
            return self.site
        if name not in self.sites:
            raise UnknownSiteError(name, self.sites, file=f"{self.root.name}/{SITE_FILE}")
        return self.sites[name]

    def sites_of(self, journey: Journey) -> tuple[Site, ...]:
        """Return the sites that a journey is for."""
        return tuple(site for site in self.sites.values() if is_for(journey, site))

    @cached_property
    def extents(self) -> Mapping[str, Extent]:
        """How long and deep each part is with all that it uses."""
        return extents_of(self.parts)

    @property
    def problems_of_all(self) -> tuple[Problem, ...]:
        """What keeps every journey from being walked: its site or its personas cannot be read."""
        shared = {f"{self.root.name}/{name}" for name in (SITE_FILE, PERSONAS_FILE)}
        return tuple(problem for problem in self.problems if problem.place.file in shared)


class UnknownSiteError(LookupError):
    """A site was asked for that the site file does not have."""

    def __init__(self, name: str, known: Iterable[str], *, file: str) -> None:
        names = [each for each in known if each]
        single = "It has one site, without a name: leave out --site and HARNESS_SITE."
        hint = did_you_mean(name, names) if names else single
        super().__init__(f'{file} has no site "{name}". {hint}')


def is_for(journey: Journey, site: Site) -> bool:
    """Say whether a journey is for a site: it names it, or none."""
    return not journey.sites or site.id in journey.sites


def flat(steps: Sequence[Step | Use], parts: Mapping[str, Part]) -> Iterator[tuple[Step, Place]]:
    """Yield each step, those of parts included, with its place in the file that `steps` come from."""
    for step in steps:
        if isinstance(step, Use):
            part = parts.get(step.part)
            yield from ((inner, step.place) for inner, _ in flat(part.steps, parts)) if part else ()
        else:
            yield step, step.place
