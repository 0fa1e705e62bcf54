"""The texts of a compiled call in, the verb done with what they mean out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

from playwright.sync_api import Error as BrowserError

from harness.grammar.many import parse_many
from harness.grammar.patterns import PatternTooSlowError
from harness.grammar.target import Meaning, Target, parse_target, parse_view
from harness.shopper.trouble.browser_errors import obstacle_of
from harness.shopper.trouble.own_verbs import STOPS, obstacle_in
from harness.shopper.trouble.stopping import Obstacle
from harness.values.json_paths import Tree
from harness.verbs.verb import Claim, Reads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harness.shopper.acting.hands import Hands
    from harness.verbs import Verb
    from harness.verbs.parameters import Parameter

_TEXTS = frozenset(
    {Reads.TEXT, Reads.REPLY, Reads.METHOD, Reads.ADDRESS, Reads.KEY, Reads.FILE, Reads.FILE_TYPE}
    | {Reads.SIZE, Reads.DAY}
)
_PLAIN = frozenset({Reads.NAME, Reads.REASON, Reads.TIMES, Reads.LONGEST_WAIT})
Words = Mapping[str, Any]
Said = str | Target | Claim


class Filling(Protocol):
    """What knows the values of `${names}`, and where the shopper is."""

    def fill_in(self, text: str) -> str:
        """Return a text with its names replaced by their values."""
        ...

    def value_of(self, name: str) -> str:
        """Return the value of a name."""
        ...

    def here(self, target: Target) -> Target:
        """Return a target as it is looked for where the shopper is: in the frame she has switched to."""
        ...


@dataclass(frozen=True)
class Walking:
    """Fills in what a visit knows by now."""

    hands: "Hands"

    def fill_in(self, text: str) -> str:
        """Return a text with its names replaced by their values."""
        return self.hands.values.fill_in(text)

    def value_of(self, name: str) -> str:
        """Return the value of a name."""
        return self.hands.values.value_of(name)

    def here(self, target: Target) -> Target:
        """Return a target as it is looked for in the frame she has switched to, if any."""
        return self.hands.here(target)


@dataclass(frozen=True)
class Call:
    """One verb with its arguments, values filled in."""

    verb: "Verb"
    said: tuple[Said, ...]
    named: Mapping[str, "Said | Tree"] = field(default_factory=dict)

    @property
    def target(self) -> str:
        """What it points at, in the journey's words."""
        pointed = next((each for each in self.said if not isinstance(each, str)), None)
        if pointed is None:
            return " ".join(map(str, self.said))
        return pointed.target.text if isinstance(pointed, Claim) else pointed.text

    @property
    def sentence(self) -> str:
        """The call as a sentence for the record."""
        left_out = {p.name: "" for p in self.verb.parameters}
        shown = {p.name: _shown(each) for p, each in zip(self.verb.parameters, self.said, strict=False)}
        named = {p.name: self._shown_named(p) for p in self.verb.parameters if p.name in self.named}
        return self.verb.sentence.format(**{**left_out, **shown, **named}).strip()

    def _shown_named(self, parameter: "Parameter") -> str:
        said = self.named[parameter.name]
        if parameter.how.reads is Reads.REASON:
            return str(said)
        return _shown(said) if isinstance(said, str | Target | Claim) else ""

    def do(self, hands: "Hands") -> None:
        """Do it.

        Raises:
            Obstacle: Something stood in the way.
        """
        try:
            hands.goes_in = bool(self.verb.run(hands, *self.said, **self.named))
        except STOPS as error:
            if self.verb.home:
                self._raise_of_own(error)
            if isinstance(error, PatternTooSlowError):
                raise Obstacle("journey fault", str(error), target=self.target) from error
            if isinstance(error, BrowserError):
                raise obstacle_of(error, self.target) from error
            if isinstance(error, Obstacle):
                error.target = error.target or self.target
            raise

    def _raise_of_own(self, error: BaseException) -> NoReturn:
        told = [each.text for each in (*self.said, *self.named.values()) if isinstance(each, Target)]
        found = obstacle_in(self.verb, error, told=told)
        raise found from (None if found is error else error)

    @property
    def control(self) -> str:
        """What is pressed, in the journey's words: with a verb of a team's own, all that it does."""
        return self.sentence if self.verb.home else self.target

    def walk_up(self, hands: "Hands") -> None:
        """Walk up to the control, see that it can be used, and leave it alone.

        Raises:
            Obstacle: It is not there, or cannot be used: that is true with or without a grant.
        """
        first = next(iter(self.verb.parameters), None)
        pointed = self.said[0] if self.said else None
        if not first or not isinstance(pointed, Target) or first.how.meaning is not Meaning.CLICKABLE:
            return
        control = hands.find(pointed, Meaning.CLICKABLE)
        try:
            hands.input.get_ready(control, timeout_ms=hands.action_timeout_ms)
        except BrowserError as error:
            raise obstacle_of(error, pointed.text) from error


