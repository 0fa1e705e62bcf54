"""A look that decides what is done next, or that takes long, in; what every reader is told of it out."""

from typing import TYPE_CHECKING

from harness.values.durations import duration_ms
from harness.verbs.flow import rounds
from harness.verbs.verb import Block, Reads

if TYPE_CHECKING:
    from harness.shopper.acting.calling import Call, Words
    from harness.shopper.acting.doing import Doing
    from harness.shopper.acting.hands import Hands
    from harness.verbs import Verb


def tell_outcome(doing: "Doing", call: "Call", hands: "Hands") -> None:
    """Say which way was taken; mark it, and what was waited for with a reason, as worth telling."""
    block = call.verb.block
    if block is Block.ONCE:
        doing.sentence = f"{call.sentence}: {'yes, so taken' if hands.goes_in else 'no, so not taken'}"
    elif block is Block.AGAIN and hands.goes_in:
        doing.sentence = f"{call.sentence}: not yet, so round {hands.rounds + 1}"
    elif block is Block.AGAIN:
        when = f"after {rounds(hands.rounds)}" if hands.rounds else "at once"
        doing.sentence = f"{call.sentence}: yes, {when}"
    has_reason = any(parameter.how.reads is Reads.REASON for parameter in call.verb.by_name)
    doing.is_told = has_reason or (block is not None and not (block is Block.AGAIN and hands.goes_in))


def asked_for_ms(verb: "Verb", words: "Words") -> int:
    """Return how much longer than usual the journey itself allows a look to take."""
    waits = [words[p.name] for p in verb.by_name if p.how.reads is Reads.LONGEST_WAIT and p.name in words]
    return sum(duration_ms(str(wait)) for wait in waits)
