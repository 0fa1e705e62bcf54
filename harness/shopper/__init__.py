"""The run-time that acts and observes: a planned visit in, a record out. It judges nothing."""

from harness.shopper.shopper import Shopper

__all__ = ["Shopper"]
