"""Texts in, the same texts out without anything that tells who the shopper is or where this machine is."""

import re
import tempfile
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

MASK = "•••••"
_SHORTEST = 3
"""Shorter values tell nobody anything, and would be found where they are not."""

_APART = r"[\W_]{0,3}"
_OFFICES = "help|hello|support|service|info|contact|kontakt|sales|shop|office|team|press|privacy|no-?reply"
"""Whose addresses stand on every page of a shop: they are nobody's own."""

_MAIL = rf"\b(?!(?:{_OFFICES})@)[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_PHONE = r"(?<![\w+])\+\d(?:[\s()./-]{0,2}\d){7,14}(?!\d)"
_IBAN = r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b"
_CARD = re.compile(r"(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d.]\d|\d)")
_PATH = (
    r"""(?<![\w/.:])(?:/(?:home|Users|root|tmp|var|private|mnt|opt|srv|work)/|[A-Za-z]:[\\/])[^\s"'<>,;]*"""
)
_INTERNAL = r"""(?ix) \b (?:https?|wss?|ftp|postgres(?:ql)?(?:\+\w+)?)://(?:[^\s/@]*@)?(?:
    localhost | (?:127|10)\.[\d.]+ | (?:192\.168|169\.254)\.[\d.]+ | 172\.(?:1[6-9]|2\d|3[01])\.[\d.]+
    | \[[0-9a-f:]+\] | [\w-]+ | [\w.-]+\.(?:local|internal|intranet|lan|corp|test)
    )(?::\d+)?(?=[/\s"'<>,;)]|[.](?:\s|$)|$)[^\s"'<>,;)]*"""


class Masking:
    """Knows what is personal, and takes it out of all that is shared."""

    def __init__(self, values: Iterable[str], folders: Iterable[Path] = ()) -> None:
        self._values = frozenset(values)
        self._folders = [str(folder) for folder in (*folders, Path.home(), Path(tempfile.gettempdir()))]

    def text(self, text: str) -> str:
        """Return a text with everything personal masked, and addresses and paths of this machine too."""
        text = self._machine.sub(MASK, _INTERNAL_ADDRESS.sub(MASK, text))
        return _CARD.sub(_masked_card, self._person.sub(MASK, text))

    def knows(self, text: str) -> bool:
        """Whether a text tells something personal."""
        cards = any(_is_card(found.group()) for found in _CARD.finditer(text))
        return cards or bool(self._person.search(text))

    @cached_property
    def _person(self) -> re.Pattern[str]:
        return re.compile("|".join([*self._forms(), _MAIL, _PHONE, _IBAN]), re.IGNORECASE)

    @cached_property
    def _machine(self) -> re.Pattern[str]:
        folders = sorted({f for f in self._folders if len(f) > 1}, key=len, reverse=True)
        return re.compile("|".join([*(rf"{re.escape(f)}[^\s\"'<>,;]*" for f in folders), _PATH]))

    def _forms(self) -> Iterator[str]:
        """Yield each value as a site may write it, and the parts of names; the longest first."""
        words = {word for value in self._values for word in _parts_of(value)}
        for value in sorted({*self._values, *words}, key=len, reverse=True):
            signs = re.findall(r"\d|[^\W\d_]+", value)
            if sum(map(len, signs)) >= _SHORTEST:
                yield rf"(?<!\w){_APART.join(map(re.escape, signs))}(?!\w)"


def _parts_of(value: str) -> Iterator[str]:
    """Yield the words of a value that has no digits: a first name alone tells who somebody is."""
    if not re.search(r"[\d@]", value):
        yield from (word for word in value.split() if len(word) >= _SHORTEST)


def _masked_card(found: re.Match[str]) -> str:
    return MASK if _is_card(found.group()) else found.group()


def _is_card(text: str) -> bool:
    """Whether the digits are those of a card: Luhn's sum (ISO/IEC 7812-1)."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]  # noqa: PLR2004 -- 2 * 5 has two digits
    return (sum(doubled) + sum(digits[-1::-2])) % 10 == 0


_INTERNAL_ADDRESS = re.compile(_INTERNAL)
