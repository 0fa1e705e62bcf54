"""Who is asked again is asked at once: what is waited for between attempts is no part of these tests."""

import pytest

from harness.notify import sending


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "FIRST_WAIT_S", 0.01)
