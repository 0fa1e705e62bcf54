"""A journeys folder in, its checked journeys out, with every problem of every file."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from harness.language.business import Business
from harness.language.files.journey import read_journey
from harness.language.folder import BUSINESS_FILE, PERSONAS_FILE, SITE_FILE, find_root, journey_paths
from harness.language.model import Journey, Part, Persona, Place, Problem, Site
from harness.language.reading.file import read_file
from harness.language.reading.reading import Reading, TooManyProblemsError
from harness.language.rules.answers import check_answers
from harness.language.rules.commitment import check_declared, check_marks
from harness.language.rules.costs import check_costs
from harness.language.rules.files import check_files
from harness.language.rules.hosts import check_hosts
from harness.language.rules.literals import check_literals
from harness.language.rules.lookup import check_lookup, check_lookup_marks
from harness.language.rules.outcome import check_outcome
from harness.language.rules.parts import check_extent
from harness.language.rules.personas import check_personas, walking
from harness.language.rules.refused import check_refused
from harness.language.rules.scope import IN_ANOTHER_VISIT, Scope
from harness.language.rules.sites import check_sites
from harness.language.rules.surroundings import Surroundings
from harness.language.rules.undoing import check_undoing
from harness.language.rules.values import check_values
from harness.language.surroundings import load_surroundings, surroundings_of
from harness.verbs import VERBS, Verb

__all__ = [
    "Project",
    "Surroundings",
    "find_root",
    "load_journey",
    "load_project",
    "load_surroundings",
    "surroundings_of",
]


@dataclass(frozen=True)
class Project:
    """Everything below one journeys folder.

    Args:
        root: The folder that holds `site.yaml`.
        sites: By their names, the default one first; a single one without a name below "".
        problems: All problems of all files; a file that has one is in no other field.
    """

    root: Path
    sites: Mapping[str, Site]
    personas: Mapping[str, Persona]
    parts: Mapping[str, Part]
    journeys: tuple[Journey, ...]
    verbs: Mapping[str, Verb] = field(default_factory=lambda: VERBS)
    business: Business | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def site(self) -> Site | None:
        """The site that is visited when nobody names one, if their file has no problems."""
        return next(iter(self.sites.values()), None)

    @cached_property
    def journeys_by_path(self) -> Mapping[Path, Journey]:
        """The journeys by the file they were read from."""
        return {journey.path: journey for journey in self.journeys}


def load_project(root: Path) -> Project:
    """Read and check everything below a journeys folder.

    Args:
        root: The folder that holds `site.yaml`.

    Returns:
        What was read; it never raises for what the files say, all that is wrong is in `problems`.
    """
    root = root.absolute()
    surroundings = load_surroundings(root)
    journeys: list[Journey] = []
    problems = list(surroundings.problems)
    for path in journey_paths(root):
        loaded = load_journey(path, surroundings)
        if isinstance(loaded, Journey):
            journeys.append(loaded)
        else:
            problems += loaded
    return Project(
        root=root,
        sites=surroundings.sites,
        personas=surroundings.personas,
        parts=surroundings.parts,
        journeys=tuple(journeys),
        verbs=surroundings.vocabulary.verbs,
        business=surroundings.business,
        problems=tuple(sorted(problems, key=_by_place)),
    )


def _by_place(problem: Problem) -> tuple[bool, str, int, int]:
    """Put causes before their echoes."""
    return problem.is_echo, problem.place.file, problem.place.line, problem.place.column


def load_journey(path: Path, surroundings: Surroundings) -> Journey | tuple[Problem, ...]:
    """Read and check one journey.

    Args:
        path: Its file, anywhere below the root of the surroundings.
        surroundings: What it may refer to.

    Returns:
        The journey, or all that is wrong with its file: never neither of them.
    """
    path = path.absolute()
    name = path.relative_to(surroundings.root).with_suffix("").as_posix()
    file = read_file(
        path,
        root=surroundings.root,
        read=lambda node, reading: read_journey(node, reading, path=path, name=name),
        vocabulary=surroundings.vocabulary,
    )
    with suppress(TooManyProblemsError):
        _refuse_name(path, file.reading, surroundings.root)
        if file.content and not file.reading.misses_verbs:
            _check(file.content, file.reading, surroundings)
    return file.content if file.content and not file.problems else file.problems


def _refuse_name(path: Path, reading: Reading, root: Path) -> None:
    meant = {name.removesuffix(".yaml") + ".yml": name for name in (SITE_FILE, PERSONAS_FILE, BUSINESS_FILE)}
    other = path.with_suffix(".yaml")
    if path.parent == root and path.name in meant:
        reading.problems.clear()  # told as a journey's, which it was not meant to be
        message = f'"{path.name}" is not read. Name the file {meant[path.name]}.'
    elif path.suffix == ".yml" and other.is_file():
        message = f"{other.name} is beside this file: both would be the same journey. Rename one of them."
    else:
        return
    reading.problem(Place(reading.source.file, 1), message)


def _check(journey: Journey, reading: Reading, surroundings: Surroundings) -> None:
    is_readable = not reading.problems
    check_values(journey, reading)
    known = {*journey.data, *journey.rows[0], *journey.variants[0].values}
    sites = surroundings.sites_of(journey)
    personas = walking(journey, surroundings)
    scope = Scope(reading, surroundings, sites, personas, set(known), "data:")
    scope.walk(journey.steps)
    scope.walk(journey.cleanup)
    later = Scope(reading, surroundings, sites, personas, set(known), "data:")
    later.out_of_reach |= dict.fromkeys(scope.known - known, IN_ANOTHER_VISIT)
    later.walk(journey.lookup)
    check_personas(journey, reading, surroundings)
    check_sites(journey, reading, surroundings)
    are_marked = check_marks((*journey.steps, *journey.cleanup), reading, sites, journey.commits)
    check_lookup_marks(journey.lookup, reading, sites)
    check_answers(journey.all_steps, reading)
    check_files(journey.all_steps, reading, surroundings.root)
    check_hosts(journey.all_steps, reading, sites)
    is_whole = is_readable and not (scope.misses_names or later.misses_names)
    if is_whole and check_extent(journey.all_steps, reading, surroundings.extents):
        check_outcome(journey, reading, surroundings)
        check_declared(journey, reading, surroundings, are_marked=are_marked)
        check_undoing(journey, reading, surroundings)
        check_costs(journey, reading, surroundings, sites)
        check_refused(journey, reading, surroundings)
        check_lookup(journey, reading, surroundings)
        check_literals(journey.all_steps, reading, sites, personas)
