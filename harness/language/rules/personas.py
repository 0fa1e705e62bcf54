"""A journey and the personas in, a problem for each it names that is not there or is named twice."""

from collections.abc import Container, Mapping, Sequence

from harness.grammar.near import did_you_mean
from harness.language.model import Journey, Persona
from harness.language.reading.reading import Reading
from harness.language.rules.surroundings import Surroundings

_ALL_PERCENT = 100


def walking(journey: Journey, surroundings: Surroundings) -> Sequence[Persona]:
    """Return who walks it: whom it names, else the first of the personas file; each in all her variants."""
    personas = surroundings.personas
    named = [personas[name] for name in journey.personas if name in personas]
    walkers = named if journey.personas else list(personas.values())[:1]
    return [variant.of(persona) for persona in walkers for variant in journey.variants]


def are_several(text: str, known: Container[str]) -> bool:
    """Whether a text is several known names with only spaces between."""
    words = text.split()
    return text not in known and len(words) > 1 and all(word in known for word in words)


def comma_is_missing(text: str) -> str:
    """Return the sentence about several names that no comma separates."""
    return f'"," is missing in "{text}". Write: [{", ".join(text.split())}]'


def check_shares(personas: Mapping[str, Persona], reading: Reading) -> None:
    """Report shares that together are more than all of the customers."""
    sharing = [persona for persona in personas.values() if persona.share is not None]
    percent = round(sum(persona.share or 0 for persona in sharing) * 100, 3)
    last = next(reversed(sharing), None)
    if percent <= _ALL_PERCENT or not last or not last.place:
        return
    reading.problem(
        reading.find("share:", last.place),
        f"with this the shares add up to {percent:g} %, and there are no more than 100 % of the customers."
        " Make one smaller.",
    )


def check_personas(journey: Journey, reading: Reading, surroundings: Surroundings) -> None:
    """Report personas that are not in the personas file, and those named twice."""
    if not surroundings.personas:
        return
    heading = reading.find("personas:", journey.place)
    for number, name in enumerate(journey.personas):
        if not name:
            continue
        if are_several(name, surroundings.personas):
            reading.problem(reading.find(name, heading), comma_is_missing(name))
        elif name not in surroundings.personas:
            reading.problem(
                reading.find(name, heading),
                f'unknown persona "{name}". {did_you_mean(name, surroundings.personas)}',
            )
        elif name in journey.personas[:number]:
            reading.problem(reading.find(name, heading), f'persona "{name}" is named twice. Name her once.')
