import getpass
import io
import json
import re
import shutil
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from rich.console import Console

from harness.cli.lives import print_life, print_lives
from tests.findings.nights import Nights, until

from .conftest import Harness, Walked, harness_in

SENTENCE = 'Customers cannot look for a shirt: at "Search for a shirt", the site answers with an error page.'
TODAY = datetime.now(UTC).date()


@pytest.fixture
def project(walked: Walked, tmp_path: Path) -> Path:
    """Return a project with one run, which met one finding."""
    return shutil.copytree(walked[0], tmp_path / "project", symlinks=True)


def test_lists_what_is_open_with_whom_it_hits(harness: Harness, project: Path) -> None:
    done = harness("finding")

    assert (done.returncode, done.stderr) == (0, "")
    head, line, _, told = done.stdout.splitlines()
    assert head.split() == ["number", "state", "since", "nights", "whom", "owner", "ticket", "finding"]
    assert re.split(r"\s{2,}", line) == ["1", "new", line[15:25], "1 of 1", "laptop, phone", SENTENCE]
    assert told == f"{project / 'reports' / 'history.sqlite'}: 1 finding, 1 open"


def test_shows_one_whole_with_what_was_said_of_it(harness: Harness) -> None:
    said = harness("finding", "1", "--owner", "kim", "--ticket", "SHOP-7", "--note", "it was the cache")
    assert said.stdout == 'finding 1: owner kim, ticket SHOP-7, "it was the cache"\n'

    lines = [re.sub(r"\s+", " ", line).strip() for line in harness("finding", "1").stdout.splitlines()]

    assert lines[0] == f"1 {SENTENCE}"
    assert {"state owned", "owner kim", "ticket SHOP-7", "journeys Look for a shirt"} <= set(lines)
    assert "whom A customer on her laptop; A customer on her phone" in lines
    assert lines[-1].endswith(f' {getpass.getuser()}: owner kim, ticket SHOP-7, "it was the cache"')


def test_programs_get_json(harness: Harness) -> None:
    (found,) = json.loads(harness("finding", "--json").stdout)["findings"]
    one = json.loads(harness("finding", "1", "--state", "cause known", "--json").stdout)

    assert (found["number"], found["state"], found["open"], found["quarantined"]) == (1, "new", True, False)
    assert (one["state"], one["notes"][0]["state"]) == ("cause known", "cause known")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("9",), "there is no finding 9. Open are 1. Type: harness finding --all"),
        (("1", "--state", "verifed"), '"verified" is not for people to say: good runs verify what is fixed.'),
        (
            ("--state", "fixed"),
            "name the finding that this is said of, such as: harness finding 12 --state fixed",
        ),
        (("1", "--all"), "a number names one finding. Leave --all and --site out."),
        (("--site", "shop"), 'unknown site "shop". Known: Northfold.'),
    ],
)
def test_what_cannot_be_is_told_with_what_there_is(
    harness: Harness, words: tuple[str, ...], told: str
) -> None:
    done = harness("finding", *words)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith(told)


def test_where_nothing_was_walked_there_is_nothing_to_tell(harness: Harness, tmp_path: Path) -> None:
    done = harness("finding", "--reports", str(tmp_path / "empty"))
    assert done.stdout.endswith("history.sqlite: no history yet: it begins with the first run\n")


def test_a_finding_set_aside_is_told_and_does_not_decide_how_the_run_ends(project: Path) -> None:
    harness, day = harness_in(project), TODAY + timedelta(days=3)
    harness("finding", "1", "--state", "fixed", "--quarantine", str(day))
    again = ("run", "--defect", "search-down", "--report", "page", "--evidence", "none")

    done = harness(*again)
    stopped_early = harness(*again, "--", "-x")

    assert done.returncode == 0
    told = f"Quarantined until {day.day} {day:%B %Y}, and does not decide how the run ends: finding 1, "
    assert told + SENTENCE in done.stdout
    assert "2 broken" in done.stdout
    assert f"1       reopened, quarantined until {day}" in harness("finding").stdout
    assert stopped_early.returncode == 1


def test_a_list_and_a_finding_tell_the_same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    (life,) = Nights().walk(1, {"promo phone": "broken"})
    console = Console(file=io.StringIO(), width=200, color_system=None)
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "America/Los_Angeles")
        time.tzset()
        print_lives([life], console, until(1))
        print_life(life, console, until(1))
    time.tzset()

    assert isinstance(console.file, io.StringIO)
    assert re.findall(r"2026-1\d-\d\d", console.file.getvalue()) == ["2026-10-31"] * 3


def test_a_narrow_window_shows_them_below_each_other() -> None:
    shop = Nights()
    lives = shop.walk(1, {"promo phone": "flaky"})
    console = Console(file=io.StringIO(), width=50, force_terminal=True, color_system=None)

    print_lives(lives, console, until(1))

    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue().splitlines()[0] == "1 flaky, since 2026-11-01, 1 of 1 nights"
