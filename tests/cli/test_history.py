import csv
import json
from datetime import timedelta
from pathlib import Path

import pytest
from pyarrow import parquet

from tests.history.nights import night
from tests.reports.cx.records import BEGAN, PROMO, SEARCH, broken, fine
from tests.terminal import Terminal

from .conftest import Harness, Walked, environment, harness_in, harness_without

SENTENCE = 'Customers cannot apply a promo code: they are stopped at "Apply the code".'


@pytest.fixture
def reports(project: Path) -> Path:
    """Make two nights in the folder of the runs."""
    folder = project / "reports"
    night(folder, 0, [fine(PROMO), fine(SEARCH)])
    night(folder, 1, [broken(PROMO), fine(SEARCH)])
    return folder


def test_lists_the_runs_newest_first(harness: Harness, reports: Path) -> None:
    done = harness("history")

    assert (done.returncode, done.stderr) == (0, "")
    head, newest, older, _, last = done.stdout.splitlines()
    assert head.split() == ["when", "run", "site", "visits", "headline"]
    assert newest.split("  ")[1:] == ["night-01", "Linden Lane", "1 broken, 1 fine", "night-01 it was."]
    assert older.startswith(f"{BEGAN.astimezone():%Y-%m-%d %H:%M}  night-00  Linden Lane  2 fine")
    assert last == f"{reports / 'history.sqlite'}: 2 runs"


def test_lists_as_json_what_is_asked_for(harness: Harness, reports: Path) -> None:
    told = json.loads(harness("history", "--json", "--last", "1").stdout)

    assert [run["id"] for run in told["runs"]] == ["night-01"]
    assert told["runs"][0]["verdicts"] == {"broken": 1, "fine": 1}
    assert len(json.loads(harness("history", "--json", "--site", "Linden Lane").stdout)["runs"]) == 2


def test_a_site_that_it_does_not_know_is_told_with_those_that_it_does(
    harness: Harness, reports: Path
) -> None:
    done = harness("history", "--site", "Linden Lan")
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == 'unknown site "Linden Lan". Did you mean "Linden Lane"?\n'
    assert "1       new" in harness("finding", "--site", "Linden Lane").stdout


def test_without_a_history_nothing_is_made(harness: Harness, project: Path) -> None:
    done = harness("history")

    file = project / "reports" / "history.sqlite"
    assert done.stdout == f"{file}: no history yet: it begins with the first run\n"
    assert not file.exists()


def test_prune_says_what_it_would_remove_and_asks(harness: Harness, project: Path, reports: Path) -> None:
    night(reports, -4000, [fine(PROMO)])
    picture = reports / "night--4000" / "visits" / "buy-promo-code-first-time-phone" / "step-01.jpg"
    prune = ("history", "prune", "--evidence", "9y", "--figures", "90y")
    said = harness(*prune, "--dry-run").stdout
    asked = Terminal(project, *prune, environ=environment())
    asked.shows("Remove that? [y/N]")
    asked.types("n")

    began = BEGAN - timedelta(days=4000)
    assert said == f"the evidence of 1 run, until {began.astimezone():%Y-%m-%d}: 0.0 MB\n"
    assert asked.ends()[0] == 0
    assert picture.exists()
    done = harness(*prune, "--yes")
    assert done.stdout.splitlines()[1:] == ["removed."]
    assert not picture.exists()


def test_an_age_that_is_none(harness: Harness) -> None:
    done = harness("history", "prune", "--evidence", "soon")
    assert (done.returncode, done.stderr) == (
        4,
        '--evidence: "soon" is no age. Write days, weeks or years: 30d, 8w, 2y.\n',
    )


def test_exports_to_a_spreadsheet_and_to_parquet(harness: Harness, project: Path, reports: Path) -> None:
    assert harness("history", "export", "--csv", "visits.csv").stdout == "visits.csv: 4 visits\n"
    assert harness("history", "export", "--parquet", "figures.parquet", "--what", "figures").returncode == 0
    assert harness("history", "export", "--csv", "findings.csv", "--what", "findings").returncode == 0

    with (project / "visits.csv").open(encoding="utf-8", newline="") as lines:
        verdicts = [(row["run"], row["persona"], row["verdict"]) for row in csv.DictReader(lines)]
    assert verdicts[2] == ("night-01", "first-time-phone", "broken")
    with (project / "findings.csv").open(encoding="utf-8", newline="") as lines:
        assert [(row["number"], row["sentence"]) for row in csv.DictReader(lines)] == [("1", SENTENCE)]
    figures = parquet.read_table(project / "figures.parquet").to_pylist()
    assert {row["figure"] for row in figures} == {"step time"}


def test_a_file_that_cannot_be_written(harness: Harness, reports: Path) -> None:
    done = harness("history", "export", "--csv", "nowhere/x.csv")
    assert (done.returncode, done.stderr) == (
        3,
        f"{Path('nowhere/x.csv')}: this cannot be written: no such file or directory. Name another file.\n",
    )


def test_without_pyarrow_parquet_says_what_to_install(project: Path, reports: Path) -> None:
    done = harness_without("pyarrow", "history", "export", "--parquet", "x.parquet", folder=project)
    assert 'Type: pip install "mystery-shopper[parquet]"' in done.stderr


def test_builds_a_damaged_history_anew(harness: Harness, reports: Path) -> None:
    (reports / "history.sqlite").write_bytes(b"no database" * 500)
    done = harness("history", "rebuild")

    (aside,) = reports.glob("history.sqlite.damaged-*")
    assert done.stdout == f"2 runs read again.\nIt was damaged; what was there is in {aside}.\n"
    assert json.loads(harness("history", "--json").stdout)["runs"][0]["headline"] == "night-01 it was."


def test_a_walked_run_is_kept_where_it_was_asked_for_and_its_reports_are_made_without_that_too(
    walked: Walked, tmp_path: Path
) -> None:
    project, _ = walked
    harness = harness_in(project)
    (run,) = json.loads(harness("history", "--json").stdout)["runs"]
    assert run["headline"]

    elsewhere = tmp_path / "shared.sqlite"
    assert harness("report", "--history", str(elsewhere)).returncode == 0
    again = json.loads(harness("history", "--json", HARNESS_HISTORY=str(elsewhere)).stdout)
    assert (again["history"], [each["id"] for each in again["runs"]]) == (str(elsewhere), [run["id"]])
    done = harness("report", "--history", "postgresql://shop:s3cret@127.0.0.1:9/x")
    assert done.returncode == 0
    assert (
        "Nothing is told of earlier runs. postgresql://127.0.0.1:9/x: the server of the history"
        in done.stdout
    )
