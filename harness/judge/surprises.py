"""What pages showed now and in good visits before in, what would surprise a customer who knew them out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from harness.judge.page_words import Part, PartKind, parts_of
from harness.words import entry, phrase

Change = Literal["new", "gone", "changed", "another page"]

NAMED: dict[PartKind, tuple[str, str]] = {
    "popup": (entry('A popup appeared: "{words}".'), entry('A popup is gone: "{words}".')),
    "question": (
        entry('The customer is asked something new: "{words}".'),
        entry('The customer is no longer asked: "{words}".'),
    ),
    "choice": (entry('There is a new choice: "{words}".'), entry('A choice is gone: "{words}".')),
    "notice": (entry('There is a new notice: "{words}".'), entry('A notice is gone: "{words}".')),
    "amount": (entry('There is a new amount: "{words}".'), entry('An amount is gone: "{words}".')),
    "heading": (entry('There is a new heading: "{words}".'), entry('A heading is gone: "{words}".')),
    "text": (entry('There is a new text: "{words}".'), entry('A text is gone: "{words}".')),
    "control": (
        entry('There is something new to press: "{words}".'),
        entry('Something to press is gone: "{words}".'),
    ),
}
"""What is said of each kind, the most surprising first."""

GOOD_RIDDANCE = frozenset({"popup", "question"})
"""What a customer is glad to be rid of. A notice may have been bad news or the proof that it worked."""
COMES_BETWEEN = frozenset({"popup", "notice"})
"""What is told of another page, too: all else on it is different anyway."""
OTHER_PAGE = 0.75
"""With another heading and less than this share of words in common, it is another page. Ours."""
LONGEST = 110


@dataclass(frozen=True)
class Showed:
    """What a step's page showed at the end of the step.

    Args:
        snapshot: Playwright's aria snapshot of it.
        popups: What came between the customer and the page, as the site file calls it.
    """

    snapshot: str
    popups: tuple[str, ...] = ()


@dataclass(frozen=True)
class Surprise:
    """One difference, as a whole sentence; `is_good` where it is one for the better."""

    kind: PartKind
    change: Change
    sentence: str
    is_good: bool = False


def surprises(now: Showed, before: Sequence[Showed], locale: str) -> tuple[Surprise, ...]:
    """Compare a page with the same page in good visits before, the most surprising first.

    Only the last good one tells what is new or gone; those before it tell what comes and goes by itself, such
    as a changing recommendation, and is therefore no surprise.

    Args:
        now: The page in this visit.
        before: The page of the same step in good visits, newest first.
        locale: The shopper's, such as `en-US`.
    """
    if not before or now == before[0]:
        return ()
    pages = [_Page(parts_of(seen.snapshot, locale), seen.popups) for seen in (now, *before)]
    shown, last, earlier = pages[0], pages[1], pages[2:]
    popups = tuple(_popups(now, before))
    others = [*_amounts(shown, last, earlier), *_parts(shown, last, earlier)]
    if shown.is_another_than(last):
        others = [
            _another_page(shown, last),
            *(s for s in others if s.kind in COMES_BETWEEN and not s.is_good),
        ]
    found = [*popups, *(each for each in others if not (popups and each.kind == "popup"))]
    order = list(NAMED)
    return tuple(sorted(found, key=lambda each: order.index(each.kind)))


class _Page:
    """The parts of one page by what they are recognised by."""

    def __init__(self, parts: Sequence[Part], popups: Sequence[str]) -> None:
        self.parts = {(part.kind, part.key): part for part in reversed(parts) if part.kind != "amount"}
        self.amounts = {part.key: part for part in parts if part.kind == "amount"}
        self.popups = popups
        self.keys = {part.key for part in parts}
        own = [part for part in parts if not part.within]
        self.own = {part.key for part in own}
        self.heading = next((part for part in own if part.kind == "heading"), None)

    def is_another_than(self, other: "_Page") -> bool:
        """Tell whether a customer would say that she is elsewhere."""
        both = len(self.own & other.own)
        is_alike = both >= OTHER_PAGE * max(len(self.own), len(other.own))
        return not is_alike and (self.heading and self.heading.key) != (other.heading and other.heading.key)


def _another_page(now: _Page, last: _Page) -> Surprise:
    if now.heading and last.heading:
        said = phrase(
            'Another page is shown: "{now}" instead of "{before}".',
            now=_short(now.heading.words),
            before=_short(last.heading.words),
        )
    else:
        said = phrase("Quite another page is shown than last time.")
    return Surprise("heading", "another page", said)


def _popups(now: Showed, before: Sequence[Showed]) -> Iterator[Surprise]:
    known = {popup for seen in before for popup in seen.popups}
    for popup in dict.fromkeys(now.popups):
        if popup not in known:
            yield _told("popup", "new", popup)
    always = set(before[0].popups).intersection(*(seen.popups for seen in before))
    for popup in dict.fromkeys(before[0].popups):
        if popup in always and popup not in now.popups:
            yield _told("popup", "gone", popup)


def _amounts(now: _Page, last: _Page, earlier: Sequence[_Page]) -> Iterator[Surprise]:
    for key, part in now.amounts.items():
        was = last.amounts.get(key)
        if was is None:
            if not any(key in page.amounts for page in earlier):
                yield _told("amount", "new", f"{part.words}: {part.amount}")
        elif was.amount != part.amount and all(_same(page, was) for page in earlier):
            said = phrase(
                '"{name}" is now {now}; last time it was {before}.',
                name=part.words,
                now=part.amount,
                before=was.amount,
            )
            yield Surprise("amount", "changed", said)
    for key, part in last.amounts.items():
        if key not in now.amounts and all(key in page.amounts for page in earlier):
            yield _told("amount", "gone", f"{part.words}: {part.amount}")


def _same(page: _Page, part: Part) -> bool:
    """Tell whether an amount was what it was then; one that changes every day is no surprise."""
    known = page.amounts.get(part.key)
    return known is None or known.amount == part.amount


def _parts(now: _Page, last: _Page, earlier: Sequence[_Page]) -> Iterator[Surprise]:
    told: set[str] = set()
    for place, part in sorted(now.parts.items(), key=_by_kind):
        known = part.key in last.keys or any(part.key in page.keys for page in earlier)
        if not known and part.key not in told and _says_something(part) and not _is_told(part, last):
            told.add(part.key)
            yield _told(place[0], "new", part.words)
    for place, part in sorted(last.parts.items(), key=_by_kind):
        always = all(part.key in page.keys for page in earlier)
        if always and part.key not in now.keys and part.key not in told and _says_something(part):
            told.add(part.key)
            yield _told(place[0], "gone", part.words)


def _is_told(part: Part, last: _Page) -> bool:
    """Tell what stands in a popup that is new itself: the popup is told, and that is enough."""
    return bool(part.within) and part.within not in last.keys


def _by_kind(item: tuple[tuple[PartKind, str], Part]) -> int:
    """Sort key: a label is told as the question that it belongs to."""
    return list(NAMED).index(item[0][0])


def _says_something(part: Part) -> bool:
    return any(sign.isalpha() for sign in part.key)


def _told(kind: PartKind, change: Literal["new", "gone"], words: str) -> Surprise:
    said = NAMED[kind][change == "gone"]
    is_good = change == "gone" and kind in GOOD_RIDDANCE
    return Surprise(kind, change, phrase(said, words=_short(words).rstrip(".")), is_good)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} ..."
