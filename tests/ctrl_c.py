"""A child process that can be interrupted, however this test run was started."""

import signal


def hear_ctrl_c() -> None:
    """Undo what a shell does to background jobs: they are started deaf to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
