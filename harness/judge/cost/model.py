"""What a finding costs: always a range, always from figures that somebody named with source and date."""

from datetime import date
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from harness.values.model import Money


class Range(BaseModel):
    """From the least to the most, in one currency."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    low: Money
    high: Money


class Input(BaseModel):
    """One figure that a price rests on: what it is, how much, who says so, and as of when."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    value: str
    source: str
    as_of: date | None = None


class Price(BaseModel):
    """What it costs that nothing is done; without `a_day` it is not priced, and `missing` says what for.

    Args:
        a_day: What a day of it costs.
        so_far: What it has cost since it was first seen.
        next_30_days: What it will cost if nothing is done.
        orders_a_day: How many orders are lost in a day, from the least to the most.
        failure_rate: The Wilson 95 % interval of how often it was met where it could be.
        missing: What the company has not said, as it is called in the business file.
        is_faulty: Whether that is because the business file had a mistake.
        left_out: What it has not said either, and what is therefore not in the price: it is dearer than told.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    a_day: Range | None = None
    so_far: Range | None = None
    next_30_days: Range | None = None
    orders_a_day: tuple[Decimal, Decimal] | None = None
    failure_rate: tuple[float, float] | None = None
    inputs: tuple[Input, ...] = ()
    missing: tuple[str, ...] = ()
    is_faulty: bool = False
    left_out: tuple[str, ...] = ()

    @property
    def is_priced(self) -> bool:
        """Whether the company has said enough to tell."""
        return self.a_day is not None

    @property
    def is_nothing(self) -> bool:
        """Whether it costs nothing at all, as where nobody orders."""
        return self.a_day is not None and not self.a_day.high.amount
