"""An English sentence in, the same in the language of the reports out: the one way words reach a reader.

English is written where it is said; `messages.pot` beside this file is the catalogue of it all, and a `.po`
file made from it is another language.
"""

from harness.words.catalogue import ENGLISH, Catalogue, CatalogueError, catalogue_of, file_of, read_catalogue
from harness.words.said import Said
from harness.words.speaking import entry, language, locale, phrase, phrase_many, speaking

__all__ = [
    "ENGLISH",
    "Catalogue",
    "CatalogueError",
    "Said",
    "catalogue_of",
    "entry",
    "file_of",
    "language",
    "locale",
    "phrase",
    "phrase_many",
    "read_catalogue",
    "speaking",
]
