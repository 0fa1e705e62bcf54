"""A page and the aria snapshot of a journey in; the lines that are missing out, or None."""

import difflib
import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from harness.grammar.patterns import PatternTooSlowError, search_in_time
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import FrameLocator, Locator, Page

ONE_LOOK_MS = 500
SNAPSHOT_MS = 5000
SHOWN = 3
_CLOSE = 0.5
_PATTERN = re.compile(r"/((?:[^/\\]|\\.)+)/")

_UNREADABLE = re.compile(r"^Actual value: None\nError: (.+)$", re.MULTILINE)
"""Read from Playwright 1.65: so it tells a snapshot that it does not understand."""


@dataclass(frozen=True)
class Looks:
    """Compares the main part of a page, or all of it, with an aria snapshot."""

    page: "Page | FrameLocator"
    snapshot: str

    def differ(self) -> Obstacle | None:
        """Return what keeps the page from looking like the snapshot."""
        part = self._main()
        try:
            expect(part).to_match_aria_snapshot(self.snapshot, timeout=ONE_LOOK_MS)
        except AssertionError as error:
            unreadable = _UNREADABLE.search(str(error))
            if unreadable and "not found" not in unreadable[1]:
                message = (
                    f"the snapshot cannot be read once its values are put in: {unreadable[1].rstrip(':')}"
                )
                raise Obstacle("journey fault", message, technical=str(error)) from error
            return _difference(self.snapshot, part.aria_snapshot(timeout=SNAPSHOT_MS), str(error))
        return None

    def _main(self) -> "Locator":
        main = self.page.get_by_role("main").filter(visible=True)
        return main if main.count() == 1 else self.page.locator("body")


def _difference(wanted: str, seen: str, technical: str) -> Obstacle:
    """Return the first lines that are missing, and what stands in their place."""
    there, lines = _lines(seen), _lines(wanted)
    missing = [line for line in lines if not _stands_in(there, line)]
    asked = _told(missing or lines, "like this" if missing else "in this order")
    alike = (difflib.get_close_matches(line, there, 1, _CLOSE) for line in missing[:SHOWN])
    shown = _told(list(chain.from_iterable(alike)) if missing else there)
    diff = "\n".join(difflib.unified_diff(wanted.splitlines(), seen.splitlines(), "journey", "page", n=1))
    return Obstacle(
        "check failed",
        f"the page is not {asked}",
        "the page",
        wanted=asked,
        seen=shown or "nothing like it",
        technical=f"{diff}\n\n{technical}",
    )


def _lines(snapshot: str) -> list[str]:
    return [line.strip().removeprefix("- ").rstrip(":") for line in snapshot.splitlines() if line.strip()]


def _told(lines: "Sequence[str]", led_in: str = "") -> str:
    told = "; ".join(dict.fromkeys(lines[:SHOWN])) + ("; …" if len(lines) > SHOWN else "")
    return f"{led_in}: {told}" if led_in else told


def _stands_in(there: "Sequence[str]", line: str) -> bool:
    """Whether the page has such a line, which may say more: `heading "Your basket" [level=1]`."""
    name, *pattern = [line] if line.startswith("/") else _PATTERN.split(line, maxsplit=1)
    form = re.escape(name) + (f'"?.*(?:{pattern[0]}).*' if pattern else "")
    try:
        return any(search_in_time(re.compile(rf"\A(?:{form})"), one) for one in there)
    except (re.error, PatternTooSlowError):  # JavaScript's, which is Playwright's to judge
        return any(one.startswith(name) for one in there)
