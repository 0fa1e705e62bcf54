"""What a team's own verb asks of the shopper in, the call of another verb out; none commits by stealth."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness.grammar.near import did_you_mean
from harness.grammar.target import Target
from harness.language.known.commitments import includes
from harness.language.rules.commitment import PRESSED
from harness.shopper.acting.calling import Call, Words, read_call
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from harness.shopper.acting.hands import Hands

_SOUNDS_COMMITTING = (
    '"{}" sounds as if it committed the shopper. Say what the verb that presses it commits to, such as:'
    ' @verb("...", commits="order"); or, if it commits to nothing, list the name in site.yaml below'
    ' "safety: harmless:".'
)


@dataclass(frozen=True)
class _AsGiven:
    """Fills in nothing: what a verb was given is filled in, and what it read off a page is mere text."""

    hands: "Hands"

    def fill_in(self, text: str) -> str:
        return text

    def value_of(self, name: str) -> str:
        return f"${{{name}}}"

    def here(self, target: Target) -> Target:
        return self.hands.here(target)


def asked_of(hands: "Hands", name: str, said: tuple[str | Target, ...], words: Words) -> Call:
    """Return the call of a verb as a verb asks for it.

    Raises:
        LookupError: There is no such verb.
        Obstacle: It would press what sounds committing, and nobody has said that it commits.
    """
    if name not in hands.verbs or hands.verbs[name].block:
        known = [each.name for each in hands.verbs.values() if not each.block]
        raise LookupError(f'there is no verb "{name}" to do. {did_you_mean(name, known)}')
    call = read_call(hands.verbs[name], said, words, _AsGiven(hands))
    _refuse_level(call, hands)
    if not hands.may_commit:
        _refuse_committing(call, hands)
    return call


def _refuse_level(call: Call, hands: "Hands") -> None:
    level = call.verb.commits
    if level and not any(includes(said, level) for said in hands.committing):
        message = f'"{call.verb.name}" commits to "{level}", and the verb that asks for it does not say so'
        raise Obstacle("journey fault", message)


def _refuse_committing(call: Call, hands: "Hands") -> None:
    pointed = call.said[0] if call.said else None
    if not isinstance(pointed, Target) or call.verb.parameters[0].how.meaning not in PRESSED:
        return
    target = hands.looking.names.get(pointed.name, pointed)
    if hands.committing_names.sound_in(target):
        raise Obstacle("journey fault", _SOUNDS_COMMITTING.format(target.name), target=pointed.text)
