"""What stopped a walk in, how the visit ended out."""

from typing import TYPE_CHECKING

from harness.shopper.trouble.stopping import StoppedOnPurpose

if TYPE_CHECKING:
    from harness.record import Ending


def ending_of(stopped: BaseException | None) -> "Ending":
    """Return how a visit ended."""
    if stopped is None:
        return "walked"
    if isinstance(stopped, StoppedOnPurpose):
        return "stopped on purpose"
    return "stopped" if isinstance(stopped, Exception) else "cut short"
