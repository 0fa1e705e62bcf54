"""A claim in; it holds within the time a customer waits, or an obstacle with both sides comes out."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.grammar.nouns import thing
from harness.grammar.target import Meaning, Target
from harness.shopper.acting.finding import missing
from harness.shopper.acting.locating import frame_in, locate
from harness.shopper.acting.looks import Looks
from harness.shopper.acting.reading import ReadText, read_text
from harness.shopper.acting.rest import Rest
from harness.shopper.acting.several import Several
from harness.shopper.acting.standing import Standing
from harness.shopper.acting.waiting import POLL_MS
from harness.shopper.trouble.browser_errors import obstacle_of
from harness.shopper.trouble.stopping import Obstacle
from harness.values.checks import compare_all
from harness.values.model import ReadingError, ValueContext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page

    from harness.shopper.noticing.own_time import OwnTime
    from harness.verbs.verb import Claim

Look = Callable[[bool], Obstacle | None]
"""Takes whether it is the last look; returns what keeps a claim from holding."""


@dataclass(frozen=True)
class Looking:
    """How claims are checked on one site: its names and values, how long a customer waits."""

    names: "Mapping[str, Target]"
    context: ValueContext
    timeout_ms: int
    address: str
    own_time: "OwnTime"

    def expect(self, page: "Page", claim: "Claim", *, seen: bool, when: str = "") -> None:
        """Wait until a claim holds, or no longer does; `when` says more of what was expected.

        Raises:
            Obstacle: It is not so within the time.
        """
        try:
            (self.until_seen if seen else self.until_gone)(page, claim)
        except Obstacle as obstacle:
            if not when:
                raise
            raise obstacle.saying(when) from obstacle

    def missing(self, page: "Page", claim: "Claim") -> tuple[str, ...]:
        """Return what is not as claimed, in words; nothing where it is.

        Raises:
            Obstacle: Nobody can look, such as where the page has gone.
        """
        try:
            self.until_seen(page, claim)
        except Obstacle as obstacle:
            if obstacle.kind not in {"check failed", "value unreadable", "ambiguous"}:
                raise
            return (obstacle.message,)
        return ()

    def until_seen(self, page: "Page", claim: "Claim") -> None:
        """Wait until a claim holds.

        Raises:
            Obstacle: It does not within the time; says what was expected and what was seen.
        """
        if claim.words:
            self._until(page, self._look_for(page, claim))
            return
        found = locate(page, claim.target, Meaning.SEEN, self.names)
        try:
            found.first.wait_for(state="visible", timeout=self.timeout_ms)
        except BrowserError as error:
            raise _unseen(error, claim.target, f"{thing(claim.target)} to appear") from error

    def holds(self, page: "Page", claim: "Claim") -> bool:
        """Say whether a claim holds: it does at once, or it does not once the page has come to rest.

        Raises:
            Obstacle: Nobody can tell, such as where several values answer to one name.
        """
        look, rest = self._look_for(page, claim), Rest(page, self.own_time)
        missed: Obstacle | None = None

        def decide(is_last: bool) -> Obstacle | None:  # noqa: FBT001 -- a Look
            nonlocal missed
            missed = look(is_last)
            if missed and missed.kind == "check failed" and rest.has_come(missed.message, is_last=is_last):
                return None
            return missed

        self._until(page, decide)
        return missed is None

    def until_gone(self, page: "Page", claim: "Claim") -> None:
        """Wait until nothing answers to a claim any more.

        Raises:
            Obstacle: It is still there after the time.
        """
        if claim.words:
            self._until_refuted(page, claim)
            return
        found = locate(page, claim.target, Meaning.SEEN, self.names)
        try:
            found.first.wait_for(state="hidden", timeout=self.timeout_ms)
        except BrowserError as error:
            raise _unseen(error, claim.target, f"{thing(claim.target)} to go away") from error

    def read(self, page: "Page", target: Target) -> ReadText:
        """Read a value, waiting until there is one.

        Raises:
            Obstacle: There is none within the time, or there are several.
        """
        answers: list[ReadText] = []

        def look(_: bool) -> Obstacle | None:  # noqa: FBT001 -- whether it is the last time
            try:
                answers.append(read_text(page, target, self.names))
            except Obstacle as obstacle:
                return obstacle
            return None

        self._until(page, look)
        return answers[-1]

    def _until(self, page: "Page", look: Look) -> None:
        deadline = time.monotonic() + self.timeout_ms / 1000
        while True:
            is_last = time.monotonic() > deadline
            try:
                obstacle = look(is_last)
            except BrowserError as error:
                obstacle = obstacle_of(error)
                if obstacle.kind in {"page crashed", "browser lost"}:
                    raise  # of the rest, most is a page that changes while it is looked at
            if obstacle is None:
                return
            if is_last:
                raise obstacle
            page.wait_for_timeout(POLL_MS)

    def _look_for(self, page: "Page", claim: "Claim") -> Look:
        """Return what looks for a claim once, by the kind of what is claimed."""
        if not claim.words:
            return lambda _: self._missing(page, claim.target)
        if claim.target.many:
            several = Several(page, claim, self.context, Rest(page, self.own_time))
            return lambda is_last: several.look(is_last=is_last)
        word, right = claim.words[0]
        if isinstance(right, str) and word in {"is now", "leads to"}:
            standing = Standing(page, claim.target, self.names, self.address)
            ask = standing.is_now if word == "is now" else standing.leads_to
            return lambda _: ask(right)
        if isinstance(right, str) and word == "looks like":
            frame = claim.target.frame
            return lambda _: Looks(frame_in(page, frame) if frame else page, right).differ()
        return lambda _: self._obstacle(page, claim)

    def _missing(self, page: "Page", target: Target) -> Obstacle | None:
        if locate(page, target, Meaning.SEEN, self.names).count():
            return None
        return Obstacle("check failed", missing(target), target.text, wanted=f"{thing(target)} to appear")

    def _until_refuted(self, page: "Page", claim: "Claim") -> None:
        """Wait until the value is another one; one that is not there, or says nothing, refutes nothing."""
        deadline = time.monotonic() + self.timeout_ms / 1000
        while True:
            failure = self._first_failure(claim, self.read(page, claim.target))
            if failure and failure.kind == "check failed":
                return
            if time.monotonic() > deadline:
                wanted = f"{claim.target.text} to be different"
                raise failure or Obstacle(
                    "check failed", "what should not be true still is", claim.target.text, wanted=wanted
                )
            page.wait_for_timeout(POLL_MS)

    def _obstacle(self, page: "Page", claim: "Claim") -> Obstacle | None:
        """Return what keeps the claim from holding right now."""
        try:
            read = read_text(page, claim.target, self.names)
        except Obstacle as obstacle:
            if obstacle.kind == "not found":
                return Obstacle(
                    "check failed",
                    obstacle.message,
                    claim.target.text,
                    wanted=f"{thing(claim.target)} to appear",
                )
            return obstacle
        return self._first_failure(claim, read)

    def _first_failure(self, claim: "Claim", read: ReadText) -> Obstacle | None:
        target = claim.target.text
        try:
            failed = [
                result for result in compare_all(claim.words, read.text, self.context) if not result.holds
            ]
        except ReadingError as error:
            return Obstacle("value unreadable", str(error), target, seen=read.text, box=read.box)
        if not failed:
            return None
        message = f"{target} is {failed[0].seen}, expected {failed[0].wanted}"
        return Obstacle(
            "check failed", message, target, wanted=failed[0].wanted, seen=read.text, box=read.box
        )


def _unseen(error: BrowserError, target: Target, wanted: str) -> Obstacle:
    obstacle = obstacle_of(error, target.text)
    if obstacle.kind in {"page crashed", "browser lost"}:
        return obstacle
    message = f"expected {wanted}"
    return Obstacle("check failed", message, target.text, wanted=wanted, technical=str(error))
