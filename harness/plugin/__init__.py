"""pytest in, a run with journeys made ready out: all that an ordinary run of pytest pays for.

What walks journeys takes a third of a second to import. It is imported, and its hooks are registered,
when the first journey is found or a test asks for the shopper.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from harness.language.folder import SUFFIXES, find_root, is_own_verbs
from harness.plugin.options import add_options

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

    from harness.browser.keeper import BrowserKeeper
    from harness.plugin.collecting import JourneyFile
    from harness.shopper import Shopper

MARKER = "journey"
HOOKS = "harness.plugin.hooks"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of a run."""
    add_options(parser)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known; workers of a parallel run are made ready before any of them collects."""
    config.addinivalue_line("markers", f"{MARKER}(file): the journey this compiled test was made from")
    # pytest-playwright 0.10 defines `base_url` in a way that pytest 9.2 announces the end of.
    config.addinivalue_line("filterwarnings", "ignore:Session-scoped fixtures defined as instance methods")
    if hasattr(config, "workerinput"):
        config.option.clean_alluredir = False  # done once; a worker that takes a dead one's place wipes all
    if hasattr(config, "workerinput") or config.getoption("dist", "no") != "no":
        make_ready(config)


def make_ready(config: pytest.Config) -> None:
    """Register the hooks that walk journeys, once."""
    if not config.pluginmanager.has_plugin(HOOKS):
        config.pluginmanager.register(import_module(HOOKS), HOOKS)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "JourneyFile | None":
    """Collect what a folder with `site.yaml` holds: YAML, and own verbs; other YAML is not ours."""
    is_yaml = file_path.suffix.lower() in SUFFIXES and find_root(file_path) is not None
    if not is_yaml and not is_own_verbs(file_path):
        return None
    make_ready(parent.config)
    from harness.plugin.collecting import JourneyFile  # noqa: PLC0415 -- see above

    return JourneyFile.from_parent(parent, path=file_path)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a compiled journey that was saved as a test file its visits."""
    if "shopper" not in metafunc.fixturenames:
        return
    make_ready(metafunc.config)
    from harness.plugin.compiled import give_visits  # noqa: PLC0415 -- see above

    give_visits(metafunc)


@pytest.fixture(scope="session")
def browser_keeper(
    pytestconfig: pytest.Config,
    browser_name: str,
    browser_type_launch_args: dict[str, Any],
    launch_browser: Callable[..., Any],
) -> "Iterator[BrowserKeeper]":
    """The browser of the run, proven to work, and started again when it died."""
    make_ready(pytestconfig)
    from harness.plugin.fixtures import keep_browser  # noqa: PLC0415 -- see above

    yield from keep_browser(pytestconfig, browser_name, browser_type_launch_args, launch_browser)


@pytest.fixture(scope="session")
def patience_ms() -> int:
    """How long a customer waits for one thing; a `conftest.py` may say otherwise."""
    from harness.shopper.settings import PATIENCE_MS  # noqa: PLC0415 -- see above

    return PATIENCE_MS


@pytest.fixture
def shopper(
    request: pytest.FixtureRequest,
    browser_keeper: "BrowserKeeper",
    browser_context_args: dict[str, Any],
    playwright: "Playwright",
    patience_ms: int,
) -> "Iterator[Shopper]":
    """The mystery shopper, in a fresh browser context, about to walk the visit of this test."""
    from harness.plugin.fixtures import prepare_shopper  # noqa: PLC0415 -- see above

    yield from prepare_shopper(request, browser_keeper, browser_context_args, playwright, patience_ms)
