"""The patience of an assignment in, that of each shopper out: who waits for what is gone waits in vain."""

import pytest

PATIENCE = pytest.StashKey[int | None]()


@pytest.fixture(scope="session")
def patience_ms(pytestconfig: pytest.Config) -> int:
    """How long a customer waits for one thing; a `conftest.py` may still say otherwise."""
    return pytestconfig.stash[PATIENCE] or 0
