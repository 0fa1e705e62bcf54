"""The findings of a run and those that are known in, which is which out."""

from collections import defaultdict
from collections.abc import Sequence

from harness.findings.grouping import Hit, Judged, grouped
from harness.findings.model import Life
from harness.judge import SLOW_KINDS, FindingKind

LIVING: tuple[FindingKind, ...] = (
    "broken step",
    "site down",
    "slow step",
    "slow page",
    "slow journey",
    "annoyance",
    "missing nicety",
    "journey out of date",
    "blocked",
)
"""What somebody acts on. What is not walked, stopped on purpose or not judged is over with its run, and a
file that cannot be read is told by `harness check`."""


def met_in(judged: Sequence[Judged]) -> list[list[Hit]]:
    """Return what a run met and somebody acts on, one group a cause, worst first."""
    return grouped(judged, LIVING)


def is_certain(hit: Hit) -> bool:
    """Tell what was met for sure from what was over its limit once: that keeps a finding, and makes none."""
    return hit.finding.kind not in SLOW_KINDS or hit.finding.confidence == "certain"


def names_of(hit: Hit) -> tuple[str, ...]:
    """Return all that a finding can be recognised by."""
    return tuple(filter(None, (hit.finding.fingerprint, hit.finding.cause)))


class Recognised:
    """What a run met, shared out among the known findings; each name belongs to one of them."""

    def __init__(self, known: Sequence[Life], groups: Sequence[Sequence[Hit]]) -> None:
        self._holder = {name: life for life in reversed(known) for name in life.fingerprints}
        self._taken = set(self._holder)
        self.again: dict[int, list[Hit]] = defaultdict(list)
        self.new: list[list[Hit]] = []
        for group in groups:
            self._share_out(group)

    def new_names(self, hits: Sequence[Hit]) -> tuple[str, ...]:
        """Return the names of these that no finding has yet; who asks first has them from now on."""
        names = dict.fromkeys(name for hit in hits for name in names_of(hit) if name not in self._taken)
        self._taken |= names.keys()
        return tuple(names)

    def _share_out(self, group: Sequence[Hit]) -> None:
        """Give each hit to the finding it belongs to.

        Two known ones stay two. What none of them knows belongs to the oldest of its group that is open.
        """
        homes = [self._home(hit) for hit in group]
        found = {life.number: life for life in homes if life}
        still_open = [number for number, life in found.items() if life.is_open]
        eldest = min(still_open or found, default=None)
        if eldest is None:
            self._begin(group)
            return
        for hit, life in zip(group, homes, strict=True):
            stays = life and (life.is_open or not still_open)
            self.again[life.number if life and stays else eldest].append(hit)

    def _home(self, hit: Hit) -> Life | None:
        known = [self._holder[name] for name in names_of(hit) if name in self._holder]
        return next((life for life in known if life.is_open), known[0] if known else None)

    def _begin(self, group: Sequence[Hit]) -> None:
        if any(is_certain(hit) for hit in group):
            self.new.append(list(group))
