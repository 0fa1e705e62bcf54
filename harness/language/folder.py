"""A folder of journeys in, which file in it is what out."""

import os
from collections.abc import Iterator
from pathlib import Path

SITE_FILE = "site.yaml"
PERSONAS_FILE = "personas.yaml"
WORDS_FOLDER = "words"
"""Holds a team's own languages of reports."""
BUSINESS_FILE = "business.yaml"
VERBS_FILE = "verbs.py"
CONFTEST_FILE = "conftest.py"
PARTS_FOLDER = "parts"
SUFFIXES = (".yaml", ".yml")

_NO_JOURNEYS = frozenset({SITE_FILE, PERSONAS_FILE, BUSINESS_FILE})


def find_root(path: Path) -> Path | None:
    """Return the nearest folder at or above `path` that holds `site.yaml`, if there is one."""
    absolute = path.absolute()
    folders = (absolute, *absolute.parents) if absolute.is_dir() else absolute.parents
    return next((folder for folder in folders if (folder / SITE_FILE).is_file()), None)


def is_journey(path: Path, root: Path) -> bool:
    """Say whether a file below `root` is to be a journey: any YAML that is nothing else, nor hidden."""
    inside = path.relative_to(root).parts
    return (
        path.suffix.lower() in SUFFIXES
        and not _is_hidden(path, root)
        and not (len(inside) == 1 and path.name in _NO_JOURNEYS)
        and inside[0] != PARTS_FOLDER
    )


def _is_hidden(path: Path, root: Path) -> bool:
    return any(name.startswith(".") for name in path.relative_to(root).parts)


def is_own_verbs(path: Path) -> bool:
    """Say whether a file beside `site.yaml` may hold verbs of the team's own."""
    return path.name in {VERBS_FILE, CONFTEST_FILE} and (path.parent / SITE_FILE).is_file()


def journey_paths(root: Path) -> Iterator[Path]:
    """Yield the files that are to be journeys, sorted by name within each folder."""
    for folder, subfolders, files in os.walk(root):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        paths = (Path(folder, name) for name in sorted(files) if name.lower().endswith(SUFFIXES))
        yield from (path for path in paths if is_journey(path, root))


def part_paths(root: Path) -> list[Path]:
    """Return the files of the parts."""
    folder = root / PARTS_FOLDER
    return sorted(
        path
        for path in folder.rglob("[!.]*")
        if path.suffix.lower() in SUFFIXES and path.is_file() and not _is_hidden(path, folder)
    )


def shown_as(path: Path, root: Path) -> str:
    """Return what messages call a file: its path from the folder above the journeys folder."""
    return f"{root.name}/{path.relative_to(root).as_posix()}"
