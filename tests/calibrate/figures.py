"""Measured and true values in, how far they are apart and whether that is too far out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

TRUTH = "the truth"
SHARE = 0.1
LEAST_MS = 50
LEAST_SCORE = 0.01
EXACT = frozenset({"requests", "redirects", "long_tasks"})
SCORES = frozenset({"cls", "worst_shift"})


def allowed(figure: str, true: float) -> float:
    """Return how far a figure may be off: a tenth or 50 ms, whichever is larger; counts not at all."""
    if figure in EXACT:
        return 0
    return max(true * SHARE, LEAST_SCORE if figure in SCORES else LEAST_MS)


@dataclass
class Line:
    """One figure over all rounds; None is a figure that was not measured, and always off."""

    case: str
    figure: str
    against: str
    pairs: list[tuple[float | None, float]] = field(default_factory=list)

    @property
    def off(self) -> int:
        """How many rounds were off."""
        return sum(is_off(self.figure, measured, true) for measured, true in self.pairs)

    def cells(self) -> Iterable[str]:
        """Return the line as the table shows it; what differs from load to load is shown as differences."""
        true = [value for _, value in self.pairs]
        is_known = min(true) == max(true) and self.against == TRUTH
        values = [m - (0 if is_known else t) for m, t in self.pairs if m is not None]
        yield from (self.case, self.figure, self.against)
        yield f"true: {_shown(median(true))}" if is_known else "difference:"
        yield from (_shown(choose(values)) if values else "-" for choose in (min, median, max))
        yield f"±{_shown(allowed(self.figure, median(true)))}"
        yield f"[red]{self.off} of {len(self.pairs)}[/red]" if self.off else f"none of {len(self.pairs)}"


def is_off(figure: str, measured: float | None, true: float) -> bool:
    """Whether a measured value is too far from the true one."""
    return measured is None or abs(measured - true) > allowed(figure, true)


def _shown(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") if abs(value) < 1 else f"{value:.0f}"
