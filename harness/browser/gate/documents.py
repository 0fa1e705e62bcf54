"""Pages, forms and files that a browser of Chromium's is about to ask for in; those elsewhere are refused.

A page may load scripts and pictures from third parties, and may not go there. Only Chromium itself knows one
from the other before anything is sent: it asks here for each document, of all tabs, popups and frames, and
for nothing else. Redirects and the `download` of a link come by, too.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as BrowserError

from harness.browser.hosts import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playwright.sync_api import Browser, CDPSession

    from harness.browser.gate.gate import Gate

_DOCUMENTS = {"patterns": [{"urlPattern": "*", "resourceType": "Document"}]}
_ASKING = frozenset({"GET", "HEAD"})


@dataclass
class Documents:
    """Asks the gates of a browser's contexts about each document."""

    _session: "CDPSession"
    _gates: "dict[str, Gate]" = field(default_factory=dict)
    _is_asked: bool = False

    @classmethod
    def of(cls, browser: "Browser") -> "Documents":
        """Make what is asked about the documents of all contexts of this browser."""
        session = browser.new_browser_cdp_session()
        documents = cls(session)
        session.on("Fetch.requestPaused", documents._paused)
        return documents

    def contexts(self) -> frozenset[str]:
        """Return the contexts of the browser, by its own names for them."""
        return frozenset(self._session.send("Target.getBrowserContexts")["browserContextIds"])

    def watch(self, contexts: "Iterable[str]", gate: "Gate") -> None:
        """Ask this gate about a context; where third parties are not reached at all, its door is enough."""
        self._gates.update(dict.fromkeys(contexts, gate))
        if not self._is_asked and gate.hosts.third_parties != "block all":
            self._session.send("Fetch.enable", _DOCUMENTS)
            self._is_asked = True

    def leave(self, contexts: "Iterable[str]") -> None:
        """Forget a context that is closed."""
        for context in contexts:
            self._gates.pop(context, None)

    def _paused(self, event: dict[str, Any]) -> None:
        url = event["request"]["url"]
        if all(gate.hosts.allow(url) for gate in self._gates.values()) or not self._refuses(event, url):
            self._tell("Fetch.continueRequest", event)
        else:
            self._tell("Fetch.failRequest", event, errorReason="BlockedByClient")

    def _refuses(self, event: dict[str, Any], url: str) -> bool:
        frame = self._target(event["frameId"])
        if frame.get("type") != "page" and event["request"]["method"] in _ASKING:
            return False  # a frame of others on the page; whether it may be there the door knows
        gates = tuple(self._gates_of(frame))
        if not gates or any(gate.hosts.allow(url) for gate in gates):
            return False
        for gate in gates:
            gate.refuse(place_of(url)[0] or url.partition(":")[0], "not allowed")
        return True

    def _gates_of(self, frame: dict[str, str]) -> "Iterator[Gate]":
        """Yield the gate of the frame's context; all of them for a frame that is part of its page."""
        context = frame.get("browserContextId")
        if context is None:
            yield from self._gates.values()
        elif context in self._gates:
            yield self._gates[context]

    def _target(self, frame: str) -> dict[str, str]:
        """Return what Chromium knows of a frame with a process of its own, as each page has."""
        try:
            found: dict[str, str] = self._session.send("Target.getTargetInfo", {"targetId": frame})[
                "targetInfo"
            ]
        except BrowserError:  # a frame in the process of its page
            return {}
        return found

    def _tell(self, what: str, event: dict[str, Any], **more: str) -> None:
        try:
            self._session.send(what, {"requestId": event["requestId"], **more})
        except BrowserError:  # it was given up meanwhile, or the browser is gone
            return
