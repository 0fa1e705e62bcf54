"""An obstacle and the page it stands on in, the trouble as the judge needs it out."""

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.grammar.target import Meaning, Target, TargetError, parse_target
from harness.language.model import with_blocks
from harness.record import Evidence, PageHealth, Place, Trouble
from harness.shopper.acting.locating import frame_in, locate
from harness.shopper.evidence.aria import near_names, snapshot
from harness.shopper.scripts import script
from harness.shopper.trouble.browser_errors import INSIDE, in_plain_words
from harness.shopper.trouble.overlay import what_covers
from harness.shopper.trouble.page_facts import look_at
from harness.shopper.trouble.redesign import Needed, Redesign, redesign
from harness.verbs.verb import Reads

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from harness.language.model import Action
    from harness.shopper.acting.hands import Hands
    from harness.shopper.evidence.aria import PageTexts
    from harness.shopper.evidence.noise import PageNoise
    from harness.shopper.evidence.page_views import PageViews
    from harness.shopper.evidence.surprises import Surprises
    from harness.shopper.trouble.stopping import Obstacle

ANCHOR_TIMEOUT_MS = 1000
EVENTS_MS = 100
"""The browser tells of failed requests a moment after the action they belong to has failed."""
_KIND_OF_TWIN = {Meaning.CLICKABLE: "button", Meaning.POINTED: "button", Meaning.FIELD: "field"}
USED = frozenset({*_KIND_OF_TWIN, Meaning.TICKABLE})
UNNAMED = frozenset({"css", "testid", "text"})
_BUTTONS = frozenset({"button", "link"})
_FIELDS = frozenset({"textbox", "searchbox", "combobox", "field"})


@dataclass(frozen=True)
class FailedAction:
    """What was tried when it went wrong, when the step had begun, and when something was last done."""

    verb: str
    target: str
    place: Place
    step_began_ms: int
    acted_ms: int = 0
    neighbours: "Sequence[Action]" = ()


