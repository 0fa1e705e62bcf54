"""The codes that advice goes by, and one piece of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from harness.language.model import Place

CSS_TARGET = "css-target"
BY_POSITION = "by-position"
LOOKS_LIKE_A_TARGET = "looks-like-a-target"
NO_OWNER = "no-owner"
NO_TAG = "no-tag"
NO_MARKER = "no-marker"
NO_LOOKUP = "no-lookup"
NO_UNDO = "no-undo"
UNUSED_NAME = "unused-name"
OLD_FIGURE = "old-figure"
FUTURE_FIGURE = "future-figure"
UNUSED_WAIVER = "unused-waiver"

CODES: Mapping[str, str] = {
    CSS_TARGET: "a target says how the page is built, not what a customer sees",
    BY_POSITION: "a target is known only by being the 2nd, or the last, on the page",
    LOOKS_LIKE_A_TARGET: "a text begins with a word such as button, and the name has no quotes",
    NO_OWNER: "nobody is named who looks after the journey",
    NO_TAG: "other journeys are chosen by their tags, and this one has none",
    NO_MARKER: "what a visit leaves at the shop cannot be told from what others do",
    NO_LOOKUP: "nothing finds out later whether what it commits to was done",
    NO_UNDO: "nothing takes back what it commits to",
    UNUSED_NAME: "a row has a value, or one is remembered, and nothing asks for it",
    OLD_FIGURE: "a figure of the business file is older than a year",
    FUTURE_FIGURE: "a figure of the business file is from a day that has not come yet",
    UNUSED_WAIVER: "a comment waives what is not there",
}
"""What `# waive CODE` may name, and what each is about."""


@dataclass(frozen=True)
class Advice:
    """One thing that is allowed and will cost time later, with what to do instead."""

    code: str
    place: Place
    message: str
    snippet: str = ""

    def __str__(self) -> str:
        head = f"{self.place}: {self.code}: {self.message}"
        return f"{head}\n{self.snippet}" if self.snippet else head
