"""The keys of the site file: the shop that is visited."""

import re
from dataclasses import dataclass
from typing import Any

from harness.grammar.target import Target
from harness.language.files.addresses import EMBEDDED_SHOP, address_problem, host_of, host_problem
from harness.language.files.findings import FINDINGS
from harness.language.files.identification import IDENTIFY, identification_of
from harness.language.files.limits import SITE_LIMITS
from harness.language.files.notify import NOTIFY, notify_of
from harness.language.files.safety import SAFETY, safety_of
from harness.language.files.tickets import TICKETS
from harness.language.files.treatment import BLOCKED, PACE, THIRD_PARTIES, pace_of, third_parties_of
from harness.language.known.currencies import currency_problem
from harness.language.known.locales import locale_problem
from harness.language.known.time_zones import time_zone_problem
from harness.language.limits import SiteLimits
from harness.language.model import Interruption, Site
from harness.language.reading.nodes import MappingNode, Node, TextNode
from harness.language.reading.reading import Reading
from harness.language.shapes.collections import ListOf, MappingOf
from harness.language.shapes.names import Name, TargetOfSite
from harness.language.shapes.plain import Checked, Pattern, PlainText
from harness.language.shapes.rows import FixedText
from harness.language.shapes.table import Found, Key, Table
from harness.values.calendar import holiday_problem

_ENVIRONMENT_NAME = Pattern(
    re.compile(r"[A-Za-z_]\w*", re.ASCII), "the name of an environment variable", "Write it like SHOP_REGION."
)


@dataclass(frozen=True)
class Shop:
    """Where the shop is; without a name when nobody has given it one."""

    name: str
    address: str
    hosts: tuple[str, ...] = ()


_SHOP_NAME = Key("name", PlainText("the name of the shop"), "What reports call the shop.", "")
_ADDRESS = Key(
    "address",
    Checked("an address", address_problem),
    "`https://shop.example`, or `demo` for the embedded shop.",
    EMBEDDED_SHOP,
    required=True,
)
_HOSTS = Key(
    "hosts", ListOf(Checked("a host", host_problem), "hosts"), "Other hosts that may be contacted.", ()
)
SHOP_KEYS = (_ADDRESS, _SHOP_NAME, _HOSTS)


def _shop(found: Found) -> Shop:
    return Shop(found[_SHOP_NAME], found[_ADDRESS].rstrip("/"), found[_HOSTS])


def _name_of(address: str) -> str:
    return "Demo shop" if address == EMBEDDED_SHOP else host_of(address)


SHOP_TABLE = Table("the site", SHOP_KEYS, _shop)


@dataclass(frozen=True)
class ShopOrAddress:
    """The site with its keys, or only its address."""

    def read(self, node: Node, reading: Reading) -> Shop:
        """Return the shop."""
        if not isinstance(node, TextNode):
            return SHOP_TABLE.read(node, reading)
        return Shop("", _ADDRESS.shape.read(node, reading).rstrip("/"))


_NOTHING = Target("", None, "")
_APPEARS = Key("appears", TargetOfSite(), "What the customer sees of it.", _NOTHING, required=True)
_CLICK = Key("click", TargetOfSite(), "What she clicks to get rid of it.", _NOTHING, required=True)
_INTERRUPTION = Key(
    "interruption", PlainText("the name of the interruption"), "What reports call it.", "", required=True
)
INTERRUPTION_KEYS = (_INTERRUPTION, _APPEARS, _CLICK)


def _interruption(found: Found) -> Interruption:
    return Interruption(
        name=found[_INTERRUPTION], appears=found[_APPEARS], click=found[_CLICK], place=found.place
    )


_INTERRUPTION_TABLE = Table("an interruption", INTERRUPTION_KEYS, _interruption)


@dataclass(frozen=True)
class OneInterruption:
    """An interruption, which one click ends: there are no actions to list."""

    table: Table[Interruption] = _INTERRUPTION_TABLE

    def read(self, node: Node, reading: Reading) -> Interruption:
        """Return the interruption."""
        names = {name.text: name for name, _ in node.pairs} if isinstance(node, MappingNode) else {}
        if "do" in names and _CLICK.name not in names:
            message = 'an interruption has no "do:": one click ends it. Write instead: click: Only necessary'
            reading.problem(names["do"], message)
            return self.table.make(Found(reading.place(node), {}))
        return self.table.read(node, reading)


