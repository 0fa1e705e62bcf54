"""A page in, its aria snapshot out, and the names on it that come close to a missing one."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.grammar.target import OTHER_WORDS, Meaning, Target
from harness.record import Evidence
from harness.shopper.evidence.collector import Collector, Files, why
from harness.shopper.noticing.page_notes import notes_of

if TYPE_CHECKING:
    from playwright.sync_api import FrameLocator, Page

    from harness.language.known.evidence import WantedEvidence
    from harness.shopper.stepping import StepUnderWay

TIMEOUT_MS = 5000
LONGEST = 300_000
_NAMED = re.compile(r"""^\s*- '?(\w+) "((?:[^"\\]|\\.)*)\"""")
_TEXT = re.compile(r"^\s*- (?:text|paragraph|status|alert|listitem|cell|definition|term)[^:\"]*: (.+)$")
_CLOSE = 0.55

_FIELDS = frozenset({"textbox", "searchbox", "combobox", "spinbutton", "listbox", "slider"})
_CLICKS = frozenset({"button", "link", "tab", "menuitem", "option", "switch", "checkbox", "radio"})
_ROLES = {
    Meaning.FIELD: _FIELDS,
    Meaning.TICKABLE: frozenset({"checkbox", "radio", "switch"}),
    Meaning.CLICKABLE: _CLICKS,
}


def snapshot(page: "Page | FrameLocator") -> str:
    """Return a page, or a frame, as assistive technology reads it, cut where nobody reads on.

    Raises:
        playwright.sync_api.Error: The page is gone, or too busy to answer.
    """
    return page.locator("body").aria_snapshot(timeout=TIMEOUT_MS)[:LONGEST]


@dataclass
class PageTexts(Collector):
    """Keeps what can be read on the page after each step: what changed since the last run shows in it.

    What the page asks of its customers is noted from it, with what the site file has a name for.
    """

    _files: Files
    _wanted: "WantedEvidence"
    _names: "Mapping[str, Target]"
    _latest: str = ""

    def step_begins(self, step: "StepUnderWay") -> None:
        """Forget the page of the step before."""
        del step
        self._latest = ""

    def step_ends(self, step: "StepUnderWay", page: "Page | None", *, stopped: bool) -> tuple[Evidence, ...]:
        """Keep the text of a step that held; of one that failed, the diagnosis has kept it."""
        taken: tuple[Evidence, ...] = ()
        if page is not None and not stopped and "page text" in self._wanted:
            taken, _ = self.take(page, step.picture)
        if page is not None and self._latest:
            step.notes = notes_of(self._latest, page, self._names)
        return taken

    def take(self, page: "Page", name: str) -> tuple[tuple[Evidence, ...], str]:
        """Return the evidence, and the text itself: empty when the page could not be read."""
        try:
            text = self._latest = self._files.scrubber.text(snapshot(page))
        except BrowserError as error:
            return (Evidence(kind="aria snapshot", problem=why(error)),), ""
        if not self._wanted.of_step("page text", stopped=True):
            return (), text
        return (self._files.keep_text("aria snapshot", f"{name}-page.yaml", text),), text


def near_names(aria: str, target: Target, meaning: Meaning) -> tuple[str, ...]:
    """Return up to three names on the page that come close to a target's, the closest first."""
    wanted_roles = _roles_of(target, meaning)
    scored = [
        (_likeness(target.name, name), shown)
        for role, name, shown in _names(aria)
        if wanted_roles is None or role in wanted_roles
    ]
    close = sorted({pair for pair in scored if pair[0] >= _CLOSE}, reverse=True)
    return tuple(shown for _, shown in close[:3])


def _roles_of(target: Target, meaning: Meaning) -> frozenset[str] | None:
    """Return the roles that may stand in for a target's; None is any."""
    if target.word is None or target.word in OTHER_WORDS:
        return _ROLES.get(meaning)
    alike = frozenset() if target.word in _FIELDS | _CLICKS else frozenset({"text"})
    return alike | {target.word}


def controls(aria: str) -> tuple[tuple[str, str], ...]:
    """Return what can be used on a page, as role and name, in the page's order."""
    known = _FIELDS | _CLICKS
    return tuple(dict.fromkeys((role, name) for role, name, _ in _names(aria) if role in known))


def is_field(role: str) -> bool:
    """Whether a role is something to fill in."""
    return role in _FIELDS


def _names(aria: str) -> Iterator[tuple[str, str, str]]:
    for line in aria.splitlines():
        named = _NAMED.match(line)
        if named:
            yield named.group(1), named.group(2), f'{named.group(1)} "{named.group(2)}"'
            continue
        text = _TEXT.match(line)
        if text:
            words = text.group(1).strip('"')
            yield "text", words, f'text "{words[:80]}"'


def _likeness(wanted: str, name: str) -> float:
    wanted, name = wanted.casefold(), name.casefold()
    shorter, longer = sorted((wanted, name), key=len)
    if len(shorter) > 3 and f" {shorter} " in f" {longer} ":  # noqa: PLR2004 -- a word, not a syllable
        return 0.9
    return difflib.SequenceMatcher(None, wanted, name).ratio()
