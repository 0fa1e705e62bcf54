"""A mouse or a finger in, Playwright's own clicks out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness.shopper.scripts import script

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


@dataclass(frozen=True)
class Pointer:
    """Presses where something is on the screen. Implements `Input`."""

    is_finger: bool = False

    @property
    def instead_of_mouse(self) -> str | None:
        """What she has instead of a mouse."""
        return "a finger" if self.is_finger else None

    def press(self, control: "Locator", *, timeout_ms: int) -> None:
        """Click or tap a control."""
        control.click(timeout=timeout_ms)

    def get_ready(self, control: "Locator", *, timeout_ms: int) -> None:
        """See that nothing keeps a control from being clicked."""
        control.click(trial=True, timeout=timeout_ms)

    def tick(self, box: "Locator", *, ticked: bool, timeout_ms: int) -> None:
        """Click a box that is not yet as it should be."""
        box.set_checked(ticked, timeout=timeout_ms)

    def type_into(self, field: "Locator", text: str, *, timeout_ms: int) -> None:
        """Put a text into a field."""
        field.fill(text, timeout=timeout_ms)

    def give_moment(self, field: "Locator", value: str, *, timeout_ms: int) -> None:
        """Put a value into the browser's own field: what it shows to choose from is no part of the page."""
        field.fill(value, timeout=timeout_ms)

    def take(self, choices: "Locator", option: str, *, timeout_ms: int) -> None:
        """Take an option of a list."""
        choices.select_option(label=option, timeout=timeout_ms)

    def scroll_on(self, page: "Page") -> None:
        """Scroll what is in the middle of the screen."""
        page.evaluate(script("scroll_on"))
