"""A folder with one small journey on the embedded shop, and the command `harness` as a user runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ready_process import run_module

SITE = "site:\n  name: Northfold\n  address: demo\nlocale: en-US\nmoney: USD\n"
PERSONAS = """\
personas:
  laptop: {who: A customer on her laptop}
  phone: {who: A customer on her phone, device: Pixel 7}
"""
JOURNEY = """\
journey: Look for a shirt
personas: [laptop, phone]
tags: [nightly]
steps:
  - step: Come to the shop
    do:
      - open: /help/returns
    see:
      - heading "Returns policy"
  - step: Search for a shirt
    do:
      - open: /search?q=shirt
    see:
      - heading "Search results"
owner: find-team
"""
IMPATIENT = """\
import pytest


@pytest.fixture(scope="session")
def patience_ms() -> int:
    return 1500
"""

Harness = Callable[..., "subprocess.CompletedProcess[str]"]
Walked = tuple[Path, "subprocess.CompletedProcess[str]"]


def environment(**extra: str) -> dict[str, str]:
    """Return the environment of a user whose terminal and shell ask for nothing special."""
    special = {"NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "PYTEST_ADDOPTS", "HARNESS_DEBUG"}
    return {name: value for name, value in os.environ.items() if name not in special} | extra


def harness_in(folder: Path) -> Harness:
    """Return a function that runs `harness` in a folder; `PYTHONPATH` has no effect on what it imports."""

    def harness(*arguments: str, timeout_s: int = 120, **extra: str) -> "subprocess.CompletedProcess[str]":
        environ = environment(**extra)
        return run_module("harness", *arguments, folder=folder, environ=environ, timeout_s=timeout_s)

    return harness


def harness_without(module: str, *arguments: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run `harness` in a folder as on a machine where a module is not installed."""
    asked = (
        f"import sys; sys.modules[{module!r}] = None;"
        f" import harness.cli; sys.exit(harness.cli.main({list(arguments)!r}))"
    )
    return subprocess.run(
        [sys.executable, "-c", asked],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def write_project(folder: Path, *, journey: str = JOURNEY, site: str = SITE) -> Path:
    """Write a folder of journeys with one journey in it."""
    (folder / "journeys" / "find").mkdir(parents=True)
    (folder / "conftest.py").write_text(IMPATIENT)
    (folder / "journeys" / "site.yaml").write_text(site)
    (folder / "journeys" / "personas.yaml").write_text(PERSONAS)
    (folder / "journeys" / "find" / "shirt.yaml").write_text(journey)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder that nothing was run in yet."""
    return write_project(tmp_path)


@pytest.fixture
def harness(project: Path) -> Harness:
    """`harness`, run in the project."""
    return harness_in(project)


@pytest.fixture(scope="session")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Walked:
    """A project whose journey was walked once while the search was down, and what was said."""
    folder = write_project(tmp_path_factory.mktemp("walked"))
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option -m never\n")
    return folder, harness_in(folder)("run", "--defect", "search-down", "--report", "page", "--verbose")
