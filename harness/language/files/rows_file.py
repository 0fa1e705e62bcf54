"""A CSV file beside the journeys in, the rows of `for each` out, or a problem that names the line."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

from harness.language.enclosed import NoSuchFileError, file_below
from harness.language.reading.reading import Reading
from harness.language.shapes.names import name_problem
from harness.language.shapes.rows import AskedRows, RowsFile

SEPARATORS = ",;\t"
"""Spreadsheets write the one that their language leaves free."""
MOST_ROWS = 500
SIZE_LIMIT_BYTES = 1024 * 1024


class _BadRowsError(Exception):
    """A file that holds no rows; the message says where and why."""


def rows_of(asked: AskedRows, reading: Reading, root: Path) -> tuple[Mapping[str, str], ...]:
    """Return the rows, read from their file if they stand in one; a single empty one after a problem.

    Args:
        asked: The rows, or the file as the journey names it.
        reading: The journey, where problems are noted.
        root: The journeys folder.
    """
    if not isinstance(asked, RowsFile):
        return asked
    try:
        if asked.path:
            return tuple(_rows(_text_of(file_below(root, asked.path), asked.path), asked.path))
    except (NoSuchFileError, _BadRowsError) as error:
        reading.problem(reading.find(asked.path, asked.place), str(error))
    reading.misses_names = True
    return ({},)


def _text_of(file: Path, shown: str) -> str:
    if file.stat().st_size > SIZE_LIMIT_BYTES:
        raise _BadRowsError(f'"{shown}" is larger than 1 MB. Keep the rows that are walked.')
    try:
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        remedy = 'Save it as "CSV UTF-8".'
        raise _BadRowsError(f'"{shown}" is not written in UTF-8. {remedy}') from error


def _rows(text: str, shown: str) -> Iterator[Mapping[str, str]]:
    lines = _lines(text, shown)
    if len(lines) < 2:  # noqa: PLR2004 -- the names, and one row
        raise _BadRowsError(
            f'"{shown}" holds no row. Write the names into its first line, and a row a line below.'
        )
    if len(lines) - 1 > MOST_ROWS:
        raise _BadRowsError(
            f'"{shown}" holds {len(lines) - 1} rows, and {MOST_ROWS} is the most. Take some out.'
        )
    (number, names), *rows = lines
    for name in names:
        problem = name_problem(name) or (
            f'"{name}" stands there twice. Rename one.' if names.count(name) > 1 else None
        )
        if problem:
            raise _BadRowsError(f'"{shown}", line {number}: {problem}')
    for number, values in rows:
        if len(values) != len(names):
            raise _BadRowsError(
                f'"{shown}", line {number}: {len(values)} of {len(names)} values. Give each row as many as'
                " the first line has names."
            )
        if any("${" in value for value in values):
            raise _BadRowsError(
                f'"{shown}", line {number}: "${{...}}" cannot stand in a value that is given.'
                " Write it where the value is used."
            )
        yield dict(zip(names, values, strict=True))


def _lines(text: str, shown: str) -> Sequence[tuple[int, list[str]]]:
    """Return the lines that hold anything, each with its number."""
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(StringIO(text), delimiter=separator, skipinitialspace=True, strict=True)
    try:
        read = [(reader.line_num, [value.strip() for value in line]) for line in reader]
    except csv.Error as error:
        raise _BadRowsError(f'"{shown}", line {reader.line_num}: {error}. Look at its quotes.') from error
    return [(number, line) for number, line in read if any(line)]
