"""A journey and the personas in, a problem for each it names that is not there or is named twice."""

from collections.abc import Sequence

from harness.grammar.near import did_you_mean
from harness.language.model import Journey, Persona
from harness.language.reading.reading import Reading
from harness.language.rules.surroundings import Surroundings


def walking(journey: Journey, surroundings: Surroundings) -> Sequence[Persona]:
    """Return who walks it: whom it names, else the first of the personas file; each in all her variants."""
    personas = surroundings.personas
    named = [personas[name] for name in journey.personas if name in personas]
    walkers = named if journey.personas else list(personas.values())[:1]
    return [variant.of(persona) for persona in walkers for variant in journey.variants]


def check_personas(journey: Journey, reading: Reading, surroundings: Surroundings) -> None:
    """Report personas that are not in the personas file, and those named twice."""
    if not surroundings.personas:
        return
    heading = reading.find("personas:", journey.place)
    for number, name in enumerate(journey.personas):
        if not name:
            continue
        if name not in surroundings.personas:
            reading.problem(
                reading.find(name, heading),
                f'unknown persona "{name}". {did_you_mean(name, surroundings.personas)}',
            )
        elif name in journey.personas[:number]:
            reading.problem(reading.find(name, heading), f'persona "{name}" is named twice. Name her once.')
