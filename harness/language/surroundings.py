"""A journeys folder in, everything a journey in it may refer to out: the site, the personas, the parts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from harness.language.business import Business
from harness.language.files.business import BUSINESS
from harness.language.files.part import PART
from harness.language.files.personas import BUILT_IN, PERSONAS
from harness.language.files.sites import read_sites
from harness.language.folder import BUSINESS_FILE, PERSONAS_FILE, SITE_FILE, WORDS_FOLDER, part_paths
from harness.language.model import Part, Persona, Site
from harness.language.own_verbs import load_vocabulary, own_verbs_files
from harness.language.reading.file import ReadFile, read_file
from harness.language.reading.reading import TooManyProblemsError
from harness.language.rules.answers import check_answers
from harness.language.rules.business import check_business
from harness.language.rules.commitment import check_marks
from harness.language.rules.files import check_files
from harness.language.rules.hosts import check_hosts
from harness.language.rules.literals import check_literals
from harness.language.rules.parts import check_circle, check_extent, check_gives, extents_of, uses_in
from harness.language.rules.personas import check_shares
from harness.language.rules.report_language import check_report_language
from harness.language.rules.scope import Scope
from harness.language.rules.signing_in import check_signing_in
from harness.language.rules.surroundings import Surroundings

_NAME_IN_TEXT = re.compile(r"""^part: *(?P<quote>["']?)(?P<name>.+?)(?P=quote)\s*$""", re.MULTILINE)


def load_surroundings(root: Path) -> Surroundings:
    """Read everything below a journeys folder that is not a journey.

    Args:
        root: The folder that holds `site.yaml`.

    Returns:
        What was read; it never raises for what the files say, all that is wrong is in `problems`.
    """
    root = root.absolute()
    site_file = read_file(root / SITE_FILE, root=root, read=read_sites)
    if site_file.content:
        with suppress(TooManyProblemsError):
            check_report_language(site_file.content.values(), site_file.reading, root)
    vocabulary = load_vocabulary(root)
    personas_file = _personas_file(root)
    personas = _good_personas(personas_file)
    parts = [read_file(path, root=root, read=PART.read, vocabulary=vocabulary) for path in part_paths(root)]
    sites = (not site_file.problems and site_file.content) or {}
    good_parts, faulty_parts = _checked(parts, root, sites, personas)
    surroundings = Surroundings(root, sites, personas, good_parts, faulty_parts, vocabulary)
    if personas_file and personas_file.content:
        with suppress(TooManyProblemsError):
            check_shares(personas_file.content, personas_file.reading)
        check_signing_in(personas_file.content, personas_file.reading, surroundings)
    business = _business_file(root, sites, personas)
    part_problems = [problem for part in parts for problem in part.problems]
    return replace(
        surroundings,
        personas=_good_personas(personas_file),
        business=business.content if business and not business.problems else None,
        problems=(
            *site_file.problems,
            *(personas_file.problems if personas_file else ()),
            *vocabulary.problems,
            *(business.problems if business else ()),
            *part_problems,
        ),
    )


@lru_cache(maxsize=16)
def _cached(root: Path, _stamps: tuple[tuple[str, int, int], ...]) -> Surroundings:
    return load_surroundings(root)


def surroundings_of(root: Path) -> Surroundings:
    """Return what `load_surroundings` does, read again only when one of its files has changed."""
    root = root.absolute()
    files = (
        *(root / name for name in (SITE_FILE, PERSONAS_FILE, BUSINESS_FILE)),
        *own_verbs_files(root),
        *part_paths(root),
        *(root / WORDS_FOLDER).glob("*.po"),
    )
    return _cached(root, tuple(_stamps(files)))


def _stamps(paths: Iterable[Path]) -> Iterable[tuple[str, int, int]]:
    for path in paths:
        if path.exists():
            status = path.stat()
            yield str(path), status.st_mtime_ns, status.st_size


def _personas_file(root: Path) -> ReadFile[Mapping[str, Persona]] | None:
    path = root / PERSONAS_FILE
    if not path.exists():
        return None
    return read_file(path, root=root, read=PERSONAS.read)


def _business_file(
    root: Path, sites: Mapping[str, Site], personas: Mapping[str, Persona]
) -> ReadFile[Business] | None:
    path = root / BUSINESS_FILE
    if not path.exists():
        return None
    file = read_file(path, root=root, read=BUSINESS.read)
    if file.content:
        with suppress(TooManyProblemsError):
            check_business(file.content, file.reading, sites, personas)
    return file


def _good_personas(file: ReadFile[Mapping[str, Persona]] | None) -> Mapping[str, Persona]:
    if file is None:
        return {BUILT_IN.id: BUILT_IN}
    return {} if file.problems else file.content or {}


def _checked(
    files: list[ReadFile[Part]], root: Path, sites: Mapping[str, Site], personas: Mapping[str, Persona]
) -> tuple[Mapping[str, Part], Mapping[str, str]]:
    """Return the parts without problems, and the files of the others; the problems go to their files."""
    named = _by_name(files)
    parts = {name: file.content for name, file in named.items() if file.content}
    surroundings = Surroundings(root, sites, personas, parts)
    extents = extents_of(parts)
    for name, part in parts.items():
        if named[name].reading.misses_verbs:
            continue
        with suppress(TooManyProblemsError):
            _check(part, named[name], surroundings)
            check_extent(part.steps, named[name].reading, extents)
    _spread(named, parts)
    return (
        {name: part for name, part in parts.items() if not named[name].problems},
        {
            **dict(_written_names(files)),
            **{name: file.reading.source.file for name, file in named.items() if file.problems},
        },
    )


def _written_names(files: Iterable[ReadFile[Part]]) -> Iterator[tuple[str, str]]:
    """Yield what each file that could not be read seems to call its part, with the file."""
    for file in files:
        found = _NAME_IN_TEXT.search(file.reading.source.text)
        if found and not file.content:
            yield found["name"], file.reading.source.file


def _by_name(files: list[ReadFile[Part]]) -> Mapping[str, ReadFile[Part]]:
    named: dict[str, ReadFile[Part]] = {}
    for file in files:
        if not file.content or not file.content.name:
            continue
        first = named.setdefault(file.content.name, file)
        if first is not file:
            message = (
                f'part "{file.content.name}" is in {first.reading.source.file} already. Rename one of them.'
            )
            with suppress(TooManyProblemsError):
                file.reading.problem(file.content.place, message)
    return named


def _check(part: Part, file: ReadFile[Part], surroundings: Surroundings) -> None:
    sites = tuple(surroundings.sites.values())
    everybody = tuple(surroundings.personas.values())
    scope = Scope(file.reading, surroundings, sites, everybody, set(part.needs), "needs:")
    check_circle(part, surroundings.parts, file.reading)
    scope.walk(part.steps)
    check_gives(part, scope.known - set(part.needs), file.reading)
    check_marks(part.steps, file.reading, sites)
    check_answers(part.steps, file.reading)
    check_files(part.steps, file.reading, surroundings.root)
    check_hosts(part.steps, file.reading, sites, on_every_site=False)
    if not file.reading.problems:
        check_literals(part.steps, file.reading, sites, scope.personas)


def _spread(named: Mapping[str, ReadFile[Part]], parts: Mapping[str, Part]) -> None:
    """Report the parts that use a part with problems, and so on until there are no more."""
    has_spread = True
    while has_spread:
        faulty = {name: file.reading.source.file for name, file in named.items() if file.problems}
        has_spread = False
        for name in parts.keys() - faulty.keys():
            use = next((use for use in uses_in(parts[name].steps) if use.part in faulty), None)
            if use:
                reading = named[name].reading
                at = reading.find(use.part, use.place)
                message = f'part "{use.part}" has problems of its own. Mend it first: {faulty[use.part]}'
                reading.problem(at, message, is_echo=True)
                has_spread = True
