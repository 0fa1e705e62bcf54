"""Checks on values in, a problem for each literal that could never be compared: `less than: plenty`."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from harness.language.model import Action, Persona, Site, Step, Use, with_blocks
from harness.language.reading.reading import Reading
from harness.language.shapes.check_examples import with_example
from harness.values.contradictions import contradiction_in, told
from harness.values.model import ReadingError, ValueContext
from harness.values.moments import read_moment
from harness.values.problems import problems_of
from harness.verbs.verb import Reads

EXAMPLE_OF_A_DAY = "Write it like: 2026-12-24, tomorrow, or in 3 working days."


def check_literals(
    steps: Sequence[Step | Use], reading: Reading, sites: Sequence[Site], personas: Sequence[Persona]
) -> None:
    """Report literals that cannot be read in the one notation of all visits; with several, none is judged."""
    notations = {(persona.locale or site.locale, site.currency) for persona in personas for site in sites}
    if len(notations) != 1:
        return
    context = ValueContext(*notations.pop(), datetime.now(UTC).date())
    for step in steps:
        if isinstance(step, Step):
            for action in with_blocks((*step.do, *step.see, *step.should_see)):
                _check_days(action, reading, context)
                if any(p.how.reads is Reads.CLAIM for p in reading.verbs[action.verb].parameters):
                    _check(action, reading, context)


def _check_days(action: Action, reading: Reading, context: ValueContext) -> None:
    for parameter, text in zip(reading.verbs[action.verb].in_order, action.arguments, strict=False):
        if parameter.how.reads is Reads.DAY and text.strip() and "${" not in text:
            try:
                read_moment(text, context)
            except ReadingError as error:
                reading.problem(reading.find(text, action.place), f"{error} {EXAMPLE_OF_A_DAY}")


def _check(action: Action, reading: Reading, context: ValueContext) -> None:
    words = dict(action.words)
    if len(words) > 1:
        _check_together(words, action, reading, context)
    if not words.keys() - {"is", "is not", "contains", "one of"}:
        return  # compared as they are seen
    for problem in problems_of(words, context):
        right_side = words.get(problem.word, "")
        text = right_side if isinstance(right_side, str) else ""
        reading.problem(
            reading.find(text, reading.find(f"{problem.word}:", action.place)),
            with_example(problem.word, problem.text),
        )


def _check_together(
    words: Mapping[str, str | tuple[str, ...]], action: Action, reading: Reading, context: ValueContext
) -> None:
    pair = contradiction_in(words, context)
    if pair:
        at = max((reading.find(f"{word}:", action.place) for word in pair), key=lambda p: (p.line, p.column))
        reading.problem(at, told(words, pair))
