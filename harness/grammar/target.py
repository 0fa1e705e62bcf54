r"""The words that point at something on a page in, a `Target` out.

    Add to basket                               bare text: the verb decides what it may be
    button "Apply"                              a role and its whole name
    link /parcel \d+/                           a role and a pattern
    2nd button "Remove"                         the second of them; also `last`
    link "Start a return" in row "Delivered"    inside something else
    field "Card number" in frame "Card payment" inside a frame

The grammar applies only where the text begins with a known word (after an optional `2nd` or
`last`) that is followed by a quoted name or a /pattern/; everything else is bare text. The role
words are those of Playwright's aria snapshots, because that is what failures show.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from harness.grammar.other_words import word_meant
from harness.grammar.patterns import IGNORING_CASE, as_written, pattern_problem
from harness.grammar.template import put_in
from harness.grammar.unclosed import cannot_follow

# fmt: off
ARIA_ROLES = frozenset({
    "alert", "alertdialog", "article", "banner", "blockquote", "button", "caption", "cell", "checkbox",
    "code", "columnheader", "combobox", "complementary", "contentinfo", "definition", "dialog",
    "figure", "form", "grid", "gridcell", "group", "heading", "img", "link", "list", "listbox",
    "listitem", "log", "main", "marquee", "math", "menu", "menubar", "menuitem", "menuitemcheckbox",
    "menuitemradio", "meter", "navigation", "note", "option", "paragraph", "progressbar", "radio",
    "radiogroup", "region", "row", "rowgroup", "rowheader", "scrollbar", "search", "searchbox",
    "separator", "slider", "spinbutton", "status", "switch", "tab", "table", "tablist", "tabpanel",
    "term", "textbox", "time", "timer", "toolbar", "tooltip", "tree", "treegrid", "treeitem",
})
# fmt: on
OTHER_WORDS = frozenset({"field", "text", "testid", "css"})
TARGET_WORDS = ARIA_ROLES | OTHER_WORDS

NEW_TAB, FIRST_TAB = "new tab", "first tab"
PLAIN_TABS = (NEW_TAB, FIRST_TAB)
"""Tabs of the browser that need no title."""
WHOLE_PAGE = "page"
"""What is looked at again after a frame."""

LONGEST_TARGET = 1000

_NTH = re.compile(r"(?:(\d+)(?:st|nd|rd|th)|(last))\s+(?=[a-z]+\s*[\"/])")
_HEAD = re.compile(r"([a-z]+)\s*(?=[\"/])")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_PATTERN = re.compile(r"/((?:[^/\\]|\\.)+)/(i(?!\w))?")
_WORD_AND_NAME = re.compile(r'([A-Za-z]+[1-6]?) "[^"]*"(?: in .+)?')
_OTHER_QUOTES = re.compile(r"(?:\d+(?:st|nd|rd|th)\s+|last\s+)?([a-z]+)(?:\s*([“”„«])|\s+(['\u2018]))")
_IN = re.compile(r"\s+in\s+")


class Meaning(StrEnum):
    """What a bare text may be, given by the verb it is said to."""

    CLICKABLE = "something to click"
    POINTED = "something to point at"
    FIELD = "a field"
    FILE_FIELD = "something that asks for a file"
    DATE_FIELD = "something that asks for a day"
    TICKABLE = "a box to tick"
    SEEN = "something to see"
    VALUE = "a value to read"


class TargetError(ValueError):
    """Words that point at nothing sensible. `offset` counts characters from the start of the text."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.offset = offset


@dataclass(frozen=True)
class Target:
    """What an action points at.

    Args:
        text: The words as the author wrote them.
        word: A role of TARGET_WORDS or `frame`; None for bare text.
        name: The whole name, or the pattern's source if `is_pattern`.
        nth: 1 for the first, -1 for the last; None when there must be only one.
        inside: The target it is looked for in.
        many: Whether all of them are meant, to be counted: see `many.py`.
    """

    text: str
    word: str | None
    name: str
    is_pattern: bool = False
    nth: int | None = None
    inside: "Target | None" = None
    many: bool = False

    @property
    def plain(self) -> str:
        """The target as a customer would say it: the quoted name, and where it is looked for."""
        return f"{self.quoted} in {self.inside.plain}" if self.inside else self.quoted

    @property
    def quoted(self) -> str:
        """The name between quotes, or the pattern between slashes."""
        return as_written(self.name) if self.is_pattern else f'"{self.name}"'

    @property
    def frame(self) -> "Target | None":
        """The nearest frame that it is looked for in."""
        around = self.inside
        while around and around.word != "frame":
            around = around.inside
        return around

    def within(self, place: "Target") -> "Target":
        """Return the target as it is looked for inside a place; it is called the same."""
        return replace(self, inside=self.inside.within(place) if self.inside else place)

    def filled(self, value_of: Callable[[str], str]) -> "Target":
        """Return the target with its `${names}` replaced; a value never changes the grammar."""
        if "${" not in self.text:
            return self
        escape = re.escape if self.is_pattern else str
        return replace(
            self,
            text=put_in(self.text, value_of),
            name=put_in(self.name, lambda name: escape(value_of(name))),
            inside=self.inside and self.inside.filled(value_of),
        )


