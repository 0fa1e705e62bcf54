"""A field and a secret in, the field made ready for it out; or why the secret may not go there."""

from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.browser.bounded import ANSWER_MS, TimeIsUp, at_most
from harness.shopper.scripts import script
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Locator, Page

    from harness.shopper.acting.hands import Hands

_KEPT_BACK = (
    "the page was about to send a secret within an address, which servers, logs and reports keep, and was"
    " kept from it. The shop's form is to be sent by POST; or, if this is no secret, give it below data:"
    " or shopper:"
)


def get_ready_for_secret(hands: "Hands", field: "Locator", secret: str) -> None:
    """Make what is typed into a field unreadable, and let the page send it in no address.

    Raises:
        Obstacle: The field is on a page of a host that is not allowed.
    """
    owner = field.element_handle(timeout=hands.action_timeout_ms).owner_frame()
    page = owner.page if owner else field.page
    if not hands.hosts.allow(page.url):
        raise Obstacle("foreign host", "a secret is typed only on hosts this site allows", target=page.url)
    field.evaluate(script("keep_back"), secret, timeout=hands.action_timeout_ms)


def refuse_in_address(hands: "Hands", address: str, remedy: str) -> None:
    """Refuse an address that holds a secret, which came by a value.

    Raises:
        Obstacle: It does.
    """
    if hands.scrubber.knows(address):
        message = f"a secret cannot stand in an address, which servers, logs and reports keep. {remedy}"
        raise Obstacle("journey fault", message, target=address)


def was_kept_back(page: "Page") -> Obstacle | None:
    """Return the obstacle where a page was kept from sending a secret within an address."""
    try:
        with at_most(ANSWER_MS):
            is_kept = any(map(_kept_back, page.frames))
    except TimeIsUp:  # a page on its way answers nobody; one that was kept back stays where it is
        return None
    return Obstacle("journey fault", _KEPT_BACK) if is_kept else None


def _kept_back(frame: "Frame") -> bool:
    try:
        return bool(frame.evaluate(f"({script('keep_back')})()"))
    except BrowserError:  # it has just gone
        return False
