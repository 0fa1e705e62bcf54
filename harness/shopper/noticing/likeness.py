"""Who was asked for in, a slow connection and device for every page out, and what pages found of her."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.language.known.networks import NETWORKS, Network, slowdown_of
from harness.shopper.noticing.found_at_page import compared, connection_of

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

    from harness.record import BrowserFacts, PersonaFacts
    from harness.shopper.evidence.pushed import PushedFacts
    from harness.shopper.protocol import Protocol

TOO_LATE = "too late for the first page of a new tab"
"""Playwright tells of a new tab when its first document is there already."""


@dataclass
class Likeness:
    """Gives each page what a context cannot: a slow connection, a slow device. Notes what pages find.

    What a page says of itself as it begins is the proof; of computing power only the browser's word.
    """

    persona: "PersonaFacts"
    browser: "BrowserFacts"
    protocol: "Protocol"
    _found: dict[str, None] = field(default_factory=dict)
    _missed: dict[str, None] = field(default_factory=dict)

    def start(self, context: "BrowserContext") -> None:
        """Slow down each page of the context, now and later, before it asks for anything where possible."""
        if self._network is None and self._slowdown == 1:
            return
        for page in context.pages:
            self._slow_down(page)
        context.on("page", self._slow_down)

    def stop(self, context: "BrowserContext") -> None:
        """Slow down no more."""
        if self._network is not None or self._slowdown != 1:
            context.remove_listener("page", self._slow_down)

    def notice(self, page: "Page", facts: "PushedFacts") -> None:
        """Compare what a page says of its visitor with who was asked for."""
        for each in compared(self.persona, self.browser, facts):
            is_late = each.kind == "connection" and page not in page.context.pages[:1]
            if each.is_so:
                self._found[each.asked] = None
            else:
                self._missed[f"{each.asked}: {TOO_LATE if is_late else each.missed}"] = None

    def found(self) -> "PersonaFacts":
        """Return the persona with what was found of her, and what was not."""
        missed = tuple(self._missed)
        found = tuple(each for each in self._found if not any(m.startswith(f"{each}:") for m in missed))
        return self.persona.model_copy(update={"applied": found, "not_applied": missed})

    @property
    def _network(self) -> Network | None:
        return NETWORKS.get(self.persona.network or "none")

    @property
    def _slowdown(self) -> float:
        return slowdown_of(self.persona.network, self.persona.cpu)

    def _slow_down(self, page: "Page") -> None:
        network, slowdown = self._network, self._slowdown
        asked = [connection_of(self.persona)] if network else []
        asked += [_device_of(slowdown)] if slowdown != 1 else []
        try:
            line = self.protocol.line_to(page)
            if line and network:
                line.send("Network.enable")
                line.send("Network.emulateNetworkConditions", _conditions(network))
            if line and slowdown != 1:
                line.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
                self._found[_device_of(slowdown)] = None
        except BrowserError:
            line = None
        if line is None and not page.is_closed():
            self._missed |= dict.fromkeys(f"{each}: this browser cannot be slowed down" for each in asked)


def _device_of(slowdown: float) -> str:
    return f"device {slowdown:g} times slower"


def _conditions(network: Network) -> dict[str, float | bool]:
    return {
        "offline": False,
        "latency": network.latency_ms,
        "downloadThroughput": network.down_kbit_s * 1000 / 8,
        "uploadThroughput": network.up_kbit_s * 1000 / 8,
    }
