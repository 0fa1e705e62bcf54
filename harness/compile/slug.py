"""A customer's words in, a short ASCII name for files, functions and test ids out."""

import re
import unicodedata


def slug(text: str, *, joint: str = "-", longest: int = 60) -> str:
    """Return `text` as lower-case ASCII words joined by `joint`; `unnamed` when nothing is left."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_text.casefold())
    return joint.join(words)[:longest].strip(joint) or "unnamed"
