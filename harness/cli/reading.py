"""Paths that were chosen in, each journey below them out: checked, or with all that is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from harness.cli.places import Chosen
from harness.cli.trouble import AskedError
from harness.language.folder import journey_paths, shown_as
from harness.language.model import Journey, Problem, Site
from harness.language.project import load_journey
from harness.language.rules.surroundings import Surroundings, UnknownSiteError, is_for
from harness.language.surroundings import surroundings_of


@dataclass(frozen=True)
class Fine:
    """A journey that can be walked, with the shop it visits and what it refers to."""

    journey: Journey
    site: Site
    surroundings: Surroundings

    @property
    def is_here(self) -> bool:
        """Whether it is for this shop, and not only for others."""
        return is_for(self.journey, self.site)


@dataclass(frozen=True)
class Faulty:
    """A file that is no journey yet; `problems` is never empty."""

    file: str
    problems: tuple[Problem, ...]


def read_chosen(chosen: Chosen, site: str) -> Iterator[Fine | Faulty]:
    """Yield the chosen journeys in the order of their files; before them the parts with problems.

    Args:
        chosen: What was chosen.
        site: The name of the site to visit; empty for the default one.

    Raises:
        AskedError: There is no such site.
    """
    refuse_unknown_site(chosen, site)
    for root in chosen.roots:
        surroundings = surroundings_of(root)
        visited = surroundings.site_called(site)
        yield from _faulty_parts(surroundings)
        for path in filter(chosen.holds, journey_paths(root.absolute())):
            loaded = surroundings.problems_of_all or load_journey(path, surroundings)
            if isinstance(loaded, Journey) and visited:
                yield Fine(loaded, visited, surroundings)
            elif not isinstance(loaded, Journey):
                yield Faulty(shown_as(path, root.absolute()), loaded)


def refuse_unknown_site(chosen: Chosen, site: str) -> None:
    """Make sure that there is such a site.

    Raises:
        AskedError: There is none; the message has the names.
    """
    try:
        for root in chosen.roots:
            surroundings_of(root).site_called(site)
    except UnknownSiteError as error:
        raise AskedError(str(error)) from error


def _faulty_parts(surroundings: Surroundings) -> Iterator[Faulty]:
    for file in dict.fromkeys(problem.place.file for problem in surroundings.problems):
        found = tuple(problem for problem in surroundings.problems if problem.place.file == file)
        if not set(found) & set(surroundings.problems_of_all):
            yield Faulty(file, found)
