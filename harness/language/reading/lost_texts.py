"""Texts of which YAML keeps only the beginning, because ` #` begins a comment: `Order #123`."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress

import yaml

from harness.language.reading.reading import Reading
from harness.language.reading.stops import Spot

_COMMENT_LIKE = re.compile(r"(?<=[^ ]) +(#[^\s#][^\n]*)")


def report_lost_texts(reading: Reading) -> None:
    """Report each comment that follows a text and begins like a word: it was probably meant as text."""
    if not _COMMENT_LIKE.search(reading.source.text):
        return
    spans = list(_scalar_spans(reading.source.text))
    begins = [begin for begin, _ in spans]
    for number, line in enumerate(reading.source.lines, start=1):
        for match in _COMMENT_LIKE.finditer(line):
            start = (number, match.start(1) + 1)
            before = bisect_right(begins, start) - 1
            is_in_text = before >= 0 and start < spans[before][1]
            if is_in_text or _is_in_comment(line, match.start(1)):
                continue
            lost = match.group(1).rstrip()
            reading.whole_line_problem(
                Spot(*start),
                f'"#" after a space begins a comment, so "{lost}" is lost. Put the whole text in quotes;'
                ' or write "# " if it is a comment.',
            )
            break


def _is_in_comment(line: str, at: int) -> bool:
    return bool(re.match(r"\s*#", line)) or " # " in line[:at]


def _scalar_spans(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield begin and end of each text, up to where a second document, told already, cannot be read."""
    with suppress(yaml.MarkedYAMLError):
        for token in yaml.scan(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            if isinstance(token, yaml.ScalarToken):
                start, end = token.start_mark, token.end_mark
                yield (start.line + 1, start.column + 1), (end.line + 1, end.column + 1)
