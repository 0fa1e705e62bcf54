"""A planned visit and the run's browser in, shoppers ready to walk it out: one, and one more if need be."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from harness.browser.bounded import at_most
from harness.language.known.evidence import WantedEvidence
from harness.plugin.cannot_walk import CANNOT_WALK
from harness.record import BrowserFacts
from harness.shopper.persona_context import context_options
from harness.shopper.visiting import begin_visit
from harness.shopper.windows import SETTING_OUT_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Playwright, StorageState

    from harness.browser.hosts import AllowedHosts
    from harness.browser.keeper import BrowserKeeper
    from harness.compile.visits import PlannedVisit
    from harness.ledger import Entry
    from harness.plugin.run import Run
    from harness.shopper import Shopper

ONLY_STOPPED = "retain-on-failure"
"""What pytest-playwright calls a recording that is kept of failed tests only."""


@dataclass(frozen=True)
class Outfit:
    """What a shopper of one visit is given; the same for each walk of it.

    Args:
        chosen: What a user's own fixture adds to the browser context.
        session: What her browser holds from the beginning, so that she is signed in.
        recorded: pytest-playwright's wishes: `trace` and `video`, each `on`, `off` or `retain-on-failure`.
        attended: Whether somebody watches who asks for another walk herself.
        waited_ms: How long the visit has waited for its turn at the site.
        owed: What an earlier run left of this visit, which is looked up or undone.
    """

    visit: "PlannedVisit"
    run: "Run"
    keeper: "BrowserKeeper"
    hosts: "AllowedHosts"
    device: Mapping[str, Any]
    chosen: Mapping[str, Any]
    evidence: WantedEvidence
    recorded: Mapping[str, str]
    patience_ms: int
    attended: bool = False
    waited_ms: int = 0
    session: "StorageState | None" = None
    owed: "tuple[Entry, ...]" = ()

    def shopper(
        self, folder: Path, evidence: WantedEvidence | None = None, *, retry_of: str = ""
    ) -> "Shopper":
        """Make a shopper in a fresh browser context.

        Args:
            folder: Where the record of this walk goes.
            evidence: What it is to leave behind, if not what the operator and the journey ask for.
            retry_of: Why this visit is walked anew, if it is.
        """
        options = self._options()
        wanted = evidence or self.evidence.and_also(
            *(kind for kind, how in self.recorded.items() if how != "off")
        )
        settings = self.run.settings(
            self.visit,
            {"playwright": version("playwright")},
            patience_ms=self.patience_ms,
            evidence=wanted,
            only_stopped=frozenset(kind for kind, how in self.recorded.items() if how == ONLY_STOPPED),
            retry_of=retry_of,
            waited_ms=self.waited_ms,
            marker=self.owed[0].claim.marker if self.owed else "",
            left=self.owed,
        )
        context = self.keeper.context(self.hosts, options)
        if self.session:  # not among the options, which Playwright writes into traces
            with at_most(SETTING_OUT_MS):
                context.set_storage_state(self.session)
        shopper = begin_visit(
            self.visit, context, settings=settings, browser=self._facts(options), folder=folder
        )
        shopper.scrubber.hide(_values_in(self.session) if self.session else ())
        return shopper

    def _options(self) -> dict[str, Any]:
        options = context_options(
            self.visit.persona,
            self.visit.site,
            device=self.device,
            engine=self.keeper.found.engine,
            version=self.keeper.version(),
        )
        return options | dict(self.chosen)

    def _facts(self, options: Mapping[str, Any]) -> BrowserFacts:
        viewport = options.get("viewport") or {}
        return BrowserFacts(
            engine=self.keeper.found.engine,
            kind="chosen by the operator" if self.keeper.own_browser else self.keeper.found.kind,
            version=self.keeper.version(),
            viewport_width_px=viewport.get("width", 0),
            viewport_height_px=viewport.get("height", 0),
            has_touch=bool(options.get("has_touch")),
            user_agent=options.get("user_agent", ""),
        )


def _values_in(session: "StorageState") -> "Iterator[str]":
    yield from (cookie["value"] for cookie in session["cookies"])
    yield from (kept["value"] for origin in session["origins"] for kept in origin["localStorage"])


def chosen_by_user(arguments: Mapping[str, Any], device: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a user's own fixture adds to the context; `--device` and `--video` are ours to see to."""
    ours = {**device, "record_video_dir": arguments.get("record_video_dir")}
    return {name: value for name, value in arguments.items() if name not in ours or ours[name] != value}


def refuse_own_proxy(arguments: Mapping[str, Any]) -> None:
    """End the run where a user's own fixture names a proxy: behind it nobody sees which hosts are reached."""
    if "proxy" in arguments:
        pytest.exit(
            "a fixture of conftest.py chooses a proxy, and behind one the hosts of site.yaml cannot be kept"
            " to. Take it out: browsers here reach the network by the machine's own way.",
            returncode=CANNOT_WALK,
        )


def device_of(visit: "PlannedVisit", playwright: "Playwright") -> Mapping[str, Any]:
    """Return Playwright's description of the persona's device, empty for a laptop."""
    return playwright.devices[visit.persona.device] if visit.persona.device else {}


def recorded_by(config: pytest.Config) -> dict[str, str]:
    """Return what pytest-playwright's options ask to be recorded."""
    return {"trace": config.getoption("--tracing"), "video": config.getoption("--video")}
