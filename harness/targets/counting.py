"""A page in, the things on it that can be counted out, with how many there are."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harness.grammar.many import parse_many
from harness.grammar.target import Meaning
from harness.recorder.naming import quoted
from harness.recorder.seen import Seen
from harness.shopper.acting.locating import locate, locate_many
from harness.targets.model import Named, Use

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

COUNTED = ("rows", "items", "articles", "tables", "lists", "images", "links", "buttons")
"""What one counts; the rest of what can be counted is on most pages by chance."""
HELD = {"list": "items", "table": "rows"}
FEWEST = 2


def counts_on(page: "Page", seen: Seen) -> Iterator[Named]:
    """Yield what there is several of: on the whole page, and in lists and tables that have names."""
    places = [
        f"{HELD[t.role]} in {t.role} {quoted(t.own_name)}"
        for t in seen.things
        if t.role in HELD and t.own_name
    ]
    for words in (*dict.fromkeys(places), *(f"{word} on the page" for word in COUNTED)):
        found = _found(page, words)
        count = found.count() if found else 0
        if count >= FEWEST:
            yield Named(Use.COUNT, words, str(count))


def _found(page: "Page", words: str) -> "Locator | None":
    """Return what is counted; None where it cannot be told which list is meant."""
    target = parse_many(words)
    if target is None:
        return None
    if target.inside is None:
        return locate_many(page, page, target)
    around = locate(page, target.inside, Meaning.SEEN, {})
    return locate_many(page, around, target) if around.count() == 1 else None
