"""Results of a big run in, results that still make a page which opens quickly out."""

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from harness.reports.allure.node import Say

ATTACHMENTS_LIMIT_BYTES = 40_000_000
"""All is in one page: one of 170 MB took 22 s to open, one of 45 MB took 1 s (2 cores, Chromium 156)."""

HEAVY = frozenset({".zip", ".webm", ".mp4"})
"""Traces and films: a trace is looked at with `harness report --trace`, whose viewer Allure has not."""

Result = dict[str, Any]
Unwanted = Callable[[Result, str], bool]


def lean_results(results: Path, draft: Path, say: Say) -> Path:
    """Return `results`, or where they are too big a copy with fewer attachments.

    Fine visits lose their screenshots first: the thumbnails in their descriptions stay. If that is not
    enough, all lose traces and films. The run's folder has everything.
    """
    if _size_bytes(results.glob("*-attachment*")) <= ATTACHMENTS_LIMIT_BYTES:
        return results
    say("The run is big: the Allure page shows the screenshots of fine visits as thumbnails only.")
    lean = _without(results, draft / "results", lambda result, _name: result.get("status") == "passed")
    if _size_bytes(lean.glob("*-attachment*")) <= ATTACHMENTS_LIMIT_BYTES:
        return lean
    say("It also leaves out traces and films; type harness report --trace RUN/VISIT to see a trace.")
    return _without(lean, draft / "leaner-results", lambda _result, name: Path(name).suffix in HEAVY)


def _size_bytes(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files)


def _without(results: Path, lean: Path, unwanted: Unwanted) -> Path:
    """Copy results without the attachments that are unwanted; a file that some result still shows stays."""
    lean.mkdir()
    shown: set[str] = set()
    for file in results.glob("*-result.json"):
        result = json.loads(file.read_text(encoding="utf-8"))
        _drop(result, partial(unwanted, result))
        shown |= set(_attachments(result))
        (lean / file.name).write_text(json.dumps(result), encoding="utf-8")
    for file in results.iterdir():
        if (file.name in shown or "-attachment" not in file.name) and not (lean / file.name).exists():
            _link(file, lean / file.name)
    return lean


def _drop(item: Result, unwanted: Callable[[str], bool]) -> None:
    if "attachments" in item:
        item["attachments"] = [each for each in item["attachments"] if not unwanted(each["source"])]
    for step in item.get("steps", []):
        _drop(step, unwanted)


def _attachments(item: Result) -> Iterator[str]:
    yield from (attachment["source"] for attachment in item.get("attachments", []))
    for step in item.get("steps", []):
        yield from _attachments(step)


def _link(file: Path, link: Path) -> None:
    try:
        os.link(file, link)
    except OSError:  # the temporary folder lies on another disk
        shutil.copyfile(file, link)
