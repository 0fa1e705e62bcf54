"""What the YAML parser could not read in, a plain sentence at the place to mend out."""

import re

import yaml

from harness.language.reading.layout import of_layout
from harness.language.reading.source import Source
from harness.language.reading.stops import Fault, Stop, spot

# The keys that take lists in which a ": " is at home: `see: Total: 25`, `do: click: Apply`.
_LIST_ON_ITS_LINE = re.compile(r"[ -]*(?P<key>do|see|not see|should see): +(?P<name>[^'{\[|>#].*):$")


def shown_tag(tag: str) -> str:
    """Return a tag as it was written: the parser resolves `!!int` to a long name."""
    return tag.replace("tag:yaml.org,2002:", "!!")


def fault_of(error: yaml.MarkedYAMLError, source: Source, last: yaml.Event | None) -> Fault:
    """Say plainly what stopped the parser.

    Args:
        error: What it raised.
        source: The file it reads.
        last: The last thing it could read.
    """
    stop = Stop(error, source, last)
    for explain in (_of_quotes, _of_braces, _of_colons, _of_first_characters, _of_brackets, of_layout):
        fault = explain(stop)
        if fault:
            return fault
    return Fault(
        stop.line, stop.column, f"this is no YAML: {stop.problem}. Check quotes, colons and indentation."
    )


def _of_quotes(stop: Stop) -> Fault | None:
    if "quoted scalar" in stop.context:
        return _of_quoted_scalar(stop)
    scalar = stop.scalar
    if not scalar or scalar.style not in {"'", '"'} or not _ends_before(scalar, stop) or stop.is_at_end:
        return None
    if "flow" in stop.context and stop.character in {"'", '"'}:
        return None
    start = spot(scalar.start_mark)
    if start.line != spot(scalar.end_mark).line:
        return Fault(
            start.line,
            start.column,
            f"the text that begins with {scalar.style} has no closing {scalar.style} on its line. Close it.",
        )
    other = "'" if scalar.style == '"' else '"'
    return Fault(
        start.line,
        start.column,
        f"the text goes on after the closing {scalar.style}. Put the whole text in {other} quotes.",
    )


def _ends_before(scalar: yaml.ScalarEvent, stop: Stop) -> bool:
    """Say whether only space lies between a scalar and the place of the error, on one line."""
    end = spot(scalar.end_mark)
    between = stop.source.line(stop.line)[end.column - 1 : stop.column - 1]
    return end.line == stop.line and not between.strip()


def _of_quoted_scalar(stop: Stop) -> Fault:
    mark = stop.source.line(stop.begin.line)[stop.begin.column - 1 : stop.begin.column]
    if "unexpected" in stop.problem:
        return Fault(
            stop.begin.line,
            stop.begin.column,
            f"the text that begins with {mark} has no closing {mark}. Close it.",
        )
    written = re.match(r"\\?.?", stop.source.line(stop.line)[stop.column - 1 :])
    shown = written.group() if written else ""
    return Fault(
        stop.line,
        stop.column,
        f'"{shown}" means nothing in a text between double quotes. Use single quotes instead.',
    )


def _of_braces(stop: Stop) -> Fault | None:
    if "flow" not in stop.context or "expected node content" in stop.problem:
        return None
    before = stop.source.line(stop.line)[: stop.column - 1]
    if stop.character == "{" and before.endswith("$"):
        return Fault(
            stop.line,
            stop.column - 1,
            'inside braces and brackets a "${...}" must be quoted. Put the text in double quotes: "${name}".',
        )
    bracket = stop.source.line(stop.begin.line)[stop.begin.column - 1 : stop.begin.column]
    comment = re.search(r" (#[^\s#]\S*)", stop.source.line(stop.begin.line)[stop.begin.column - 1 :])
    if comment:
        return Fault(
            stop.begin.line,
            stop.begin.column + comment.start(1),
            '"#" after a space begins a comment, which ends this line. Put the whole text in quotes.',
        )
    closing = {"{": "}", "[": "]"}.get(bracket, bracket)
    if stop.line == stop.begin.line and not stop.is_at_end:
        return Fault(
            stop.line,
            stop.column,
            f'"," or "{closing}" is missing before this. Add it, or put the text in quotes.',
        )
    return Fault(
        stop.begin.line,
        stop.begin.column,
        f'this "{bracket}" is never closed. Add "{closing}" where it ends.',
    )


def _of_colons(stop: Stop) -> Fault | None:
    if "could not find expected ':'" in stop.problem:
        return Fault(stop.begin.line, stop.begin.column, 'a ":" or a "- " is missing in this line. Add it.')
    if "mapping values are not allowed" not in stop.problem:
        return None
    listed = _LIST_ON_ITS_LINE.match(stop.source.line(stop.line)[: stop.column])
    if listed and listed["name"].count('"') % 2 == 0:
        column = listed.start("name")
        item = stop.source.line(stop.line)[column:].partition(" #")[0].strip()
        return Fault(
            stop.line,
            column + 1,
            f'"{item}" cannot stand on the line of "{listed["key"]}:". Put it below, in a list: - {item}',
        )
    if not stop.scalar or spot(stop.scalar.start_mark).line == stop.line:
        return Fault(
            stop.line, stop.column, "a second \": \" in one line. Put the whole text in quotes: '...'."
        )
    begin = spot(stop.scalar.start_mark)
    first_line = stop.source.line(begin.line)
    if not first_line[: begin.column - 1].strip(" -"):
        return Fault(
            begin.line, len(first_line.rstrip()) + 1, 'a ":" is missing at the end of this line. Add it.'
        )
    indent = len(stop.source.line(stop.line)) - len(stop.source.line(stop.line).lstrip())
    return Fault(
        stop.line,
        indent + 1,
        "this line is indented deeper than the one it belongs beside. Begin both in the same column.",
    )


def _of_first_characters(stop: Stop) -> Fault | None:
    if "directive" in stop.context:
        return Fault(stop.line, 1, '"%" cannot begin a line here. Put the text in quotes.')
    if any(word in stop.context + stop.problem for word in ("anchor", "alias", "tag")):
        mark = stop.source.line(stop.begin.line)[stop.begin.column - 1 : stop.begin.column]
        return Fault(
            stop.begin.line, stop.begin.column, f'"{mark}" cannot begin a text. Put the text in quotes.'
        )
    share = re.match(r"%(\d[\d.,]*\d|\d)", stop.rest)
    if share:
        return Fault(
            stop.line, stop.column, f'"%" cannot begin a text. Write it behind the number: {share[1]}%'
        )
    if "cannot start any token" in stop.problem or "mapping keys are not allowed" in stop.problem:
        return Fault(
            stop.line, stop.column, f'"{stop.character}" cannot begin a text. Put the text in quotes.'
        )
    return None


def _of_brackets(stop: Stop) -> Fault | None:
    if "expected node content" not in stop.problem:
        return None
    if stop.is_at_end:
        return Fault(stop.last.line, stop.last.column, "a bracket is opened here and never closed. Close it.")
    return Fault(
        stop.line,
        stop.column,
        f'"{stop.character}" does not fit here. Take it out, or put the text in quotes.',
    )
