"""A page and a control in, where the focus of the keyboard is out."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as BrowserError

from harness.shopper.scripts import script

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, Page


@dataclass(frozen=True)
class Focus:
    """Where the focus is.

    Args:
        place: Tells one place on the page from another; empty at the start of the page.
        is_on: It is on the control.
        is_in_group: It is where arrow keys lead to the control: in its list, its menu, its radio buttons.
        is_back: Shift+Tab is the shorter way to the control.
        sideways: The arrow keys of the group that lead on are those to the left and right.
    """

    place: str
    is_on: bool = False
    is_in_group: bool = False
    is_back: bool = False
    sideways: bool = False


@dataclass(frozen=True)
class Eyes:
    """Look for the focus from a control, which may stand in a frame."""

    page: "Page"
    control: "ElementHandle"
    in_a_frame: bool

    @classmethod
    def on(cls, page: "Page", control: "ElementHandle") -> "Eyes":
        """Look from a control."""
        return cls(page, control, in_a_frame=control.owner_frame() not in {None, page.main_frame})

    def focus(self) -> Focus:
        """Return where the focus is now."""
        facts: dict[str, Any] = self.control.evaluate(script("keyboard/focus"))
        return Focus(
            place=self._place(facts),
            is_on=facts.get("isOn", False),
            is_in_group=facts.get("isInGroup", False),
            is_back=facts["isBack"] and not self.in_a_frame,
            sideways=facts.get("sideways", False),
        )

    def _place(self, facts: dict[str, Any]) -> str:
        """Return the place in the whole page; within another frame, by what that frame says."""
        if self.in_a_frame and facts["place"]:
            return f"frame {facts['place']}"
        if self.in_a_frame:
            facts = self.page.evaluate(script("keyboard/focus"), None)
        places = [facts["place"]]
        if facts["isFrame"]:
            for frame in self.page.frames[1:]:
                with suppress(BrowserError):  # it has just gone
                    places.append(frame.evaluate(script("keyboard/focus"), None)["place"])
        return " ".join(places)
