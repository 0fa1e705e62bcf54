"""The tables of every older version become those of this one, with what was kept in them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from harness.history.book import history_place
from harness.history.schema import NEWEST, VERSIONS, version_of
from harness.history.storage import Storage
from harness.history.tables import metadata
from harness.judge import Verdict
from tests.reports.cx.records import PROMO, SEARCH, broken, fine

from .nights import remembered, walked

STEPS = Path(__file__).parents[2] / "harness" / "history" / "migrations"
OLDER = sorted((Path(__file__).parent / "older").glob("*.sql"))
"""What each older version has written of the same four nights, and of a decision after them."""


def test_the_steps_from_version_to_version_make_the_tables_of_this_one(reports: Path, asked: str) -> None:
    storage = Storage(history_place(asked, reports))
    with storage.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSIONS})
        different = [each for each in compare_metadata(context, metadata) if "history_" in str(each)]
        version = version_of(connection)

    assert different == []
    assert version == NEWEST == ScriptDirectory(str(STEPS)).get_current_head()


def test_there_is_a_history_of_every_older_version() -> None:
    steps = ScriptDirectory(str(STEPS)).walk_revisions()
    assert sorted(step.revision for step in steps if step.revision != NEWEST) == [file.stem for file in OLDER]


@pytest.mark.parametrize("older", OLDER, ids=lambda file: file.stem)
def test_what_an_older_version_kept_is_told_by_this_one(older: Path, reports: Path) -> None:
    reports.mkdir()
    with closing(sqlite3.connect(reports / "history.sqlite")) as connection:
        connection.executescript(older.read_text(encoding="utf-8"))
    story = remembered(walked(reports, 4, [broken(PROMO), fine(SEARCH)]))

    assert (story.previous_run, story.previous_headline, story.problem) == ("n3", "h3", "")
    code = next(life for life in story.lives if life.number == 1)
    assert (code.owner, code.ticket, code.runs_met, code.change) == ("ada", "SHOP-7", 4, "again")
    assert [earlier.verdict for earlier in story.earlier["buy-promo-code-first-time-phone"]] == [
        Verdict.BROKEN,
        Verdict.FINE,
        Verdict.BROKEN,
        Verdict.BROKEN,
    ]
    assert story.experiences["receiving"].run_id == "n3"
