"""What a run leaves behind at the site in, the lines out that stand on top of every report."""

from collections.abc import Sequence
from dataclasses import dataclass

from harness.record import SideEffects
from harness.reports.cx.words import labels, sentences
from harness.reports.cx.words.speech import sentence
from harness.words import phrase


@dataclass(frozen=True)
class LeftBehind:
    """What was placed and not taken back, what became of earlier ones, and why nothing is known of them."""

    debts: tuple[str, ...] = ()
    found_out: tuple[str, ...] = ()
    problem: str = ""

    @property
    def is_clear(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.debts or self.found_out or self.problem)


def left_behind(effects: SideEffects) -> LeftBehind:
    """Return what is to be told, in plain sentences."""
    return LeftBehind(
        debts=tuple(map(sentences.effect, effects.debts)),
        found_out=tuple(map(sentences.effect, effects.found_out)),
        problem=sentence(effects.problem) if effects.problem else "",
    )


def lines_of(effects: SideEffects) -> Sequence[str]:
    """Return the same as lines of a terminal."""
    told = left_behind(effects)
    lines = _below(labels.LEFT_BEHIND, told.debts)
    lines += [f"  {phrase(labels.SETTLE)}"] if told.debts else []
    lines += _below(labels.FOUND_OUT, told.found_out)
    return [*lines, told.problem] if told.problem else lines


def _below(title: str, told: Sequence[str]) -> list[str]:
    return [f"{phrase(title)}:", *(f"  - {line}" for line in told)] if told else []
