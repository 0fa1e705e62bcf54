"""A journey file in, one pytest test a visit out; a faulty file becomes one failing test."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pytest

from harness.compile.source import compile_journey
from harness.compile.visits import PlannedVisit, plan_visits
from harness.language.folder import find_root, is_journey, shown_as
from harness.language.model import Journey, Problem
from harness.language.project import load_journey
from harness.language.rules.surroundings import UnknownSiteError
from harness.language.surroundings import surroundings_of
from harness.plugin.faulty import FaultyItem
from harness.plugin.ids import ReadableId
from harness.plugin.options import UNKNOWN, site_asked

if TYPE_CHECKING:
    from harness.language.rules.surroundings import Surroundings
    from harness.shopper import Shopper

PYTESTS_OWN = frozenset(
    {"skip", "skipif", "xfail", "parametrize", "usefixtures", "filterwarnings", "journey"}
)


class JourneyFile(pytest.File):
    """One YAML file below a folder with `site.yaml`."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield the visits of the journey, or one failing test with the file's problems."""
        root = find_root(self.path)
        if root is None:
            return
        surroundings = surroundings_of(root)
        loaded = _loaded(self.path, surroundings)
        if not isinstance(loaded, Journey):
            if loaded:
                shown = shown_as(self.path, root)
                yield FaultyItem.from_parent(self, name=self.path.stem, problems=loaded, shown=shown)
            return
        try:
            visits = planned_visits(loaded, surroundings, self.config)
        except UnknownSiteError as error:
            self.config.stash[UNKNOWN] = str(error)
            return
        for visit in visits:
            name = f"{loaded.title}[{visit.label}]" if visit.label else loaded.title
            yield VisitItem.of(self, name=name, visit=visit)


class VisitItem(ReadableId, pytest.Function):
    """One visit as a pytest test: fixtures, markers and options work as for any other."""

    visit: PlannedVisit

    @classmethod
    def of(cls, parent: JourneyFile, *, name: str, visit: PlannedVisit) -> Self:
        """Make the test of a visit; the journey is compiled when it is about to be walked."""

        def walk(shopper: "Shopper") -> None:
            __tracebackhide__ = True
            compile_journey(visit.journey, visit.parts).runnable(visit.base)(shopper)

        item: Self = cls.from_parent(parent, name=name, callobj=walk)
        item.visit = visit
        item.mark_with(visit.journey.tags)
        return item

    def mark_with(self, tags: tuple[str, ...]) -> None:
        """Make `-m tag` select the visit. A tag never means what a marker of pytest's own means."""
        for tag in tags:
            if tag not in PYTESTS_OWN:
                self.config.addinivalue_line("markers", f"{tag}: a tag of journeys")
                self.add_marker(tag)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the visit stands: the first line of its journey."""
        return self.path, self.visit.journey.place.line - 1, self.name


def planned_visits(
    journey: Journey, surroundings: "Surroundings", config: pytest.Config
) -> tuple[PlannedVisit, ...]:
    """Return the visits a journey asks for on the site of this run; its surroundings have no problems.

    Raises:
        UnknownSiteError: There is no such site.
    """
    site = surroundings.site_called(site_asked(config))
    if site is None:
        return ()
    return plan_visits(journey, site=site, personas=surroundings.personas, parts=surroundings.parts)


def visit_of(item: pytest.Item) -> PlannedVisit | None:
    """Return the visit that a test walks, be it collected from YAML or from a saved compiled file."""
    if isinstance(item, VisitItem):
        return item.visit
    parameters = getattr(getattr(item, "callspec", None), "params", {})
    visit = parameters.get("shopper")
    return visit if isinstance(visit, PlannedVisit) else None


def _loaded(path: Path, surroundings: "Surroundings") -> Journey | tuple[Problem, ...] | None:
    if is_journey(path, surroundings.root):
        return surroundings.problems_of_all or load_journey(path, surroundings)
    shown = shown_as(path, surroundings.root)
    return tuple(problem for problem in surroundings.problems if problem.place.file == shown)
