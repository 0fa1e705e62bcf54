"""Text with `${name}` in, its parts and names out; with values put in, text again.

There are no expressions: a name is a name, with an optional prefix such as `secret.`.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

_OPENING = re.compile(r"\$\{([^}]*)(\}?)")
_DOUBLED = re.compile(r"\{\s*(?P<name>[A-Za-z_][\w.-]*)\s*")
_NAME = re.compile(r"[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)?")

PREFIXES = ("persona", "shopper", "secret", "totp", "env", "visit", "site")


class TemplateError(ValueError):
    """A `${...}` that cannot be read. `offset` counts characters from the start of the text."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


@lru_cache(maxsize=4096)
def names_in(text: str) -> tuple[tuple[str, int], ...]:
    """Return each name in `text` with its offset, in order.

    Raises:
        TemplateError: An opening without an end, or a name that is none.
    """
    return tuple(_names(text))


def _names(text: str) -> Iterator[tuple[str, int]]:
    for match in _OPENING.finditer(text):
        name, closed = match.groups()
        if not closed:
            raise TemplateError('"${" without its "}". Close it: "${name}".', match.start())
        doubled = _DOUBLED.fullmatch(name)
        if doubled:
            meant = doubled["name"].replace("secrets.", "secret.")
            raise TemplateError(f'"${{{{" has a brace too many. Write: ${{{meant}}}', match.start())
        if not _NAME.fullmatch(name):
            raise TemplateError(
                f'"${{{name}}}" is not a name. Between the braces stands one name, such as "${{code}}";'
                " there are no expressions.",
                match.start(),
            )
        yield name, match.start()


def put_in(text: str, value_of: Callable[[str], str]) -> str:
    """Return `text` with each `${name}` replaced by `value_of(name)`."""
    if "${" not in text:
        return text
    names_in(text)
    return _OPENING.sub(lambda match: value_of(match.group(1)), text)
