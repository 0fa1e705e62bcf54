"""Who is told of a run: by the run itself, later, or not at all, as a user sees it in the terminal."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from harness.record.folder import RunFolder
from tests.notify.servers import Answer, Hook, hook

from .conftest import SITE, Harness, harness_in, write_project

TOLD = """\
notify:
  channels:
    team: {{kind: slack, url: "{address}/${{secret.TEAM_HOOK}}"}}
    away: {{kind: webhook, url: "{address}/away"}}
    pipeline: {{kind: junit, file: build/journeys.xml}}
"""
KEY = "T0/B0/abcdefgh12345678"


@dataclass
class Night:
    """A project after a night in which the search was down, and somebody could not be reached."""

    folder: Path
    harness: Harness
    server: Hook
    code: int
    said: str


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Night]:
    folder = tmp_path_factory.mktemp("night")
    with hook(choose=lambda posted: Answer(500 if posted.path == "/away" else 200)) as server:
        write_project(folder, site=SITE + TOLD.format(address=server.address))
        harness = harness_in(folder)
        asked = ("--defect=search-down", "--persona=laptop", "--report=page", "--notify")
        done = harness("run", *asked, TEAM_HOOK=KEY)
        yield Night(folder, harness, server, done.returncode, done.stdout + done.stderr)


def test_a_run_tells_who_shall_know_and_ends_as_it_would_have(night: Night) -> None:
    assert night.code == 1
    assert "pipeline: written: " in night.said
    assert "team: sent: Northfold: new: Customers" in night.said
    assert "away: not sent, 127.0.0.1 answered 500. It is kept, and sent with the next run" in night.said
    assert next(posted.path for posted in night.server.posted) == f"/{KEY}"
    assert 'tests="1" failures="1"' in (night.folder / "build/journeys.xml").read_text()


def test_no_address_that_is_a_key_stays_in_the_reports(night: Night) -> None:
    files = [path for path in (night.folder / "reports").rglob("*") if path.is_file()]

    assert [path for path in files if KEY.encode() in path.read_bytes()] == []
    assert KEY not in night.said


def test_what_would_be_sent_can_be_looked_at(night: Night) -> None:
    done = night.harness("notify", "--dry-run", TEAM_HOOK=KEY)

    assert done.returncode == 0
    assert "team (slack)\n  was told this already: Northfold: new: Customers" in done.stdout
    assert '{"version":1,' in done.stdout.partition("away (webhook)")[2]
    assert "pipeline (junit)\n  is written by each run.\n" in done.stdout
    assert "Nothing was sent of " in done.stdout


def test_the_same_is_never_told_twice(night: Night) -> None:
    before = len(night.server.posted)
    done = night.harness("notify", "--to=team", TEAM_HOOK=KEY)

    assert "team: was told this already: Northfold: new: " in done.stdout
    assert f"/{KEY}" not in [posted.path for posted in night.server.posted[before:]]


def test_what_waits_is_sent_later_and_says_when_it_cannot_be(night: Night) -> None:
    done = night.harness("notify", "--pending", TEAM_HOOK=KEY)

    assert done.returncode == 3
    assert done.stdout.startswith("away: not sent, 127.0.0.1 answered 500.")


def test_nobody_is_told_of_a_visit_that_was_walked_again_by_hand(night: Night, tmp_path: Path) -> None:
    shutil.copytree(night.folder, tmp_path, symlinks=True, dirs_exist_ok=True)
    reports, harness = tmp_path / "reports", harness_in(tmp_path)
    run = (reports / "latest/run.json").read_text()
    (reports / "by-hand").mkdir()
    (reports / "by-hand/run.json").write_text(run.replace('"replays": ""', '"replays": "find-shirt--laptop"'))
    RunFolder(reports / "by-hand").point_latest_here()

    latest = harness("notify", "--dry-run", "--to=team", TEAM_HOOK=KEY)
    named = harness("notify", "by-hand", TEAM_HOOK=KEY)

    assert "was told this already: Northfold: new: Customers" in latest.stdout
    why = "by-hand is one visit walked again by hand, and nobody is told of it."
    assert (named.returncode, named.stderr) == (4, f"{why} Name the run: harness notify RUN\n")


def test_an_unknown_channel_is_refused(night: Night) -> None:
    done = night.harness("notify", "--to=taem")
    walked = night.harness("run", "--notify-to=taem", "--persona=laptop")

    assert (done.returncode, done.stderr) == (4, 'unknown channel "taem". Did you mean "team"?\n')
    assert 'unknown channel "taem". Did you mean "team"?' in walked.stdout + walked.stderr
    assert walked.returncode == 4
