"""A run of digits and separators to a Decimal, strictly as one locale writes numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from harness.values.model import UnclearError

if TYPE_CHECKING:
    from harness.values.notation import Notation

# A run is as long as it can be, so that a part of "1 299" or "12,50" is never taken for the whole.
RUN = re.compile(r"(?:(?<![\w.,'])[.,])?\d(?:[ .,']?\d)*")
_FOREIGN_GROUPS = {" ", ".", ",", "'"}
_MOST_DIGITS = 24


def decimal_of(run: str, notation: Notation) -> Decimal:
    """Return the number a run stands for.

    Thousands may be grouped by the locale's own sign. Another sign is understood only where the fraction
    shows which one it is: "1.299,00 kr" in Swedish is certain, "1.299 kr" is not.

    Args:
        run: digits with separators between them, in plain characters.
        notation: the conventions of the site's locale.

    Raises:
        UnclearError: the run is not a number in this locale, or could be two different ones.
    """
    if len(run) > _MOST_DIGITS:
        raise UnclearError(f"a number has at most {_MOST_DIGITS} signs")
    whole, point, fraction = run.partition(notation.decimal)
    if point and not fraction.isdigit():
        raise _not_as_written(run, notation)
    digits = _ungrouped(whole, notation, has_fraction=bool(point)) if whole else "0"
    return Decimal(f"{digits}.{fraction}" if point else digits)


def _ungrouped(whole: str, notation: Notation, *, has_fraction: bool) -> str:
    separators = {char for char in whole if not char.isdigit()}
    if not separators:
        if len(whole) > 1 and whole.startswith("0"):
            raise UnclearError(f'"{whole}" begins with a zero, which no amount does')
        return whole
    understood = {notation.group} if not has_fraction else _FOREIGN_GROUPS - {notation.decimal}
    groups = re.split(r"\D", whole)
    if len(separators) > 1 or not separators <= understood or not _sized(groups, notation.group_sizes):
        raise _not_as_written(whole, notation)
    return "".join(groups)


def _sized(groups: list[str], sizes: tuple[int, int]) -> bool:
    last, others = sizes
    first, *middle, end = groups
    return (
        1 <= len(first) <= others
        and not first.startswith("0")
        and all(len(group) == others for group in middle)
        and len(end) == last
    )


def _not_as_written(run: str, notation: Notation) -> UnclearError:
    return UnclearError(f'"{run}" is not how {notation.locale} writes a number ({notation.sample_number})')
