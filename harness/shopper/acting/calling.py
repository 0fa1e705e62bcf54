"""The texts of a compiled call in, the verb done with what they mean out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.grammar.many import parse_many
from harness.grammar.target import Target, parse_target
from harness.shopper.trouble.browser_errors import obstacle_of
from harness.shopper.trouble.stopping import Obstacle, StoppedOnPurpose
from harness.verbs.verb import Claim, Reads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harness.shopper.acting.hands import Hands
    from harness.verbs import Verb
    from harness.verbs.verb import Parameter

_TEXTS = frozenset({Reads.TEXT, Reads.ADDRESS, Reads.KEY, Reads.FILE, Reads.FILE_TYPE, Reads.SIZE})
_PLAIN = frozenset({Reads.NAME, Reads.REASON, Reads.TIMES, Reads.LONGEST_WAIT})
Words = dict[str, str | int | tuple[str, ...]]
Said = str | Target | Claim


@dataclass(frozen=True)
class Call:
    """One verb with its arguments, values filled in."""

    verb: "Verb"
    said: tuple[Said, ...]
    named: Mapping[str, Said] = field(default_factory=dict)

    @property
    def target(self) -> str:
        """What it points at, in the journey's words."""
        pointed = next((each for each in self.said if not isinstance(each, str)), None)
        if pointed is None:
            return str(self.said[0]) if self.said else ""
        return pointed.target.text if isinstance(pointed, Claim) else pointed.text

    @property
    def sentence(self) -> str:
        """The call as a sentence for the record."""
        shown = {p.name: _shown(each) for p, each in zip(self.verb.parameters, self.said, strict=False)}
        reasons = {p.name: self.named[p.name] for p in self.verb.by_name if p.how.reads is Reads.REASON}
        return self.verb.sentence.format(**shown, **reasons)

    def do(self, hands: "Hands") -> None:
        """Do it.

        Raises:
            Obstacle: Something stood in the way.
        """
        try:
            hands.goes_in = bool(self.verb.run(hands, *self.said, **self.named))
        except BrowserError as error:
            raise obstacle_of(error, self.target) from error

    def stop_before(self, hands: "Hands", level: str) -> None:
        """Walk up to the committing control, see that it can be used, and leave it alone.

        Raises:
            StoppedOnPurpose: It is ready.
            Obstacle: It is not there, or cannot be used: that is true with or without a grant.
        """
        pointed, meaning = self.said[0], self.verb.parameters[0].how.meaning
        if isinstance(pointed, Target) and meaning is not None:
            control = hands.find(pointed, meaning)
            try:
                control.click(trial=True, timeout=hands.action_timeout_ms)
            except BrowserError as error:
                raise obstacle_of(error, pointed.text) from error
        raise StoppedOnPurpose(level, self.target)


def read_call(verb: "Verb", texts: "Sequence[str]", words: Words, hands: "Hands") -> Call:
    """Read the texts of a call by the verb's signature.

    Raises:
        Obstacle: A value is missing, or a text cannot be read once its values are filled in.
        TypeError: More or fewer texts than the verb takes.
    """
    needed = sum(not parameter.optional for parameter in verb.in_order)
    takes_literal = any(p.how.reads is Reads.CLAIM for p in verb.parameters)
    if not needed <= len(texts) <= len(verb.in_order) + takes_literal:
        raise TypeError(f'"{verb.name}" takes {needed} texts, not {len(texts)}')
    if takes_literal and len(texts) > len(verb.in_order):
        words = {"is_": texts[-1], **words}
    named = {name: words[name] for name in words if not takes_literal or name in _names(verb)}
    checks = {name: words[name] for name in words if name not in named}
    said = tuple(
        _read(parameter, text, checks, hands) for parameter, text in zip(verb.in_order, texts, strict=False)
    )
    return Call(verb, said, _by_name(verb, named, hands))


def _names(verb: "Verb") -> frozenset[str]:
    return frozenset(parameter.name for parameter in verb.by_name)


def _by_name(verb: "Verb", words: Words, hands: "Hands") -> Mapping[str, Said]:
    parameters = {parameter.spoken: parameter for parameter in verb.by_name}
    given = {_word(name): text for name, text in words.items()}
    if unknown := given.keys() - parameters:
        raise TypeError(f'"{verb.name}" takes no "{unknown.pop()}"')
    return {
        parameters[name].name: _read(parameters[name], str(text), {}, hands) for name, text in given.items()
    }


def _read(parameter: "Parameter", text: str, words: Words, hands: "Hands") -> Said:
    fill_in = hands.values.fill_in
    if parameter.how.reads in _PLAIN:
        return text
    if parameter.how.reads in _TEXTS:
        return fill_in(text)
    if parameter.how.reads in {Reads.TARGET, Reads.TAB, Reads.FILE_NAME}:
        return parse_target(text).filled(hands.values.value_of)
    target = (parse_many(text) or parse_target(text)).filled(hands.values.value_of)
    return Claim(target, tuple((_word(name), _filled(value, hands)) for name, value in words.items()))


def _filled(value: str | int | tuple[str, ...], hands: "Hands") -> str | tuple[str, ...]:
    fill_in = hands.values.fill_in
    return tuple(map(fill_in, value)) if isinstance(value, tuple) else fill_in(str(value))


def _word(name: str) -> str:
    return name.rstrip("_").replace("_", " ")


def _shown(said: Said) -> str:
    if isinstance(said, str):
        return f'"{said}"'
    if isinstance(said, Target):
        return said.text if said.word else f'"{said.text}"'
    checks = " ".join(f"{word} {_listed(value)}" for word, value in said.words)
    return f"{_shown(said.target)} {checks}".rstrip()


def _listed(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


__all__ = ["Call", "Obstacle", "Words", "read_call"]
