"""A record is written as it happens, without secrets, and read back whole however the run ended."""

from pathlib import Path
from typing import Any

import pytest

from harness.record import RunRecord
from harness.record.folder import RunFolder, find_run
from harness.record.journal import JOURNAL, Journal, RecordError, read_visit
from tests.judge.visits import step, view, visit


def as_it_is(value: Any) -> Any:
    return value


def journal_in(folder: Path) -> Journal:
    return Journal(folder, visit(ending="cut short"), scrub=as_it_is)


def test_a_visit_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    journal.step_begins(step(0))
    journal.step_ends(step(0))
    written = journal.ends(
        "walked", duration_ms=1200, outcome_checks=2, not_reached=(step(1, outcome="not reached"),)
    )
    assert written == read_visit(tmp_path)
    assert [each.outcome for each in written.steps] == ["passed", "not reached"]
    assert (written.ending, written.duration_ms, written.outcome_checks) == ("walked", 1200, 2)


def test_figures_that_come_late_belong_to_the_step_that_caused_the_page(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    journal.step_ends(step(0, page_views=(view(load_ms=None),)))
    journal.page_views({0: (view(load_ms=900),)})
    written = journal.ends("walked", duration_ms=1, outcome_checks=1)
    assert written.steps[0].page_views[0].load_ms == 900


def test_a_run_that_died_leaves_the_step_it_was_in(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    journal.step_ends(step(0))
    journal.step_begins(step(1, name="Place the order"))
    read = read_visit(tmp_path)
    assert read.ending == "cut short"
    assert [(each.name, each.outcome) for each in read.steps][-1] == ("Place the order", "cut short")


def test_half_a_line_is_not_lost_work_but_no_line(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    journal.step_ends(step(0))
    with (tmp_path / JOURNAL).open("a") as lines:
        lines.write('{"event": "step", "ind')
    assert len(read_visit(tmp_path).steps) == 1


def test_bytes_that_are_no_text_are_no_line(tmp_path: Path) -> None:
    journal_in(tmp_path).step_ends(step(0))
    with (tmp_path / JOURNAL).open("ab") as lines:
        lines.write(b'{"event": "step", "name": "\xff')
    assert len(read_visit(tmp_path).steps) == 1


def test_a_line_end_that_only_some_know_ends_no_line(tmp_path: Path) -> None:
    journal_in(tmp_path).step_ends(step(0, name="Read\u2028the terms"))
    assert [each.name for each in read_visit(tmp_path).steps] == ["Read\u2028the terms"]


def test_nothing_is_written_past_the_scrubber(tmp_path: Path) -> None:
    def without_names(value: Any) -> Any:
        return {**value, "name": "masked"} if "name" in value else value

    journal = Journal(tmp_path, visit(ending="cut short"), scrub=without_names)
    journal.step_ends(step(0, name="evergreen-42"))
    assert "evergreen-42" not in (tmp_path / JOURNAL).read_text()


def test_a_folder_without_a_record_says_so(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be read as a record"):
        read_visit(tmp_path)


def run(name: str) -> RunRecord:
    return RunRecord(
        id=name, started_at=visit().started_at, site="Northfold", address="x", harness_version="0"
    )


def test_the_newest_run_is_found_by_the_word_latest(tmp_path: Path) -> None:
    for name in ("2026-07-01-020000", "2026-07-02-020000"):
        folder = RunFolder(tmp_path / name)
        folder.write_run(run(name))
        folder.point_latest_here()
    assert find_run("latest", tmp_path).read_run().id == "2026-07-02-020000"
    assert find_run("2026-07-01-020000", tmp_path).read_run().id == "2026-07-01-020000"


def test_a_run_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    RunFolder(tmp_path / "2026-07-01-020000").write_run(run("2026-07-01-020000"))
    with pytest.raises(RecordError) as told:
        find_run("yesterday", tmp_path)
    assert str(told.value) == (f'no run "yesterday" in {tmp_path}. The newest runs there: 2026-07-01-020000.')


def test_a_damaged_record_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path / "2026-07-01-020000")
    journal = Journal(folder.visit("good"), visit(ending="cut short"), scrub=as_it_is)
    journal.ends("walked", duration_ms=1, outcome_checks=1)
    folder.visit("damaged").mkdir()
    (folder.visit("damaged") / JOURNAL).write_text("no record at all")
    assert [each.ending for each in folder.read_visits()] == ["walked"]
