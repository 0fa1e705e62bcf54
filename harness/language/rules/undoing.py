"""A journey in, a problem for each step that takes back nothing, or does not look whether it was."""

from collections.abc import Iterator

from harness.language.model import Journey, Place, Step
from harness.language.reading.reading import Reading
from harness.language.rules.outcome import is_checked_at_the_end
from harness.language.rules.surroundings import Surroundings, flat


def check_undoing(journey: Journey, reading: Reading, surroundings: Surroundings) -> None:
    """Report steps that take something back outside of `cleanup`, for nothing, or without looking."""
    for step, place in flat((*journey.steps, *journey.lookup), surroundings.parts):
        if step.undoes:
            message = 'only "cleanup:" takes something back, which comes after everything else.'
            reading.problem(_at(step, place, reading), f"{message} Put this step there.")
    levels = {step.commits for step, _ in flat(journey.steps, surroundings.parts)}
    for step, place in flat(journey.cleanup, surroundings.parts):
        if step.undoes:
            for message in _wrong(step, levels, reading):
                reading.problem(_at(step, place, reading), message)


def _wrong(step: Step, levels: set[str | None], reading: Reading) -> Iterator[str]:
    if step.commits:
        yield 'a step cannot have "undoes:" and "commits:". Leave "undoes:", which marks its last click too.'
    elif step.undoes not in levels:
        yield (
            f'no step commits to "{step.undoes}", so that there is nothing to take back.'
            f" Mark the one that does: commits: {step.undoes}"
        )
    if not is_checked_at_the_end([step], reading):
        yield (
            f'step "{step.name}" does not look whether it was taken back. Add "see:" with what the customer'
            " must see then."
        )


def _at(step: Step, place: Place, reading: Reading) -> Place:
    return reading.find("undoes:", place) if step.place == place else place
