"""A keyboard in, and nothing else: everything is reached by Tab and pressed by keys."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from playwright.sync_api import TimeoutError as BrowserTimeoutError

from harness.shopper.acting.input.parts import turns_to, types_to, ways_to_type
from harness.shopper.acting.input.reaching import reach
from harness.shopper.acting.waiting import wait_for
from harness.shopper.scripts import script
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, Locator, Page


@dataclass(frozen=True)
class Keyboard:
    """Reaches everything by keys. Implements `Input`."""

    instead_of_mouse: str | None = "a keyboard"

    def press(self, control: "Locator", *, timeout_ms: int) -> None:
        """Reach a control, and press the key that does what a click does."""
        focused = self._reach(control, timeout_ms=timeout_ms)
        key = focused.evaluate(script("keyboard/key"))
        if key:
            _press(control.page, focused, key, timeout_ms=timeout_ms)

    def get_ready(self, control: "Locator", *, timeout_ms: int) -> None:
        """Reach a control."""
        self._reach(control, timeout_ms=timeout_ms)

    def tick(self, box: "Locator", *, ticked: bool, timeout_ms: int) -> None:
        """Reach a box and press Space; arrow keys have ticked a round button already."""
        if box.is_checked(timeout=timeout_ms) is ticked:
            return
        page, focused = box.page, self._reach(box, timeout_ms=timeout_ms)
        if box.is_checked(timeout=timeout_ms) is not ticked:
            _press(page, focused, "Space", timeout_ms=timeout_ms)
        if not wait_for(page, lambda: box.is_checked() is ticked or None, timeout_ms=timeout_ms):
            done = "ticked" if ticked else "unticked"
            raise Obstacle("check failed", f"Space does not leave it {done}", wanted=f"it to be {done}")

    def type_into(self, field: "Locator", text: str, *, timeout_ms: int) -> None:
        """Reach a field, select what stands in it, and type."""
        self._reach(field, timeout_ms=timeout_ms)
        keys = field.page.keyboard
        keys.press("ControlOrMeta+A")
        if text:
            keys.type(text)
        else:
            keys.press("Delete")

    def give_moment(self, field: "Locator", value: str, *, timeout_ms: int) -> None:
        """Reach a field and type its parts; which comes first is the browser's language's to say."""
        self._reach(field, timeout_ms=timeout_ms)
        if not (turns_to(field, value) or any(types_to(field, value, way) for way in ways_to_type(value))):
            raise Obstacle("check failed", "it does not take what is typed", wanted=value)

    def take(self, choices: "Locator", option: str, *, timeout_ms: int) -> None:
        """Reach a list, open it by Space, go to the option by arrow keys, and take it by Enter."""
        focused, keys = self._reach(choices, timeout_ms=timeout_ms), choices.page.keyboard
        found = wait_for(choices.page, lambda: _way_to(focused, option), timeout_ms=timeout_ms)
        if not found:
            raise BrowserTimeoutError(f'no option "{option}" that can be chosen')
        if found["isChosen"]:
            return
        keys.press("Space")
        for _ in range(found["presses"]):
            keys.press("ArrowUp" if found["isAbove"] else "ArrowDown")
        _press(choices.page, focused, "Enter", timeout_ms=timeout_ms)

    def scroll_on(self, page: "Page") -> None:
        """Press the key that scrolls on by a screen."""
        page.keyboard.press("PageDown")

    def _reach(self, control: "Locator", *, timeout_ms: int) -> "ElementHandle":
        """Bring the focus to a control that can be used; popups that come up first are closed.

        Raises:
            Obstacle: It cannot be used, or not be reached.
        """
        if not wait_for(control.page, lambda: control.is_enabled() or None, timeout_ms=timeout_ms):
            raise Obstacle("disabled", "it cannot be used")
        try:
            return _tab_to(control, timeout_ms=timeout_ms)
        except Obstacle:  # a popup may have come up on the way, or the page was made anew: she tries again
            return _tab_to(control, timeout_ms=timeout_ms)


def _tab_to(control: "Locator", *, timeout_ms: int) -> "ElementHandle":
    control.wait_for(timeout=timeout_ms)  # Playwright looks for the site's popups before that
    takes_focus = control.evaluate_handle(script("keyboard/control"))
    focused = cast("ElementHandle", takes_focus.as_element())
    reach(control.page, focused)
    return focused


def _way_to(choices: "ElementHandle", option: str) -> dict[str, Any] | None:
    """Return how far an option is from the one that is chosen; None where it cannot be chosen."""
    found: dict[str, Any] = choices.evaluate(script("keyboard/options"), option)
    return found if found["isThere"] else None


def _press(page: "Page", focused: "ElementHandle", key: str, *, timeout_ms: int) -> None:
    """Press a key where the focus is; Playwright waits for the page that comes of it, as after a click."""
    if focused.evaluate("element => element === element.getRootNode().activeElement"):
        focused.press(key, timeout=timeout_ms)
    else:
        page.keyboard.press(key)
