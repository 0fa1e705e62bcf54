"""A browser context in, every action in it as Playwright's own recorder tells it out.

The one place that uses what Playwright keeps to itself (read in 1.65): `_start_recording` of a context's
implementation, made for its `playwright-cli`, gives each action with a locator as JSON and the page's aria
snapshot. Any other version is recorded by `playwright codegen` instead: see `codegen.py`.
"""

import inspect
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as BrowserError

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

KNOWN_VERSIONS = ("1.65",)
"""Versions whose recorder was tried: add one when the tests of `tests/recorder` pass with it."""
HELD_BACK_S = 0.5
"""Clicks are told so much later, because a second one may make it a double click (`kActionBufferTimeout`)."""

_PARAMETERS = ["params", "event_sink"]


@dataclass(frozen=True)
class Told:
    """One action as it was told; `is_more` when it replaces the one before: typing goes on."""

    tab: str
    action: Mapping[str, Any]
    locator: Mapping[str, Any]
    is_more: bool = False


def is_known(context: "BrowserContext") -> bool:
    """Whether this Playwright has the recorder that this was written for."""
    start = getattr(context._impl_obj, "_start_recording", None)  # noqa: SLF001 -- see above
    is_same = start is not None and list(inspect.signature(start).parameters) == _PARAMETERS
    return is_same and version("playwright").rpartition(".")[0] in KNOWN_VERSIONS


def start_recording(
    context: "BrowserContext", tell: Callable[[Told], None], tell_signal: Callable[[str, str], None]
) -> None:
    """Begin to record.

    Args:
        context: What is recorded, with all tabs it has and will have.
        tell: Gets each action; called between the calls to Playwright, so it must make none itself.
        tell_signal: Gets a tab and what an action of it has set off, such as `download`.
    """
    sink = _Sink(tell, tell_signal)
    context._sync(context._impl_obj._start_recording({"language": "jsonl"}, sink))  # noqa: SLF001


def stop_recording(context: "BrowserContext") -> None:
    """Have the last click told; where the browser is gone already, it is lost."""
    try:
        context._sync(context._impl_obj._stop_recording())  # noqa: SLF001 -- see above
    except BrowserError:
        return


def tab_of(page: "Page") -> str:
    """Return the name by which actions tell their tab."""
    return str(page._impl_obj._guid)  # noqa: SLF001 -- see above


@dataclass(frozen=True)
class _Sink:
    """What Playwright calls; its pages are those of its implementation."""

    tell: Callable[[Told], None]
    tell_signal: Callable[[str, str], None]

    def action_added(self, page: Any, action: Mapping[str, Any], code: str) -> None:
        self.tell(Told(page._guid, action, _locator(code)))  # noqa: SLF001 -- see above

    def action_updated(self, page: Any, action: Mapping[str, Any], code: str) -> None:
        self.tell(Told(page._guid, action, _locator(code), is_more=True))  # noqa: SLF001 -- see above

    def signal_added(self, page: Any, signal: Mapping[str, Any], _code: str) -> None:
        self.tell_signal(page._guid, str(signal.get("name")))  # noqa: SLF001 -- see above


def _locator(code: str) -> Mapping[str, Any]:
    try:
        told = json.loads(code)
    except ValueError:
        return {}
    return dict(told.get("locator") or {})
