"""A number in, so many of a thing out: `1 walk`, `2 walks`."""

from harness.words import phrase_many


def walks(number: int) -> str:
    """Count walks."""
    return phrase_many("{number} walk", "{number} walks", number)


def journeys(number: int) -> str:
    """Count journeys."""
    return phrase_many("{number} journey", "{number} journeys", number)


def shoppers(number: int) -> str:
    """Count shoppers."""
    return phrase_many("{number} shopper", "{number} shoppers", number)


def hassles(number: int) -> str:
    """Count what got in the way."""
    return phrase_many("{number} hassle", "{number} hassles", number)


def nights(number: int) -> str:
    """Count nights."""
    return phrase_many("{number} night", "{number} nights", number)


def runs(number: int) -> str:
    """Count runs."""
    return phrase_many("{number} run", "{number} runs", number)
