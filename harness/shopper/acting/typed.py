"""What was typed in; it is typed again where the page has lost it before it was sent."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.record import Friction
from harness.shopper.scripts import script

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from harness.shopper.noticing.frictions import FrictionLog

READ_OVER_TIMEOUT_MS = 500


@dataclass
class Typed:
    """Remembers what was typed and not read over yet: a page that wakes up late may lose it."""

    friction: "FrictionLog"
    _texts: "list[tuple[Locator, str]]" = field(default_factory=list)

    def note(self, typed_into: "Locator", text: str) -> None:
        """Remember a text; an empty one cannot be lost."""
        if text:
            self._texts.append((typed_into, text))

    def read_over(self, page: "Page", *, again: "Callable[[Locator, str], None]") -> None:
        """Type again what was lost. One look at the whole page mostly tells that nothing was."""
        if self._texts and not self._all_there(page):
            for typed_into, text in self._texts:
                self._type_if_lost(typed_into, text, again)
        self._texts.clear()

    def forget(self) -> None:
        """Look no more for what was typed: the customer leaves the page, and it stays behind."""
        self._texts.clear()

    def _all_there(self, page: "Page") -> bool:
        try:
            return not Counter(text for _, text in self._texts) - Counter(page.evaluate(script("typed")))
        except BrowserError:  # the page is being left: each field tells for itself
            return False

    def _type_if_lost(
        self, typed_into: "Locator", text: str, again: "Callable[[Locator, str], None]"
    ) -> None:
        try:
            lost = typed_into.input_value(timeout=READ_OVER_TIMEOUT_MS) == ""
        except BrowserError:  # the field is gone with its page, or by the page's own will
            return
        if lost:
            again(typed_into, text)
            self.friction.add(Friction(kind="typed text lost", what="What was typed was lost"))
