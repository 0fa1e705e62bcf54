"""A customer's words in, a short ASCII name for files, functions and test ids out."""

import hashlib
import re
import unicodedata


def slug(text: str, *, joint: str = "-", longest: int = 60) -> str:
    """Return `text` as lower-case ASCII words joined by `joint`; `unnamed` when nothing is left."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_text.casefold())
    return joint.join(words)[:longest].strip(joint) or "unnamed"


def unique_slug(text: str, *, longest: int = 80) -> str:
    """Return a slug that no other text has: what is lost in it comes back as six signs of a digest.

    `buy/promo-code` stays readable; two journeys in Japanese do not end in one folder.
    """
    short = slug(text, longest=longest)
    if short == text.replace("/", "-"):
        return short
    return f"{short}-{hashlib.sha256(text.encode()).hexdigest()[:6]}"
