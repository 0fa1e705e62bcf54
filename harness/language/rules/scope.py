"""Steps in, a problem for each `${name}` that is not known where it stands, and for each part misused."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from harness.grammar.near import did_you_mean, nearest
from harness.grammar.template import PREFIXES, TemplateError, names_in
from harness.language.known.machine_names import secret_problem
from harness.language.model import Action, Part, Persona, Place, Site, Step, Use, with_blocks
from harness.language.reading.reading import Reading
from harness.language.rules.surroundings import Surroundings
from harness.verbs.verb import Reads, Verb

VISIT_NAMES = ("marker", "email")
VISIT_EMAIL = "visit.email"
PERSONA_NAMES = ("id", "who")
_IN_BLOCK = 'inside "{}", which may never be done. Use it only there, or remember it outside.'
IN_ANOTHER_VISIT = (
    'in "steps:", and a lookup is walked later, in a visit of its own. Look for "${visit.marker}", which it'
    " keeps."
)


@dataclass
class Scope:
    """The names known so far on the way through the steps of one file.

    Args:
        reading: The file.
        surroundings: The sites, the personas and the parts.
        sites: Where it is walked.
        personas: Who walks it.
        known: The names that `${name}` may ask for.
        given_by: The key below which the file gives names their values; empty where none can.
        later: The names that any step remembers.
        out_of_reach: The names that are remembered where nothing can ask for them, each with its remedy.
        misses_names: Whether rows or a part could not be read, which may give any name.
        is_uncertain: Whether the file has problems already, which may hide where a name comes from.
    """

    reading: Reading
    surroundings: Surroundings
    sites: Sequence[Site]
    personas: Sequence[Persona]
    known: set[str]
    given_by: str
    later: set[str] = field(default_factory=set)
    out_of_reach: dict[str, str] = field(default_factory=dict)
    is_uncertain: bool = field(init=False)
    misses_names: bool = field(init=False)

    def __post_init__(self) -> None:
        self.is_uncertain = bool(self.reading.problems)
        self.misses_names = self.reading.misses_names

    def walk(self, steps: Sequence[Step | Use]) -> None:
        """Go through the steps in order and report what is not known."""
        self.later |= {name for step in steps for name in self._remembered(step)}
        for step in steps:
            if isinstance(step, Use):
                self._use(step)
            else:
                for action in (*step.do, *step.see, *step.should_see):
                    self._action(action)
                self._names(step.costs, step.place)

    def _remembered(self, step: Step | Use) -> Iterator[str]:
        if isinstance(step, Use):
            part = self.surroundings.parts.get(step.part)
            yield from part.gives if part else ()
        else:
            for action in with_blocks(step.do):
                yield from new_names(action, self.reading.verbs)

    def _action(self, action: Action) -> None:
        for text in texts_of(action):
            self._names(text, action.place)
        for name in new_names(action, self.reading.verbs):
            self._add(name, action.place)
        if action.do:
            self._block(action)

    def _block(self, block: Action) -> None:
        """Go through actions that may never be done: what they remember is known among them only."""
        before = set(self.known)
        for action in block.do:
            self._action(action)
        self.out_of_reach |= dict.fromkeys(self.known - before, _IN_BLOCK.format(block.verb))
        self.known = before

    def _add(self, name: str, place: Place) -> None:
        if name in self.known:
            self.reading.problem(
                place,
                f'"{name}" has a value already, and a value never changes. Remember it under another name.',
            )
        self.known.add(name)

    def _use(self, use: Use) -> None:
        for _, value in use.values:
            self._names(value, use.place)
        part = self._part(use)
        if not part:
            return
        if not self.is_uncertain:
            self._needs(use, part)
        for name in part.gives:
            if name in self.known:
                self.reading.problem(
                    use.place,
                    f'part "{part.name}" gives "{name}", which has a value already. Rename one of them.',
                )
            self.known.add(name)

    def _part(self, use: Use) -> Part | None:
        part = self.surroundings.parts.get(use.part)
        if part or not use.part:
            return part
        at = self.reading.find(use.part, use.place)
        file = self.surroundings.faulty_parts.get(use.part)
        if file:
            message = f'part "{use.part}" has problems of its own. Mend it first: {file}'
            self.reading.problem(at, message, is_echo=True)
        else:
            known = (*self.surroundings.parts, *self.surroundings.faulty_parts)
            self.reading.problem(at, f'unknown part "{use.part}". {did_you_mean(use.part, known)}')
        self.misses_names = True
        return None

    def _needs(self, use: Use, part: Part) -> None:
        given = {name for name, _ in use.values}
        for name in part.needs:
            if name not in given:
                self.reading.problem(
                    use.place, f'part "{part.name}" needs "{name}". Add it: with: {{{name}: ...}}'
                )
        for name, _ in use.values:
            if name not in part.needs:
                at = self.reading.find(f"{name}:", self.reading.find("with:", use.place))
                self.reading.problem(
                    at, f'part "{part.name}" needs no "{name}". {did_you_mean(name, part.needs)}'
                )

    def _names(self, text: str, place: Place) -> None:
        for name in readable_names(text):
            message = self._problem_with(name)
            if message:
                self.reading.problem(self.reading.find(f"${{{name}}}", place), message)

    def _problem_with(self, name: str) -> str | None:
        prefix, dot, rest = name.partition(".")
        if not dot:
            return self._problem_with_bare(name)
        if prefix not in PREFIXES:
            return f'unknown prefix "{prefix}." in "${{{name}}}". {did_you_mean(prefix, PREFIXES)}'
        if prefix in {"secret", "totp"}:
            problems = (secret_problem(rest, site.secrets) for site in self.sites)
            return next((problem for problem in problems if problem), None)
        without = self._without_email(name)
        if without:
            whose = f' for the site "{without.id}"' if without.id else ""
            return (
                f'"${{{name}}}" is made of the shopper\'s e-mail address, and site.yaml has none{whose}.'
                " Add it there: shopper: {email: pat@shop.example}"
            )
        for where, known in self._known_below(prefix):
            if rest not in known:
                return f'"${{{name}}}" is not known: {where} {did_you_mean(rest, known)}'
        return None

    def _without_email(self, name: str) -> Site | None:
        """Return a site that has no address which a visit's own could be made of, if that is asked for."""
        asked = self.sites if name == VISIT_EMAIL else ()
        return next((site for site in asked if "@" not in site.shopper.get("email", "")), None)

    def _problem_with_bare(self, name: str) -> str | None:
        if name in self.known or self.misses_names:
            return None
        if self.is_uncertain and self._is_mentioned(name):
            return None
        if name in self.out_of_reach:
            return f'"${{{name}}}" is remembered {self.out_of_reach[name]}'
        if name in self.later:
            return f'"${{{name}}}" is remembered only after this. Remember it before it is used.'
        if not self.given_by:
            example = f"${{shopper.{name}}}"
            return f'unknown name "${{{name}}}". Here only those with a prefix are known, like "{example}".'
        near = nearest(name, self.known)
        remedy = (
            f'Did you mean "{near}"?' if near else f'Put it below "{self.given_by}", or remember it before.'
        )
        return f'unknown name "${{{name}}}". {remedy}'

    def _is_mentioned(self, name: str) -> bool:
        elsewhere = rf"(?<![\w{{.-]){re.escape(name)}(?![\w-])"
        return bool(re.search(elsewhere, self.reading.source.text))

    def _known_below(self, prefix: str) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield all lists of names that one below a prefix must be in, each with why it is not; often one."""
        if prefix == "visit":
            yield "a visit has only a few names of its own.", VISIT_NAMES
        elif prefix == "persona" and self.personas:
            yield 'not every persona that walks here has it below "values:".', _values_of_all(self.personas)
        for site in self.sites if prefix in _OF_SITE else ():
            key, names = _OF_SITE[prefix]
            whose = f' for the site "{site.id}"' if site.id else ""
            yield f'site.yaml has it not below "{key}"{whose}.', names(site)


_OF_SITE: Mapping[str, tuple[str, Callable[[Site], Sequence[str]]]] = {
    "shopper": ("shopper:", lambda site: tuple(site.shopper)),
    "site": ("data:", lambda site: tuple(site.data)),
    "env": ("env:", lambda site: site.env),
}


def texts_of(action: Action) -> Iterator[str]:
    """Yield every text of an action that may hold `${names}`."""
    yield from action.arguments
    yield from (text for _, text in action.named)
    for _, right_side in action.words:
        yield from (right_side,) if isinstance(right_side, str) else right_side


def new_names(action: Action, verbs: Mapping[str, Verb]) -> Iterator[str]:
    """Yield the names that an action remembers something under."""
    for parameter, text in zip(verbs[action.verb].parameters, action.arguments, strict=False):
        if parameter.how.reads is Reads.NAME:
            yield text
    if action.verb == "request":
        yield from json.loads(dict(action.named).get("remember", "{}"))


def readable_names(text: str) -> Iterator[str]:
    """Yield the names that a text asks for."""
    try:
        yield from (name for name, _ in names_in(text))
    except TemplateError:
        return  # told when the text was read


def _values_of_all(personas: Sequence[Persona]) -> Sequence[str]:
    first, *others = personas
    shared = [name for name in first.values if all(name in other.values for other in others)]
    return [*PERSONA_NAMES, *shared]
