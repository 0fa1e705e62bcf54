"""A text as a page writes it to the same text in plain characters: one kind of space, dash and digit."""

from __future__ import annotations

import unicodedata

from harness.values.model import UnclearError

# A value fits a line; a text of a whole page is a mistake, and slow to search.
_LONGEST_VALUE = 1_000

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_APOSTROPHES = "\u2019\u2018\u02bc\uff07"
_INVISIBLE = (
    "\u200b\u200e\u200f\u061c\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\ufeff\u00ad"
)
_PLAIN_CHARACTERS = str.maketrans(
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_INVISIBLE, "")
    | {"\uffe5": "\u00a5", "\uff05": "%", "\u066a": "%", "\uff04": "$", "\uff0c": ",", "\uff0e": "."}
    | {
        "\uff08": "(",
        "\uff09": ")",
        "\uff1a": ":",
        "\uff0f": "/",
        "\uff0b": "+",
        "\uff5e": "~",
        "\u301c": "~",
    }
)


def plain(text: str) -> str:
    """Return the text with plain spaces, dashes, apostrophes and digits, and nothing invisible.

    Superscripts and fractions stay what they are: turning "5²" into "52" would invent a price.
    """
    spaced = " ".join(text.translate(_PLAIN_CHARACTERS).split())
    if spaced.isascii():
        return spaced
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in spaced)


def readable(text: str) -> str:
    """Return the text in plain characters, ready to be searched for a value.

    Raises:
        UnclearError: the text is far longer than any value.
    """
    if len(text) > _LONGEST_VALUE:
        raise UnclearError(f"it is longer than {_LONGEST_VALUE:,} characters")
    return plain(text)


def same_words(text: str) -> str:
    """Return the form in which two texts are compared: white space folded, case ignored, accents composed."""
    return " ".join(
        unicodedata.normalize("NFC", text.translate(dict.fromkeys(map(ord, _INVISIBLE)))).casefold().split()
    )
