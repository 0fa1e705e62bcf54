"""The package's own sources in, `messages.pot` out: the catalogue of every sentence a reader may read.

`python -m harness.words.entering` writes it; translators begin with it.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

PACKAGE = Path(__file__).parents[1]
CATALOGUE = Path(__file__).with_name("messages.pot")
_KEYWORDS = {"phrase": None, "entry": None, "phrase_many": (1, 2)}
_METHODS = {".py": "python", ".j2": "jinja2.ext:babel_extract"}

Said = str | tuple[str, ...]


def entries() -> Iterator[Said]:
    """Yield what is said anywhere, file by file; of what is counted, the form for one and that for many."""
    for file in sorted(PACKAGE.rglob("*")):
        method = _METHODS.get(file.suffix)
        if method and _speaks(file):
            for _, said, *_ in cast(Iterable[Any], extract_from_file(method, file, keywords=_KEYWORDS)):
                yield said


def _speaks(file: Path) -> bool:
    """Tell whether a file is one with sentences for readers."""
    return file.suffix != ".py" or "from harness.words import" in file.read_text(encoding="utf-8")


def catalogue() -> bytes:
    """Return the catalogue as a file's content; the same sentences give the same bytes."""
    catalog = Catalog(charset="utf-8", fuzzy=False, header_comment="# Every sentence a reader may read.")
    for said in entries():
        catalog.add(said)
    written = BytesIO()
    write_po(written, catalog, width=100, omit_header=True, sort_output=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return head.encode() + written.getvalue()


if __name__ == "__main__":
    CATALOGUE.write_bytes(catalogue())
