"""Folders of runs and two ages in, what is removed to make room out; records and judgements stay."""

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from harness.history.evidence import PRUNED
from harness.history.folders import KeptFolder, folders_of, has_ended, read_kept
from harness.judge.keeping import JUDGEMENT
from harness.record.folder import LATEST, OWED, RunFolder
from harness.record.journal import JOURNAL

LONGEST_RUN = timedelta(days=1)
KEPT_OF_A_VISIT = frozenset({JOURNAL, JUDGEMENT})
EVIDENCE_FOLDERS = ("allure", "allure-results", "last-good")
"""Of a run; made again by `harness report` as far as there is anything to show."""


@dataclass(frozen=True)
class Removal:
    """What is removed of one run.

    Args:
        run: Its folder.
        began: When it did.
        files: The files that are removed; of a whole run, all of them.
        is_whole: Whether nothing of the run is left.
    """

    run: Path
    began: datetime
    files: tuple[Path, ...]
    size_bytes: int
    is_whole: bool


def removals(reports: Path, *, evidence: timedelta, figures: timedelta, now: datetime) -> Iterator[Removal]:
    """Yield what is older than it need be, the oldest run first; never of a run under way, or of `latest`.

    Args:
        reports: The folder of the runs. What is no run in it, and what links lead to, is not looked at.
        evidence: How long pictures, traces and the like are kept.
        figures: How long anything is kept.
        now: Ages are counted until then.
    """
    latest = _latest(reports)
    for folder in folders_of(reports):
        kept = read_kept(folder)
        if kept is None or folder.path.resolve() == latest or _is_under_way(kept, now):
            continue
        began = kept.run.started_at
        is_whole = began < now - figures
        if is_whole or began < now - evidence:
            found = tuple(_files(folder.path) if is_whole else _evidence(folder))
            if found:
                size_bytes = sum(path.lstat().st_size for path in found)
                yield Removal(folder.path, began, found, size_bytes, is_whole)


def remove(removal: Removal) -> None:
    """Remove it.

    Raises:
        OSError: It cannot be removed.
    """
    if removal.is_whole:
        shutil.rmtree(removal.run)
        return
    told = {"evidence_removed_at": datetime.now(UTC).isoformat()}
    (removal.run / PRUNED).write_text(json.dumps(told), encoding="utf-8")
    for file in removal.files:
        file.unlink(missing_ok=True)
    _remove_empty(removal.run, {path.parent for path in removal.files})


def _is_under_way(kept: KeptFolder, now: datetime) -> bool:
    """Whether it may still walk; what has no end after a day was killed."""
    return not has_ended(kept.folder) and kept.run.started_at > now - LONGEST_RUN


def _latest(reports: Path) -> Path | None:
    link = reports / LATEST
    if link.is_file():  # the link's stand-in, where links are not possible
        return (reports / link.read_text(encoding="utf-8").strip()).resolve()
    return link.resolve() if link.exists() else None


def _evidence(folder: RunFolder) -> Iterator[Path]:
    for name in EVIDENCE_FOLDERS:
        yield from _files(folder.path / name)
    for name in ("visits", OWED):
        of_a_look_up = {".json"} if name == OWED else set()
        for file in _files(folder.path / name):
            if file.name not in KEPT_OF_A_VISIT and file.suffix not in of_a_look_up:
                yield file


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder; a link is none, and is not followed."""
    if folder.is_symlink():
        return
    for where, _, names in os.walk(folder):
        yield from (path for name in names if not (path := Path(where, name)).is_symlink())


def _remove_empty(run: Path, folders: set[Path]) -> None:
    """Remove the folders of the evidence that hold nothing any more; those of visits stay."""
    for name in EVIDENCE_FOLDERS:
        tops: Sequence[Path] = sorted((f for f in folders if f.is_relative_to(run / name)), reverse=True)
        for path in (*tops, run / name):
            if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
                path.rmdir()
