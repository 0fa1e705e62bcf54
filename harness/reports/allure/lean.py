"""Results of a big run in, results that still make a page which opens quickly out."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from harness.reports.allure.node import Say

PICTURES_LIMIT_BYTES = 40_000_000
"""All is in one page: one of 170 MB took 22 s to open, one of 45 MB took 1 s (2 cores, Chromium 156)."""


def lean_results(results: Path, draft: Path, say: Say) -> Path:
    """Return `results`, or where they are too big a copy in which fine visits show no screenshots.

    The thumbnails in their descriptions stay, and the run's folder has every picture.
    """
    if sum(file.stat().st_size for file in results.glob("*-attachment*")) <= PICTURES_LIMIT_BYTES:
        return results
    say("The run is big: the Allure page shows the screenshots of fine visits as thumbnails only.")
    lean = draft / "results"
    lean.mkdir()
    dropped: set[str] = set()
    kept: set[str] = set()
    for file in results.glob("*-result.json"):
        result = json.loads(file.read_text(encoding="utf-8"))
        if result.get("status") == "passed":
            dropped |= set(_without_attachments(result))
        else:
            kept |= set(_attachments(result))
        (lean / file.name).write_text(json.dumps(result), encoding="utf-8")
    for file in results.iterdir():
        if file.name not in dropped - kept and not (lean / file.name).exists():
            _link(file, lean / file.name)
    return lean


def _without_attachments(item: dict[str, Any]) -> Iterator[str]:
    yield from (attachment["source"] for attachment in item.pop("attachments", []))
    for step in item.get("steps", []):
        yield from _without_attachments(step)


def _attachments(item: dict[str, Any]) -> Iterator[str]:
    yield from (attachment["source"] for attachment in item.get("attachments", []))
    for step in item.get("steps", []):
        yield from _attachments(step)


def _link(file: Path, link: Path) -> None:
    try:
        os.link(file, link)
    except OSError:  # the temporary folder lies on another disk
        shutil.copyfile(file, link)
