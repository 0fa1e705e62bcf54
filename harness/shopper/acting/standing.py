"""One thing on a page and how it should stand in; what keeps it from being so out, or None."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Error as BrowserError

from harness.grammar.target import Meaning
from harness.record import Box
from harness.shopper.acting.finding import NESTED, missing
from harness.shopper.acting.locating import TICKABLE_ROLES, business_target, locate, second_look
from harness.shopper.scripts import script
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Locator, Page

    from harness.grammar.target import Target

LOOK_MS = 1000
_OPPOSITE = {
    "enabled": "disabled",
    "disabled": "enabled",
    "checked": "not checked",
    "not checked": "checked",
}
_ADDRESS = """element => (element.closest("a[href]") ?? element.querySelector("a[href]"))?.href ?? "" """
_NEVER_CHECKED = "Not a checkbox or radio button"


@dataclass(frozen=True)
class Standing:
    """Looks whether a control can be used, is ticked, or where it leads."""

    page: "Page"
    target: "Target"
    names: "Mapping[str, Target]"
    address: str

    def is_now(self, state: str) -> Obstacle | None:
        """Return what keeps a thing from being enabled, disabled, checked or not checked."""
        found = self._one(self.target)
        if isinstance(found, Obstacle):
            return found
        try:
            asks_for_use = state in {"enabled", "disabled"}
            yes = found.is_enabled(timeout=LOOK_MS) if asks_for_use else found.is_checked(timeout=LOOK_MS)
        except BrowserError as error:
            if _NEVER_CHECKED not in str(error):
                raise
            message = f'{self.target.text} is nothing that could be "{state}"'
            return Obstacle("journey fault", message, self.target.text, technical=str(error))
        if yes is (state in {"enabled", "checked"}):
            return None
        return self._otherwise(found, state, _OPPOSITE[state])

    def leads_to(self, wanted: str) -> Obstacle | None:
        """Return what keeps a link from leading to an address."""
        meant = business_target(self.target, self.names)
        found = self._one(meant if meant.word else replace(meant, word="link"))
        if isinstance(found, Obstacle):
            return found
        there, here = str(found.evaluate(_ADDRESS, timeout=LOOK_MS)), f"{self.address}/"
        if there and is_same_address(urljoin(here, wanted), there):
            return None
        return self._otherwise(found, f"a link to {wanted}", there.removeprefix(self.address) or "no link")

    def _otherwise(self, found: "Locator", wanted: str, seen: str) -> Obstacle:
        box = found.bounding_box(timeout=LOOK_MS)
        message = f"{self.target.text} is {seen}, expected {wanted}"
        return Obstacle(
            "check failed",
            message,
            self.target.text,
            wanted=wanted,
            seen=seen,
            box=Box(**box) if box else None,
        )

    def _one(self, target: "Target") -> "Locator | Obstacle":
        found = locate(self.page, target, Meaning.SEEN, self.names)
        count = found.count()
        if count == 0 and target.word in TICKABLE_ROLES:  # the shop has drawn the box itself
            found = second_look(self.page, target, Meaning.TICKABLE) or found
            count = found.count()
        if count == 0:
            wanted = f"{target.plain} to appear"
            return Obstacle("check failed", missing(target), target.text, wanted=wanted)
        if count > 1 and not found.evaluate_all(NESTED):
            matches = tuple(found.evaluate_all(script("describe")))
            return Obstacle(
                "ambiguous", f'"{target.text}" is {count} times on the page', target.text, matches=matches
            )
        return found.last


def is_same_address(wanted: str, there: str) -> bool:
    """Compare two whole addresses; a query or a part of the page counts only where it is asked for."""
    one, other = urlsplit(wanted), urlsplit(there)
    return (
        one.netloc.casefold() == other.netloc.casefold()
        and one.path.rstrip("/") == other.path.rstrip("/")
        and one.query in {"", other.query}
        and one.fragment in {"", other.fragment}
    )
