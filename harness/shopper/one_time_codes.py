"""The key of a code app in, the code it shows right now out."""

import base64
import hashlib
from urllib.parse import parse_qsl, urlsplit

import pyotp

_DIGESTS = {"SHA1": hashlib.sha1, "SHA256": hashlib.sha256, "SHA512": hashlib.sha512}
_BASE32_GROUP = 8


class _AnyLength(pyotp.TOTP):
    """A customer cannot choose how long the site's key is; pyotp refuses the 80 bits that many sites give."""

    def byte_secret(self) -> bytes:
        """Return the key as bytes."""
        return base64.b32decode(self.secret + "=" * (-len(self.secret) % _BASE32_GROUP), casefold=True)


def one_time_code(key: str) -> str:
    """Return the code of this moment (TOTP, RFC 6238).

    A code may be typed in the last second of its half minute: sites take the one before too, as RFC 6238
    part 5.2 asks of them.

    Args:
        key: As sites show it, in groups or not; or the whole `otpauth://totp/...` address of the picture.

    Raises:
        ValueError: It is no such key.
    """
    if key.startswith("otpauth:"):
        return _of_address(key).now()
    return _AnyLength("".join(key.split())).now()


def _of_address(address: str) -> pyotp.TOTP:
    parts = urlsplit(address)
    told = dict(parse_qsl(parts.query))
    digest = _DIGESTS.get(told.get("algorithm", "SHA1").upper())
    if parts.netloc != "totp" or not told.get("secret") or digest is None:
        raise ValueError("this is not the address of a code that changes with time")
    return _AnyLength(
        told["secret"],
        digits=int(told.get("digits", "6")),
        digest=digest,
        interval=int(told.get("period", "30")),
    )
