"""A text to the amounts that are mentioned in it, each with its sign, currency and place; not yet judged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from harness.values.model import UnclearError
from harness.values.notation import notation_of
from harness.values.numerals import RUN, decimal_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from harness.values.notation import Notation

# The widest thing beside a number that matters: a sign, a bracket, spaces and a symbol.
_REACH = 24
_MAGNITUDE = r"(?:k|m|mn|bn|tsd|mio|mrd|mln|tys|thousand|million|billion)"

Kind = Literal["money", "percent", "number"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One number in a text with what stands directly beside it.

    ``dashed`` is the dash that replaces the decimals in "12.-"; ``bracketed`` is "(4.00)".
    """

    text: str
    start: int
    end: int
    run: str
    signs: tuple[str, ...]
    symbols: tuple[str, ...]
    is_percent: bool
    dashed: bool
    bracketed: bool
    touches_letters: bool
    has_magnitude: bool

    @property
    def kind(self) -> Kind | None:
        """Return what is counted, or None where the digits belong to a word such as "A4"."""
        if self.symbols or self.dashed:
            return "money"
        if self.is_percent:
            return "percent"
        return None if self.touches_letters else "number"

    @property
    def is_whole_text(self) -> bool:
        """Say whether nothing stands beside the mention."""
        return self.start == 0 and self.end == len(self.text)

    def amount(self, notation: Notation) -> Decimal:
        """Return the signed amount.

        Raises:
            UnclearError: the digits are not a number in this locale, or the sign can be read in two ways.
        """
        if self.has_magnitude:
            raise UnclearError("write the amount out in digits")
        amount = decimal_of(self.run, notation)
        return -amount if self._is_negative() else amount

    def _is_negative(self) -> bool:
        if len(self.signs) + self.bracketed > 1:
            raise UnclearError("it has two signs")
        if self.bracketed:
            if not self.is_whole_text:
                raise UnclearError("brackets within a text may mean minus or a remark")
            return True
        after = self.text[self.end : self.end + 2]
        if after.startswith("-") and not after[1:].strip():
            raise UnclearError("the dash after it may be a minus")
        if self.signs:
            self._check_that_the_dash_is_a_sign()
        return self.signs == ("-",)

    def _check_that_the_dash_is_a_sign(self) -> None:
        before = self.text[: self.start]
        spaced = self.text[self.start + 1 : self.start + 2] == " "
        if before[-1:].isalnum() or (before.strip() and spaced):
            raise UnclearError(f'"{self.signs[0]}" may join two things or be a sign')


def mentions_in(text: str, notation: Notation) -> Iterator[Mention]:
    """Yield every number in a plain text with what stands beside it."""
    before, after = _sides(notation.locale)
    for run in RUN.finditer(text):
        left_side = text[max(0, run.start() - _REACH) : run.start()]
        left = before.search(left_side)
        right = after.match(text[run.end() : run.end() + _REACH])
        if left is None or right is None:  # both patterns match the empty text
            continue
        has_brackets = bool(left["open"] and right["close"])
        close_length = 0 if has_brackets or not right["close"] else len(right["close"])
        yield Mention(
            text=text,
            start=run.start() - len(left[0]) + (0 if has_brackets or not left["open"] else len(left["open"])),
            end=run.end() + right.end() - close_length,
            run=run[0],
            signs=tuple(sign for sign in (left["sign"], left["inner"]) if sign),
            symbols=tuple(symbol for symbol in (left["symbol"], right["symbol"]) if symbol),
            is_percent=right["percent"] is not None,
            dashed=right["dash"] is not None,
            bracketed=has_brackets,
            touches_letters=_is_cased(text[run.start() - 1 : run.start()])
            or _is_cased(text[run.end() : run.end() + 1]),
            has_magnitude=right["magnitude"] is not None,
        )


@lru_cache(maxsize=32)
def _sides(locale: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what may stand directly before and after a number in this locale."""
    notation = notation_of(locale)
    symbols = "|".join(
        re.escape(symbol) for symbol in sorted(notation.currency_symbols, key=len, reverse=True)
    )
    letters = r"[^\W\d_\u3040-\u9fff]"
    before = rf"(?P<open>\( ?)?(?P<sign>[-+])? ?(?:(?<!{letters})(?P<symbol>{symbols}) ?(?P<inner>[-+])? ?)?$"
    dash = rf"(?P<dash>[{re.escape(notation.decimal)}:] ?--?(?!\d))?"
    unit = rf"(?: ?(?P<percent>%)| ?(?P<symbol>{symbols})(?!{letters})| ?(?P<magnitude>{_MAGNITUDE})\b)?"
    return re.compile(before), re.compile(rf"{dash}{unit}(?P<close> ?\))?")


def _is_cased(char: str) -> bool:
    """Say whether a character belongs to a script that separates words by spaces."""
    return char.isalpha() and char.lower() != char.upper()
