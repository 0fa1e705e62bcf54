"""Words that were looked for and a name in, how far they are from each other out."""

from collections.abc import Callable
from difflib import SequenceMatcher


def distance_to(wanted: str) -> Callable[[str], float]:
    """Return a function that is small for names that come near to the wanted words, and 0 for the same."""
    alike = SequenceMatcher(b=wanted.casefold())

    def distance(name: str) -> float:
        alike.set_seq1(name.casefold())
        return 1 - alike.ratio()

    return distance
