"""A finding and the company's own figures in, what doing nothing costs out: a range, or what is missing."""

from harness.judge.cost.model import Input, Price, Range
from harness.judge.cost.pricing import Affected, price

__all__ = ["Affected", "Input", "Price", "Range", "price"]
