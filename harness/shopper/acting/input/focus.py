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
        lies_before: The control stands before it on the page.
        sideways: The arrow keys of the group that lead on are those to the left and right.
    """

    place: str
    is_on: bool = False
    is_in_group: bool = False
    lies_before: bool = False
    sideways: bool = False


def focus_seen_from(control: "ElementHandle", page: "Page") -> Focus:
    """Return where the focus is, as seen from a control, which may stand in a frame."""
    facts: dict[str, Any] = control.evaluate(script("keyboard/focus"))
    in_a_frame = control.owner_frame() not in {None, page.main_frame}
    return Focus(
        place=f"frame {facts['place']}" if in_a_frame and facts["place"] else _place(page),
        is_on=facts.get("isOn", False),
        is_in_group=facts.get("isInGroup", False),
        lies_before=facts.get("liesBefore", False),
        sideways=facts.get("sideways", False),
    )


def _place(page: "Page") -> str:
    """Return the place in the whole page; within a frame, by what the frame says."""
    facts = page.evaluate(script("keyboard/focus"), None)
    places = [facts["place"]]
    if facts["isFrame"]:
        for frame in page.frames[1:]:
            with suppress(BrowserError):  # it has just gone
                places.append(frame.evaluate(script("keyboard/focus"), None)["place"])
    return " ".join(places)
