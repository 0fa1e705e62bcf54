"""A claim with the entries that matter to it in, the reason why it must be refused out, if there is one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from decimal import Decimal
from typing import TYPE_CHECKING

from harness.ledger.state import holds_a_place, is_left, is_unresolved
from harness.ledger.trouble import CapReachedError, OutcomeUnknownError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from harness.language.safety import Caps
    from harness.ledger.model import Claim, Entry
    from harness.values.model import Money

KEYS = {level: f"{level}s per day" for level in ("order", "return", "message", "account")}
MONEY, OPEN = "money per day", "open orders"
_DONE = {"order": "placed", "return": "started", "message": "sent", "account": "opened"}


@dataclass(frozen=True)
class Allowance:
    """What the owner of a site allows to be done there.

    Args:
        caps: The most of each kind.
        zone: The site's time zone, in which a day begins and ends.
        handled: The levels that the shop's people take care of themselves: they leave nothing open.
    """

    caps: Caps
    zone: tzinfo
    handled: Collection[str] = ()

    def day_of(self, moment: datetime) -> date:
        """Return the day at the shop."""
        return moment.astimezone(self.zone).date()

    def day_begins(self, moment: datetime) -> datetime:
        """Return when the day of a moment began at the shop."""
        return datetime.combine(self.day_of(moment), time.min, self.zone)

    def open_orders(self, level: str) -> int | None:
        """Return how many orders may be open when one more of a level is claimed; None is any number."""
        return self.caps.open_orders if level == "order" and "order" not in self.handled else None


def refuse(claim: Claim, entries: Sequence[Entry], allowance: Allowance, now: datetime) -> None:
    """Make sure that a claim may be made.

    Args:
        claim: What is to be done.
        entries: What was claimed of the same site before: at least today's, the open orders and those whose
            outcome is not known.
        allowance: What the owner allows.
        now: The moment of the claim.

    Raises:
        RefusedError: It may not; one of its kinds says why.
    """
    held = [entry for entry in entries if holds_a_place(entry)]
    today = [entry for entry in held if allowance.day_of(entry.at) == allowance.day_of(now)]
    still_open = [entry for entry in held if entry.claim.level == "order" and is_left(entry)]
    _refuse_what_is_unknown(claim, entries)
    _refuse_one_more_today(claim, today, allowance.caps.a_day(claim.level))
    _refuse_one_more_open(still_open, allowance.open_orders(claim.level))
    if allowance.caps.money_a_day:
        _refuse_more_money(claim, today, allowance.caps.money_a_day)


def _refuse_what_is_unknown(claim: Claim, entries: Sequence[Entry]) -> None:
    unknown = [each for each in entries if is_unresolved(each) and each.claim.journey == claim.journey]
    if unknown:
        told = unknown[0].claim
        raise OutcomeUnknownError(
            tuple(entry.number for entry in unknown),
            f"nobody knows whether the {told.level} of {unknown[0].at:%Y-%m-%d %H:%M} UTC with the marker"
            f' "{told.marker}" was {_DONE[told.level]}. Look for that marker at the shop, or settle it:'
            f' harness ledger settle "{told.marker}" --note "what you found"',
        )


def _refuse_one_more_today(claim: Claim, today: Sequence[Entry], most: int | None) -> None:
    level, key = claim.level, KEYS[claim.level]
    used = sum(entry.claim.level == level for entry in today)
    if most == 0:
        raise CapReachedError(key, f'no {level} is allowed here. Raise "{key}: 0" in the site file.')
    if most is not None and used >= most:
        raise CapReachedError(
            key,
            f"{used} of {most} {level}s of this day are {_DONE[level]}."
            f' Wait for tomorrow, or raise "{key}" in the site file.',
        )


def _refuse_one_more_open(still_open: Sequence[Entry], most: int | None) -> None:
    if most is not None and len(still_open) >= most:
        raise CapReachedError(
            OPEN,
            f"{len(still_open)} of {most} open orders are there. Undo or settle them (harness ledger --open"
            f' lists them), or raise "{OPEN}" in the site file.',
        )


def _refuse_more_money(claim: Claim, today: Sequence[Entry], most: Money) -> None:
    spent = sum((_amount(entry.claim, most) for entry in today), Decimal(0))
    if spent + _amount(claim, most) > most.amount:
        cost = _shown(claim.cost) if claim.cost else "nothing"
        raise CapReachedError(
            MONEY,
            f"this day has cost {spent} {most.currency}, this {claim.level} costs {cost}, and"
            f' {_shown(most)} a day are allowed. Wait for tomorrow, or raise "{MONEY}" in the site file.',
        )


def _amount(claim: Claim, most: Money) -> Decimal:
    """Return what a claim costs in the currency of the cap; only orders must tell."""
    if claim.cost is None and claim.level == "order":
        raise CapReachedError(
            MONEY,
            f'what the order "{claim.marker}" costs is not known, and {_shown(most)} a day are allowed.'
            ' Name the value that says it with "costs:" at the step that commits.',
        )
    if claim.cost is None:
        return Decimal(0)
    if claim.cost.currency != most.currency:
        raise CapReachedError(
            MONEY,
            f'the {claim.level} "{claim.marker}" costs {_shown(claim.cost)}, and {_shown(most)} a day are'
            ' allowed: two currencies cannot be added. Name the site\'s own under "money:" in the site file.',
        )
    return claim.cost.amount


def _shown(money: Money) -> str:
    return f"{money.amount} {money.currency}"
