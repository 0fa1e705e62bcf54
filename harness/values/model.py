"""The typed values a page can show: money, shares, numbers, days and plain words; no parsing here."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal  # noqa: TC003 -- records hold money, and pydantic reads its annotations
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import datetime as dt

LONGEST_QUOTE = 120


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of one currency; the currency is None only for "free" on a site that names no money."""

    amount: Decimal
    currency: str | None


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of a whole: 10 % is ``Percent(Decimal("0.1"))``."""

    share: Decimal


@dataclass(frozen=True, slots=True)
class Number:
    """A number without a unit."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class Day:
    """One calendar day."""

    date: dt.date

    @property
    def first(self) -> dt.date:
        """Return the day itself, so that a day and a span of days compare alike."""
        return self.date

    @property
    def last(self) -> dt.date:
        """Return the day itself."""
        return self.date


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days, both ends included: "2-3 working days"."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in seconds, or a span of them: "2-4 hours"."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Words:
    """A text that is compared as text."""

    text: str


Amount: TypeAlias = Money | Percent | Number
Dates: TypeAlias = Day | Days
Value: TypeAlias = Money | Percent | Number | Day | Days | Duration | Words


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it was seen, and the value it stands for."""

    text: str
    value: Value


@dataclass(frozen=True, slots=True)
class ValueContext:
    """What the reader of a text must know of the site.

    Args:
        locale: a locale such as ``en-US`` or ``sv_SE``.
        currency: the ISO 4217 code of the site's money, when the site file names it.
        today: the date in the site's time zone.
        holidays: days that are not working days though they fall on Monday to Friday.
    """

    locale: str
    currency: str | None
    today: dt.date
    holidays: frozenset[dt.date] = field(default_factory=frozenset)


class ReadingError(ValueError):
    """A text that cannot be read or compared without guessing; its message shows the text as seen."""

    def __init__(self, seen: str, sentence: str, *, is_absence: bool = False) -> None:
        super().__init__(sentence)
        self.seen = seen
        self.is_absence = is_absence


class UnclearError(Exception):
    """Why a part of a text has no certain meaning; becomes a ``ReadingError`` with the whole text."""


class AbsentError(UnclearError):
    """A text holds nothing of the kind that was looked for."""


def quoted(text: str) -> str:
    """Return the text in quotes for a message, cut where it is longer than a line."""
    shown = " ".join(text.split())
    return f'"{shown}"' if len(shown) <= LONGEST_QUOTE else f'"{shown[:LONGEST_QUOTE]}…"'


def cannot_read(seen: str, kind: str, reason: Exception) -> ReadingError:
    """Return the error for a text that is not what it should be."""
    sentence = f"cannot read {quoted(seen)} as {kind}: {reason}."
    return ReadingError(seen, sentence, is_absence=isinstance(reason, AbsentError))
