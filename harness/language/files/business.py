"""The keys of the business file: what a company says of itself, so that a finding can be priced."""

from collections.abc import Mapping
from typing import Any

from harness.language.business import Business, FigureName, Figures, SourcedFigure
from harness.language.known.stages import TOUCHPOINTS
from harness.language.shapes.collections import MappingOf
from harness.language.shapes.names import Name
from harness.language.shapes.plain import OneOf, PlainText
from harness.language.shapes.spreads import Sourced, Unit
from harness.language.shapes.table import Found, Key, Table

_EXAMPLE = "{is: 35%, source: web analytics, as of: 2026-11-30}"


def _key(name: FigureName, unit: Unit, doc: str) -> Key[SourcedFigure | None]:
    return Key(name, Sourced(unit), doc, None)


_VISITS = _key("visits per day", "number", "How many customers come to this touchpoint in a day: `1200`.")
FIGURE_KEYS: Mapping[FigureName, Key[SourcedFigure | None]] = {
    "completion": _key("completion", "share", "How many of those who come there usually order: `20-25%`."),
    "order value": _key("order value", "money", "What an order is worth, in the site's money: `48.50`."),
    "margin": _key("margin", "share", "How much of that stays with the company: `30-40%`."),
    "share who come back": _key(
        "share who come back",
        "share",
        "How many of those who cannot go on come back later, or order another way: `30%`.",
    ),
    "contact cost": _key("contact cost", "money", "What it costs when a customer calls or writes: `6`."),
    "share who contact": _key(
        "share who contact", "share", "How many of those who cannot go on call or write: `5%`."
    ),
    "churn change": _key(
        "churn change", "share", "How many more of those who cannot go on leave for good: `0.5%`."
    ),
    "yearly value": _key("yearly value", "money", "What a customer is worth in a year: `120`."),
    "lost orders per second": _key(
        "lost orders per second",
        "share",
        "How many orders are lost for each second that customers wait longer: `2-4%`.",
    ),
}


def _figures(found: Found) -> Figures:
    keys = {"visits per day": _VISITS, **FIGURE_KEYS}
    said = {name: found[key] for name, key in keys.items()}
    return {name: figure for name, figure in said.items() if figure is not None}


TOUCHPOINT_TABLE: Table[Figures] = Table("a touchpoint", (_VISITS, *FIGURE_KEYS.values()), _figures)
_SITE = Key(
    "site", PlainText("the name of a site"), "Which of several sites the figures are about: `live`.", ""
)
_TOUCHPOINTS: Key[Mapping[str, Figures]] = Key(
    "touchpoints",
    MappingOf(OneOf(TOUCHPOINTS, "touchpoint"), TOUCHPOINT_TABLE, f"buying: {{visits per day: {_EXAMPLE}}}"),
    "What holds for a single touchpoint: any of the figures above, and `visits per day`.",
    {},
)
_SHARES: Key[Mapping[str, SourcedFigure]] = Key(
    "shares",
    MappingOf(Name(), Sourced("share"), f"phone: {_EXAMPLE}"),
    "How many of the customers each persona stands for; without it, what personas.yaml says.",
    {},
)
BUSINESS_KEYS: tuple[Key[Any], ...] = (_SITE, *FIGURE_KEYS.values(), _TOUCHPOINTS, _SHARES)


def _business(found: Found) -> Business:
    return Business(
        place=found.place,
        site=found[_SITE],
        everywhere=_figures(found),
        touchpoints=found[_TOUCHPOINTS],
        shares=found[_SHARES],
    )


BUSINESS: Table[Business] = Table("the business file", BUSINESS_KEYS, _business)
