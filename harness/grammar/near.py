"""A word that is not known in, the known word it was probably meant to be out."""

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word closest to `word`, if one is close enough to be a slip."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    close = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str], *, shown: int = 20) -> str:
    """Return the second half of an error: the nearest known word, else the known words."""
    known = list(known)
    near = nearest(word, known)
    if near:
        return f'Did you mean "{near}"?'
    if not known:
        return "None is known here."
    listed = ", ".join(sorted(known)[:shown])
    more = len(known) - shown
    return f"Known: {listed} and {more} more." if more > 0 else f"Known: {listed}."
