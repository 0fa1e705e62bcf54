"""A visit in, who walked and why out, and what of it was not as it would be for a customer."""

from dataclasses import dataclass

from harness.record import PersonaFacts, VisitRecord
from harness.reports.cx.words import journey as words
from harness.reports.cx.words import journey_labels, sentences
from harness.reports.cx.words.speech import sentence
from harness.words import phrase


@dataclass(frozen=True)
class Who:
    """Who the shopper was.

    Args:
        persona: She in a sentence, with her share of the customers.
        shopped_with: Her device and connection.
        why: What she wants, and why it matters.
        how_real: Whether anything was simulated, and where she stopped.
        not_as_asked: What of her the pages did not find.
    """

    persona: str
    shopped_with: str
    why: str
    how_real: str
    not_as_asked: str


def who(visit: VisitRecord) -> Who:
    """Return who walked a journey, and how real it was."""
    persona = visit.persona
    return Who(
        persona=sentence(sentences.persona(persona.who, persona.share)),
        shopped_with=_shopped_with(persona),
        why=sentence(visit.journey.why),
        how_real=_how_real(visit),
        not_as_asked=sentence("; ".join(persona.not_applied)),
    )


def _shopped_with(persona: PersonaFacts) -> str:
    device = persona.device or phrase(journey_labels.OWN_SCREEN)
    parts = [
        device,
        phrase(journey_labels.INPUTS.get(persona.input or "", "")),
        words.network(persona.network),
    ]
    return sentence(", ".join(filter(None, parts)))


def _how_real(visit: VisitRecord) -> str:
    if visit.held_back:
        return sentence(visit.held_back.message) or words.stopped_before(visit.held_back.control)
    if visit.ending == "stopped on purpose":
        return phrase(journey_labels.STOPPED_ON_PURPOSE)
    if visit.ending not in {"walked", "stopped"}:
        return phrase(journey_labels.NOT_TO_THE_END)
    done = [words.really_done(effect.level, effect.state) for effect in visit.side_effects]
    return " ".join(dict.fromkeys([phrase(journey_labels.NOTHING_SIMULATED), *done]))
