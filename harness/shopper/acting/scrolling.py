"""What is to be seen in, the page scrolled on until it can be, by wheel, finger or key."""

from contextlib import suppress
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.grammar.target import Meaning, Target
from harness.shopper.acting.finding import missing
from harness.shopper.acting.locating import locate
from harness.shopper.acting.waiting import wait_for
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from harness.shopper.acting.hands import Hands


def scroll_to(hands: "Hands", target: Target) -> None:
    """Scroll on until something can be seen, for as long as a customer waits.

    Raises:
        Obstacle: It does not come into sight within that time.
    """
    hands.loading.wait_for(hands.page)
    page = hands.page

    def look() -> bool | None:
        if locate(page, target, Meaning.SEEN, hands.looking.names).count():
            return True
        with suppress(BrowserError):  # the page is being left: the next one may have it
            hands.input.scroll_on(page)
        return None

    if not wait_for(page, look, timeout_ms=hands.action_timeout_ms):
        raise Obstacle("not found", missing(target), target=target.text)
    hands.find(target, Meaning.SEEN).scroll_into_view_if_needed(timeout=hands.action_timeout_ms)
