"""What made it harder in, as it happens; what made it harder since a moment out."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from harness.record import Friction
    from harness.shopper.clock import VisitClock


@dataclass
class FrictionLog:
    """Keeps what made a visit harder, each with the moment it began."""

    clock: "VisitClock"
    _noted: "list[tuple[int, Friction]]" = field(default_factory=list)

    def add(self, friction: "Friction", *, began_ms: int | None = None) -> None:
        """Note something; it began just now unless the moment is given."""
        self._noted.append((self.clock.now_ms() if began_ms is None else began_ms, friction))

    def since(self, at_ms: int) -> "tuple[Friction, ...]":
        """Return what was noted since a moment of the visit."""
        return tuple(friction for moment, friction in self._noted if moment >= at_ms)

    def any_stuck(self) -> bool:
        """Whether an interruption of this visit could not be closed."""
        return any(friction.kind == "popup stuck" for _, friction in self._noted)
