"""Paths as they were typed in, the journeys they mean out, and where the runs of those are kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.cli.trouble import AskedError
from harness.language.folder import SITE_FILE, find_root, is_journey, journey_paths

JOURNEYS = "journeys"
REPORTS = "reports"


@dataclass(frozen=True)
class Chosen:
    """What is to be walked or checked: `paths` for pytest, each below one of `roots`."""

    paths: tuple[str, ...]
    roots: tuple[Path, ...]

    def holds(self, file: Path) -> bool:
        """Say whether a file is among what was chosen."""
        chosen = [Path(path.partition("::")[0]).absolute() for path in self.paths]
        return any(file == path or path in file.parents for path in chosen)


def choose(typed: Sequence[str]) -> Chosen:
    """Find the journeys that are meant.

    Args:
        typed: Folders, files, or pytest's `file::name`; none means `./journeys` or the nearest root.

    Raises:
        AskedError: There are no journeys there.
    """
    paths = [_meant(path) for path in typed] if typed else [_default()]
    roots = dict.fromkeys(_root_of(path) for path in paths)
    chosen = Chosen(tuple(paths), tuple(roots))
    if not any(chosen.holds(file) for root in roots for file in journey_paths(root)):
        raise AskedError(
            f"{', '.join(paths)}: no journey is in here. Write one: a YAML file that begins with"
            ' "journey: what the customer wants".'
        )
    return chosen


def home(folder: Path | None = None) -> Path:
    """Return the folder above the journeys that a user means who names none, or where she is."""
    here = folder or Path.cwd()
    root = nearest_root(here)
    return root.parent if root else here


def nearest_root(folder: Path | None = None) -> Path | None:
    """Return the journeys that a user means who names none: `./journeys`, else the nearest root above."""
    here = folder or Path.cwd()
    own = here / JOURNEYS
    return own if (own / SITE_FILE).is_file() else find_root(here)


def reports_of(chosen: Path | None, root: Path | None = None) -> Path:
    """Return the folder of the runs: the chosen one, else `reports` beside the journeys."""
    return chosen.absolute() if chosen else (root.parent if root else home()) / REPORTS


def _default() -> str:
    here = Path.cwd()
    if (here / JOURNEYS / SITE_FILE).is_file():
        return JOURNEYS
    root = find_root(here)
    if root is None:
        raise AskedError(
            f"there are no journeys here: {here} has no {JOURNEYS}/{SITE_FILE}. Go to the folder that holds"
            f" {JOURNEYS}/, or name it after the command. To see a run at once, type: harness demo"
        )
    return str(root)


def _meant(typed: str) -> str:
    path = Path(typed.partition("::")[0])
    if not path.exists():
        raise AskedError(f"{path}: there is no such file or folder. Check the path; you are in {Path.cwd()}.")
    if path.is_dir() and find_root(path) is None and (path / JOURNEYS / SITE_FILE).is_file():
        return str(path / JOURNEYS)
    return typed


def _root_of(typed: str) -> Path:
    path = Path(typed.partition("::")[0])
    root = find_root(path)
    if root is None:
        raise AskedError(
            f"{path}: neither this folder nor one above it has a {SITE_FILE}, which names the shop to visit."
            " Name a folder of journeys, or write that file."
        )
    if path.is_file() and not is_journey(path.absolute(), root):
        raise AskedError(f"{path}: this is no journey. Name a journey's YAML file, or a folder of them.")
    return root
