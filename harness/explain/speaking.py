"""Actions, targets and checks in, the pieces of plain sentences out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from harness.explain import sentences
from harness.explain.sentences import listed
from harness.grammar.many import parse_many
from harness.grammar.nouns import thing
from harness.grammar.target import Target, TargetError, parse_target
from harness.grammar.template import put_in
from harness.language.model import Action
from harness.values.patterns import pattern_in
from harness.verbs import Verb
from harness.verbs.verb import Reads


@dataclass(frozen=True)
class Speaker:
    """Says what actions do.

    Args:
        values: What is known of `${names}` before the walk.
        verbs: The verbs that actions use.
    """

    values: Mapping[str, str]
    verbs: Mapping[str, Verb]

    def within(self, values: Mapping[str, str]) -> "Speaker":
        """Return the one who speaks within a part: it sees what it is given, and what is known everywhere."""
        everywhere = {name: value for name, value in self.values.items() if "." in name}
        return replace(self, values={**everywhere, **values})

    def text(self, written: str) -> str:
        """Return a text with what is known of its names."""
        return put_in(written, self._value_of)

    def quoted(self, written: str) -> str:
        """Return a text as it stands in a sentence: in quotes, unless it is known only later."""
        return _quoted(self.text(written))

    def done(self, action: Action) -> str:
        """Return an action as a sentence: `Presses "Apply"`."""
        verb = self.verbs[action.verb]
        said = sentences.VERBS.get(action.verb) or sentences.third_person(verb.sentence)
        arguments = zip(verb.parameters, action.arguments, strict=False)
        pieces = {parameter.name: parameter.default for parameter in verb.parameters} | {
            parameter.name: self._argument(parameter.how.reads, argument, action)
            for parameter, argument in arguments
        }
        pieces |= {name.replace(" ", "_"): self.text(text) for name, text in action.named}
        pieces |= self._of_request(action)
        pieces["do"] = listed([self._inner(each) for each in action.do], ", then ") if action.do else ""
        return f"{said.format_map(pieces).rstrip()}."

    def _of_request(self, action: Action) -> dict[str, str]:
        """Return what is said of what a request expects and remembers: JSON, which nobody reads out."""
        said: dict[str, str] = {}
        for word, text in action.named:
            sentence = sentences.NAMED.get((action.verb, word))
            if sentence:
                said[word] = sentence.format(
                    listed([sentences.LATER.format(name) for name in json.loads(text)])
                )
        return said

    def _inner(self, action: Action) -> str:
        """Return an action within the sentence of another one."""
        told = sentences.lower_first(self.done(action)).removesuffix(".")
        return f"({told})" if action.do else told

    def seen(self, claims: Sequence[Action]) -> str:
        """Return what must be true as one clause: `sees "Thank you", and "Order total" is $40.00`."""
        things = [self._target(claim.arguments[0]) for claim in claims if not claim.words]
        values = [self._value_claim(claim) for claim in claims if claim.words]
        clauses = [sentences.SEES.format(listed(things))] if things else []
        return listed([*clauses, *values], ", and ")

    def _argument(self, reads: Reads, argument: str, action: Action) -> str:
        if reads is Reads.CLAIM:
            return self._clause(action)
        if reads is Reads.TARGET:
            return self._target(argument)
        if reads is Reads.NAME:
            return sentences.LATER.format(argument)
        quoted = {Reads.TEXT, Reads.QUESTION, Reads.REPLY, Reads.DAY}
        return self.quoted(argument) if reads in quoted else self.text(argument)

    def _clause(self, claim: Action) -> str:
        thing = self._target(claim.arguments[0])
        return self._value_claim(claim) if claim.words else sentences.IN_CLAUSE.format(thing)

    def _value_claim(self, claim: Action) -> str:
        target = claim.arguments[0]
        word, right = claim.words[0]
        if word == "looks like":
            return sentences.LOOKS_LIKE
        many = parse_many(target)
        if many:
            return self._many_claim(many, claim)
        if word in sentences.STANDING:
            return sentences.STANDING[word].format(self._target(target), self.text(str(right)))
        checks = [self._check(word, right) for word, right in claim.words]
        joint = " " if any(word == "by" for word, _ in claim.words) else " and "
        return f"{self._target(claim.arguments[0])} {joint.join(checks)}"

    def _check(self, word: str, right: str | tuple[str, ...]) -> str:
        texts = [self.text(each) for each in ((right,) if isinstance(right, str) else right)]
        if pattern_in(texts[0]):
            return sentences.PATTERN.format(texts[0])
        said = sentences.CHECKS.get(word, f"{word} {{}}")
        return said.format(listed([_literal(text) for text in texts], " or "))

    def _many_claim(self, many: Target, claim: Action) -> str:
        counts = [(word, self.text(right)) for word, right in claim.words if isinstance(right, str)]
        orders = [(word, right) for word, right in claim.words if not isinstance(right, str)]
        counted = [number if word == "is" else f"{word} {number}" for word, number in counts]
        joint = ", then "
        ordered = [
            sentences.ORDERS[word].format(joint.join(map(self.quoted, right))) for word, right in orders
        ]
        pieces = [*([sentences.MANY.format(" and ".join(counted))] if counted else []), *ordered]
        return f"{many.filled(self._value_of).text} {' and '.join(pieces)}"

    def _target(self, written: str) -> str:
        try:
            return thing(parse_target(written).filled(self._value_of))
        except TargetError:  # a claim may name more than one thing, in words that explain themselves
            return self.text(written)

    def _value_of(self, name: str) -> str:
        if name in self.values:
            return self.values[name]
        prefix, _, own = name.partition(".")
        return sentences.LATER.format(sentences.PREFIXED[prefix].format(own) if own else name)


def _quoted(text: str) -> str:
    if not text:
        return sentences.NOTHING
    is_for_later = text.startswith("[") and text.endswith("]")
    return text if is_for_later or pattern_in(text) else f'"{text}"'


def _literal(text: str) -> str:
    """Return a value on one line; one without a figure is a text, and stands in quotes."""
    text = " ".join(text.split())
    return text if any(sign.isdigit() for sign in text) else _quoted(text)
