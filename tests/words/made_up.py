"""A made-up language: every sentence of the catalogue in brackets, and of its letters none is left."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from string import Formatter
from urllib.parse import urlsplit

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from pydantic import BaseModel

from harness.words import Catalogue, catalogue_of
from harness.words.entering import entries

LANGUAGE = "de"
"""Whose way to write numbers and days it has."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def made_up(folder: Path) -> Catalogue:
    """Write its file into a folder and read it: `[[Øøøø {name} ø.]]`."""
    catalog = Catalog(locale=LANGUAGE, fuzzy=False)
    for said in entries():
        catalog.add(said, _said(said) if isinstance(said, str) else tuple(map(_said, said)))
    with (folder / f"{LANGUAGE}.po").open("wb") as file:
        write_po(file, catalog)
    return catalogue_of(LANGUAGE, folder)


def _said(sentence: str) -> str:
    pieces = Formatter().parse(sentence)
    told = (re.sub(r"[^\W\d_]", "ø", text) + (f"{{{name}}}" if name else "") for text, name, *_ in pieces)
    return f"[[{''.join(told)}]]"


def english_in(text: str, known: Collection[str] = ()) -> list[str]:
    """Return the words of a text that are neither of this language nor known.

    Args:
        text: What a reader reads.
        known: What may stay as it is: what the site, the journey and the record say.
    """
    for each in sorted(known, key=len, reverse=True):
        text = re.sub(re.escape(each), " ", text, flags=re.IGNORECASE)
    return [word for word in _WORD.findall(text) if set(word.casefold()) != {"ø"}]


def texts_of(record: object) -> Iterator[str]:
    """Yield every text in a record, and the hosts of the addresses in it."""
    if isinstance(record, BaseModel):
        yield from texts_of(record.model_dump())
    elif isinstance(record, Mapping):
        for each in record.values():
            yield from texts_of(each)
    elif isinstance(record, list | tuple):
        for each in record:
            yield from texts_of(each)
    elif isinstance(record, str) and len(record) > 1:
        yield from (record, record.rstrip("."))
        yield from filter(None, (_host(word) for word in record.split() if "://" in word))


def _host(address: str) -> str | None:
    return urlsplit(address).hostname
