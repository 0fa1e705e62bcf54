"""A page before and after a step in, what told the customer that it worked out: checks to suggest."""

import re
from collections.abc import Callable, Iterator, Sequence

from harness.language.model import Site
from harness.recorder.lines import text_claim
from harness.recorder.naming import quoted
from harness.recorder.seen import TEXT, Seen, Thing
from harness.recorder.tidying import is_meant

MOST = 2
LONGEST = 80
_TELLING = frozenset({"alert", "status"})
_READ = frozenset({"definition", "generic", "listitem", "paragraph", TEXT})
_USED = frozenset({"button", "link", "tab"})
_SAYS_SOMETHING = re.compile(r"\w{2,}\W+\w{2,}")
"""Two words at least: a lone number or word is on many pages."""
_CHANGES_BY_ITSELF = re.compile(r"\d{3,}|\d+:\d\d|\$\{")
"""Numbers of orders, years, times: what the next customer would not see again."""


def suggested(before: Seen | None, after: Seen | None, known: Sequence[str], site: Site | None) -> list[str]:
    """Return claims for what is new on a page, what tells most first.

    Args:
        before: The page at the beginning of the step.
        after: The page at its end.
        known: What was typed and opened: numbers in it are the same next time.
        site: The site file: what interrupts is no outcome.
    """
    if after is None:
        return []
    old = set(map(_told_apart_by, before.things)) if before else set()
    lasting = [thing for thing in after.things if _lasts(thing, known) and not _interrupts(thing, site)]
    new = [thing for thing in lasting if _told_apart_by(thing) not in old]
    found: dict[str, None] = {}
    for looked_for in _KINDS:
        if found and looked_for in {_headings, _plain}:
            break
        found |= dict.fromkeys(looked_for(new))
    return list(found)[:MOST]


def has_news(before: Seen | None, after: Seen | None) -> bool:
    """Whether a page has another heading now, or tells something."""
    if before is None or after is None:
        return False
    old = set(map(_told_apart_by, before.things))
    new = [thing for thing in after.things if _told_apart_by(thing) not in old]
    return any(True for _ in (*_first_headings(new), *_messages(new)))


def anything(after: Seen | None, known: Sequence[str], site: Site | None) -> list[str]:
    """Return a claim for what is on a page at all, where nothing on it is new."""
    lasting = [
        thing
        for thing in (after.things if after else ())
        if _lasts(thing, known) and not _interrupts(thing, site)
    ]
    return [*_first_headings(lasting), *_headings(lasting)][:1]


def main_heading(seen: Seen | None) -> str:
    """Return what a page is called by its heading; empty for one without."""
    headings = [thing for thing in (seen.of_role("heading") if seen else ()) if "level=1" in thing.states]
    return headings[0].name if headings else ""


def _told_apart_by(thing: Thing) -> tuple[str, bool, str]:
    return thing.role, "level=1" in thing.states, thing.name or thing.words


def _lasts(thing: Thing, known: Sequence[str]) -> bool:
    text = thing.name or thing.words
    if not text or len(text) > LONGEST:
        return False
    said = text
    for part in known:
        said = said.replace(part, "") if len(part) > 1 else said
    return not _CHANGES_BY_ITSELF.search(said)


def _interrupts(thing: Thing, site: Site | None) -> bool:
    return site is not None and any(
        is_meant(interruption.appears, each)
        for interruption in site.interruptions
        for each in (thing, *thing.around)
    )


def _first_headings(things: Sequence[Thing]) -> Iterator[str]:
    yield from (f"heading {quoted(t.name)}" for t in things if t.role == "heading" and "level=1" in t.states)


def _messages(things: Sequence[Thing]) -> Iterator[str]:
    for thing in things:
        if thing.words and thing.is_whole and any(each.role in _TELLING for each in (thing, *thing.around)):
            yield text_claim(thing.words)


def _headings(things: Sequence[Thing]) -> Iterator[str]:
    yield from (f"heading {quoted(thing.name)}" for thing in things if thing.role == "heading")


def _plain(things: Sequence[Thing]) -> Iterator[str]:
    for thing in things:
        if thing.role in _READ and thing.is_whole and _SAYS_SOMETHING.search(thing.words):
            yield text_claim(thing.words)
        elif thing.role in _USED:
            yield f"{thing.role} {quoted(thing.name)}"


_KINDS: tuple[Callable[[Sequence[Thing]], Iterator[str]], ...] = (
    _first_headings,
    _messages,
    _headings,
    _plain,
)
