"""A pytest session that is over in, why it ended before its end out: told in the record of the run."""

import pytest

from harness.record import RunEnd

INTERRUPTED = "the run was interrupted before it began"
STOPPED = "the run was stopped before it began: {}"
AFTER_FAILURES = "stopping after "
"""How pytest and pytest-xdist tell that `-x` or `--maxfail` ends a run."""
WORKER_INTERRUPTED = "received keyboard-interrupt"
"""How pytest-xdist tells that Ctrl-C reached a worker first."""


class Stopping:
    """Hears why a run ends early, and which visits are skipped."""

    def __init__(self) -> None:
        self.end = RunEnd()

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Tell Ctrl-C from what pytest, or the harness, ends a run for."""
        said = str(excinfo.value)
        by_hand = excinfo.type is KeyboardInterrupt or said.endswith(WORKER_INTERRUPTED)
        wished = by_hand or said.startswith(AFTER_FAILURES)
        self._note(INTERRUPTED if by_hand else STOPPED.format(said), wished=wished)

    def pytest_internalerror(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Note what nobody asked for."""
        self._note(STOPPED.format(excinfo.typename), wished=False)

    def leave_out(self, name: str, reason: str) -> None:
        """Note a visit that was skipped."""
        self.end = self.end.model_copy(update={"left_out": {**self.end.left_out, name: reason}})

    def at_end_of(self, session: pytest.Session, *, interrupted: bool) -> RunEnd:
        """Return how a session ended.

        Args:
            session: It alone tells `-x`.
            interrupted: Whether Ctrl-C was heard; Playwright may have put an error of its own in its place.
        """
        wish = session.shouldfail or session.shouldstop
        if interrupted:
            self._note(INTERRUPTED, wished=True)
        elif wish:
            self._note(STOPPED.format(wish), wished=True)
        return self.end

    def _note(self, why: str, *, wished: bool) -> None:
        self.end = self.end.model_copy(update={"stopped": why, "wished": wished})
