"""A run's folder in, its records out: where every file of a run lies.

reports/<run>/run.json, plan.jsonl, end.json, side-effects.json
reports/<run>/visits/<visit>/record.jsonl, step-01.jpg, step-01-thumbnail.jpg, ...
reports/<run>/allure-results/, allure/, index.html
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from harness.record import RunEnd, RunRecord, SideEffects, VisitRecord
from harness.record.coverage import unrecorded
from harness.record.journal import JOURNAL, RecordError, read_visit
from harness.words import ENGLISH, Catalogue, read_catalogue

LATEST = "latest"
PLAN, END, LEFT_BEHIND = "plan.jsonl", "end.json", "side-effects.json"
WORDS = "words"
OWED = "owed"
"""Holds the walks that looked up what earlier runs had left, and what they found out."""


@dataclass(frozen=True)
class RunFolder:
    """One run on disk."""

    path: Path

    @property
    def allure_results(self) -> Path:
        """Where allure-pytest puts its results."""
        return self.path / "allure-results"

    @property
    def allure_report(self) -> Path:
        """The Allure report, one HTML file."""
        return self.path / "allure" / "index.html"

    @property
    def cx_page(self) -> Path:
        """The page for the CX professional."""
        return self.path / "index.html"

    def speak(self, file: Path) -> None:
        """Keep the words of a language beside the run, so that its reports can be made again in it."""
        words = self.path / WORDS
        words.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, words / file.name)

    def catalogue(self) -> Catalogue:
        """Return the words in which the run is told.

        Raises:
            CatalogueError: They are there and cannot be read.
        """
        kept = next(iter(sorted((self.path / WORDS).glob("*.po"))), None)
        return read_catalogue(kept, kept.stem) if kept else ENGLISH

    def visit(self, visit_id: str) -> Path:
        """Return the folder of one visit."""
        return self.path / "visits" / visit_id

    def write_run(self, run: RunRecord, plan: Iterable[VisitRecord] = ()) -> None:
        """Write what the run is about, and each visit as it is planned."""
        self._write(PLAN, "".join(f"{visit.model_dump_json()}\n" for visit in plan))
        self._write("run.json", run.model_dump_json(indent=1))

    def write_end(self, end: RunEnd) -> None:
        """Write how the run ended."""
        self._write(END, end.model_dump_json(indent=1))

    def read_run(self) -> RunRecord:
        """Read what the run is about.

        Raises:
            RecordError: There is no readable run in this folder.
        """
        try:
            run = RunRecord.model_validate_json((self.path / "run.json").read_bytes())
            return run.model_copy(update={"side_effects": self.read_side_effects()})
        except (OSError, ValidationError) as error:
            raise RecordError(f"{self.path}: no run can be read here: {error}") from error

    def write_side_effects(self, effects: SideEffects) -> None:
        """Write what the run leaves behind at the site, by now."""
        self._write(LEFT_BEHIND, effects.model_dump_json(indent=1))

    def read_side_effects(self) -> SideEffects:
        """Read what the run leaves behind at the site; nothing where nothing was written."""
        file = self.path / LEFT_BEHIND
        return SideEffects.model_validate_json(file.read_bytes()) if file.exists() else SideEffects()

    def read_found_out(self) -> SideEffects:
        """Read what was found out about what earlier runs had left."""
        found = [
            SideEffects.model_validate_json(file.read_bytes())
            for file in sorted((self.path / OWED).glob("*.json"))
        ]
        return SideEffects(
            found_out=tuple(effect for each in found for effect in each.found_out),
            problem=next((each.problem for each in found if each.problem), ""),
        )

    def read_titles(self) -> dict[str, str]:
        """Read what the planned journeys are called, by their ids."""
        return {visit.journey.id: visit.journey.title for visit in self._plan()}

    def read_visits(self) -> Iterator[VisitRecord]:
        """Read the visits in the order in which they began.

        A record that cannot be read counts as never written, so that it does not take the others with
        it: the run has planned that visit, and the reports say that it is missing.
        """
        yield from sorted(self._readable(), key=lambda visit: visit.started_at)

    def read_unrecorded(self) -> Iterator[VisitRecord]:
        """Read the visits that were planned and left no record that can be read, each with why.

        Raises:
            RecordError: The plan or the end of the run cannot be read.
        """
        plan, end = self.read_plan()
        recorded = {visit.id for visit in self._readable()}
        begun = {folder.name for folder in (self.path / "visits").glob("*/")}
        yield from unrecorded(plan, recorded=recorded, begun=begun, end=end)

    def read_plan(self) -> tuple[list[VisitRecord], RunEnd | None]:
        """Read each visit as it was planned, and how the run ended.

        Raises:
            RecordError: One of them cannot be read.
        """
        try:
            return self._plan(), self._end()
        except (OSError, ValidationError) as error:
            raise RecordError(f"{self.path}: what was planned cannot be read: {error}") from error

    def _plan(self) -> list[VisitRecord]:
        file = self.path / PLAN
        lines = file.read_bytes().splitlines() if file.exists() else []  # an older run
        return [VisitRecord.model_validate_json(line) for line in lines]

    def _end(self) -> RunEnd | None:
        file = self.path / END
        return RunEnd.model_validate_json(file.read_bytes()) if file.exists() else None

    def _write(self, name: str, text: str) -> None:
        """Write a file of the run so that no reader ever sees half of it."""
        self.path.mkdir(parents=True, exist_ok=True)
        draft = self.path / f"{name}.{os.getpid()}"  # workers of a parallel run all write it
        draft.write_text(text, encoding="utf-8")
        draft.replace(self.path / name)

    def _readable(self) -> Iterator[VisitRecord]:
        for folder in self.visits():
            try:
                yield read_visit(folder)
            except RecordError:
                continue

    def visits(self) -> Iterator[Path]:
        """Yield the folders of the visits that have begun."""
        yield from (journal.parent for journal in sorted((self.path / "visits").glob(f"*/{JOURNAL}")))

    def point_latest_here(self) -> None:
        """Make `latest` beside this run point to it; where links are not possible, a file names it."""
        latest = self.path.parent / LATEST
        draft = self.path.parent / f".{LATEST}.{os.getpid()}"
        try:
            draft.unlink(missing_ok=True)
            draft.symlink_to(self.path.name)
            draft.replace(latest)
        except OSError:
            latest.write_text(self.path.name, encoding="utf-8")


def find_run(name: str, reports: Path) -> RunFolder:
    """Find a run by its folder's path, its name below `reports`, or `latest`.

    Raises:
        RecordError: No such run; the message lists the newest ones.
    """
    for path in (Path(name), reports / name):
        if path.is_file() and path.name == LATEST:
            path = reports / path.read_text(encoding="utf-8").strip()  # noqa: PLW2901 -- the link's stand-in
        if (path / "run.json").is_file():
            return RunFolder(path.resolve())
    names = {path.parent.name for path in reports.glob("*/run.json")} - {LATEST}
    known = sorted(names, reverse=True)[:5]
    there = f"The newest runs there: {', '.join(known)}." if known else "There is no run there yet."
    raise RecordError(f'no run "{name}" in {reports}. {there}')
