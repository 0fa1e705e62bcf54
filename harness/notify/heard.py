"""What somebody was told before in, which findings are news to him out, whenever they were met first."""

from dataclasses import dataclass, replace

from harness.notify.pieces import Told


@dataclass(frozen=True)
class Heard:
    """What somebody has been told by now.

    Args:
        occasions: What the findings are known by that were told.
        is_all: Whether that is all. It is not where the runs before lie elsewhere: what they met is taken
            for told then, as else every run would tell all of it.
    """

    occasions: frozenset[str] = frozenset()
    is_all: bool = False

    def as_news(self, told: Told) -> Told:
        """Return a finding as it is to whoever heard this: new, though an earlier run may have met it."""
        if not self.is_all or told.piece.sort != "open" or not told.is_met or told.occasion in self.occasions:
            return told
        return replace(told, piece=replace(told.piece, sort="reopened" if told.life.reopened else "new"))


NOTHING = Heard()
