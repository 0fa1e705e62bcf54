"""An action in, advice on how it names what it points at out."""

from collections.abc import Container, Iterator, Mapping

from harness.grammar.many import parse_many
from harness.grammar.slips import as_target
from harness.grammar.target import Target, TargetError, parse_target
from harness.language.advice.advice import BY_POSITION, CSS_TARGET, LOOKS_LIKE_A_TARGET, Advice
from harness.language.model import Action
from harness.verbs import Verb
from harness.verbs.verb import Reads

_POINTING = frozenset({Reads.TARGET, Reads.CLAIM})


def advice_on_targets(action: Action, verbs: Mapping[str, Verb], names: Container[str]) -> Iterator[Advice]:
    """Yield advice on each target of an action; what stands in `names:` of the site is named there."""
    for text in _targets(action, verbs[action.verb]):
        try:
            target = parse_many(text) or parse_target(text)
        except TargetError:  # a whole page, or a text that only looks like a target
            continue
        written = as_target(text) if target.word is None and text not in names else None
        if written:
            yield Advice(
                LOOKS_LIKE_A_TARGET,
                action.place,
                f'"{text}" is looked for as a text that says just this. If not, put the name in'
                f' quotes: {written}; or say that it is a text: text "{text}"',
            )
        chain = tuple(_with_its_places(target))
        if any(part.word == "css" for part in chain):
            yield Advice(
                CSS_TARGET,
                action.place,
                f"{_quoted(text)} says how the page is built, which changes without a customer noticing."
                ' Name what she sees; or give it a name of its own below "names:" in site.yaml.',
            )
        if any(part.nth is not None and part.inside is None for part in chain):
            yield Advice(
                BY_POSITION,
                action.place,
                f"{_quoted(text)} is known by its position only, which changes with what the page lists."
                ' Say what it belongs to, such as: button "Remove" in row "Blue shirt".',
            )


def _targets(action: Action, verb: Verb) -> Iterator[str]:
    for parameter, text in zip(verb.in_order, action.arguments, strict=False):
        if parameter.how.reads in _POINTING and text:
            yield text
    by_name = {parameter.spoken: parameter for parameter in verb.by_name}
    for name, text in action.named:
        if by_name[name].how.reads in _POINTING:
            yield text


def _with_its_places(target: Target) -> Iterator[Target]:
    yield target
    if target.inside:
        yield from _with_its_places(target.inside)


def _quoted(text: str) -> str:
    return text if '"' in text else f'"{text}"'
