"""A journey with its surroundings in, its explanation out: frozen texts, for a reader or as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from harness.compile.visits import PlannedVisit, plan_visits
from harness.explain import sentences
from harness.explain.sentences import listed, lower_first
from harness.explain.speaking import Speaker
from harness.judge.words import how_many, plain, seconds, size
from harness.language.committing import changes_by_request
from harness.language.known.commitments import COMMITTING
from harness.language.limits import Limits
from harness.language.model import Journey, Persona, Site, Step, Use
from harness.language.rules.surroundings import Surroundings

MOST_VARIATIONS = 10
"""More of them are counted, not listed."""


@dataclass(frozen=True)
class ToldStep:
    """A step, and what is done and seen in it; `part` has the sentence of the part that it begins."""

    step: str
    part: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """A journey in plain words."""

    file: str
    journey: str
    why: str
    facts: tuple[str, ...]
    steps: tuple[ToldStep, ...]
    cleanup: tuple[ToldStep, ...] = ()
    lookup: tuple[ToldStep, ...] = ()


def explain(journey: Journey, surroundings: Surroundings, site: Site, *, short: bool = False) -> Told:
    """Explain a journey.

    Args:
        journey: A checked journey.
        surroundings: What it refers to.
        site: The shop it visits.
        short: Whether parts are only named, instead of written out.
    """
    visits = plan_visits(journey, site=site, personas=surroundings.personas, parts=surroundings.parts)
    telling = _Telling(surroundings, short=short)
    speaker = Speaker(_known_before(journey, site, visits), journey.verbs)
    return Told(
        file=journey.place.file,
        journey=journey.title,
        why=journey.why,
        facts=tuple(_facts(journey, surroundings, visits)),
        steps=tuple(telling.told(journey.steps, speaker)),
        cleanup=tuple(telling.told(journey.cleanup, speaker)),
        lookup=tuple(telling.told(journey.lookup, speaker)),
    )


def _known_before(journey: Journey, site: Site, visits: Sequence[PlannedVisit]) -> dict[str, str]:
    """Return the values that are the same in every visit."""
    known = {
        **{f"shopper.{name}": value for name, value in site.shopper.items()},
        **{f"site.{name}": value for name, value in site.data.items()},
        **journey.data,
    }
    each = {**known, **visits[0].row}
    return {
        name: value
        for name, value in each.items()
        if all(visit.row.get(name, value) == value for visit in visits)
    }


@dataclass(frozen=True)
class _Telling:
    surroundings: Surroundings
    short: bool

    def told(self, steps: Sequence[Step | Use], speaker: Speaker, part: str = "") -> Iterator[ToldStep]:
        """Yield the steps in the order they are walked; `part` leads the first of them in."""
        for step in steps:
            if isinstance(step, Step):
                yield ToldStep(step.name, part, tuple(_sentences(step, speaker)))
            elif self.short:
                yield ToldStep(step.part, part, (_use(sentences.NAMED_PART, step, speaker),))
            else:
                lead = " ".join(text for text in (part, _use(sentences.FROM_PART, step, speaker)) if text)
                given = {name: speaker.text(value) for name, value in step.values}
                inner = self.surroundings.parts[step.part].steps
                yield from self.told(inner, speaker.within(given), lead)
            part = ""


def _sentences(step: Step, speaker: Speaker) -> Iterator[str]:
    yield from (speaker.done(action) for action in step.do)
    if step.see:
        yield sentences.THEN.format(speaker.seen(step.see))
    if step.should_see:
        yield sentences.HOPED.format(speaker.seen(step.should_see))
    if step.within_ms:
        yield sentences.WITHIN.format(seconds(step.within_ms))
    by = sentences.BY_REQUEST if any(map(changes_by_request, step.do)) else sentences.BY_PRESS
    if step.commits:
        yield sentences.STEP_COMMITS.format(by=by, level=step.commits)
    if step.costs:
        yield sentences.COSTS.format(speaker.quoted(step.costs))
    if step.is_refused:
        yield sentences.REFUSED
    if step.undoes:
        yield sentences.STEP_UNDOES.format(by=by, level=step.undoes)


def _use(sentence: str, use: Use, speaker: Speaker) -> str:
    given = [f"{name} {speaker.quoted(value)}" for name, value in use.values]
    return sentence.format(part=use.part, values=f" with {listed(given)}" if given else "")


def _facts(journey: Journey, surroundings: Surroundings, visits: Sequence[PlannedVisit]) -> Iterator[str]:
    shoppers = dict.fromkeys(visit.persona.id for visit in visits)
    who = [_who(surroundings.personas[name]) for name in shoppers]
    yield sentences.WHO.format("; ".join(who))
    if journey.sites:
        yield sentences.FOR_SITES.format(listed(journey.sites))
    variations = [visit.different for visit in visits if visit.persona.id == visits[0].persona.id]
    yield _how_often(len(visits), len(variations), len(shoppers))
    yield from _variations(variations)
    allowed = sentences.ALLOWED if journey.commits in COMMITTING else ""
    yield sentences.COMMITS[journey.commits].format(allowed=allowed)
    if journey.limits:
        yield sentences.OVER_BUDGET.format("; ".join(_limits(journey.limits)))
    owner = sentences.OWNER.format(journey.owner) if journey.owner else ""
    yield sentences.IF_IT_FAILS.format(severity=journey.severity, owner=owner)


def _who(persona: Persona) -> str:
    slowdown = f"a device {plain(persona.cpu, 1)} times slower" if persona.cpu else None
    signed_in = "signed in" if persona.signs_in else None
    ways = (persona.id, persona.device, persona.input, persona.network, slowdown, persona.locale, signed_in)
    return f"{lower_first(persona.who)} ({', '.join(filter(None, ways))})"


def _how_often(visits: int, variations: int, shoppers: int) -> str:
    if visits == 1:
        return sentences.ONCE
    ways = [sentences.VARIATIONS.format(variations)] if variations > 1 else []
    ways += [sentences.SHOPPERS.format(shoppers)] if shoppers > 1 else []
    return sentences.OFTEN.format(visits, ", each ".join(ways))


def _variations(variations: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Yield in what the visits differ; the values of a single one are told where they are used."""
    if len(variations) == 1:
        return
    for number, different in enumerate(variations[:MOST_VARIATIONS], start=1):
        said = ", ".join(f'{name} "{value}"' for name, value in different.items())
        yield sentences.VARIATION.format(number, said or sentences.NOTHING_DIFFERENT)
    if len(variations) > MOST_VARIATIONS:
        yield sentences.MORE_VARIATIONS.format(len(variations) - MOST_VARIATIONS)


def _limits(limits: Limits) -> Iterator[str]:
    said = {field.name: getattr(limits, field.name) for field in fields(limits)}
    for name, sentence in sentences.LIMITS.items():
        if said[name] is not None:
            yield sentence.format(_amount(name, said[name]))


def _amount(name: str, value: float) -> str:
    if name.endswith("_ms"):
        return seconds(value, 3)
    if name.endswith("_bytes"):
        return size(value)
    return how_many(int(value), "piece") if name == "requests" else plain(value, 3)
