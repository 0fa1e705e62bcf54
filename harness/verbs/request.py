"""`request`: ask the site's servers directly."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness.values.json_paths import Tree
from harness.verbs.verb import Address, Fields, Method, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting

METHODS = ("get", "head", "post", "put", "patch", "delete")
CHANGING = frozenset(METHODS) - {"get", "head"}


@dataclass(frozen=True)
class Asking:
    """What is asked of the servers, and what their answer must be.

    Args:
        method: One of METHODS.
        address: A path of the site, or a whole address.
        json: The body, as JSON.
        form: The body, as a form sends it.
        headers: What is sent besides.
        expect: Below `status` one or several, below `json` paths with their checks.
        remember: Names, each with the path of its value.
    """

    method: str
    address: str
    json: Tree = None
    form: Tree = None
    headers: Tree = None
    expect: Tree = None
    remember: Tree = None

    @property
    def spoken(self) -> str:
        """The request in short: `GET /api/orders`."""
        return f"{self.method.upper()} {self.address}"


@verb("send {method} to {address}", acts=False)
def request(  # noqa: PLR0913 -- the keys of the language
    shopper: "Acting",
    method: Method,
    address: Address,
    *,
    json: Fields = None,
    form: Fields = None,
    headers: Fields = None,
    expect: Fields = None,
    remember: Fields = None,
) -> None:
    """Ask the site's servers directly, with the cookies of the visit, and check what they answer."""
    shopper.request(Asking(method, address, json, form, headers, expect, remember))
