"""A history in, a table of its visits, figures or findings out, as CSV or Parquet."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, select

from harness.findings.model import Life
from harness.history.book import HistoryError
from harness.history.tables import figures, runs, visits
from harness.record.private import to_oneself

What = Literal["visits", "figures", "findings"]
Row = dict[str, Any]
Kind = Literal["text", "moment", "whole", "number", "fact"]

_OF_A_VISIT: Mapping[str, Kind] = {"run": "text", "site": "text", "started_at": "moment", "visit": "text"}
COLUMNS: Mapping[What, Mapping[str, Kind]] = {
    "visits": {
        **_OF_A_VISIT,
        **dict.fromkeys(("journey", "title", "persona", "who", "touchpoint", "owner", "row"), "text"),
        **dict.fromkeys(("verdict", "headline"), "text"),
        **dict.fromkeys(("duration_ms", "customer_time_ms", "hassles"), "whole"),
        "one_of_two": "fact",
    },
    "figures": {
        **_OF_A_VISIT,
        **dict.fromkeys(("step", "figure", "page"), "text"),
        "value": "number",
        "over": "fact",
        "walked_with": "text",
    },
    "findings": {
        "number": "whole",
        **dict.fromkeys(("site", "state", "verdict", "kind", "sentence"), "text"),
        **dict.fromkeys(("first_seen", "last_seen"), "moment"),
        **dict.fromkeys(("runs_in_a_row", "runs_met", "runs_tried", "good_runs", "reopened"), "whole"),
        **dict.fromkeys(("personas", "owner", "ticket", "quarantined_until", "place"), "text"),
    },
}
_BATCH = 10_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would take for a formula; shops write what they like."""


def visits_of(connection: Connection) -> Iterator[Row]:
    """Yield all visits, the oldest run first."""
    asked = select(visits, runs.c.id, runs.c.site).join(runs, runs.c.number == visits.c.run)
    for line in connection.execute(asked.order_by(visits.c.at, visits.c.visit)):
        told = {name: getattr(line, name) for name in COLUMNS["visits"] if name not in {"run", "site"}}
        yield {"run": line.id, "site": line.site, **told}


def figures_of(connection: Connection) -> Iterator[Row]:
    """Yield all figures of pages and steps, the oldest run first."""
    asked = select(figures, runs.c.id, runs.c.site, runs.c.started_at)
    asked = asked.join(runs, runs.c.number == figures.c.run).order_by(figures.c.at, figures.c.visit)
    for line in connection.execute(asked):
        whose = {"run": line.id, "site": line.site, "started_at": line.started_at, "visit": line.visit}
        for key, (value, over) in json.loads(line.figures).items():
            step, figure, page = _parts(key)
            told = {"step": step, "figure": figure, "page": page, "value": value, "over": over}
            yield {**whose, **told, "walked_with": line.walked_with}


def _parts(key: str) -> tuple[str, str, str]:
    """Return the step, the figure and the page of a key; the page's title may hold the mark between them."""
    step, figure, page = [*key.split("|", 2), "", ""][:3]
    return step, figure, page


def open_and_gone(lives: Iterable[Life]) -> Iterator[Row]:
    """Yield findings as they stand."""
    for life in lives:
        told = {name: getattr(life, name) for name in COLUMNS["findings"] if hasattr(life, name)}
        personas = dict.fromkeys(sighting.persona for sighting in life.met_by)
        until = life.quarantined_until
        yield {
            **told,
            "site": life.site_id,
            "verdict": life.verdict.value,
            "personas": ", ".join(personas),
            "quarantined_until": until.isoformat() if until else None,
        }


@to_oneself()
def write_csv(file: Path, what: What, rows: Iterable[Row]) -> int:
    """Write rows as CSV, with their heads; return how many there were.

    Raises:
        OSError: The file cannot be written.
    """
    written = 0
    with file.open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines)
        table.writerow(COLUMNS[what])
        for row in rows:
            table.writerow([_cell(row[name]) for name in COLUMNS[what]])
            written += 1
    return written


def _cell(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


@to_oneself()
def write_parquet(file: Path, what: What, rows: Iterable[Row]) -> int:
    """Write rows as Parquet; return how many there were.

    Raises:
        HistoryError: What it takes is not installed.
        OSError: The file cannot be written.
    """
    if find_spec("pyarrow") is None:
        raise HistoryError(
            'Parquet needs pyarrow, which is not installed. Type: pip install "mystery-shopper[parquet]", or'
            " export to CSV."
        )
    import pyarrow as pa  # noqa: PLC0415 -- an extra
    from pyarrow import parquet  # noqa: PLC0415 -- the same

    kinds = {
        "text": pa.string(),
        "moment": pa.timestamp("us", tz="UTC"),
        "whole": pa.int64(),
        "number": pa.float64(),
        "fact": pa.bool_(),
    }
    form = pa.schema([(name, kinds[kind]) for name, kind in COLUMNS[what].items()])
    written, left = 0, iter(rows)
    with parquet.ParquetWriter(file, form) as table:
        while batch := list(islice(left, _BATCH)):
            table.write_table(pa.Table.from_pylist(batch, schema=form))
            written += len(batch)
    return written
