"""A request of the journey in, the answer of the site's servers out: by the same host rules as a browser."""

import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as BrowserTimeoutError

from harness.shopper.acting.answers import Answer
from harness.shopper.acting.typing_secrets import refuse_in_address
from harness.shopper.trouble.browser_errors import obstacle_of
from harness.shopper.trouble.stopping import Obstacle
from harness.verbs.request import CHANGING

if TYPE_CHECKING:
    from playwright.sync_api import APIRequestContext, APIResponse

    from harness.browser.hosts import AllowedHosts
    from harness.shopper.acting.hands import Hands
    from harness.verbs.request import Asking

MOST_REDIRECTS = 10
MOST_BYTES = 5_000_000
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_KEEPS_METHOD = frozenset({307, 308})
_PLAIN_PLACE = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
"""Host and port alone: of anything else, such as a `\\` or a `@`, two programs may read two hosts."""
_NOT_IN_HEADERS = re.compile(r"[\x00-\x1f\x7f]")
_KIND = "Content-Type"
_NOWHERE = "the request was sent on to an address that is none"
_NOT_SENT = (
    ("ECONNREFUSED", "the site did not take the call"),
    ("ECONNRESET", "the site hung up without an answer"),
    ("socket hang up", "the site hung up without an answer"),
    ("ENOTFOUND", "the address could not be found"),
    ("EAI_AGAIN", "the address could not be found"),
    ("EHOSTUNREACH", "the site could not be reached"),
    ("ENETUNREACH", "the site could not be reached"),
    ("ETIMEDOUT", "the site could not be reached"),
    ("certificate", "the site's certificate is not valid"),
    ("SSL", "no secure connection could be made"),
    ("Invalid URL", _NOWHERE),
    ("Parse Error", "the site answered with what is no answer in HTTP"),
)
"""The words of Node, which sends requests, and what they mean."""


def request(hands: "Hands", asking: "Asking") -> None:
    """Ask the site's servers, check what they answer, and remember of it.

    Raises:
        Obstacle: They did not answer, or not as expected.
    """
    if asking.method in CHANGING and not hands.committing:
        message = f"{asking.spoken} changes something, and it is not marked with what it commits to"
        raise Obstacle("journey fault", message, target=asking.spoken)
    refuse_in_address(hands, asking.address, "Put it into a header or the body.")
    caller = Caller(
        hands.context.request, hands.hosts, hands.user_agent, hands.own_headers, hands.action_timeout_ms
    )
    answer = caller.ask(asking, urljoin(f"{hands.address}/", asking.address))
    hands.aside = f"answered {answer.status}"
    answer.check(hands.looking.context)
    for name, value in answer.remembered(hands.looking.context).items():
        hands.values.remember(name, value)


@dataclass(frozen=True)
class _Sending:
    """One request as it goes out; `headers` are what the journey sends besides."""

    method: str
    url: str
    headers: Mapping[str, str]
    json: bytes | None = None
    form: dict[str, str | float | bool] | None = None

    def all_headers(self, user_agent: str) -> dict[str, str]:
        """Return the headers with those that are the shopper's own."""
        names = {name.title() for name in self.headers}
        kind = {_KIND: "application/json"} if self.json is not None and _KIND not in names else {}
        return {**self.headers, **kind, **({"User-Agent": user_agent} if user_agent else {})}

    def redirected(self, status: int, location: str) -> "_Sending":
        """Return the request that follows a redirect, as browsers make it.

        Source: https://fetch.spec.whatwg.org/#http-redirect-fetch; what is sent besides stays with its host.

        Raises:
            ValueError: It leads to what is no address.
        """
        to = urljoin(self.url, location)
        headers = self.headers if _place(to) == _place(self.url) else {}
        becomes_get = status == 303 or (status not in _KEEPS_METHOD and self.method == "post")  # noqa: PLR2004
        if becomes_get and self.method != "head":
            return _Sending("get", to, {k: v for k, v in headers.items() if k.title() != _KIND})
        return _Sending(self.method, to, headers, self.json, self.form)


