"""What the company said of itself when a run began, kept so that its findings can be priced again."""

from datetime import date
from decimal import Decimal

from pydantic import Field

from harness.record.base import Recorded


class BusinessFigure(Recorded):
    """A figure of the company's own, or a range; shares are fractions of 1.

    Args:
        written: As it stands in the file.
        source: Who says so.
        as_of: The day from which it is.
    """

    low: Decimal
    high: Decimal
    written: str
    source: str
    as_of: date | None = None


class BusinessFacts(Recorded):
    """The company's own figures, each by its name in the business file.

    Args:
        currency: What its amounts are in; None where the site names no money.
        everywhere: Those that hold for every touchpoint.
        touchpoints: Those of single touchpoints, which are nearer.
        shares: How many of the customers each persona stands for, by her id.
        is_faulty: Whether the file had a mistake when the run began: then it says nothing.
    """

    currency: str | None = None
    everywhere: dict[str, BusinessFigure] = Field(default_factory=dict)
    touchpoints: dict[str, dict[str, BusinessFigure]] = Field(default_factory=dict)
    shares: dict[str, BusinessFigure] = Field(default_factory=dict)
    is_faulty: bool = False

    def figure(self, name: str, touchpoint: str) -> BusinessFigure | None:
        """Return the nearest figure of a name: the touchpoint's own, else the one that holds everywhere."""
        return self.touchpoints.get(touchpoint, {}).get(name) or self.everywhere.get(name)
