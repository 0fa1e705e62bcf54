"""A journey file in, one pytest test a visit out; a faulty file becomes one failing test."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pytest

from harness.compile.source import compile_journey
from harness.compile.visits import PlannedVisit, plan_visits
from harness.language.folder import PERSONAS_FILE, SITE_FILE, find_root, is_journey, shown_as
from harness.language.model import Journey, Problem
from harness.language.project import load_journey
from harness.language.surroundings import surroundings_of
from harness.record import FaultyFile

if TYPE_CHECKING:
    from harness.language.rules.surroundings import Surroundings
    from harness.shopper import Shopper

MARKER = "journey"
PYTESTS_OWN = frozenset({"skip", "skipif", "xfail", "parametrize", "usefixtures", "filterwarnings", MARKER})


class FaultyJourneyError(Exception):
    """A file that cannot be walked, with all that is wrong in it."""


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
                yield FaultyItem.from_parent(self, name=self.path.stem, problems=loaded)
            return
        for visit in planned_visits(loaded, surroundings):
            name = f"{loaded.title}[{visit.label}]" if visit.label else loaded.title
            yield VisitItem.of(self, name=name, visit=visit, base=root.parent)


class VisitItem(pytest.Function):
    """One visit as a pytest test: fixtures, markers and options work as for any other."""

    visit: PlannedVisit

    @classmethod
    def of(cls, parent: JourneyFile, *, name: str, visit: PlannedVisit, base: Path) -> Self:
        """Make the test of a visit; the journey is compiled when it is about to be walked."""

        def walk(shopper: "Shopper") -> None:
            __tracebackhide__ = True
            compile_journey(visit.journey, visit.parts).runnable(base)(shopper)

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


class FaultyItem(pytest.Item):
    """A file that cannot be walked, as one failing test."""

    def __init__(self, *, problems: tuple[Problem, ...], **rest: Any) -> None:
        super().__init__(**rest)
        self.problems = problems

    @property
    def faulty_file(self) -> FaultyFile:
        """The file as the run's record tells it."""
        return FaultyFile(file=self.problems[0].place.file, problems=tuple(map(str, self.problems)))

    def runtest(self) -> None:
        """Fail with every problem of the file."""
        raise FaultyJourneyError("\n\n".join(map(str, self.problems)))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ARG002 -- pytest's signature
        """Show the problems themselves, without a traceback."""
        return str(excinfo.value)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return the first faulty line."""
        return self.path, self.problems[0].place.line - 1, self.name


def collect_file(file_path: Path, parent: pytest.Collector) -> JourneyFile | None:
    """Collect a YAML file below a folder with `site.yaml`; other YAML is not ours."""
    if file_path.suffix not in {".yaml", ".yml"}:
        return None
    root = find_root(file_path)
    if root is None:
        return None
    return JourneyFile.from_parent(parent, path=file_path)


def visits_of_marker(node: pytest.Function) -> tuple[PlannedVisit, ...]:
    """Return the visits of a compiled journey that was saved as an ordinary test file.

    Raises:
        pytest.UsageError: The journey it names is not there, or has problems.
    """
    marker = node.get_closest_marker(MARKER)
    if marker is None:
        return ()
    path = _find_journey(str(marker.args[0]), node)
    root = find_root(path) if path else None
    if path is None or root is None:
        raise pytest.UsageError(
            f'{node.path}: the journey "{marker.args[0]}" is not here. Run pytest where that path leads.'
        )
    loaded = load_journey(path, surroundings_of(root))
    if not isinstance(loaded, Journey):
        raise pytest.UsageError("\n".join(map(str, loaded)))
    return planned_visits(loaded, surroundings_of(root))


def planned_visits(journey: Journey, surroundings: "Surroundings") -> tuple[PlannedVisit, ...]:
    """Return the visits a journey asks for; its surroundings have no problems."""
    if surroundings.site is None:
        return ()
    return plan_visits(
        journey, site=surroundings.site, personas=surroundings.personas, parts=surroundings.parts
    )


def _find_journey(name: str, node: pytest.Function) -> Path | None:
    places = (node.config.invocation_params.dir, node.config.rootpath, *node.path.parents)
    found = (place / name for place in places if (place / name).is_file())
    return next(found, None)


def _loaded(path: Path, surroundings: "Surroundings") -> Journey | tuple[Problem, ...] | None:
    if is_journey(path, surroundings.root):
        loaded = load_journey(path, surroundings)
        own = surroundings.site is None or not surroundings.personas
        return tuple(_shared_problems(surroundings)) if own and isinstance(loaded, Journey) else loaded
    shown = shown_as(path, surroundings.root)
    return tuple(problem for problem in surroundings.problems if problem.place.file == shown)


def _shared_problems(surroundings: "Surroundings") -> Iterator[Problem]:
    shared = {f"{surroundings.root.name}/{name}" for name in (SITE_FILE, PERSONAS_FILE)}
    yield from (problem for problem in surroundings.problems if problem.place.file in shared)