def read_call(verb: "Verb", texts: "Sequence[str | Target]", words: Words, values: "Filling") -> Call:
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
        words = {"is_": str(texts[-1]), **words}
    named = {name: words[name] for name in words if not takes_literal or name in _names(verb)}
    checks = {name: words[name] for name in words if name not in named}
    given = [(p, text) for p, text in zip(verb.in_order, texts, strict=False) if text or not p.optional]
    in_order = given[: _before_gap(verb, given)]
    said = tuple(_read(parameter, text, checks, values) for parameter, text in in_order)
    behind_gap = {p.name: _read(p, text, checks, values) for p, text in given[len(in_order) :]}
    return Call(verb, said, {**behind_gap, **_by_name(verb, named, values)})


def _names(verb: "Verb") -> frozenset[str]:
    return frozenset(parameter.name for parameter in verb.by_name)


def _before_gap(verb: "Verb", given: "Sequence[tuple[Parameter, str | Target]]") -> int:
    """Return how many are given in order before the first one that was left out."""
    pairs = enumerate(zip(verb.in_order, given, strict=False))
    return next((n for n, (parameter, (found, _)) in pairs if parameter is not found), len(given))


def _by_name(verb: "Verb", words: Words, values: "Filling") -> Mapping[str, "Said | Tree"]:
    parameters = {parameter.spoken: parameter for parameter in verb.by_name}
    given = {_word(name): text for name, text in words.items()}
    if unknown := given.keys() - parameters:
        raise TypeError(f'"{verb.name}" takes no "{unknown.pop()}"')
    return {parameters[name].name: _named(parameters[name], each, values) for name, each in given.items()}


def _named(parameter: "Parameter", given: object, values: "Filling") -> "Said | Tree":
    if parameter.how.reads is Reads.TREE:
        return _tree(given, values)
    return _read(parameter, str(given), {}, values)


def _tree(tree: Any, values: "Filling") -> Tree:
    """Return what JSON can say with its texts filled in; a value never becomes a name."""
    if isinstance(tree, str):
        return values.fill_in(tree)
    if isinstance(tree, Mapping):
        return {name: _tree(inner, values) for name, inner in tree.items()}
    return [_tree(inner, values) for inner in tree] if isinstance(tree, list | tuple) else tree


def _read(parameter: "Parameter", text: str | Target, words: Words, values: "Filling") -> Said:
    if isinstance(text, Target) and parameter.how.reads is not Reads.CLAIM:
        return text
    text, fill_in = str(text), values.fill_in
    if parameter.how.reads in _PLAIN:
        return text
    if parameter.how.reads in _TEXTS:
        return fill_in(text)
    if parameter.how.reads in {Reads.FILE_NAME, Reads.TAB, Reads.QUESTION}:
        read_name = parse_view if parameter.how.reads is Reads.TAB else parse_target
        return read_name(text).filled(values.value_of)
    read = parse_target if parameter.how.reads is Reads.TARGET else _many_or_one
    target = values.here(read(text).filled(values.value_of))
    if parameter.how.reads is Reads.TARGET:
        return target
    return Claim(target, tuple((_word(name), _filled(value, values)) for name, value in words.items()))


def _many_or_one(text: str) -> Target:
    return parse_many(text) or parse_target(text)


def _filled(value: str | int | tuple[str, ...], values: "Filling") -> str | tuple[str, ...]:
    fill_in = values.fill_in
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
