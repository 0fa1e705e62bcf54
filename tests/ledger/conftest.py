"""A ledger in a file, or on a server of the tests' own."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.ledger import Ledger, Place

if TYPE_CHECKING:
    from tests.postgresql import Server


def _in_a_file(request: pytest.FixtureRequest) -> Place:
    folder: Path = request.getfixturevalue("tmp_path")
    return Place(str(folder / "ledger.sqlite"), is_server=False)


def _on_a_server(request: pytest.FixtureRequest) -> Place:
    server: Server = request.getfixturevalue("server")
    return Place(server.address(server.new_user()), is_server=True)


KINDS: dict[str, Callable[[pytest.FixtureRequest], Place]] = {"file": _in_a_file, "server": _on_a_server}


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Place:
    """Return where a new ledger is to lie, once in a file and once on a server."""
    return KINDS[request.param](request)


@pytest.fixture
def ledger(place: Place) -> Ledger:
    """Return a new ledger."""
    return Ledger.open(place)


@pytest.fixture
def file(tmp_path: Path) -> Place:
    """Return where a ledger in a file is to lie."""
    return Place(str(tmp_path / "ledger.sqlite"), is_server=False)
