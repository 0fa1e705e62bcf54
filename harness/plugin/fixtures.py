"""pytest-playwright's fixtures in, a shopper who is ready to walk out."""

from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from harness.browser.doctor import ready_browser
from harness.browser.found import DoctorError, NoBrowserError
from harness.browser.hosts import AllowedHosts
from harness.browser.keeper import BrowserKeeper
from harness.compile.visits import PlannedVisit
from harness.demo.process import DemoShopError
from harness.plugin.run import RUN, Run
from harness.record import BrowserFacts
from harness.shopper import Shopper
from harness.shopper.persona_context import TOKEN, context_options, slow_down
from harness.shopper.visiting import begin_visit

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

NO_BROWSER = 3


@pytest.fixture(scope="session")
def browser_keeper(
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


@pytest.fixture
def shopper(
    request: pytest.FixtureRequest,
    browser_keeper: BrowserKeeper,
    browser_context_args: dict[str, Any],
    playwright: "Playwright",
) -> Iterator[Shopper]:
    """The mystery shopper, in a fresh browser context, about to walk the visit of this test."""
    visit = _visit_of(request)
    run = request.config.stash[RUN]
    device = playwright.devices[visit.persona.device] if visit.persona.device else {}
    hosts = AllowedHosts.of(_address(run, visit), visit.site.hosts)
    options = context_options(
        visit.persona,
        visit.site,
        device=device,
        engine=browser_keeper.found.engine,
        version=browser_keeper.version(hosts),
    )
    options |= browser_context_args
    context = browser_keeper.context(hosts, options)
    slow_down(context, visit.persona)
    settings = run.settings(visit.site, _base(request), {"playwright": version("playwright")})
    facts = _browser_facts(browser_keeper, hosts, options)
    folder = _free_folder(run, visit)
    yield begin_visit(visit, context, settings=settings, browser=facts, folder=folder)
    if context.browser and context.browser.is_connected():
        context.close()


def proven_browser(config: pytest.Config, wanted: str) -> Any:
    """Return a browser that works here; without one the run ends at once with a clear sentence."""
    headed = bool(config.getoption("--headed"))
    try:
        return ready_browser(wanted, headed=headed, reports=config.stash[RUN].reports)
    except (NoBrowserError, DoctorError) as error:
        pytest.exit(str(error), returncode=NO_BROWSER)


def _visit_of(request: pytest.FixtureRequest) -> PlannedVisit:
    visit = getattr(request.node, "visit", None) or getattr(request, "param", None)
    if not isinstance(visit, PlannedVisit):
        raise pytest.UsageError(
            f"{request.node.nodeid}: the shopper walks journeys. Mark the test with the one it belongs to:"
            ' @pytest.mark.journey("journeys/buy/promo-code.yaml").'
        )
    return visit


def _address(run: Run, visit: PlannedVisit) -> str:
    try:
        return run.address_of(visit.site)
    except DemoShopError as error:
        pytest.exit(str(error), returncode=NO_BROWSER)


def _base(request: pytest.FixtureRequest) -> Path:
    """Return the folder above the journeys, or the one a compiled test is run from."""
    visit = _visit_of(request)
    journeys = len(Path(visit.journey.place.file).parts)
    return visit.journey.path.parents[journeys - 1]


def _free_folder(run: Run, visit: PlannedVisit) -> Path:
    """Return a folder for the visit; the same one walked twice in a run keeps both records."""
    folder, number = run.folder.visit(visit.id), 2
    while folder.exists():
        folder, number = run.folder.visit(f"{visit.id}--{number}"), number + 1
    return folder


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