@lru_cache(maxsize=4096)
def parse_target(text: str) -> Target:
    """Read the words that point at something.

    Raises:
        TargetError: The words begin like a target and cannot be read to their end.
    """
    if not text.strip():
        raise TargetError("a target is missing here. Name what the customer sees, such as: Add to basket.")
    if len(text) > LONGEST_TARGET:
        raise TargetError(f"more than {LONGEST_TARGET} characters for a target. Name it shorter.")
    folded = text.strip()
    target = _grammatical(folded, len(text) - len(text.lstrip()), of_container=False)
    if target:
        return target
    _refuse_slips(folded)
    pattern = _PATTERN.fullmatch(folded)
    if pattern:
        return Target(folded, None, _checked_pattern(pattern, 1), is_pattern=True)
    return Target(folded, None, folded)


def parse_view(text: str) -> Target:
    """Read what a customer looks at: a tab of the browser, a frame of the page, or the whole page.

    Raises:
        TargetError: As for any target.
    """
    frame = _grammatical(text.strip(), 0, of_container=True)
    return frame if frame and frame.word == "frame" else parse_target(text)


def _grammatical(text: str, offset: int, *, of_container: bool) -> Target | None:
    nth_match = _NTH.match(text)
    start = nth_match.end() if nth_match else 0
    head = _HEAD.match(text, start)
    words = TARGET_WORDS | {"frame"} if of_container else TARGET_WORDS
    if not head or head.group(1) not in words:
        return None
    name, is_pattern, end = name_at(text, head.end(), offset)
    return Target(
        text=text,
        word=head.group(1),
        name=name,
        is_pattern=is_pattern,
        nth=_nth(nth_match, offset),
        inside=inside_at(text, end, offset),
    )


def name_at(text: str, start: int, offset: int) -> tuple[str, bool, int]:
    """Return the quoted name or the pattern that begins at `start`, whether it is a pattern, and its end."""
    quoted = _QUOTED.match(text, start)
    if quoted:
        return re.sub(r"\\(.)", r"\1", quoted.group(1)), False, quoted.end()
    pattern = _PATTERN.match(text, start)
    if pattern:
        return _checked_pattern(pattern, offset + start + 1), True, pattern.end()
    mark = text[start]
    raise TargetError(f"the name that begins with {mark} has no closing {mark}. Close it.", offset + start)


def _checked_pattern(match: re.Match[str], offset: int) -> str:
    source, ignores_case = match.groups()
    problem = pattern_problem(source)
    if problem:
        raise TargetError(problem, offset)
    return f"{IGNORING_CASE}{source}" if ignores_case else str(source)


def _nth(match: re.Match[str] | None, offset: int) -> int | None:
    if not match:
        return None
    if match.group(2):
        return -1
    number = int(match.group(1))
    if number < 1:
        raise TargetError('counting begins at 1st. Write "1st" for the first.', offset)
    return number


def inside_at(text: str, end: int, offset: int) -> Target | None:
    """Return what a text names after `in` from `end` on; None where the text ends there."""
    rest = text[end:]
    if not rest:
        return None
    joint = _IN.match(rest)
    if not joint:
        at = offset + end + len(rest) - len(rest.lstrip())
        raise TargetError(cannot_follow(text, end, TARGET_WORDS), at)
    begin = end + joint.end()
    container = _grammatical(text[begin:], offset + begin, of_container=True)
    if not container:
        raise TargetError(
            f'"{text[begin:]}" is nothing to look in. After "in" stands a role and its name, such as:'
            ' in row "Delivered", in frame "Card payment".',
            offset + begin,
        )
    return container


def _refuse_slips(text: str) -> None:
    other_quotes = _OTHER_QUOTES.match(text)
    if other_quotes and other_quotes.group(1) in TARGET_WORDS:
        word = other_quotes.group(1)
        raise TargetError(
            f'the name after "{word}" stands between other quotes than ". Write: {word} "...".',
            other_quotes.end() - 1,
        )
    match = _WORD_AND_NAME.fullmatch(text)
    near = word_meant(match.group(1), TARGET_WORDS) if match else None
    if match and near:
        raise TargetError(f'unknown target word "{match.group(1)}". Did you mean "{near}"?')
