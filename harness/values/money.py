"""A text as seen to money, a percentage or a number by the site's locale; nothing is guessed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from harness.values.currencies import currency_of, minor_unit_digits
from harness.values.folding import readable
from harness.values.mentions import Kind, Mention, mentions_in
from harness.values.model import AbsentError, Money, Number, Percent, UnclearError, ValueContext, cannot_read
from harness.values.notation import Notation, notation_of

if TYPE_CHECKING:
    from collections.abc import Callable

_GROUP_DIGITS = 3
ValueT = TypeVar("ValueT")


def read_money(text: str, context: ValueContext, *, whole: bool = False) -> Money:
    """Read the one amount of money in a text; a plain number counts where the site file names its money.

    Args:
        text: the text as seen: "$1,299.00", "1.299,00 kr", "($4.00)", "Free", "CHF 12.-".
        context: locale and currency of the site.
        whole: whether the text must be nothing but the amount.

    Raises:
        ReadingError: no amount, two different amounts, an unknown or ambiguous way of writing.
    """
    try:
        return _money(readable(text), context, whole=whole)
    except UnclearError as problem:
        raise cannot_read(text, "money", problem) from problem


def read_marked_money(text: str, context: ValueContext, *, whole: bool = False) -> Money:
    """Read money that shows its currency, or says that it is free; a plain number is no money here."""
    try:
        return _marked_money(readable(text), context, whole=whole)
    except UnclearError as problem:
        raise cannot_read(text, "money", problem) from problem


def read_percent(text: str, context: ValueContext, *, whole: bool = False) -> Percent:
    """Read the one percentage in a text; arguments and errors as for ``read_money``."""
    try:
        return Percent(
            _the_one_amount(readable(text), notation_of(context.locale), "percent", whole=whole) / 100
        )
    except UnclearError as problem:
        raise cannot_read(text, "a percentage", problem) from problem


def read_number(text: str, context: ValueContext, *, whole: bool = False) -> Number:
    """Read the one plain number in a text; arguments and errors as for ``read_money``."""
    try:
        return Number(_the_one_amount(readable(text), notation_of(context.locale), "number", whole=whole))
    except UnclearError as problem:
        raise cannot_read(text, "a number", problem) from problem


def _money(text: str, context: ValueContext, *, whole: bool) -> Money:
    notation = notation_of(context.locale)
    numbers = list(mentions_in(text, notation))
    if context.currency and len(numbers) == 1 and numbers[0].kind == "number" and numbers[0].is_whole_text:
        # The site file says what its plain amounts are in; only a text that is nothing else counts as one.
        return _money_of(numbers[0], notation, context)
    return _marked_money(text, context, whole=whole)


def _marked_money(text: str, context: ValueContext, *, whole: bool) -> Money:
    notation = notation_of(context.locale)
    if notation.vocabulary.is_free(text):
        return Money(Decimal(0), context.currency)
    mentioned = [mention for mention in mentions_in(text, notation) if mention.kind == "money"]
    return _only_one(
        mentioned, lambda mention: _money_of(mention, notation, context), "an amount of money", whole=whole
    )


def _money_of(mention: Mention, notation: Notation, context: ValueContext) -> Money:
    amount = mention.amount(notation)
    if mention.symbols:
        currency: str | None = currency_of(list(mention.symbols), notation, context.currency)
    else:
        currency = context.currency or notation.home_currency
    if currency is None:
        raise UnclearError('no currency is shown; name it under "money:" in the site file')
    _check_that_the_point_is_no_group(mention.run, amount, currency, notation)
    return Money(amount, currency)


def _check_that_the_point_is_no_group(run: str, amount: Decimal, currency: str, notation: Notation) -> None:
    whole, point, fraction = run.partition(notation.decimal)
    looks_grouped = (
        point and len(fraction) == _GROUP_DIGITS and 1 <= len(whole) <= _GROUP_DIGITS and whole != "0"
    )
    if looks_grouped and minor_unit_digits(currency) != _GROUP_DIGITS:
        raise UnclearError(f"it could be {whole}{fraction} or {abs(amount)} {currency}")


def _the_one_amount(text: str, notation: Notation, kind: Kind, *, whole: bool) -> Decimal:
    mentioned = [mention for mention in mentions_in(text, notation) if mention.kind == kind]
    name = "a percentage" if kind == "percent" else "a number"
    return _only_one(mentioned, lambda mention: mention.amount(notation), name, whole=whole)


def _only_one(
    mentioned: list[Mention], value_of: Callable[[Mention], ValueT], name: str, *, whole: bool
) -> ValueT:
    if not mentioned:
        raise AbsentError(f"it holds no {name.removeprefix('an ').removeprefix('a ')}")
    if whole and not (len(mentioned) == 1 and mentioned[0].is_whole_text):
        raise UnclearError(f"it is more than {name}")
    values = {value_of(mention): mention for mention in mentioned}
    if len(values) > 1:
        first, second, *_ = (mention.text[mention.start : mention.end].strip() for mention in values.values())
        raise UnclearError(f'it names two, "{first}" and "{second}"')
    return next(iter(values))
