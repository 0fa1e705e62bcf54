"""What the shopper does for herself in: pictures, pauses, looking around; how long it took out."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from harness.shopper.clock import VisitClock


@dataclass
class OwnTime:
    """Keeps the spans of a visit that no customer would have waited; they are no part of a step's time."""

    clock: "VisitClock"
    _spans: list[tuple[int, int]] = field(default_factory=list)
    _deep: int = 0

    @contextmanager
    def spent(self) -> Iterator[None]:
        """Note how long what is done inside takes; of spans within each other the outermost counts."""
        began_ms, self._deep = self.clock.now_ms(), self._deep + 1
        try:
            yield
        finally:
            self._deep -= 1
            if not self._deep:
                self._spans.append((began_ms, self.clock.now_ms()))

    def note(self, began_ms: int) -> None:
        """Note that all since a moment of the visit was the shopper's own doing."""
        if not self._deep:
            self._spans.append((began_ms, self.clock.now_ms()))

    def since(self, at_ms: int) -> int:
        """Return how many milliseconds went to the shopper's own doings since a moment of the visit."""
        return sum(end - max(began, at_ms) for began, end in self._spans if end > at_ms)