@dataclass(frozen=True)
class Caller:
    """Asks the site's servers with the cookies of the visit.

    Args:
        requests: What sends, with the cookies of the visit's context.
        hosts: Where requests may go.
        user_agent: What the shopper says she is.
        own_headers: What else tells the site's own hosts, by address.
        timeout_ms: How long she waits for an answer, all redirects included.
    """

    requests: "APIRequestContext"
    hosts: "AllowedHosts"
    user_agent: str
    own_headers: Callable[[str], Mapping[str, str]]
    timeout_ms: int

    def ask(self, asking: "Asking", url: str) -> Answer:
        """Send a request and follow where it leads.

        Raises:
            Obstacle: No answer, a host that is not allowed, circles, or more than MOST_BYTES.
        """
        until = time.monotonic() + self.timeout_ms / 1000
        sending = self._first(asking, url)
        expected = Answer.statuses_of(asking)
        for _ in range(MOST_REDIRECTS + 1):
            response = self._send(asking, sending, until)
            try:
                status, to = response.status, response.headers.get("location")
                if status not in _REDIRECTS or not to or expected.fits(status):
                    return Answer(asking, status, self._content(asking, response))
                sending = sending.redirected(status, to)
            except ValueError as error:
                raise Obstacle("unreachable", _NOWHERE, asking.spoken, technical=str(error)) from error
            finally:
                response.dispose()
        raise Obstacle("unreachable", "the request was sent round in circles", target=asking.spoken)

    def _first(self, asking: "Asking", url: str) -> _Sending:
        headers = _texts(asking.headers)
        if any(_NOT_IN_HEADERS.search(value) for value in headers.values()):
            message = "a header of the request holds the end of a line, which no header can"
            raise Obstacle("journey fault", message, target=asking.spoken)
        if asking.json is None:
            return _Sending(asking.method, url, headers, form={**_texts(asking.form)} or None)
        return _Sending(asking.method, url, headers, json=json.dumps(asking.json).encode())

    def _send(self, asking: "Asking", sending: _Sending, until: float) -> "APIResponse":
        self._refuse_other_hosts(sending.url)
        left_ms = max(1.0, (until - time.monotonic()) * 1000)
        try:
            return self.requests.fetch(
                sending.url,
                method=sending.method,
                headers={**sending.all_headers(self.user_agent), **self.own_headers(sending.url)},
                data=sending.json,
                form=sending.form,
                timeout=left_ms,
                max_redirects=0,
            )
        except BrowserTimeoutError as error:
            message = "nothing was answered within the time a customer waits"
            raise Obstacle("no answer", message, asking.spoken, technical=str(error)) from error
        except BrowserError as error:
            raise _unsent(asking, error) from error

    def _refuse_other_hosts(self, url: str) -> None:
        scheme, place = _place(url)
        is_plain = scheme in {"http", "https"} and _PLAIN_PLACE.fullmatch(place)
        if not is_plain or not self.hosts.allow(url):
            raise Obstacle("foreign host", f"{url} is not on a host this site allows", target=url)

    def _content(self, asking: "Asking", response: "APIResponse") -> bytes:
        announced = response.headers.get("content-length", "")
        is_large = announced.isdigit() and int(announced) > MOST_BYTES
        content = b"" if is_large else response.body()
        if is_large or len(content) > MOST_BYTES:
            message = f"the answer to {asking.spoken} has more than {MOST_BYTES:,} bytes"
            raise Obstacle("value unreadable", message, target=asking.spoken)
        return content


def _texts(fields: object) -> dict[str, str]:
    return {str(name): str(value) for name, value in fields.items()} if isinstance(fields, Mapping) else {}


def _place(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def _unsent(asking: "Asking", error: BrowserError) -> Obstacle:
    first_line = str(error).partition("\n")[0]  # the others repeat the address, which may say anything
    message = next((message for sign, message in _NOT_SENT if sign in first_line), None)
    if message is None:
        return obstacle_of(error, asking.spoken)
    return Obstacle("unreachable", message, target=asking.spoken, technical=str(error))
