"""An exception that nobody provided for in, the trouble it is out: the machine is full, or our own defect."""

import errno
import traceback

from harness.record import Place, Trouble

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.ENOMEM})


def is_no_room(error: BaseException) -> bool:
    """Say whether the machine is full."""
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno in _NO_ROOM)


def trouble_of(fault: Exception, place: Place) -> Trouble:
    """Return the trouble as the judge needs it."""
    no_room = is_no_room(fault)
    return Trouble(
        kind="no room" if no_room else "harness fault",
        verb="",
        message="this machine has no room left" if no_room else f"{type(fault).__name__}: {fault}",
        technical="".join(traceback.format_exception(fault)),
        place=place,
    )
