"""A judged run in, its lines in the tables out; kept again, they take the place of the old ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, func, insert, select, update

from harness.history.folders import Judged
from harness.history.lines import (
    Line,
    end_of,
    line_of_run,
    lines_of_experiences,
    lines_of_figures,
    lines_of_visits,
    shop_of,
)
from harness.history.tables import experiences, figures, runs, visits
from harness.record import RunRecord

_NEXT = timedelta(microseconds=1)


@dataclass(frozen=True)
class KeptRun:
    """A run in the history.

    Args:
        at: When it ended.
        last_number: The highest number that a finding had by then.
    """

    number: int
    id: str
    started_at: datetime
    at: datetime
    shop: str
    site_id: str
    site: str
    headline: str
    last_number: int


def kept_run(line: Row[Any]) -> KeptRun:
    """Return the run that a line of its table keeps."""
    return KeptRun(
        line.number,
        line.id,
        line.started_at,
        line.at,
        line.shop,
        line.site_id,
        line.site,
        line.headline,
        line.last_number,
    )


def find_kept(connection: Connection, run: RunRecord) -> KeptRun | None:
    """Return a run as it was kept before; None where it was not."""
    asked = select(runs).where(runs.c.id == run.id, runs.c.started_at == run.started_at)
    line = connection.execute(asked).first()
    return kept_run(line) if line else None


def keep_lines(
    connection: Connection, run: RunRecord, judged: Sequence[Judged], headline: str
) -> tuple[KeptRun, bool]:
    """Write a run and its visits; return how it is kept, and whether it was kept before."""
    before = find_kept(connection, run)
    judged = list({visit.id: (visit, judgement) for visit, judgement in judged}.values())
    line = line_of_run(run, headline or (before.headline if before else ""))
    line["at"] = _free_moment(connection, run, end_of(run, judged))
    if before:
        connection.execute(update(runs).where(runs.c.number == before.number).values(line))
        for table in (visits, experiences, figures):
            connection.execute(delete(table).where(table.c.run == before.number))
        number = before.number
    else:
        added = insert(runs).values(line | {"last_number": 0}).returning(runs.c.number)
        number = int(connection.execute(added).scalar_one())
    whose = {"run": number, "shop": line["shop"], "at": line["at"]}
    _add(connection, visits, lines_of_visits(judged), whose)
    _add(connection, experiences, lines_of_experiences(judged), whose)
    _add(connection, figures, lines_of_figures(judged), whose)
    kept = find_kept(connection, run)
    assert kept  # noqa: S101 -- it was written just now
    return kept, before is not None


def _free_moment(connection: Connection, run: RunRecord, at: datetime) -> datetime:
    """Return when a run ended, a little later where another one of the shop ended at the same moment."""
    others = select(func.count()).where(
        runs.c.shop == shop_of(run), ~((runs.c.id == run.id) & (runs.c.started_at == run.started_at))
    )
    while connection.execute(others.where(runs.c.at == at)).scalar_one():
        at += _NEXT
    return at


def _add(connection: Connection, table: Table, lines: Iterable[Line], whose: Line) -> None:
    told = [line | whose for line in lines]
    if told:
        connection.execute(insert(table), told)
