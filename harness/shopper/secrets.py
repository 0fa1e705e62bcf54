"""Texts in, the same texts without any secret out."""

import json
from typing import Any
from urllib.parse import quote, quote_plus

MASK = "•••••"


class Scrubber:
    """Knows every secret this visit has used, and takes them out of all that is written."""

    def __init__(self) -> None:
        self._forms: set[str] = set()
        self.typed: list[str] = []
        """The secrets themselves, as a page may show them."""

    def learn(self, secret: str) -> None:
        """Remember a secret in the forms in which it could turn up."""
        if secret.strip():
            escaped = json.dumps(secret)[1:-1]
            self.typed.append(secret)
            self._forms |= {secret, quote(secret, safe=""), quote_plus(secret), escaped}

    def knows(self, text: str) -> bool:
        """Whether a text holds a secret."""
        return any(form in text for form in self._forms)

    def text(self, text: str) -> str:
        """Return a text with every secret masked, the longest first."""
        for form in sorted(self._forms, key=len, reverse=True):
            text = text.replace(form, MASK)
        return text

    def content(self, content: bytes) -> bytes:
        """Return the content of a file with every secret masked."""
        for form in sorted(self._forms, key=len, reverse=True):
            content = content.replace(form.encode(), MASK.encode())
        return content

    @property
    def knows_any(self) -> bool:
        """Whether this visit has used a secret."""
        return bool(self._forms)

    def tree(self, value: Any) -> Any:
        """Return JSON values with every secret masked, keys too."""
        if not self._forms:
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {self.text(key): self.tree(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self.tree(inner) for inner in value]
        return value
