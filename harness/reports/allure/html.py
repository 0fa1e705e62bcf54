"""An Allure results folder in, one HTML page out that needs no server and contacts nobody."""

import json
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from harness.reports.allure.allurerc import write_allurerc
from harness.reports.allure.errors import AllureHtmlError
from harness.reports.allure.history import History
from harness.reports.allure.lean import lean_results
from harness.reports.allure.node import (
    InstalledAllure,
    Say,
    installed_allure,
    one_at_a_time,
    run_node,
    user_cache,
)
from harness.reports.allure.page import check_complete, sealed

GENERATE_LIMIT_S = 300
"""A run of 300 visits takes well under a minute."""


@dataclass(frozen=True)
class AllureHtml:
    """The page that was made."""

    page: Path
    results: int
    size_bytes: int
    duration_ms: int


def make_html(results: Path, into: Path, *, title: str, history: Path | None, say: Say) -> AllureHtml:
    """Make one HTML page of all results.

    Args:
        results: A folder with Allure results.
        into: The folder in which `index.html` is made; a page that was there is replaced.
        title: The name above the report.
        history: The `history.jsonl` that outlives runs; with None there are no trends.
        say: Told what takes longer.

    Raises:
        AllureHtmlError: There is no new page, and why, in one plain line. An older page stays as it was.
    """
    began = time.monotonic()
    try:
        starts_ms = _starts_ms(results)
        past = History(history, min(starts_ms)) if history else None
        allure = installed_allure(user_cache(), say)
        with tempfile.TemporaryDirectory(prefix="allure-") as draft:
            shown = lean_results(results, Path(draft), say)
            page = _generate(allure, shown, Path(draft), title=title, past=past)
            check_complete(page, len(starts_ms))
            _put(page, into)
            _remember(past, Path(draft))
    except OSError as error:
        raise AllureHtmlError(f"the Allure page could not be written: {error}.") from error
    took_ms = round((time.monotonic() - began) * 1000)
    return AllureHtml(into / "index.html", len(starts_ms), len(page), took_ms)


def _starts_ms(results: Path) -> list[int]:
    """Return when each result began; Allure would pass over one it cannot read."""
    starts = []
    for file in sorted(results.glob("*-result.json")):
        try:
            starts.append(int(json.loads(file.read_text(encoding="utf-8"))["start"]))
        except (ValueError, KeyError, TypeError) as error:
            raise AllureHtmlError(f"{file}: cannot be read as an Allure result.") from error
    if not starts:
        raise AllureHtmlError(f"there are no Allure results in {results}.")
    return starts


def _generate(
    allure: InstalledAllure, results: Path, draft: Path, *, title: str, past: History | None
) -> bytes:
    if past:
        past.write_past(draft / "history.jsonl")
    config = write_allurerc(draft, title=title, with_history=past is not None)
    ended = run_node(
        [str(allure.node), str(allure.command), "generate", "--config", str(config), str(results.resolve())],
        cwd=draft,
        limit_s=GENERATE_LIMIT_S,
        what="making the Allure page (allure generate)",
    )
    page = draft / "report" / "index.html"
    if ended.code or not page.is_file():
        said = next((line.strip() for line in ended.output.splitlines() if line.strip()), "nothing")
        raise AllureHtmlError(f"allure generate made no page: it ended with {ended.code} and said: {said}")
    return sealed(page.read_bytes())


def _put(page: bytes, into: Path) -> None:
    into.mkdir(parents=True, exist_ok=True)
    beside = into / f".index.html.{os.getpid()}"
    beside.write_bytes(page)
    beside.replace(into / "index.html")


def _remember(past: History | None, draft: Path) -> None:
    if past:
        with one_at_a_time(past.path.with_name(f".{past.path.name}.lock")):
            past.keep_new(draft / "history.jsonl")
