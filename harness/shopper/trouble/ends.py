"""What stopped a walk in, how the visit ended out; and the trouble that a defect of our own makes."""

import errno
import traceback
from typing import TYPE_CHECKING

from harness.record import Place, Trouble
from harness.shopper.trouble.stopping import StoppedOnPurpose

if TYPE_CHECKING:
    from harness.record import Ending

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.ENOMEM})


def ending_of(stopped: BaseException | None) -> "Ending":
    """Return how a visit ended."""
    if stopped is None:
        return "walked"
    if isinstance(stopped, StoppedOnPurpose):
        return "stopped on purpose"
    return "stopped" if isinstance(stopped, Exception) else "cut short"


def fault_at(fault: Exception, place: Place) -> Trouble:
    """Return the trouble for what no code of ours foresaw."""
    no_room = isinstance(fault, MemoryError) or (isinstance(fault, OSError) and fault.errno in _NO_ROOM)
    return Trouble(
        kind="no room" if no_room else "harness fault",
        verb="",
        message="this machine has no room left" if no_room else f"{type(fault).__name__}: {fault}",
        technical="".join(traceback.format_exception(fault)),
        place=place,
    )
