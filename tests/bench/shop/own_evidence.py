"""What an engineer adds to a test by hand to know what a record tells: errors, popups, figures of pages."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Locator, Page, Response

FAILED = 400
_FIGURES = """(() => {
  if (window !== window.top || !/^https?:$/.test(location.protocol)) return;
  const seen = { largest: null, shifts: [], tasks: [], inputs: [] };
  let waiting = false;
  const last = (type) => performance.getEntriesByType(type).map((entry) => entry.toJSON());
  const tell = () => {
    waiting = false;
    const resources = last('resource').map(({ name, transferSize }) => [name, transferSize]);
    const told = { url: location.href, title: document.title, paint: last('paint'), resources };
    window.ownFigures(JSON.stringify({ ...told, ...seen, navigation: last('navigation') }));
  };
  const soon = () => { if (!waiting) { waiting = true; setTimeout(tell, 400); } };
  const watch = (type, take, options) => {
    const observer = new PerformanceObserver((list) => { list.getEntries().forEach(take); soon(); });
    observer.observe({ type, buffered: true, ...options });
  };
  watch('largest-contentful-paint', ({ startTime, size, element }) => {
    seen.largest = { startTime, size, what: element?.tagName };
  });
  watch('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.shifts.push([entry.startTime, entry.value]);
  });
  watch('longtask', ({ startTime, duration }) => seen.tasks.push([startTime, duration]));
  watch('event', (entry) => { if (entry.interactionId) seen.inputs.push([entry.startTime, entry.duration]); },
    { durationThreshold: 16 });
  addEventListener('load', () => setTimeout(soon, 0));
  addEventListener('beforeunload', tell);
})()"""
"""What a record tells of each page: times, largest paint, shifts, answers, long tasks, requests and sizes.

Pushed as it comes, for of a page that was left nobody can ask any more: so is the web-vitals library used.
"""


@dataclass
class OwnEvidence:
    """Listens to one page from the beginning, and writes it all down.

    Args:
        page: The page.
        folder: Where it is written.
        takes_pictures: Whether each step gets a picture.
    """

    page: "Page"
    folder: Path
    takes_pictures: bool
    told: list[str] = field(default_factory=list)
    pages: list[object] = field(default_factory=list)

    def start(self) -> None:
        """Begin to listen, and close popups whenever they come."""
        self.page.expose_binding("ownFigures", lambda _source, told: self.pages.append(json.loads(told)))
        self.page.add_init_script(_FIGURES)
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self.told.append(str(error)))
        self.page.on("requestfailed", lambda request: self.told.append(request.url))
        self.page.on("response", self._note_status)
        cookies = self.page.get_by_role("region", name="Cookies")
        newsletter = self.page.get_by_role("dialog", name="Newsletter")
        self.page.add_locator_handler(cookies, lambda popup: self._close(popup, "Only necessary"))
        self.page.add_locator_handler(newsletter, lambda popup: self._close(popup, "No thanks"))

    def after_step(self, step: int) -> None:
        """Take the page's picture."""
        if self.takes_pictures:
            self.page.screenshot(path=self.folder / f"step-{step:02}.jpg", type="jpeg", quality=60)

    def finish(self) -> None:
        """Write what was seen."""
        seen = {"told": self.told, "pages": self.pages}
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
