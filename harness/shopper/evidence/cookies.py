"""What a browser recorded of its traffic in, the same without cookies and what else signs one in out."""

import re

from harness.shopper.secrets import MASK

_TEXT = rb'"((?:[^"\\]|\\.)*)"'
_HEADER = re.compile(
    rb'("name":\s*"(?:set-cookie2?|cookie|authorization|proxy-authorization)",\s*"value":\s*)' + _TEXT,
    re.IGNORECASE,
)
_COOKIES = re.compile(rb'("cookies":\s*)\[(?:[^\]"]|"(?:[^"\\]|\\.)*")*\]')


def without_cookies(content: bytes) -> bytes:
    """Return JSON of a trace or a HAR with the values of cookies and of what else signs in masked."""
    masked = _HEADER.sub(rb'\1"' + MASK.encode() + b'"', content)
    return _COOKIES.sub(rb"\1[]", masked)
