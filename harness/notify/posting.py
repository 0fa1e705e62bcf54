"""JSON and an address in, what the server answered out: one attempt, bounded, and no redirect followed."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx

from harness import __version__
from harness.notify.bounded import within_time
from harness.notify.model import DeliveryError
from harness.notify.trust import trusted

_TIMEOUT = httpx.Timeout(10, connect=5)
_MOST_BYTES = 256_000
_BUSY, _FAULT, _REDIRECTS, _REFUSED = 429, 500, 300, 400
_LATER = frozenset({408, 425, _BUSY})


def post(
    url: str, body: str, *, headers: Mapping[str, str] | None = None, login: tuple[str, str] | None = None
) -> str:
    """Post JSON once and return the text of the answer.

    Args:
        url: Where to; it may be a key, so no text here ever holds more of it than its host.
        body: The JSON.
        headers: Besides those that say what it is and who we are.
        login: User and password.

    Raises:
        DeliveryError: It was not taken.
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    if not host or urlsplit(url).scheme not in {"http", "https"}:
        raise DeliveryError("its address is none: look at the secret it is made of", may_go_later=False)
    return within_time(lambda: _post(url, body, host, headers or {}, login), host)


def _post(url: str, body: str, host: str, headers: Mapping[str, str], login: tuple[str, str] | None) -> str:
    ours = {"Content-Type": "application/json", "User-Agent": f"mystery-shopper/{__version__}"}
    try:
        with (
            httpx.Client(timeout=_TIMEOUT, verify=trusted(), auth=login) as client,
            client.stream("POST", url, content=body.encode(), headers={**ours, **headers}) as answer,
        ):
            _refuse(answer, host)
            return _text(answer)
    except httpx.HTTPError as error:
        raise _unreached(error, host) from None  # its own words may hold the address
    except (httpx.InvalidURL, UnicodeError):
        raise DeliveryError(f"the address at {host} cannot be read", may_go_later=False) from None


def _text(answer: httpx.Response) -> str:
    content = b""
    for piece in answer.iter_bytes():
        content += piece
        if len(content) > _MOST_BYTES:
            break
    return content[:_MOST_BYTES].decode(errors="replace")


def _refuse(answer: httpx.Response, host: str) -> None:
    status = answer.status_code
    if status in _LATER or status >= _FAULT:
        raise DeliveryError(
            f"{host} answered {status}", may_go_later=True, wait_s=_wait_s(answer.headers.get("Retry-After"))
        )
    if _REDIRECTS <= status < _REFUSED:
        raise DeliveryError(
            f"{host} leads on to another address, which is not followed: it would be told the secret",
            may_go_later=False,
        )
    if status >= _REFUSED:
        raise DeliveryError(f"{host} refused it with {status}", may_go_later=False)


def _unreached(error: httpx.HTTPError, host: str) -> DeliveryError:
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return DeliveryError(f"{host} cannot prove that it is {host}", may_go_later=False)
    if isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError)):
        return DeliveryError(f"{host} cannot be reached", may_go_later=True)
    if isinstance(error, httpx.TimeoutException):
        return DeliveryError(f"{host} did not answer in time", may_go_later=True, is_unsure=True)
    return DeliveryError(f"the connection to {host} was cut", may_go_later=True, is_unsure=True)


def _wait_s(retry_after: str | None) -> float | None:
    """Return how long a server asks to be left alone: it says seconds, or a moment."""
    if not retry_after:
        return None
    try:
        if retry_after.strip().isdecimal():
            return float(retry_after)
        at = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(0.0, (at.replace(tzinfo=at.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
