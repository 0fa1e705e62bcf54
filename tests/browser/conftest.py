"""Fixtures: an empty machine, and this one with a cache of its own."""

from pathlib import Path

import pytest

from harness.browser.found import BrowserFound, BrowserSettings
from harness.browser.supply import find_browser

from .machine import Machine


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    (tmp_path / "programs").mkdir()
    return Machine(tmp_path / "programs", tmp_path / "downloads")


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def playwright_downloads() -> Path:
    """Where Playwright's browsers really are, whatever a test does to the environment."""
    return BrowserSettings().playwright_folder


@pytest.fixture(autouse=True)
def own_surroundings(monkeypatch: pytest.MonkeyPatch, shared_cache: Path, playwright_downloads: Path) -> None:
    """Keep the user's setting and cache out; Playwright's downloads stay where they are."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(shared_cache))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(playwright_downloads))
    monkeypatch.delenv("HARNESS_BROWSER", raising=False)


@pytest.fixture
def empty_cache(own_surroundings: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "mystery-shopper"


@pytest.fixture
def this_machine(own_surroundings: None) -> BrowserFound:
    """The real browser of this machine; without one, every test that asks for it fails with the remedy."""
    return find_browser(settings=BrowserSettings(), may_install=False)
