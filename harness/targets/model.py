"""What can be named on a page, as frozen values."""

from dataclasses import dataclass
from enum import StrEnum


class Use(StrEnum):
    """What one would do with a thing."""

    CLICK = "click"
    FILL = "fill"
    CHOOSE = "choose"
    TICK = "check"
    UPLOAD = "upload"
    READ = "read"
    SEE = "see"
    COUNT = "count"


@dataclass(frozen=True)
class Named:
    """One thing that can be named.

    Args:
        words: A target, which points at this thing and at nothing else.
        value: What is read under these words, or how many there are; empty where nothing is read.
        options: What may be chosen.
    """

    use: Use
    words: str
    value: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Targets:
    """What can be named on one page.

    Args:
        frames: The words for its frames, for what stands in them.
        unnamed: A sentence for each kind of thing that no customer could name.
        left_out: How many more things there are, which were not tried out.
    """

    address: str
    title: str
    named: tuple[Named, ...] = ()
    frames: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    left_out: int = 0

    def of(self, use: Use) -> tuple[Named, ...]:
        """Return what can be used so, in the page's order."""
        return tuple(each for each in self.named if each.use is use)
