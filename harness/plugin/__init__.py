"""pytest in, walked journeys out: the hooks, each with one line to where its work is done."""

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from harness.plugin.allure_bridge import AllureBridge
from harness.plugin.collecting import (
    MARKER,
    FaultyItem,
    JourneyFile,
    VisitItem,
    collect_file,
    visits_of_marker,
)
from harness.plugin.ending import Ending
from harness.plugin.fixtures import browser_keeper, shopper
from harness.plugin.options import add_options
from harness.plugin.run import RUN, Run
from harness.plugin.sharing import Sharing
from harness.plugin.walking import VERDICT_PROPERTY, failure_text, walk

if TYPE_CHECKING:
    from harness.compile.visits import PlannedVisit

__all__ = ["browser_keeper", "shopper"]

BRIDGE = pytest.StashKey[AllureBridge]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of a run."""
    add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    """Begin a run; nothing is written before the first journey is found."""
    config.addinivalue_line("markers", f"{MARKER}(file): the journey this compiled test was made from")
    # pytest-playwright 0.10 defines `base_url` in a way that pytest 9.2 announces the end of.
    config.addinivalue_line("filterwarnings", "ignore:Session-scoped fixtures defined as instance methods")
    config.stash[RUN] = Run.of(config)
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Ending(config.stash[RUN], config), "mystery shopper's ending")
        config.pluginmanager.register(Sharing(config), "mystery shopper's sharing")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> JourneyFile | None:
    """Collect journeys."""
    return collect_file(file_path, parent)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a compiled journey that was saved as a test file its visits."""
    if "shopper" not in metafunc.fixturenames or not isinstance(metafunc.definition, pytest.Function):
        return
    visits = visits_of_marker(metafunc.definition)
    if visits:
        metafunc.parametrize("shopper", visits, indirect=True, ids=[v.label or "visit" for v in visits])


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    """Write down what is planned, once it is known that there is anything to walk."""
    visits = [visit for visit in map(_visit, session.items) if visit]
    faulty = [item for item in session.items if isinstance(item, FaultyItem)]
    if (not visits and not faulty) or session.config.option.collectonly:
        return
    run = session.config.stash[RUN]
    run.planned = [visit.id for visit in visits]
    run.faulty_files = [item.faulty_file for item in faulty]
    site = visits[0].site if visits else None
    run.write(site.name if site else "", run.address_of(site) if site else "")
    session.config.stash[BRIDGE] = AllureBridge(session.config)
    session.config.stash[BRIDGE].start()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    """Tell the Allure bridge which test is under way."""
    bridge = item.config.stash.get(BRIDGE, None)
    if bridge:
        bridge.walking(item)
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, Any, Any]:
    """Walk a visit and judge it."""
    return (yield from walk(pyfuncitem))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """Show what a failed visit means before the line of the YAML it stopped at."""
    report = yield
    if call.when == "call" and isinstance(item, FaultyItem):
        report.user_properties.append((VERDICT_PROPERTY, "faulty file"))
    if call.excinfo and call.when == "call":
        text = failure_text(item, call.excinfo.value)
        if text and report.failed:
            report.sections.append(("What customers meet", text))
    return report


def _visit(item: pytest.Item) -> "PlannedVisit | None":
    if isinstance(item, VisitItem):
        return item.visit
    parameters = getattr(getattr(item, "callspec", None), "params", {})
    return parameters.get("shopper")
