"""What a visit did to the site that stays there, or was kept from doing."""

from datetime import datetime
from typing import Literal

from harness.record.base import Recorded

WhyHeldBack = Literal[
    "no grant",
    "cap",
    "contact hours",
    "kill switch",
    "outcome unknown",  # of an earlier one
    "done already",
    "nothing to undo",
]

EffectState = Literal[
    "under way",
    "withdrawn",  # nothing was pressed after all
    "placed",
    "placed, confirmation lost",
    "outcome unknown",
    "not placed",
    "undoing",
    "undone",
    "undo failed",
    "settled",
]
"""The words of the ledger."""


class HeldBack(Recorded):
    """Why a control that commits was not pressed: `message` is one plain sentence."""

    why: WhyHeldBack
    level: str
    control: str
    message: str = ""


class SideEffect(Recorded):
    """One commitment of a visit.

    Args:
        marker: What it can be found by, at the shop and in the ledger.
        amount: What it costs as the page said it, empty where nothing was asked.
    """

    level: str
    marker: str
    step: str
    state: EffectState
    amount: str = ""


class OpenEffect(Recorded):
    """A commitment of this run or an earlier one that is still there, or whose outcome was found out.

    Args:
        why: One plain sentence on why it is so.
    """

    level: str
    marker: str
    journey: str
    since: datetime
    state: EffectState
    amount: str = ""
    why: str = ""


class SideEffects(Recorded):
    """What a run leaves behind, and what it found out about earlier ones.

    Args:
        debts: What was placed and is not undone, the oldest first.
        found_out: What became of commitments whose outcome an earlier run had not learnt.
        problem: Why the ledger could not be asked, empty when it could.
    """

    debts: tuple[OpenEffect, ...] = ()
    found_out: tuple[OpenEffect, ...] = ()
    problem: str = ""
