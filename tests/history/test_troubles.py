"""Whatever happens to the history, a run is told of what is known, and told what to do."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from harness.cli.kept import told_of
from harness.database import engines
from harness.history.book import HistoryError, history_place
from harness.history.history import open_history
from harness.history.remembering import put_aside
from tests.reports.cx.records import PROMO, broken, fine

from .nights import night, remembered, walked
from .test_history import decision

CHECKOUT = Path(__file__).parents[2]


def two_nights(reports: Path) -> Path:
    night(reports, 0, [broken(PROMO)])
    night(reports, 1, [broken(PROMO)])
    open_history(history_place("", reports), reports).decide(decision(1, hours=30, owner="ada"))
    return reports / "history.sqlite"


def test_a_history_that_is_lost_is_built_anew_from_the_folders(reports: Path) -> None:
    file = two_nights(reports)
    before = open_history(history_place("", reports), reports).lives()
    file.unlink()
    story = night(reports, 2, [fine(PROMO)])

    assert story.notices == ("2 runs were not in the history yet, and came into it now.",)
    (after,) = story.lives
    assert (after.number, after.owner, after.runs_met, after.change) == (1, "ada", 2, "not met")
    assert (
        after.model_copy(update=before[0].model_dump(include={"good_runs", "runs_tried", "change"}))
        == before[0]
    )


@pytest.mark.parametrize(
    ("name", "torn"),
    [
        ("plan.jsonl", b'{"half": '),
        ("end.json", b'{"half": '),
        ("run.json", b"\xff\xfe"),
        ("end.json", b"\xff"),
    ],
    ids=["half a plan", "half an end", "no text", "no text at the end"],
)
def test_a_run_that_cannot_be_read_is_named_and_keeps_no_other_from_the_history(
    reports: Path, name: str, torn: bytes
) -> None:
    file = two_nights(reports)
    file.unlink()
    (reports / "night-00" / name).write_bytes(torn)
    story = night(reports, 2, [broken(PROMO)])

    came_in, left_out = story.notices
    assert (story.problem, came_in) == ("", "1 run was not in the history yet, and came into it now.")
    assert left_out == (
        "1 run cannot be read and did not come into the history: night-00. Bring back what was in there, or"
        " remove it."
    )
    assert [(life.number, life.owner, life.runs_in_a_row) for life in story.lives] == [(1, "ada", 3)]


def test_building_anew_takes_no_run_out_that_cannot_be_read_again(reports: Path) -> None:
    two_nights(reports)
    (reports / "night-00" / "plan.jsonl").write_bytes(b'{"half": ')
    history = open_history(history_place("", reports), reports)
    made_up = history.rebuild(lambda _run, _judged: "", lambda _line: None)

    assert (made_up.kept, made_up.unreadable) == (1, ("night-00",))
    assert [listed.run.id for listed in history.runs()] == ["night-01", "night-00"]


def test_a_damaged_history_is_put_aside_and_built_anew(reports: Path) -> None:
    file = two_nights(reports)
    for beside in ("-wal", "-shm"):
        Path(f"{file}{beside}").unlink(missing_ok=True)
    file.write_bytes(os.urandom(file.stat().st_size))
    story = night(reports, 2, [broken(PROMO)])

    (aside,) = reports.glob("history.sqlite.damaged-*")
    assert story.notices == (
        f"The history was damaged: it was built anew, and what was there is in {aside}.",
        "2 runs were not in the history yet, and came into it now.",
    )
    assert (story.previous_run, story.problem) == ("night-01", "")
    assert [(life.number, life.owner, life.runs_in_a_row) for life in story.lives] == [(1, "ada", 3)]


def test_a_night_that_could_not_be_kept_is_made_up_for(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "PATIENCE_S", 0.2)
    night(reports, 0, [broken(PROMO)])
    with closing(sqlite3.connect(reports / "history.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        missed = night(reports, 1, [broken(PROMO)])
    story = night(reports, 2, [broken(PROMO)])

    assert missed.problem == (
        f"{reports / 'history.sqlite'}: another process has kept the history locked for too long. The next"
        " run makes up for it."
    )
    assert story.notices == ("1 run was not in the history yet, and came into it now.",)
    assert [life.runs_in_a_row for life in story.lives] == [3]


def test_what_is_said_while_it_is_locked_is_not_told_to_be_made_up_for(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    night(reports, 0, [broken(PROMO)])
    history = open_history(history_place("", reports), reports)
    monkeypatch.setattr(engines, "PATIENCE_S", 0.2)
    with closing(sqlite3.connect(reports / "history.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(HistoryError) as lost:
            open_history(history_place("", reports), reports).decide(decision(1, hours=30, owner="ada"))

    assert told_of(lost.value).endswith("locked for too long. Nothing was changed: type it again.")
    assert history.lives()[0].owner == ""


def test_a_newer_history_is_refused_and_left_as_it_is(reports: Path) -> None:
    file = two_nights(reports)
    with closing(sqlite3.connect(file)) as newer, newer:
        newer.execute("UPDATE history_version SET version_num = '9999'")
    told = f"{file}: a newer version of the harness has changed this history, which this one cannot read."

    assert night(reports, 2, [fine(PROMO)]).problem == f"{told} Bring this one up to date."
    with closing(sqlite3.connect(file)) as left:
        assert left.execute("SELECT count(*) FROM history_runs").fetchone() == (2,)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("mysql://shop:s3cret@db/history", 'no history can be kept in "mysql://".'),
        (
            "postgresql://shop:s3cret@127.0.0.1:9/history",
            "postgresql://127.0.0.1:9/history: the server of the history cannot be reached.",
        ),
        ("{reports}", "this is a folder. Name a file for the history."),
        ("{reports}/other.sqlite", "this file holds something else. Name another one for the history."),
    ],
)
def test_a_place_that_cannot_be_used(reports: Path, asked: str, told: str) -> None:
    reports.mkdir()
    with closing(sqlite3.connect(reports / "other.sqlite")) as other:
        other.execute("CREATE TABLE orders (number)")
    story = night(reports, 0, [fine(PROMO)], asked=asked.replace("{reports}", str(reports)))

    assert told in story.problem
    assert "s3cret" not in story.problem


REMEMBER = """
import sys
from pathlib import Path
from harness.history.folders import KeptFolder
from harness.record.folder import RunFolder
from tests.history.nights import remembered
folder = RunFolder(Path(sys.argv[1]))
story = remembered(KeptFolder(folder, folder.read_run()))
print(story.problem, [life.number for life in story.lives])
"""


def test_runs_that_end_at_once_are_all_kept(reports: Path) -> None:
    runs = [walked(reports, number, [broken(PROMO)]) for number in range(4)]
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", REMEMBER, str(run.folder.path)],
            cwd=CHECKOUT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for run in runs
    ]

    assert [process.communicate()[0].strip() for process in processes] == ["[1]"] * 4
    history = open_history(history_place("", reports), reports)
    assert [listed.run.id for listed in history.runs()] == ["night-03", "night-02", "night-01", "night-00"]
    assert [life.runs_in_a_row for life in history.lives()] == [4]


def test_a_run_that_another_history_knew_keeps_no_number_that_is_taken_here(reports: Path) -> None:
    strange = walked(reports, 0, [broken(PROMO)])
    remembered(strange, asked=str(reports / "mine.sqlite"))
    here = str(reports / "shared.sqlite")
    (reports / "night-00" / "end.json").rename(reports / "end.json")
    (reports / "night-00" / "findings.json").rename(reports / "findings.json")
    remembered(walked(reports, 1, [broken(PROMO)], site="Other Lane"), asked=here)
    (reports / "findings.json").rename(reports / "night-00" / "findings.json")
    story = remembered(strange, asked=here)

    assert [life.number for life in story.lives] == [2]


def test_two_runs_that_find_it_damaged_at_once_put_it_aside_once(reports: Path) -> None:
    file = two_nights(reports)
    place, seen = history_place("", reports), file.stat().st_ino
    first, second = put_aside(place, seen), put_aside(place, seen)

    assert first
    assert (second, list(reports.glob("history.sqlite.damaged-*"))) == (None, [first])


def test_a_copy_of_a_run_does_not_come_in_again_and_again(reports: Path) -> None:
    shutil.copytree(walked(reports, 0, [broken(PROMO)]).folder.path, reports / "a copy")
    night(reports, 1, [broken(PROMO)])

    assert night(reports, 2, [broken(PROMO)]).notices == ()
    assert len(open_history(history_place("", reports), reports).runs()) == 3
