"""Judgements in, a small file beside each record out; and what earlier runs found of times."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path

from pydantic import BaseModel, ValidationError

from harness.judge.comparable import walked_with
from harness.judge.model import Judgement
from harness.judge.speed import EarlierTimes, Past, as_earlier
from harness.record import VisitRecord

JUDGEMENT = "judgement.json"
TIMES_THE_WINDOW = 2
"""How many are read for each that counts: what a busy machine spoilt, or never came so far, does not."""

VISITS_LOOKED_AT = 30
"""How many are looked through for those with the same browser."""

RUNS_LOOKED_AT = 1000
"""How far back it is looked for the same visit: to the last forty nights of a shop with a run an hour."""


class _Night(BaseModel):
    """What must be known of a run for its visits to count."""

    replays: str = ""


def keep_judgement(folder: Path, judgement: Judgement) -> None:
    """Write a judgement into its visit's folder."""
    (folder / JUDGEMENT).write_text(judgement.model_dump_json(indent=1), encoding="utf-8")


def past_of(visit: VisitRecord, *, run: Path) -> Past:
    """Return what the same visit with the same browser found of its times in the runs before this one."""
    files = (folder / "visits" / visit.id / JUDGEMENT for folder in _earlier(run).get(visit.id, ()))
    return list(
        islice(_of_times(files, walked_with(visit)), TIMES_THE_WINDOW * visit.budgets.slow_when.visits)
    )


@lru_cache(maxsize=1)  # it is the same for all visits of a run, and there may be many of both
def _earlier(run: Path) -> Mapping[str, Sequence[Path]]:
    """Return the runs before this one that hold a visit, newest first, by the visit's id."""
    folders = (path for path in run.parent.iterdir() if path.name < run.name and not path.is_symlink())
    found: defaultdict[str, list[Path]] = defaultdict(list)
    for folder in sorted(folders, reverse=True)[:RUNS_LOOKED_AT]:
        for visit in _visits(folder) if _is_night(folder) else ():
            if len(found[visit]) < VISITS_LOOKED_AT:
                found[visit].append(folder)
    return found


def _is_night(folder: Path) -> bool:
    """Whether it is a run, and not one visit walked again by hand."""
    try:
        return not _Night.model_validate_json((folder / "run.json").read_bytes()).replays
    except (OSError, ValidationError):
        return False


def _visits(folder: Path) -> Sequence[str]:
    try:
        return os.listdir(folder / "visits")  # noqa: PTH208 -- names will do, of very many
    except OSError:  # it walked none
        return ()


def _of_times(files: Iterable[Path], conditions: str) -> Iterator[EarlierTimes]:
    for file in files:
        try:
            judgement = Judgement.model_validate_json(file.read_bytes())
        except (OSError, ValidationError):  # that visit was not walked then, or not judged to its end
            continue
        if judgement.walked_with != conditions:
            continue
        yield as_earlier(judgement)
