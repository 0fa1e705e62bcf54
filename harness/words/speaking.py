"""A sentence with its values in, what the reader reads out, in the language that is being spoken."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from harness.words.catalogue import ENGLISH, Catalogue

if TYPE_CHECKING:
    from babel import Locale

_spoken: ContextVar[Catalogue] = ContextVar("spoken", default=ENGLISH)


@contextmanager
def speaking(catalogue: Catalogue) -> Iterator[None]:
    """Say everything in a language meanwhile."""
    before = _spoken.set(catalogue)
    try:
        yield
    finally:
        _spoken.reset(before)


def language() -> str:
    """Return the language that is being spoken, as pages name it: `en`, `pt-BR`."""
    return _spoken.get().language


def locale() -> "Locale":
    """Return how that language writes numbers and dates."""
    from babel import Locale  # noqa: PLC0415 -- takes a moment, and few need it

    return Locale.parse(language(), sep="-")


def phrase(sentence: str, /, **values: object) -> str:
    """Say a sentence; it is written in English, with `{names}` for its values."""
    said = _spoken.get().translations.gettext(sentence) if sentence else ""
    return said.format(**values) if values else said


def phrase_many(one: str, many: str, number: int, /, **values: object) -> str:
    """Say a sentence that counts something: `{number}` stands for how many."""
    said = _spoken.get().translations.ngettext(one, many, number)
    return said.format(number=number, **values)


def entry(sentence: str) -> str:
    """Enter a sentence of a table in the catalogue; it is said, with `phrase`, where the table is read."""
    return sentence
