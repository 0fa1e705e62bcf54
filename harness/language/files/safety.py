"""What stands below `safety:` of the site file in, what may be done there out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from harness.language.known.commitments import COMMITTING
from harness.language.known.committing_names import spoken
from harness.language.known.currencies import currency_problem
from harness.language.known.locales import locale_problem
from harness.language.model import Place
from harness.language.reading.nodes import Node
from harness.language.reading.reading import Reading
from harness.language.safety import Caps, Safety
from harness.language.shapes.amounts import Count
from harness.language.shapes.collections import ListOf, MappingOf, OneOrMore
from harness.language.shapes.contact_times import ContactTimes
from harness.language.shapes.plain import Checked, OneOf, Pattern, PlainText
from harness.language.shapes.table import Found, Key, Table
from harness.values.model import Money, ReadingError, ValueContext
from harness.values.money import read_money

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True)
class Written:
    """A text that can be read only once more is known, with its place."""

    text: str
    place: Place


@dataclass(frozen=True)
class MoneyWritten:
    """An amount of money: the site says how it writes one, and what its money is."""

    def read(self, node: Node, reading: Reading) -> Written:
        """Return it as it was written."""
        return Written(PlainText("an amount of money").read(node, reading), reading.place(node))


def kill_switch_problem(text: str) -> str | None:
    """Return what is wrong with a file or address whose being there stops everything, or None."""
    remedy = "Write the path of a file, such as ops/STOP, or an address such as https://shop.example/stop"
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return f'"{text}" is not an address. {remedy}'
    if "://" not in text:
        return None
    if not host or (parts.scheme != "https" and not (parts.scheme == "http" and host in _LOOPBACK)):
        return f'"{text}" is not an address that begins with https://. {remedy}'
    if parts.username is not None or parts.password is not None:
        return f"an address holds no user name or password. {remedy}"
    return None


_NAMES_OF_BUTTONS = ListOf(PlainText("the name of a button or link"), "names")
_LEVEL = OneOf(COMMITTING, "commitment")
_HARMLESS = Key(
    "harmless",
    _NAMES_OF_BUTTONS,
    "Buttons and links that sound as if they committed the shopper, and do not.",
    (),
)
_COMMITTING = Key("committing", _NAMES_OF_BUTTONS, "More buttons and links that commit the shopper.", ())
_ALLOW: Key[Mapping[str, tuple[str, ...]]] = Key(
    "allow",
    MappingOf(
        Pattern(re.compile(r"[A-Za-z][\w-]*"), "the name of a schedule", "Write it like: nightly"),
        OneOrMore(_LEVEL, "commitments"),
        "allow: {nightly: order}",
    ),
    "What a run with `--schedule NAME` may commit to.",
    {},
)
_CAPS: Mapping[str, Key[int | None]] = {
    "orders_a_day": Key("orders per day", Count(least=0), "The most orders in a day.", None),
    "returns_a_day": Key("returns per day", Count(least=0), "The most returns in a day.", None),
    "messages_a_day": Key("messages per day", Count(least=0), "The most messages in a day.", None),
    "accounts_a_day": Key("accounts per day", Count(least=0), "The most accounts in a day.", None),
    "open_orders": Key("open orders", Count(least=0), "The most orders that are not taken back yet.", None),
}
_MONEY_A_DAY = Key(
    "money per day", MoneyWritten(), "The most that the orders of a day may cost, in the site's money.", None
)
_HOURS = Key(
    "people are contacted",
    ContactTimes(),
    "When people may be written to, in the site's time: `Mon-Fri 09:00-17:00`.",
    (),
)
_KILL_SWITCH = Key(
    "kill switch",
    Checked("a file or an address", kill_switch_problem),
    "A file, or an `https` address: while it is there, nothing is committed to.",
    "",
)
_HANDLED = Key(
    "handled by the shop",
    ListOf(_LEVEL, "commitments"),
    "What the shop's own people take back, who know it by its marker.",
    (),
)
SAFETY_KEYS: tuple[Key[Any], ...] = (
    *(_HARMLESS, _COMMITTING, _ALLOW),
    *_CAPS.values(),
    *(_MONEY_A_DAY, _HOURS, _KILL_SWITCH, _HANDLED),
)
SAFETY: Key[Found] = Key(
    "safety",
    Table("safety", SAFETY_KEYS, lambda found: found),
    "What may be done to the shop, how often, and when.",
    Found(Place("", 1), {}),
)


def safety_of(found: Found, reading: Reading, *, locale: str, currency: str | None) -> Safety:
    """Return what these keys say of a site.

    Args:
        found: What is said.
        reading: Where problems are noted.
        locale: How the site writes amounts.
        currency: Its money, if it says.
    """
    caps: dict[str, Any] = {name: found[key] for name, key in _CAPS.items() if key in found}
    if _MONEY_A_DAY in found and not (locale_problem(locale) or (currency and currency_problem(currency))):
        caps["money_a_day"] = _money(found[_MONEY_A_DAY], locale, currency, reading)
    for name in _both_ways(found):
        at = reading.find(name, reading.find(f"{_COMMITTING.name}:", found.place))
        reading.problem(at, f'"{name}" cannot be harmless and committing. Take it out of one of the lists.')
    return Safety(
        caps=replace(Caps(), **caps) if caps else None,
        harmless=found[_HARMLESS],
        committing=found[_COMMITTING],
        allow=found[_ALLOW],
        contact_hours=found[_HOURS],
        kill_switch=found[_KILL_SWITCH],
        handled=found[_HANDLED],
    )


def _both_ways(found: Found) -> Iterator[str]:
    harmless = {spoken(name) for name in found[_HARMLESS]}
    return (name for name in found[_COMMITTING] if spoken(name) in harmless)


def _money(written: Written | None, locale: str, currency: str | None, reading: Reading) -> Money | None:
    if not written or not written.text:
        return None
    if not currency:
        message = '"money per day" is in the money of the site, which it does not name.'
        reading.problem(written.place, f"{message} Add it to site.yaml, such as: money: USD")
        return None
    try:
        money = read_money(written.text, ValueContext(locale, currency, datetime.now(UTC).date()), whole=True)
    except ReadingError as error:
        reading.problem(written.place, f"{error} Write it like: money per day: 120 {currency}")
        return None
    if money.currency != currency:
        message = f'"{written.text}" is not in the money of the site, which is {currency}.'
        reading.problem(written.place, f"{message} Write it in {currency}.")
    elif money.amount < 0:
        reading.problem(written.place, f'"{written.text}" is less than nothing. Write it without the sign.')
    return money
