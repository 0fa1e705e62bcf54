"""An Allure results folder in, Allure's page out: one file that needs no server, or a folder of a big run."""

import json
import os
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from harness.reports.allure.allurerc import About, write_allurerc
from harness.reports.allure.errors import AllureHtmlError
from harness.reports.allure.gate import Gate, read_gate
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

GENERATE = Path(__file__).parent / "generate.mjs"
GENERATE_LIMIT_S = 300
"""A run of 300 visits takes well under a minute."""

ONE_FILE_LIMIT = 500
"""Above so many visits one file opens slowly: then it is a folder, which needs to be served."""


@dataclass(frozen=True)
class AllureHtml:
    """The page that was made, and what its quality gate came to."""

    page: Path
    results: int
    size_bytes: int
    duration_ms: int
    gate: Gate
    in_one_file: bool = True


def make_html(results: Path, into: Path, *, about: About, history: Path | None, say: Say) -> AllureHtml:
    """Make Allure's page of all results.

    Args:
        results: A folder with Allure results.
        into: The folder in which `index.html` is made; what was there is replaced.
        about: What Allure is told besides the results.
        history: The `history.jsonl` that outlives runs; with None there are no trends.
        say: Told what takes longer.

    Raises:
        AllureHtmlError: There is no new page, and why, in one plain line. An older page stays as it was.
    """
    began = time.monotonic()
    try:
        starts_ms = _starts_ms(results)
        one_file = about.visits <= ONE_FILE_LIMIT
        past = History(history, min(starts_ms)) if history else None
        allure = installed_allure(user_cache(), say)
        with tempfile.TemporaryDirectory(prefix="allure-") as folder:
            draft = Path(folder)
            shown = lean_results(results, draft, say) if one_file else results
            config = write_allurerc(draft, about, with_history=past is not None, in_one_file=one_file)
            report = _generate(allure, shown, config, past)
            page = report / "index.html"
            page.write_bytes(sealed(page.read_bytes(), in_one_file=one_file))
            check_complete(report, len(starts_ms), in_one_file=one_file)
            gate = read_gate(draft / "gate.json")
            _put(report, into, in_one_file=one_file)
            _remember(past, draft)
    except OSError as error:
        raise AllureHtmlError(f"the Allure page could not be written: {error}.") from error
    took_ms = round((time.monotonic() - began) * 1000)
    size_bytes = sum(file.stat().st_size for file in into.rglob("*") if file.is_file())
    return AllureHtml(into / "index.html", len(starts_ms), size_bytes, took_ms, gate, one_file)


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


def _generate(allure: InstalledAllure, results: Path, config: Path, past: History | None) -> Path:
    """Let Allure make its report and return the folder it is in."""
    draft = config.parent
    if past:
        past.write_past(draft / "history.jsonl")
    told = (GENERATE, allure.home, config, results.resolve(), draft / "gate.json")
    ended = run_node(
        [str(allure.node), *map(str, told)],
        cwd=draft,
        limit_s=GENERATE_LIMIT_S,
        what="making the Allure page",
    )
    page = draft / "report" / "index.html"
    if ended.code or not page.is_file():
        said = next((line.strip() for line in ended.output.splitlines() if line.strip()), "nothing")
        raise AllureHtmlError(f"Allure made no page: it ended with {ended.code} and said: {said}")
    return page.parent


def _put(report: Path, into: Path, *, in_one_file: bool) -> None:
    """Let a report take the place of an older one; nobody ever sees half of it."""
    beside = into.with_name(f".{into.name}.{os.getpid()}")
    shutil.rmtree(beside, ignore_errors=True)
    if in_one_file:
        beside.mkdir(parents=True)
        shutil.copyfile(report / "index.html", beside / "index.html")
    else:
        shutil.copytree(report, beside)
    shutil.rmtree(into, ignore_errors=True)
    beside.replace(into)


def _remember(past: History | None, draft: Path) -> None:
    if past:
        with one_at_a_time(past.path.with_name(f".{past.path.name}.lock")):
            past.keep_new(draft / "history.jsonl")
