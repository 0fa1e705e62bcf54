"""What all tests share; cases that are themselves journeys are not walked by pytest."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.postgresql import Server, programs, running
from tests.ready_process import end_what_was_imported

settings.register_profile("here", deadline=None)  # how long a case takes tells how busy the machine is
settings.load_profile("here")

collect_ignore = ["bad", "bench/shop", "good", "surroundings"]


@pytest.fixture(scope="session", autouse=True)
def commands() -> Iterator[None]:
    """End with the tests what their commands were forked from."""
    yield
    end_what_was_imported()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Start PostgreSQL."""
    installed = programs()
    if installed is None:
        pytest.skip(
            "PostgreSQL is not installed here: it is not proven that a ledger or a history on a server"
            " keeps what was written. Install it (Debian: postgresql) to prove that."
        )
    with running(installed) as started:
        yield started
