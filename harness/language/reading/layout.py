"""Lines that do not fit together in, a plain sentence at the place to mend out."""

import re

from harness.language.reading.stops import Fault, Stop

# A key of a step: the first one of each step stands behind a dash.
_KEY_OF_A_STEP = re.compile(
    r"(?P<before> *(?:- (?=step|use))?)(?P<key>step|use|with|do|see|should see|within|commits):"
)


def of_layout(stop: Stop) -> Fault | None:
    """Explain a stop by how lines are broken and indented, if that is what it comes from."""
    if "block scalar" in stop.context:
        return Fault(
            stop.begin.line,
            stop.begin.column,
            'after "|" or ">" the text begins on the next line. Put it there, or put this one in quotes.',
        )
    if "block sequence entries are not allowed" in stop.problem:
        return Fault(
            stop.line, stop.column, 'a list begins on the line below its key. Put "- " there, indented.'
        )
    if "<document start>" in stop.problem:
        return Fault(stop.line, stop.column, 'nothing may follow "...". Take that line out.')
    if "did not find expected" not in stop.problem:
        return None
    if stop.rest.startswith("- ") and "mapping" in stop.context:
        return Fault(
            stop.line, stop.column, 'this "- " stands among keys. Indent it below the key that it belongs to.'
        )
    return Fault(
        stop.line, stop.column, f"the indentation of this line fits nothing above it. {_column_of(stop)}"
    )


def _column_of(stop: Stop) -> str:
    """Return where a line should begin: a key of a step beside the nearest one above it."""
    key = _KEY_OF_A_STEP.match(stop.rest)
    if key and not key["before"]:
        for number in range(stop.line - 1, 0, -1):
            above = _KEY_OF_A_STEP.match(stop.source.line(number))
            if above:
                return f'Begin "{key["key"]}" in the column of "{above["key"]}" in line {number}.'
    return "Begin it below its neighbours."
