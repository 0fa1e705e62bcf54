"""What can be done with every input, whatever a customer acts with."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


class Input(Protocol):
    """What a customer acts with. What cannot be done is an `Obstacle`, or an error of Playwright's."""

    @property
    def instead_of_mouse(self) -> str | None:
        """What she has instead of a mouse; None where she can point."""

    def press(self, control: "Locator", *, timeout_ms: int) -> None:
        """Press a control: click or tap it, or press the key that does the same."""

    def get_ready(self, control: "Locator", *, timeout_ms: int) -> None:
        """Get to a control that could be pressed now, and leave it alone."""

    def tick(self, box: "Locator", *, ticked: bool, timeout_ms: int) -> None:
        """Tick a box, or take the tick away; nothing is done where it is so already."""

    def type_into(self, field: "Locator", text: str, *, timeout_ms: int) -> None:
        """Type a text into a field, instead of what stands in it."""

    def give_moment(self, field: "Locator", value: str, *, timeout_ms: int) -> None:
        """Give a field of the browser's own for days or times a value, as HTML writes it."""

    def take(self, choices: "Locator", option: str, *, timeout_ms: int) -> None:
        """Take an option of a list by its text."""

    def scroll_on(self, page: "Page") -> None:
        """Scroll on by most of a screen."""
