"""The evidence a visit may leave: its kinds, the levels that name several of them, and what they ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

KINDS: Mapping[str, str] = {
    "pictures": "a picture of every step",
    "page text": "what a screen reader reads on the page after every step",
    "console": "what the pages' own programs wrote and stopped with",
    "requests": "what the pages asked for: what failed, what was slow, whose it was",
    "har": "every request in the field's own format, without the contents",
    "video": "a video of the whole visit",
    "trace": "a trace for Playwright's viewer",
}
"""What each kind is, for readers of the docs."""

WHEN_STOPPED = frozenset({"pictures", "page text"})
"""Taken of a step that failed, whatever the level; only `none` leaves them out."""

LEVELS: Mapping[str, frozenset[str]] = {
    "full": frozenset({"pictures", "page text", "console", "requests"}),
    "lean": frozenset({"console", "requests"}),
    "none": frozenset(),
}
WORDS = (*LEVELS, *KINDS)


@dataclass(frozen=True)
class WantedEvidence:
    """What a visit is to leave behind.

    Args:
        always: The kinds that are collected all along.
        when_stopped: The kinds that are taken of a step that failed.
    """

    always: frozenset[str] = LEVELS["full"]
    when_stopped: frozenset[str] = WHEN_STOPPED

    @classmethod
    def of(cls, words: Iterable[str]) -> "WantedEvidence":
        """Read levels and kinds such as `lean`, `har`; no word at all means `full`.

        Beside `none` other kinds are collected all the same, and nothing is done for steps that failed.
        """
        chosen = tuple(words) or ("full",)
        always = frozenset().union(*(LEVELS.get(word, frozenset({word})) for word in chosen))
        return cls(always, frozenset() if "none" in chosen else WHEN_STOPPED)

    def __contains__(self, kind: object) -> bool:
        """Whether a kind is collected all along."""
        return kind in self.always

    def of_step(self, kind: str, *, stopped: bool) -> bool:
        """Whether a kind is taken of a step."""
        return kind in self.always or (stopped and kind in self.when_stopped)

    @property
    def walks_again(self) -> bool:
        """Whether a visit that is not fine may be walked once more for its evidence."""
        return bool(self.when_stopped)

    def and_also(self, *kinds: str) -> "WantedEvidence":
        """Return the same with more kinds."""
        return WantedEvidence(self.always | set(kinds), self.when_stopped)

    @property
    def keeps_downloads(self) -> bool:
        """Whether files that the journey downloads are kept: always, unless nothing is to be left behind."""
        return bool(self.when_stopped)

    @property
    def in_order(self) -> tuple[str, ...]:
        """The kinds that are collected all along, in the order of the table."""
        return tuple(kind for kind in KINDS if kind in self.always)
