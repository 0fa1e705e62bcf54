"""A finding and the company's own figures in, what doing nothing costs out: a range, or what is missing."""

from harness.judge.cost.model import Input, Price, Range

__all__ = ["Input", "Price", "Range"]