SITE_KEY = Key("site", ShopOrAddress(), "The shop: its address, name and hosts.", Shop("", ""), required=True)
_LOCALE = Key(
    "locale",
    Checked("a locale", locale_problem),
    "How it writes numbers and dates, such as `en-US`.",
    "en-US",
)
_MONEY = Key("money", Checked("a currency", currency_problem), "Its currency, such as `USD`.", None)
_TIME_ZONE = Key(
    "timezone", Checked("a time zone", time_zone_problem), "Where it is, such as `America/New_York`.", None
)
_HOLIDAYS = Key(
    "holidays",
    ListOf(Checked("a holiday", holiday_problem), "holidays"),
    "Days on which it does not work: `2026-12-25`, `12-25` for every year, a country: `DE-BY`.",
    (),
)
_REPORT_LANGUAGE = Key(
    "report language",
    Checked("a language", locale_problem),
    "The language of reports, such as `de`; other languages than `en` are a file in `words/`.",
    "en",
)
_SHOPPER = Key(
    "shopper",
    MappingOf(Name(), FixedText(), "shopper: {email: pat@shop.example}"),
    "Values for `${shopper.name}`.",
    {},
)
_ENV = Key("env", ListOf(_ENVIRONMENT_NAME, "environment variables"), "What `${env.NAME}` may ask for.", ())
_SECRETS = Key(
    "secrets",
    ListOf(_ENVIRONMENT_NAME, "environment variables"),
    "What `${secret.NAME}` may ask for; without it, all but what belongs to the machine.",
    (),
)
_NAMES = Key(
    "names",
    MappingOf(PlainText("a name"), TargetOfSite(), 'Order total: testid "order-total"'),
    "What the business calls things on the pages.",
    {},
)
_INTERRUPTIONS = Key(
    "interruptions",
    ListOf(OneInterruption(), "interruptions"),
    "Popups and banners, and how a customer gets rid of them.",
    (),
)
_DATA = Key(
    "data", MappingOf(Name(), FixedText(), "data: {shirt: blue-shirt}"), "Values for `${site.name}`.", {}
)
_LIMITS = Key("limits", SITE_LIMITS, "Slower or heavier than this is over budget.", SiteLimits())
SITE_KEYS: tuple[Key[Any], ...] = (
    *(SITE_KEY, _LOCALE, _MONEY, _TIME_ZONE, _HOLIDAYS, _REPORT_LANGUAGE, _SHOPPER, _DATA, _ENV),
    *(_SECRETS, _NAMES, _INTERRUPTIONS, _LIMITS, SAFETY, THIRD_PARTIES, BLOCKED, IDENTIFY, PACE),
    *(FINDINGS, NOTIFY, TICKETS),
)


def site_of(found: Found, reading: Reading, name: str = "") -> Site:
    """Return the site that these keys describe.

    Args:
        found: What is said of it.
        reading: Where problems are noted.
        name: What `sites:` calls it, if it is one of several.
    """
    shop = found[SITE_KEY]
    return Site(
        id=name,
        name=shop.name or name or _name_of(shop.address),
        address=shop.address,
        place=found.place,
        hosts=shop.hosts,
        locale=found[_LOCALE],
        timezone=found[_TIME_ZONE],
        currency=found[_MONEY],
        holidays=found[_HOLIDAYS],
        report_language=found[_REPORT_LANGUAGE],
        shopper=found[_SHOPPER],
        data=found[_DATA],
        env=found[_ENV],
        secrets=found[_SECRETS],
        names=found[_NAMES],
        interruptions=found[_INTERRUPTIONS],
        limits=found[_LIMITS],
        safety=safety_of(found[SAFETY], reading, locale=found[_LOCALE], currency=found[_MONEY]),
        third_parties=third_parties_of(found),
        blocked=found[BLOCKED],
        identification=identification_of(found[IDENTIFY]),
        pace=pace_of(found[PACE]),
        notify=notify_of(found[NOTIFY]),
        tickets=found[TICKETS],
        verified_after=found[FINDINGS],
    )
