"""A person in front of the recorded browser: real mouse and keyboard, no call that skips what pages hear."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import TimeoutError as BrowserTimeoutError
from playwright.sync_api import expect

from harness.recorder.session import Session

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

MOMENT_MS = 700
"""How long she looks before she goes on: longer than the recorder takes to notice a click."""


@dataclass
class Person:
    """Acts as people do, and gives the recorder time to look."""

    session: Session

    @property
    def page(self) -> "Page":
        """The tab in front."""
        return self.session.context.pages[-1]

    def sees(self, thing: "Locator") -> None:
        """Wait for something, and look at it for a moment."""
        expect(thing).to_be_visible()
        self.session.attend(MOMENT_MS)

    def reads(self, heading: str) -> None:
        """Wait for a heading, and read on for a moment."""
        self.sees(self.page.get_by_role("heading", name=heading, exact=True))

    def clicks(self, thing: "Locator", page: "Page | None" = None) -> None:
        """Move the mouse there and press it, in the tab in front unless another is named."""
        thing.scroll_into_view_if_needed()
        while not self.can_get_at(thing):
            self.closes_popups()
        box = thing.bounding_box()
        assert box, "nothing is there to be clicked"
        mouse = (page or self.page).mouse
        mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def can_get_at(self, thing: "Locator") -> bool:
        """Whether nothing covers a thing."""
        try:
            thing.click(trial=True, timeout=1000)
        except BrowserTimeoutError:
            return False
        return True

    def presses(self, name: str) -> None:
        """Click a button or link by its name."""
        button = self.page.get_by_role("button", name=name, exact=True)
        self.clicks(button.or_(self.page.get_by_role("link", name=name, exact=True)).first)

    def types(self, label: str, text: str) -> None:
        """Click into a field and type."""
        self.types_into(self.page.get_by_label(label, exact=True), text)

    def types_into(self, field: "Locator", text: str) -> None:
        """Click into a field and type."""
        self.clicks(field)
        self.page.keyboard.type(text)

    def chooses(self, label: str, first_signs: str) -> None:
        """Choose from a list by its keys: its window is drawn by the system, where no test can click."""
        self.page.get_by_role("combobox", name=label).focus()
        self.page.keyboard.type(first_signs)

    def closes_popups(self) -> None:
        """Close what gets in the way."""
        for name in ("Only necessary", "No thanks"):
            button = self.page.get_by_role("button", name=name)
            if button.is_visible():
                box = button.bounding_box()
                assert box
                self.page.mouse.click(box["x"] + 5, box["y"] + 5)
                expect(button).to_be_hidden()
                self.session.attend(MOMENT_MS)
