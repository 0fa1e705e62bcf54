"""What is no mistake, and yet will cost its author time: told by `harness check`, waived line by line."""

from harness.language.advice.advice import CODES, Advice
from harness.language.advice.giving import advice_on

__all__ = ["CODES", "Advice", "advice_on"]
