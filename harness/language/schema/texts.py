r"""The shape of a single text in, its JSON Schema out.

An editor's parser types what it reads (`5`, `19.90`, `true`), where ours leaves it text: a scalar is
therefore any of the three. Patterns must mean the same in JavaScript, whose `\w` knows only a to z.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, TypeAlias

from harness.grammar.target import PLAIN_TABS, WHOLE_PAGE
from harness.grammar.template import PREFIXES
from harness.language.known.currencies import CURRENCIES, currency_problem
from harness.language.known.locales import LOCALES, locale_problem
from harness.language.shapes.address import ADDRESS
from harness.language.shapes.names import NAME, Words
from harness.language.shapes.plain import Checked, Number, OneOf, Pattern
from harness.language.shapes.press import HELD, NAMED
from harness.language.shapes.requests import HEADER, OURS
from harness.values.durations import UNITS_MS
from harness.values.sizes import UNITS_BYTES
from harness.verbs.answer import CANCEL, OK

Schema: TypeAlias = dict[str, Any]

SCALAR_TYPES = ("string", "number", "boolean")

_ANY_LETTERS = r"[^\x00-,./:-@\[-^`{-\x7f]"
"""What `[\\w-]` means in Python: all but the blanks, punctuation and control signs of ASCII."""

_LISTED: Mapping[Callable[[str], str | None], Collection[str]] = {
    locale_problem: LOCALES,
    currency_problem: CURRENCIES,
}
"""The checks behind which stands a list of words."""


def scalar(**rest: Any) -> Schema:
    """Return the schema of a text, however an editor's parser types it."""
    return {"type": list(SCALAR_TYPES), **rest}


def anything_written() -> Schema:
    """Return the schema of a text that is not empty."""
    return scalar(minLength=1)


def one_of(words: Collection[str]) -> Schema:
    """Return the schema of a word that is known beforehand."""
    return {"enum": sorted(words) if isinstance(words, frozenset) else list(words)}


def known_word(shape: OneOf) -> Schema:
    """Return the schema of one of some words."""
    return one_of(shape.words)


def text_of_form(shape: Pattern) -> Schema:
    """Return the schema of a text of a certain form."""
    return scalar(pattern=_whole(shape.form))


def checked(shape: Checked) -> Schema:
    """Return the schema of a text that a function checks; it offers words where there is a list of them."""
    return one_of(_LISTED[shape.problem_of]) if shape.problem_of in _LISTED else anything_written()


def name() -> Schema:
    """Return the schema of a name that `${...}` may ask for."""
    return scalar(pattern=_whole(NAME), **{"not": {"enum": list(PREFIXES)}})


def words(shape: Words) -> Schema:
    """Return the schema of a text that may hold `${names}`."""
    return scalar() if shape.may_be_empty else anything_written()


def address() -> Schema:
    """Return the schema of an address to open."""
    return scalar(pattern=_whole(ADDRESS))


def key_to_press() -> Schema:
    """Return the schema of a key or a combination; the keys with names are offered."""
    pattern = rf"^(({'|'.join(HELD)})\+)*({'|'.join(NAMED)}|.)$|\$\{{"
    return scalar(pattern=pattern, examples=list(NAMED))


def tab() -> Schema:
    """Return the schema of what to look at; what needs no name is offered."""
    return scalar(minLength=1, examples=[*PLAIN_TABS, WHOLE_PAGE])


def reply() -> Schema:
    """Return the schema of an answer to a dialog; its buttons are offered."""
    return scalar(examples=[OK, CANCEL])


def header() -> Schema:
    """Return the schema of the name of a header that an author may choose."""
    ours = "|".join("".join(f"[{sign}{sign.upper()}]" for sign in name) for name in sorted(OURS))
    return scalar(pattern=_whole(HEADER), **{"not": {"pattern": f"^({ours})$"}})


def duration() -> Schema:
    """Return the schema of `3s`."""
    return _amount(UNITS_MS)


def size() -> Schema:
    """Return the schema of `2 MB`, in capitals or not."""
    return _amount("".join(f"[{sign.lower()}{sign.upper()}]" for sign in unit) for unit in UNITS_BYTES)


def share() -> Schema:
    """Return the schema of `35%`."""
    return _amount(["%"])


def slowdown() -> Schema:
    """Return the schema of `4x`."""
    return _amount(["x"])


def number(shape: Number) -> Schema:
    """Return the schema of a number that may have decimals."""
    return {"type": ["number", "string"], "minimum": 0, "maximum": shape.most, "pattern": r"^[0-9.]+$"}


def count(least: int) -> Schema:
    """Return the schema of a whole number."""
    return {"type": ["integer", "string"], "minimum": least, "maximum": 99_999, "pattern": "^[0-9]+$"}


def _amount(units: Iterable[str]) -> Schema:
    return {"type": "string", "pattern": rf"^ *[0-9]+(\.[0-9]+)? ?({'|'.join(units)}) *$"}


def _whole(form: re.Pattern[str]) -> str:
    pattern = form.pattern.replace(r"[\w-]", _ANY_LETTERS)
    return f"^({pattern})$"


def times_of() -> Schema:
    """Return the schema of `3 of 5`."""
    return {"type": "string", "pattern": r"^[0-9]{1,2} of [0-9]{1,2}$"}


def spread(form: str) -> Schema:
    """Return the schema of `30-40%`, or of another amount that may be a range."""
    return scalar(pattern=f"^{form}$")
