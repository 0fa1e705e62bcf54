"""A run's records and judgements in, a complete Allure results folder out, without pytest."""

import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, cast

from allure_commons.logger import AllureFileLogger

from harness.judge import Judgement
from harness.record import RunRecord, VisitRecord
from harness.record.folder import RunFolder
from harness.reports.allure.metrics import write_metrics
from harness.reports.allure.model import AllureVisit
from harness.reports.allure.result import faulty_to_allure, left_behind_to_allure, to_allure


def write_results(run: RunFolder, judged: Iterable[tuple[VisitRecord, Judgement]], into: Path) -> int:
    """Write the results of a run anew and return how many there are.

    The folder is complete or untouched: it is written beside `into` and takes its place at the end.

    Args:
        run: Where the run's records and evidence lie.
        judged: Its visits with what they mean.
        into: The results folder; what was there goes.

    Raises:
        RecordError: There is no readable run in the folder.
        OSError: The results cannot be written.
    """
    record = run.read_run()
    draft = into.with_name(f".{into.name}.{os.getpid()}")
    shutil.rmtree(draft, ignore_errors=True)
    pairs = list(judged)
    made = [to_allure(visit, judgement, run.visit(visit.id)) for visit, judgement in pairs]
    made += [faulty_to_allure(faulty, record) for faulty in record.faulty_files]
    made += filter(None, [left_behind_to_allure(record)])
    _write(made, draft)
    write_run(record, [visit for visit, _ in pairs], draft)
    shutil.rmtree(into, ignore_errors=True)
    draft.replace(into)
    return len(made)


def _write(made: list[AllureVisit], folder: Path) -> None:
    logger = cast(Any, AllureFileLogger)(folder)  # the same writer as in a live run; it has no types
    for one in made:
        for file in one.files:
            logger.report_attached_file(file.source, file.file_name)
        for result in one.results:
            logger.report_result(result)


def write_run(run: RunRecord, visits: Sequence[VisitRecord], into: Path) -> None:
    """Write what is told of the run as a whole: what it was made with, and what its pages took."""
    into.mkdir(parents=True, exist_ok=True)
    _write_environment(run, visits, into)
    write_metrics(visits, into)


def _write_environment(run: RunRecord, seen: Sequence[VisitRecord], into: Path) -> None:
    browsers = {f"{v.browser.engine} {v.browser.version} ({v.browser.kind})" for v in seen if v.browser}
    versions = {name: version for visit in seen for name, version in visit.versions.items()}
    told = {
        "Site": run.site,
        "Address": run.address,
        "Run": run.id,
        "Began": f"{run.started_at:%Y-%m-%d %H:%M %Z}",
        "Browser": ", ".join(sorted(browsers)),
        "Shoppers": ", ".join(sorted({visit.persona.id for visit in seen})),
        "Defects switched on": ", ".join(run.defects),
        "Mystery shopper": run.harness_version,
        **versions,
    }
    lines = [f"{_escaped(name)}={_escaped(value)}\n" for name, value in told.items() if value]
    (into / "environment.properties").write_text("".join(lines), encoding="utf-8")


def _escaped(text: str) -> str:
    """Escape what a Java properties file gives a meaning to."""
    flat = " ".join(text.split())
    return "".join(f"\\{char}" if char in "\\=:#! " else char for char in flat)
