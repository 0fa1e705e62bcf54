"""Checks on values in, a problem for each literal that could never be compared: `less than: plenty`."""

from collections.abc import Sequence
from datetime import UTC, datetime

from harness.language.model import Action, Persona, Site, Step, Use, with_blocks
from harness.language.reading.reading import Reading
from harness.language.shapes.check_examples import with_example
from harness.values.model import ValueContext
from harness.values.problems import problems_of
from harness.verbs.verb import Reads


def check_literals(
    steps: Sequence[Step | Use], reading: Reading, site: Site | None, personas: Sequence[Persona]
) -> None:
    """Report literals that cannot be read in the one locale of all who walk; with several, none is judged."""
    locales = {persona.locale or site.locale for persona in personas} if site else set()
    if not site or len(locales) != 1:
        return
    context = ValueContext(locales.pop(), site.currency, datetime.now(UTC).date())
    for step in steps:
        if isinstance(step, Step):
            for action in with_blocks((*step.do, *step.see, *step.should_see)):
                if any(p.how.reads is Reads.CLAIM for p in reading.verbs[action.verb].parameters):
                    _check(action, reading, context)


def _check(action: Action, reading: Reading, context: ValueContext) -> None:
    words = dict(action.words)
    if not words.keys() - {"is", "is not", "contains", "one of"}:
        return  # compared as they are seen
    for problem in problems_of(words, context):
        right_side = words.get(problem.word, "")
        text = right_side if isinstance(right_side, str) else ""
        reading.problem(
            reading.find(text, reading.find(f"{problem.word}:", action.place)),
            with_example(problem.word, problem.text),
        )
