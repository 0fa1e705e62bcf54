"""A history in a file, or on the server of the tests."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.postgresql import Server


def _in_a_file(request: pytest.FixtureRequest) -> str:
    folder: Path = request.getfixturevalue("tmp_path")
    return str(folder / "elsewhere" / "history.sqlite")


def _on_a_server(request: pytest.FixtureRequest) -> str:
    server: Server = request.getfixturevalue("server")
    return server.address(server.new_user())


KINDS: dict[str, Callable[[pytest.FixtureRequest], str]] = {"file": _in_a_file, "server": _on_a_server}


@pytest.fixture(params=KINDS)
def asked(request: pytest.FixtureRequest) -> str:
    """Return what is said with `--history`: once a file, once a server."""
    return KINDS[request.param](request)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Return the folder of the runs."""
    return tmp_path / "reports"
