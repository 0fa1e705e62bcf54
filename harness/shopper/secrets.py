"""Texts in, the same texts without any secret out."""

import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from harness.shopper.written_forms import as_written_anywhere

MASK = "•••••"
_SHORTEST_TO_REGROUP, _FEWEST_DIGITS = 8, 4
"""Others, their letters and digits set apart, would be found where they are not."""
_GAP = "(?:[\\s\\-./]|\u00a0|\u2013)"
_BASE64_BYTES, _BASE64_SIGNS = 3, 4
_SHORTEST_IN_BASE64 = 6
_END_OF_BASE64 = "(?:[A-Za-z0-9+/_-]?(?:=|%3[dD]){1,2})?"
"""The last sign, which holds the rest of the secret's last one."""
_SHORTEST_HIDDEN = 12
_SHORTEST_CUT_OFF, _LONGEST_CUT_OFF = 8, 80
_CUT_HERE = "(?=[\"'\n…]|\\Z)"
"""What follows a text that was shortened."""


class Scrubber:
    """Knows every secret this visit has used, and takes them out of all that is written."""

    def __init__(self) -> None:
        self._forms: set[str] = set()
        self._hidden: set[str] = set()
        self.typed: list[str] = []
        """The secrets themselves, as a page may show them."""

    def learn(self, secret: str) -> None:
        """Remember a secret in the forms in which it could turn up."""
        if secret.strip() and secret not in self.typed:
            self.typed.append(secret)
            self._forms |= set(_forms(secret))
            self._forget_patterns()

    def hide(self, values: Iterable[str]) -> None:
        """Remember what no page shows and nobody may read, such as the cookies of a session.

        Short ones tell nobody anything, and would be found where they are not.
        """
        self._hidden |= {as_written_anywhere(value) for value in values if len(value) >= _SHORTEST_HIDDEN}
        self._forget_patterns()

    def _forget_patterns(self) -> None:
        self.__dict__.pop("_pattern", None)
        self.__dict__.pop("_raw_pattern", None)

    def knows(self, text: str) -> bool:
        """Whether a text holds a secret."""
        return self.knows_any and bool(self._pattern.search(text))

    def text(self, text: str) -> str:
        """Return a text with every secret masked, the longest first."""
        return self._pattern.sub(MASK, text) if self._has_work else text

    def spots(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the secrets of a text begin and end."""
        if self._has_work:
            yield from (found.span() for found in self._pattern.finditer(text))

    def content(self, content: bytes) -> bytes:
        """Return the content of a file with every secret masked."""
        return self._raw_pattern.sub(MASK.encode(), content) if self._has_work else content

    @property
    def knows_any(self) -> bool:
        """Whether this visit has used a secret."""
        return bool(self._forms)

    @property
    def _has_work(self) -> bool:
        return bool(self._forms or self._hidden)

    def tree(self, value: Any) -> Any:
        """Return JSON values with every secret masked, keys too."""
        if not self._has_work:
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {self.text(key): self.tree(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self.tree(inner) for inner in value]
        return value

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(self._alternatives()))

    @cached_property
    def _raw_pattern(self) -> re.Pattern[bytes]:
        return re.compile("|".join(self._alternatives()).encode())

    def _alternatives(self) -> Iterator[str]:
        """Yield what to look for, the longest first: where one secret holds another, no rest of it stays."""
        yield from sorted(self._forms | self._hidden, key=len, reverse=True)
        yield from (grouped for secret in self.typed if (grouped := _in_groups(secret)))
        yield from (cut for secret in self.typed if (cut := _cut_off(secret)))


def _forms(secret: str) -> Iterator[str]:
    """Yield patterns for a secret as it may be written, and for what base64 makes of it."""
    yield as_written_anywhere(secret)
    if len(secret) >= _SHORTEST_IN_BASE64:
        yield from (as_written_anywhere(form) + _END_OF_BASE64 for form in _in_base64(secret.encode()))


def _in_base64(secret: bytes) -> Iterator[str]:
    """Yield what base64 makes of a secret wherever it begins: the signs that depend on nothing around it."""
    for before in range(_BASE64_BYTES):
        padded = b"\0" * before + secret
        first = -(-before * _BASE64_SIGNS // _BASE64_BYTES)
        last = len(padded) * _BASE64_SIGNS // _BASE64_BYTES
        for encode in (b64encode, urlsafe_b64encode):
            yield encode(padded).decode()[first : last if len(padded) % _BASE64_BYTES else None]


def _in_groups(secret: str) -> str:
    """Return a pattern for a card number or the like, however its signs are set apart; empty for others."""
    signs = re.sub(_GAP, "", secret)
    is_short = len(signs) < _SHORTEST_TO_REGROUP or sum(map(str.isdigit, signs)) < _FEWEST_DIGITS
    return "" if is_short or not (signs.isalnum() and signs.isascii()) else f"{_GAP}{{0,2}}".join(signs)


def _cut_off(secret: str) -> str:
    """Return a pattern for at least the first half of a secret where a text ends; empty for others.

    Long texts of a page are shortened before anybody looks what stands in them.
    """
    if not _SHORTEST_CUT_OFF <= len(secret) <= _LONGEST_CUT_OFF:
        return ""
    half = -(-len(secret) // 2)
    rest = ""
    for sign in reversed(secret[half:-1]):
        rest = f"(?:{as_written_anywhere(sign)}{rest})?"
    return as_written_anywhere(secret[:half]) + rest + _CUT_HERE
