"""A browser context in, the gate that was made with it out."""

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from harness.browser.gate.gate import Gate, anywhere

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

_GATES: "WeakKeyDictionary[BrowserContext, Gate]" = WeakKeyDictionary()


def remember_gate(context: "BrowserContext", gate: Gate) -> None:
    """Remember what a context reaches the network through."""
    _GATES[context] = gate


def gate_of(context: "BrowserContext") -> Gate:
    """Return what a context reaches the network through; one that we did not make goes where it likes."""
    return _GATES.get(context) or anywhere()
