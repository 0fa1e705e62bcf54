"""What a company says of its own business, as it was written: frozen, each figure with source and date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from harness.language.model import Place

FigureName = Literal[
    "visits per day",
    "completion",
    "order value",
    "margin",
    "share who come back",
    "contact cost",
    "share who contact",
    "churn change",
    "yearly value",
    "lost orders per second",
]
"""What a figure is called, in the file and wherever one is missing."""


@dataclass(frozen=True)
class SourcedFigure:
    """A figure, or a range of which nobody knows better; shares are fractions of 1.

    Args:
        written: As it stands in the file.
        source: Who says so.
        as_of: The day from which it is.
    """

    low: Decimal
    high: Decimal
    written: str
    source: str
    as_of: date
    place: Place


Figures = Mapping[FigureName, SourcedFigure]


@dataclass(frozen=True)
class Business:
    """The company's own figures.

    Args:
        site: The site they are about, by its name; empty where there is only one.
        everywhere: Those that hold for every touchpoint.
        touchpoints: Those of single touchpoints; they are nearer.
        shares: How many of the customers each persona stands for.
    """

    place: Place
    site: str = ""
    everywhere: Figures = field(default_factory=dict)
    touchpoints: Mapping[str, Figures] = field(default_factory=dict)
    shares: Mapping[str, SourcedFigure] = field(default_factory=dict)
