"""A `.po` file in, the sentences of a language out, or every mistake in it with its line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Message

SHIPPED = Path(__file__).parent
TOLD_MOST = 5


class CatalogueError(Exception):
    """There is no such language, or its file has mistakes: the message says where, and what to do."""


@dataclass(frozen=True)
class Catalogue:
    """The sentences of one language.

    Args:
        language: As in `de` or `pt-BR`; decides how numbers and dates are written, too.
        translations: gettext's, in which a sentence that was not translated stays English.
    """

    language: str = "en"
    translations: NullTranslations = field(default_factory=NullTranslations)


ENGLISH = Catalogue()


def catalogue_of(wanted: str, own: Path) -> Catalogue:
    """Return a language's sentences.

    Args:
        wanted: Such as `en` or `de`.
        own: The folder of a team's own `.po` files; they come before those that are shipped.

    Raises:
        CatalogueError: There is no such language, or its file has mistakes.
    """
    file = file_of(wanted, own)
    return read_catalogue(file, wanted) if file else ENGLISH


def file_of(wanted: str, own: Path) -> Path | None:
    """Return where a language's sentences are; None for English, which is written where it is said.

    Args:
        wanted: Such as `en` or `de`.
        own: The folder of a team's own `.po` files; they come before those that are shipped.

    Raises:
        CatalogueError: There is no such language.
    """
    if wanted == ENGLISH.language:
        return None
    files = (own / f"{wanted}.po", SHIPPED / f"{wanted}.po")
    found = next((file for file in files if file.is_file()), None)
    if found is None:
        known = sorted(
            {ENGLISH.language, *(file.stem for file in (*own.glob("*.po"), *SHIPPED.glob("*.po")))}
        )
        raise CatalogueError(
            f'there are no words for "{wanted}". Known: {", ".join(known)}. Another language is a file'
            f" {files[0]}, translated from messages.pot."
        )
    return found


def read_catalogue(file: Path, language: str) -> Catalogue:
    """Read a language's file.

    Raises:
        CatalogueError: It cannot be read, or a sentence in it would say something else, or nothing.
    """
    from babel.messages.mofile import write_mo  # noqa: PLC0415 -- English needs none of it
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415 -- the same

    try:
        with file.open("rb") as opened:
            catalog = read_po(opened, abort_invalid=True)
    except (OSError, PoFileError, ValueError) as error:
        raise CatalogueError(f"{file}: cannot be read as a catalogue: {error}.") from error
    problems = [problem for message in catalog for problem in _problems(file, message)]
    if problems:
        more = f"\n... and {len(problems) - TOLD_MOST} more" if len(problems) > TOLD_MOST else ""
        raise CatalogueError("\n".join(problems[:TOLD_MOST]) + more)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return Catalogue(language, GNUTranslations(compiled))


def _ids(message: "Message") -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _forms(message: "Message") -> tuple[str, ...]:
    said = message.string
    return (said,) if isinstance(said, str) else tuple(text or "" for text in said or ())


def _problems(file: Path, message: "Message") -> Iterator[str]:
    if not message.id or message.fuzzy:
        return
    known = {name for text in _ids(message) for name in names_in(text)}
    for text in _forms(message):
        place = f"{file}:{message.lineno}"
        try:
            unknown = sorted(names_in(text) - known)
        except ValueError:
            yield f"{place}: a brace in this translation is not closed. Write it as in the English sentence."
            continue
        if unknown:
            there = ", ".join(f"{{{name}}}" for name in sorted(known)) or "none"
            yield f'{place}: unknown value "{{{unknown[0]}}}". The English sentence has: {there}.'


def names_in(text: str) -> frozenset[str]:
    """Return the names of the values that a sentence holds.

    Raises:
        ValueError: A brace is not closed.
    """
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
