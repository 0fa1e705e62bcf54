"""What keeps a command from its work, told so that the user knows what to type next."""

INTERRUPTED = 2
MACHINE = 3
ASKED = 4


class TroubleError(Exception):
    """A command cannot do what it was asked; its text is one plain sentence and the remedy."""

    exit_code = MACHINE


class MachineError(TroubleError):
    """Something is missing on this machine: a browser, a package, a folder that can be written."""


class AskedError(TroubleError):
    """What was typed cannot be done: an unknown name, a folder without journeys."""

    exit_code = ASKED
