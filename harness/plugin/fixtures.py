"""pytest-playwright's fixtures in, a shopper who is ready to walk out."""

from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import pytest

from harness.browser.doctor import ready_browser
from harness.browser.found import DoctorError, NoBrowserError
from harness.browser.hosts import AllowedHosts
from harness.browser.keeper import BrowserKeeper
from harness.compile.visits import PlannedVisit
from harness.judge import Verdict
from harness.plugin.allure_bridge import BRIDGE
from harness.plugin.compiled import Unwalkable
from harness.plugin.options import on_chosen_device, wants_window_in_vain
from harness.plugin.recordings import Recordings
from harness.plugin.run import CANNOT_WALK, RUN
from harness.plugin.walking import BEGUN, JUDGED, note_verdict
from harness.record import BrowserFacts
from harness.shopper import Shopper
from harness.shopper.persona_context import TOKEN, context_options
from harness.shopper.visiting import VisitSettings, announce, begin_visit

if TYPE_CHECKING:
    from playwright.sync_api import Playwright


def keep_browser(
    pytestconfig: pytest.Config,
    browser_name: str,
    browser_type_launch_args: dict[str, Any],
    launch_browser: Callable[..., Any],
) -> Iterator[BrowserKeeper]:
    """The browser of the run, proven to work, and started again when it died."""
    keeper = BrowserKeeper(
        found=proven_browser(pytestconfig, browser_name),
        launch=launch_browser,
        own_browser=bool({"channel", "executable_path"} & set(browser_type_launch_args)),
    )
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
    run = request.config.stash[RUN]
    visit = run.own_folder(on_chosen_device(_visit_of(request), request.config))
    request.node.stash[BEGUN] = visit
    run.reachable_address(visit.site)
    settings = run.settings(visit, {"playwright": version("playwright")}, patience_ms=patience_ms)
    _announce(visit, settings, request.config)
    hosts = AllowedHosts.of(settings.address, visit.site.hosts)
    recordings = Recordings.of(request.config, run.folder.visit(visit.id))
    options = _options(visit, browser_keeper, hosts, playwright)
    options |= _chosen_by_user(browser_context_args, _device(visit, playwright))
    options |= recordings.context_options()
    context = browser_keeper.context(hosts, options)
    recordings.start(context)
    facts = _browser_facts(browser_keeper, hosts, options)
    shopper = begin_visit(visit, context, settings=settings, browser=facts, folder=recordings.folder)
    run.folder.point_latest_here()  # not before: a run that cannot start is nobody's latest
    yield shopper
    recordings.finish(context, shopper.scrubber, failed=_has_failed(request.node))


def _announce(visit: PlannedVisit, settings: VisitSettings, config: pytest.Config) -> None:
    """Leave word of the visit where each reader looks, for the case that nothing more is ever written."""
    planned = announce(visit, settings=settings, folder=config.stash[RUN].folder.visit(visit.id))
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


def _device(visit: PlannedVisit, playwright: "Playwright") -> Mapping[str, Any]:
    return playwright.devices[visit.persona.device] if visit.persona.device else {}


def _options(
    visit: PlannedVisit, keeper: BrowserKeeper, hosts: AllowedHosts, playwright: "Playwright"
) -> dict[str, Any]:
    return context_options(
        visit.persona,
        visit.site,
        device=_device(visit, playwright),
        engine=keeper.found.engine,
        version=keeper.version(hosts),
    )


def _chosen_by_user(arguments: Mapping[str, Any], device: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a user's own fixture adds to the context; `--device` and `--video` are ours to see to."""
    ours = {**device, "record_video_dir": arguments.get("record_video_dir")}
    return {name: value for name, value in arguments.items() if name not in ours or ours[name] != value}


def _has_failed(item: pytest.Item) -> bool:
    judged = item.stash.get(JUDGED, None)
    return judged is None or judged[1].turn.pytest_outcome == "failed"


def _browser_facts(keeper: BrowserKeeper, hosts: AllowedHosts, options: dict[str, Any]) -> BrowserFacts:
    viewport = options.get("viewport") or {}
    return BrowserFacts(
        engine=keeper.found.engine,
        kind="chosen by the operator" if keeper.own_browser else keeper.found.kind,
        version=keeper.version(hosts),
        viewport_width_px=viewport.get("width", 0),
        viewport_height_px=viewport.get("height", 0),
        user_agent=options.get("user_agent", TOKEN),
    )
