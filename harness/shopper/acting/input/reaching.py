"""A control in, the focus on it out, by Tab and the arrow keys; or the obstacle: it cannot be reached."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from harness.shopper.acting.input.focus import Eyes, Focus
from harness.shopper.scripts import script
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, Page

MOST_TABS = 400
"""Nobody presses Tab more often for one control; the longest menus of shops hold about half as much."""
MOST_ARROWS = 120
"""A year of a list of months and days; longer lists are typed into."""
KNOWN_AGAIN = 3
"""Once it went on from the start of the page, so many known places in a row tell that it was everywhere."""
NOTHING_NEW = 12
"""The most stops of Tab within one field, one for each part of a date and a time, and then some."""


@dataclass
class _Way:
    """The places the focus has been to, and why there is no going on."""

    places: list[str] = field(default_factory=list)
    old: int = 0
    back_at: int | None = None

    def comes_to(self, focus: Focus) -> None:
        """Note a place."""
        self.old = self.old + 1 if focus.place in self.places else 0
        if not focus.place and any(self.places):
            self.back_at = len(self.places)
        self.places.append(focus.place)

    @property
    def end(self) -> str | None:
        """Why to press Tab no more; None where there is more to come."""
        presses = f"{len(self.places) - 1} presses of Tab"
        if self.back_at and self.old >= KNOWN_AGAIN:
            return f"{presses} lead through the whole page, and not to it"
        if self.old >= NOTHING_NEW:
            rounds = len({place for place in self.places[-NOTHING_NEW:] if place})
            where = "stays where it is" if rounds <= 1 else f"goes round in the same {rounds} places"
            return f"after {presses} the focus {where}"
        return f"after {presses} the focus had not come to it" if len(self.places) > MOST_TABS else None


def reach(page: "Page", control: "ElementHandle") -> None:
    """Bring the focus to a control, in the nearer direction first.

    Raises:
        Obstacle: It cannot be reached.
    """
    eyes = Eyes.on(page, control)
    focus = eyes.focus()
    key = "Shift+Tab" if focus.is_back else "Tab"
    focus, end = _tab_on(eyes, focus, key)
    if end and key != "Tab":
        focus, end = _tab_on(eyes, focus, "Tab")
    if end is None and not focus.is_on:
        end = _move_within(eyes, focus)
    if end:
        control.evaluate(script("keyboard/show"))
        raise Obstacle("out of reach", f"it cannot be reached with the keyboard: {end}", seen=end)


def _tab_on(eyes: Eyes, focus: Focus, key: str) -> tuple[Focus, str | None]:
    way = _Way()
    way.comes_to(focus)
    while not (focus.is_on or focus.is_in_group):
        eyes.page.keyboard.press(key)
        focus = eyes.focus()
        way.comes_to(focus)
        if way.end and not focus.is_on:
            return focus, way.end
    return focus, None


def _move_within(eyes: Eyes, focus: Focus) -> str | None:
    keys = ("ArrowRight", "ArrowDown") if focus.sideways else ("ArrowDown", "ArrowRight")
    for key in keys:
        places = {focus.place}
        while len(places) <= MOST_ARROWS:
            eyes.page.keyboard.press(key)
            focus = eyes.focus()
            if focus.is_on:
                return None
            if focus.place in places:
                break
            places.add(focus.place)
    return "Tab comes near it, and the arrow keys do not lead to it"
