"""A journey in, a problem for each name that it gives a value in two places that would contradict."""

from harness.language.model import Journey
from harness.language.reading.reading import Reading


def check_values(journey: Journey, reading: Reading) -> None:
    """Report names that both `for each` and `matrix` give values to; both may overrule `data`."""
    for name in {name: None for variant in journey.variants for name in variant.words}:
        if name in journey.rows[0]:
            at = reading.find(f"{name}:", reading.find("matrix:", journey.place))
            reading.problem(at, f'"{name}" has values in "for each" already. Take it out of one of them.')
