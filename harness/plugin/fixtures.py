"""pytest-playwright's fixtures in, a shopper who is ready to walk out."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from harness.browser.doctor import ready_browser
from harness.browser.found import DoctorError, NoBrowserError
from harness.browser.keeper import BrowserKeeper
from harness.browser.own_name import LAPTOP_AGENTS, user_agent
from harness.compile.visits import PlannedVisit
from harness.judge import Verdict
from harness.language.allowed_hosts import hosts_of
from harness.plugin.allure_bridge import BRIDGE
from harness.plugin.cannot_walk import CANNOT_WALK
from harness.plugin.committing import leave_out_if_switched_off, open_ledger_early
from harness.plugin.compiled import Unwalkable
from harness.plugin.identifying import refuse_header_without_chromium
from harness.plugin.options import on_chosen_device, wanted_evidence, wants_window_in_vain
from harness.plugin.outfit import Outfit, chosen_by_user, device_of, recorded_by, refuse_own_proxy
from harness.plugin.owed import Owed
from harness.plugin.pacing import turn_to_visit
from harness.plugin.run import RUN
from harness.plugin.signing_in import set_out
from harness.plugin.walking import BEGUN, OUTFIT, note_verdict
from harness.shopper import Shopper
from harness.shopper.visiting import announce

if TYPE_CHECKING:
    from playwright.sync_api import Playwright


def keep_browser(
    pytestconfig: pytest.Config,
    browser_name: str,
    browser_type_launch_args: dict[str, Any],
    launch_browser: Callable[..., Any],
) -> Iterator[BrowserKeeper]:
    """The browser of the run, proven to work, and started again when it died."""
    refuse_own_proxy(browser_type_launch_args)
    found = proven_browser(pytestconfig, browser_name)
    is_own = bool({"channel", "executable_path"} & set(browser_type_launch_args))
    agent = "" if is_own or not found.version else user_agent(LAPTOP_AGENTS[found.engine], found.version)
    keeper = BrowserKeeper(found=found, launch=launch_browser, own_browser=is_own, user_agent=agent)
    yield keeper
    keeper.close()


def prepare_shopper(
    request: pytest.FixtureRequest,
    browser_keeper: BrowserKeeper,
    browser_context_args: dict[str, Any],
    playwright: "Playwright",
    patience_ms: int,
) -> Iterator[Shopper]:
    """The mystery shopper, in a fresh browser context, about to walk the visit of this test."""
    config = request.config
    run = config.stash[RUN]
    planned = on_chosen_device(_visit_of(request), config)
    leave_out_if_switched_off(planned)
    visit = run.own_folder(planned)
    request.node.stash[BEGUN] = visit
    refuse_header_without_chromium(visit.site, browser_keeper.found.engine)
    run.reachable_address(visit.site)
    _announce(visit, config, patience_ms)
    refuse_own_proxy(browser_context_args)

    def outfit_of(visit: PlannedVisit) -> Outfit:
        device = device_of(visit, playwright)
        return Outfit(
            visit=visit,
            run=run,
            keeper=browser_keeper,
            hosts=hosts_of(visit.site, run.address_of(visit.site)),
            device=device,
            chosen=chosen_by_user(browser_context_args, device),
            evidence=wanted_evidence(config, visit.journey),
            recorded=recorded_by(config),
            patience_ms=patience_ms,
        )

    folder = run.folder.visit(visit.id)
    with turn_to_visit(run.turns(visit.site), folder) as waited_ms:
        Owed(run, outfit_of).see_to(visit)
        open_ledger_early(visit, run)
        outfit = request.node.stash[OUTFIT] = replace(outfit_of(visit), waited_ms=waited_ms)
        shopper = set_out(outfit, folder)
        run.folder.point_latest_here()  # not before: a run that cannot start is nobody's latest
        yield shopper
        shopper.close()


def _announce(visit: PlannedVisit, config: pytest.Config, patience_ms: int) -> None:
    """Leave word of the visit where each reader looks, for the case that nothing more is ever written."""
    run = config.stash[RUN]
    settings = run.settings(visit, {}, patience_ms=patience_ms)
    planned = announce(visit, settings=settings, folder=run.folder.visit(visit.id))
    bridge = config.stash.get(BRIDGE, None)
    if bridge:
        bridge.begins(planned)


def proven_browser(config: pytest.Config, wanted: str) -> Any:
    """Return a browser that works here; without one the run ends at once with a clear sentence."""
    if wants_window_in_vain(config):
        pytest.exit(
            "there is no screen to show a window on. Leave out --headed, or use xvfb-run.",
            returncode=CANNOT_WALK,
        )
    try:
        return ready_browser(
            wanted,
            headed=bool(config.getoption("--headed")),
            video=config.getoption("--video") != "off",
            reports=config.stash[RUN].reports,
        )
    except (NoBrowserError, DoctorError) as error:
        pytest.exit(str(error), returncode=CANNOT_WALK)


def _visit_of(request: pytest.FixtureRequest) -> PlannedVisit:
    visit = getattr(request.node, "visit", None) or getattr(request, "param", None)
    if isinstance(visit, Unwalkable):
        note_verdict(request.node, Verdict.FAULTY_FILE)
        pytest.fail(visit.reason, pytrace=False)
    if not isinstance(visit, PlannedVisit):
        pytest.fail(
            f"{request.node.nodeid}: the shopper walks journeys. Mark the test with the one it belongs to:"
            ' @pytest.mark.journey("journeys/buy/promo-code.yaml").',
            pytrace=False,
        )
    return visit
