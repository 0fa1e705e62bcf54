"""Several things on a page and what a journey asks of them in; what keeps it from being true out, or None."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from harness.grammar.target import Meaning
from harness.shopper.acting.finding import NESTED
from harness.shopper.acting.locating import frame_in, locate, locate_many
from harness.shopper.acting.rest import Rest
from harness.shopper.scripts import script
from harness.shopper.trouble.stopping import Obstacle
from harness.values.counting import MANY_WORDS, compare_many
from harness.values.model import ReadingError, ValueContext

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from harness.shopper.acting.locating import Around
    from harness.verbs.verb import Claim

_TEXTS = """elements => elements.map(element => (
    element.innerText || element.getAttribute("aria-label") || element.getAttribute("alt") || ""
).slice(0, 2000))"""


@dataclass
class Several:
    """Counts things of one kind, and looks at their order."""

    page: "Page"
    claim: "Claim"
    context: ValueContext
    rest: Rest

    def look(self, *, is_last: bool) -> Obstacle | None:
        """Return what keeps the claim from holding now.

        "Only so many" holds once the page has come to rest, or as it stands when the patience ends.
        """
        around = self._around()
        if isinstance(around, Obstacle):
            return around
        texts = locate_many(self.page, around, self.claim.target).evaluate_all(_TEXTS)
        seen = tuple(" ".join(str(text).split()) for text in texts)
        obstacle = self._first_failure(seen)
        if obstacle:
            self.rest.disturb()
            return obstacle
        has_an_end = any(MANY_WORDS[word].has_an_end for word, _ in self.claim.words)
        if has_an_end and not self.rest.has_come(seen, is_last=is_last):
            return Obstacle("check failed", "the page has not come to rest")
        return None

    def _first_failure(self, seen: tuple[str, ...]) -> Obstacle | None:
        for word, expected in self.claim.words:
            try:
                result = compare_many(word, seen, expected, self.context)
            except ReadingError as error:
                return Obstacle("journey fault", str(error), self.claim.target.text)
            if not result.holds:
                what = self._what(word)
                message = f"{what} is {result.seen}, expected {result.wanted}"
                return Obstacle("check failed", message, what, wanted=result.wanted, seen=result.seen)
        return None

    def _what(self, word: str) -> str:
        if MANY_WORDS[word].compare:
            return f"number of {self.claim.target.text}"
        return f"order of {self.claim.target.text}"

    def _around(self) -> "Around | Obstacle":
        """Return the one place to look in: things that are nowhere are not none."""
        inside = self.claim.target.inside
        if inside is None:
            return self.page
        is_frame = inside.word == "frame"
        places = (
            frame_in(self.page, inside).owner if is_frame else locate(self.page, inside, Meaning.SEEN, {})
        )
        count = places.count()
        if count == 0:
            wanted = f"{inside.plain} to appear"
            return Obstacle("check failed", f"{inside.plain} is not on the page", inside.text, wanted=wanted)
        if count > 1 and not places.evaluate_all(NESTED):
            matches = tuple(places.evaluate_all(script("describe")))
            message = f'"{inside.text}" is {count} times on the page'
            return Obstacle("ambiguous", message, inside.text, matches=matches)
        return cast("Around", places.last.content_frame if is_frame else places.last)
