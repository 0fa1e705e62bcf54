"""How busy the machine was that walked: what may have made times longer than customers have them."""

from pydantic import Field

from harness.record.base import Recorded


class MachineLoad(Recorded):
    """The load of the shopper's own machine, over a step or a whole visit.

    Args:
        pressure: Share of the time in which some program waited for a processor.
        waited_ms: How long the programs of this visit waited for one, all their threads added up, which
            is more than it delayed them.
        others_ms: Processor time that all other programs used, and machines that share the host. Both are
            None where it was not looked at, or the system does not tell.
        estimated: Whether the pressure was estimated by a short calculation: the system does not tell it.
    """

    pressure: float = Field(ge=0, le=1)
    waited_ms: int | None = Field(default=None, ge=0)
    others_ms: int | None = Field(default=None, ge=0)
    estimated: bool = False