@dataclass(frozen=True)
class Diagnosis:
    """Looks at the page at the moment a step fails, and only then."""

    hands: "Hands"
    views: "PageViews"
    noise: "PageNoise"
    surprises: "Surprises"
    page_texts: "PageTexts"

    def of(
        self, obstacle: "Obstacle", failed: FailedAction, picture: str
    ) -> tuple[Trouble, tuple[Evidence, ...]]:
        """Return the trouble with all that tells whose turn it is, and the evidence for it."""
        self.hands.page.wait_for_timeout(EVENTS_MS)
        self.noise.look_closer(self.hands.context.pages)
        self.hands.presses.settle(self.hands.page)
        obstacle = self.hands.accidents.page_never_came(
            self._refused(obstacle), self.hands.page, failed.step_began_ms
        )
        saved, aria = self.page_texts.take(self.hands.page, picture)
        health = self._health(failed, readable=bool(aria))
        return self._trouble(obstacle, failed, aria, health), saved

    def _trouble(
        self, obstacle: "Obstacle", failed: FailedAction, aria: str, health: PageHealth | None
    ) -> Trouble:
        target = self._target(obstacle, failed)
        meaning = self._meaning_of(failed.verb)
        missing = obstacle.kind in {"not found", "check failed"} and target is not None
        aria = self._words_of_frame(target) or aria
        near = near_names(aria, target, meaning) if missing and target else ()
        twin = self._twin(target, meaning, failed) if obstacle.kind == "not found" and target else None
        new = redesign(aria, self._needed(failed)) if obstacle.kind == "not found" else Redesign()
        found = self.hands.found if obstacle.kind == "covered" else None
        cover, ways_out = what_covers(found, self.hands.scrubber.text) if found else ("", ())
        return Trouble(
            kind=obstacle.kind,
            verb=failed.verb,
            target=obstacle.target or failed.target,
            message=obstacle.message,
            wanted=obstacle.wanted,
            seen=obstacle.seen,
            near=near,
            twin=twin,
            matches=obstacle.matches,
            cover=cover,
            ways_out=ways_out,
            gone=new.gone,
            usable=new.usable,
            technical=obstacle.technical,
            place=failed.place,
            in_verb=obstacle.in_verb,
            health=health,
        )

    def _refused(self, obstacle: "Obstacle") -> "Obstacle":
        """Name the host that was not contacted: where its page should be, nothing else can be missed."""
        refused = self.noise.refused_pages
        never_came = obstacle.kind == "unreachable" or self.hands.page.url.startswith("chrome-error:")
        if not refused or not never_came:
            return obstacle
        url = refused[-1].text
        inside = self.noise.gate.leads_inside(url)
        message = INSIDE.format(url) if inside else f"{url} is not on a host this site allows"
        return replace(obstacle, kind="foreign host", message=message, target=url)

    def _needed(self, failed: FailedAction) -> "Iterator[Needed]":
        """Tell what this step still surely uses by a plain name on the page itself."""
        for action in failed.neighbours:
            meaning = self._meaning_of(action.verb)
            if action.place.line < failed.place.line or not action.arguments or meaning not in USED:
                continue
            with suppress(TargetError):
                target = parse_target(action.arguments[0])
                plain = not (target.inside or target.is_pattern or target.word in UNNAMED)
                if plain and "${" not in target.name and target.name not in self.hands.looking.names:
                    yield Needed(target.name, meaning is Meaning.FIELD)

    def _target(self, obstacle: "Obstacle", failed: FailedAction) -> Target | None:
        try:
            return parse_target(obstacle.target or failed.target)
        except TargetError:
            return None

    def _words_of_frame(self, target: Target | None) -> str:
        """Return what stands in the frame in which something was looked for, if it was in one."""
        frame = self.hands.here(target).frame if target else None
        if frame is None:
            return ""
        with suppress(BrowserError):  # the frame is not there, or gone
            return self.hands.scrubber.text(snapshot(frame_in(self.hands.page, frame)))
        return ""

    def _health(self, failed: FailedAction, *, readable: bool) -> PageHealth:
        newest = self.views.newest()
        lost = self.noise.lost_page_since(failed.step_began_ms)
        page_began_ms = newest.started_ms if newest else 0  # it may have been opened by an earlier step
        page = self.hands.page
        facts = look_at(page, self.hands.scrubber.text, readable=readable)
        return PageHealth(
            url=page.url,
            title=facts.title or (newest.title if newest else ""),
            status=self.views.status_of(page.url),
            script_errors=self.noise.stops_since(failed.acted_ms),
            failed_requests=self.noise.failures_since(failed.step_began_ms),
            third_party_failures=self.noise.third_party_failures_since(failed.step_began_ms),
            refused_hosts=self.noise.refused_since(min(failed.step_began_ms, page_began_ms)),
            lost_page=lost and in_plain_words(lost),
            unanswered=self.noise.unanswered_since(failed.step_began_ms),
            visible_errors=facts.errors,
            headers=facts.headers,
            heading=facts.heading,
            text=facts.text,
            frames=facts.frames,
            dead_click=self.hands.presses.dead,
            dialogs=self.surprises.dialogs.since(failed.step_began_ms),
            downloads=self.surprises.downloads_since(failed.step_began_ms),
        )

    def _twin(self, target: Target, meaning: Meaning, failed: FailedAction) -> str | None:
        """Find the one unknown control that stands where the missing one should be."""
        kind = _kind_of_twin(target, meaning)
        if kind is None:
            return None
        neighbours = tuple(with_blocks(failed.neighbours))
        known = [_name(action).casefold() for action in neighbours if action.arguments]
        for action in neighbours:
            names = self._around(action, kind, known)
            if len(names) == 1:
                return f'{kind} "{names[0]}"'
        return None

    def _around(self, action: "Action", kind: str, known: list[str]) -> list[str]:
        meaning = self._meaning_of(action.verb)
        if not action.arguments or meaning not in _KIND_OF_TWIN:
            return []
        try:
            target = parse_target(action.arguments[0])
            anchor = locate(self.hands.page, target, meaning, self.hands.looking.names)
            if anchor.count() != 1:
                return []
            names = anchor.evaluate(script("twin"), {"kind": kind, "known": known}, timeout=ANCHOR_TIMEOUT_MS)
        except (BrowserError, TargetError):
            return []
        return [str(name) for name in names]

    def _meaning_of(self, verb: str) -> Meaning:
        parameters = self.hands.verbs[verb].parameters if verb in self.hands.verbs else ()
        meanings = [p.how.meaning for p in parameters if p.how.reads is not Reads.TEXT and p.how.meaning]
        return meanings[0] if meanings else Meaning.SEEN


def _kind_of_twin(target: Target, meaning: Meaning) -> str | None:
    if target.word in _BUTTONS:
        return "button"
    if target.word in _FIELDS:
        return "field"
    return _KIND_OF_TWIN.get(meaning) if target.word is None else None


def _name(action: "Action") -> str:
    try:
        return parse_target(action.arguments[0]).name
    except TargetError:
        return action.arguments[0]
