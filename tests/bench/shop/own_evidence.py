"""What an engineer adds to a test by hand to know what a record tells: errors, popups, times of pages."""

import json
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Locator, Page, Response

FAILED = 400
_TIMES = """() => {
  const last = (type) => performance.getEntriesByType(type).map((entry) => entry.toJSON());
  return { url: location.href, navigation: last('navigation'), paint: last('paint') };
}"""


@dataclass
class OwnEvidence:
    """Listens to one page from the beginning, looks at it after each step, and writes it all down.

    Args:
        page: The page.
        folder: Where it is written.
        takes_pictures: Whether each step gets a picture.
    """

    page: "Page"
    folder: Path
    takes_pictures: bool
    told: list[str] = field(default_factory=list)
    steps: list[object] = field(default_factory=list)

    def start(self) -> None:
        """Begin to listen, and close popups whenever they come."""
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self.told.append(str(error)))
        self.page.on("requestfailed", lambda request: self.told.append(request.url))
        self.page.on("response", self._note_status)
        cookies = self.page.get_by_role("region", name="Cookies")
        newsletter = self.page.get_by_role("dialog", name="Newsletter")
        self.page.add_locator_handler(cookies, lambda popup: self._close(popup, "Only necessary"))
        self.page.add_locator_handler(newsletter, lambda popup: self._close(popup, "No thanks"))

    def after_step(self, step: int) -> None:
        """Look at the page, and take its picture."""
        with suppress(BrowserError):  # the page is just being left
            self.steps.append(self.page.evaluate(_TIMES))
        if self.takes_pictures:
            self.page.screenshot(path=self.folder / f"step-{step:02}.jpg", type="jpeg", quality=60)

    def finish(self) -> None:
        """Write what was seen."""
        seen = {"told": self.told, "steps": self.steps}
        (self.folder / "evidence.json").write_text(json.dumps(seen), encoding="utf-8")

    def _close(self, popup: "Locator", button: str) -> None:
        popup.get_by_role("button", name=button).click()
        self.told.append(f"closed a popup: {button}")

    def _note_message(self, message: "ConsoleMessage") -> None:
        if message.type == "error":
            self.told.append(message.text)

    def _note_status(self, response: "Response") -> None:
        if response.status >= FAILED:
            self.told.append(f"{response.status} {response.url}")
