"""A text in, a pattern for it as addresses, JSON and HTML may write it out, sign by sign."""

import re
from collections.abc import Iterator
from html.entities import codepoint2name

_PERCENT = "%(?:25)*"
"""An address within an address escapes the sign `%` once more."""


def as_written_anywhere(text: str) -> str:
    """Return a pattern that finds a text whichever of its signs are escaped: programs do not agree."""
    return "".join(map(_sign, text))


def _sign(sign: str) -> str:
    if sign.isascii() and sign.isalnum():
        return sign
    return f"(?:{'|'.join(_ways(sign))})"


def _ways(sign: str) -> Iterator[str]:
    """Yield the ways to write a sign; the sign itself last, because the others may begin with it."""
    yield "".join(f"{_PERCENT}{_hex(f'{byte:02x}')}" for byte in sign.encode(errors="surrogatepass"))
    if sign == " ":
        yield r"\+"
    if sign in _JSON:
        yield rf"\\+{re.escape(_JSON[sign])}"
    units = sign.encode("utf-16-be", errors="surrogatepass").hex()
    yield "".join(rf"\\+u{_hex(units[at : at + 4])}" for at in range(0, len(units), 4))
    name = codepoint2name.get(ord(sign), "apos" if sign == "'" else "")
    codes = "|".join(filter(None, (name, f"#0*{ord(sign)}", f"#[xX]0*{_hex(f'{ord(sign):x}')}")))
    yield f"&(?:amp;)?(?:{codes});"
    yield re.escape(sign)


_JSON = {'"': '"', "\\": "\\", "/": "/", "'": "'", "\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f"}


def _hex(digits: str) -> str:
    """Return a pattern for hexadecimal digits, in small letters or capitals."""
    return "".join(f"[{digit}{digit.upper()}]" if digit.isalpha() else digit for digit in digits)
