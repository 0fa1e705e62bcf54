"""A page in, what can be named on it out: read as assistive technology reads it, and each name tried out."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.grammar.target import ARIA_ROLES, Meaning
from harness.recorder.naming import counted, is_bare, quoted, words_for
from harness.recorder.seen import FIELD_ROLES, Seen, Thing, core, read_seen
from harness.shopper.acting.locating import CLICKABLE_ROLES, TICKABLE_ROLES
from harness.targets.counting import counts_on
from harness.targets.frames import words_of_frame
from harness.targets.model import Named, Targets, Use
from harness.targets.nearness import distance_to
from harness.targets.pointing import Pointing
from harness.targets.values import values_on

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, Page

    from harness.grammar.target import Target

TIMEOUT_MS = 1000
READING_MS = 10_000
MOST = 400
"""More things than that in one page or frame are read by nobody."""
NEAREST = 8
"""How many things of each use are worth a look when one is missing."""
LONGEST_MESSAGE = 160

MEANINGS: Mapping[Use, Meaning] = {
    Use.CLICK: Meaning.CLICKABLE,
    Use.FILL: Meaning.FIELD,
    Use.CHOOSE: Meaning.FIELD,
    Use.TICK: Meaning.TICKABLE,
    Use.UPLOAD: Meaning.FILE_FIELD,
    Use.SEE: Meaning.SEEN,
}
MESSAGES = frozenset({"alert", "status", "log"})
_LISTS = frozenset({"combobox", "listbox"})
_GROUPS = frozenset({"radiogroup", "group"})
_CLICKED = frozenset(CLICKABLE_ROLES) - frozenset(TICKABLE_ROLES)
_ASKS_FOR_FILE = "element => element.matches('input[type=file]')"
_OPTIONS = frozenset({"option", "radio"})
_TYPED_INTO = "element => element.matches('input, textarea') && !element.readOnly"


def look(
    page: "Page",
    names: "Mapping[str, Target]",
    *,
    scrub: Callable[[str], str] = lambda text: text,
    nearest_to: str = "",
) -> Targets:
    """Look at a page as it is now.

    Args:
        page: The page.
        names: The site's own names.
        scrub: Takes secrets out of a text: what has one in it is left out.
        nearest_to: Words; then only what comes nearest to them is tried out, which takes a moment.
    """
    looked = _Look(page, names, read_seen(page.aria_snapshot(mode="ai", timeout=READING_MS)), nearest_to)
    looked.look()
    named = dict.fromkeys((*looked.named, *values_on(page, names), *counts_on(page, looked.seen)))
    return Targets(
        scrub(page.url),
        scrub(page.title()),
        tuple(each for each in named if scrub(str(each)) == str(each)),
        tuple(words.removeprefix(" in ") for words in looked.frames.values() if words),
        tuple(_sentence(what, count) for what, count in looked.unnamed.items()),
        looked.left_out,
    )


@dataclass
class _Look:
    page: "Page"
    names: "Mapping[str, Target]"
    seen: Seen
    nearest_to: str
    named: list[Named] = field(default_factory=list)
    frames: dict[Thing, str | None] = field(default_factory=dict)
    unnamed: Counter[str] = field(default_factory=Counter)
    left_out: int = 0

    def look(self) -> None:
        """Go through the page from top to bottom."""
        self._pointing = Pointing(self.page, self.names)
        inside: dict[Thing | None, list[Thing]] = {}
        for thing in self.seen.things:
            inside.setdefault(_frame_of(thing), []).append(thing)
        for frame, things in inside.items():
            words = self._frame(frame) if frame else ""
            if words is not None:
                self._look_around(Seen(tuple(things)), words)

    def _frame(self, frame: Thing) -> str | None:
        """Return what follows a target in this frame; None where no words lead there."""
        if frame not in self.frames:
            outer = _frame_of(frame)
            around = self._frame(outer) if outer else ""
            element = self._element(frame)
            own = words_of_frame(self.page, element, around or "") if element and around is not None else ""
            self.frames[frame] = f" in {own}{around}" if own else None
            if element and around is not None and not own:
                self.unnamed["frame"] += 1
        return self.frames[frame]

    def _look_around(self, seen: Seen, frames: str) -> None:
        for thing, likely in self._worth_trying(seen):
            element = self._element(thing)
            if element is None:
                continue
            use = self._really(likely, thing, element)
            words = self._words(thing, seen, use, element, frames)
            if words:
                self.named.append(Named(use, words, options=_options(thing, self.seen, use)))

    def _worth_trying(self, seen: Seen) -> Iterator[tuple[Thing, Use]]:
        """Yield what has words to go by; what should have some and has none is counted."""
        usable = [(thing, use) for thing in seen.things if (use := _use_of(thing, seen))]
        nameless = [
            thing for thing, use in usable if use is not Use.SEE and not core(thing.name or thing.words)
        ]
        self.unnamed.update(thing.role for thing in nameless)
        having_words = [(thing, use) for thing, use in usable if thing not in nameless]
        if not self.nearest_to:
            self.left_out += len(having_words[MOST:])
            yield from having_words[:MOST]
            return
        distance = distance_to(self.nearest_to)
        having_words.sort(key=lambda each: distance(each[0].name or each[0].words))
        for wanted in Use:
            yield from [(thing, use) for thing, use in having_words if use is wanted][:NEAREST]

    def _element(self, thing: Thing) -> "ElementHandle | None":
        if not thing.ref:
            return None
        try:
            return self.page.locator(f"aria-ref={thing.ref}").element_handle(timeout=TIMEOUT_MS)
        except BrowserError:  # it has gone since the page was read
            return None

    def _really(self, use: Use, thing: Thing, element: "ElementHandle") -> Use:
        """Return what one does with an element whose role alone does not tell."""
        if thing.role == "button" and element.evaluate(_ASKS_FOR_FILE):
            return Use.UPLOAD
        if thing.role == "combobox" and element.evaluate(_TYPED_INTO):
            return Use.FILL
        return use

    def _words(self, thing: Thing, seen: Seen, use: Use, element: "ElementHandle", frames: str) -> str | None:
        if thing.role in _GROUPS:
            return self._group(thing, element, frames)
        meaning, is_text = MEANINGS[use], thing.role in MESSAGES or thing.role == "generic"
        proposed = self._proposed(thing, seen, meaning, frames)
        return next(
            (w for w in proposed if self._pointing.meets(w, meaning, element, text=is_text)), None
        ) or (self._by_position(thing, meaning, element, frames))

    def _group(self, thing: Thing, element: "ElementHandle", frames: str) -> str | None:
        """Return the words for a group of radio buttons, which `choose` takes for a list."""
        name = core(thing.own_name)
        words = f"{thing.role} {quoted(name)}{frames}"
        is_known = self._pointing.meets(words, Meaning.SEEN, element)
        return name if is_known and is_bare(name) and not frames else None

    def _proposed(self, thing: Thing, seen: Seen, meaning: Meaning, frames: str) -> Iterator[str]:
        """Yield words for a thing, the plainest first; the page is asked whether they hold."""
        if thing.role in MESSAGES or thing.role == "generic":
            said = thing.words or thing.name
            if is_bare(said) and len(said) <= LONGEST_MESSAGE:
                yield f"text {quoted(said)}{frames}" if frames else said
            return
        if meaning is not Meaning.SEEN:
            words = words_for(thing, seen, meaning, names=tuple(self.names), frames=frames)
            yield from (words,) if words else ()
        if core(thing.name) and thing.role in ARIA_ROLES:
            yield f"{thing.role} {quoted(core(thing.name))}{frames}"

    def _by_position(
        self, thing: Thing, meaning: Meaning, element: "ElementHandle", frames: str
    ) -> str | None:
        name = core(thing.name)
        if not name or thing.role not in ARIA_ROLES or "${" in name:
            return None
        words = f"{thing.role} {quoted(name)}{frames}"
        position = self._pointing.position(words, meaning, element)
        return f"{counted(position)} {words}" if position else None


def _frame_of(thing: Thing) -> Thing | None:
    return next((outer for outer in thing.around if outer.role == "iframe"), None)


def _use_of(thing: Thing, seen: Seen) -> Use | None:
    """Return what one would do with a thing, as its role tells; None for what merely stands there."""
    roles = {outer.role for outer in thing.around}
    if thing.role in _GROUPS:
        has_radios = any(each.role == "radio" for each in seen.in_(thing))
        return Use.CHOOSE if thing.own_name and has_radios else None
    if thing.role in TICKABLE_ROLES:
        return Use.TICK
    if thing.role in FIELD_ROLES:
        return Use.CHOOSE if thing.role in _LISTS else Use.FILL
    if thing.role in _CLICKED:
        return None if thing.role == "option" and roles & _LISTS else Use.CLICK
    if thing.role == "heading" or thing.role in MESSAGES:
        return Use.SEE
    is_drawn = thing.role == "generic" and (thing.own_name or "cursor=pointer" in thing.states)
    return Use.CLICK if is_drawn and not roles & _CLICKED and thing.words else None


def _options(thing: Thing, seen: Seen, use: Use) -> tuple[str, ...]:
    if use is not Use.CHOOSE:
        return ()
    return tuple(each.name for each in seen.in_(thing) if each.role in _OPTIONS and each.name)


def _sentence(role: str, count: int) -> str:
    article = "an" if role[0] in "aeiou" else "a"
    if role == "frame":
        what = "a frame without a title" if count == 1 else f"{count} frames without a title"
        return f"{what}: nothing in there can be named. Ask for a title."
    what = f"{article} {role} without a name" if count == 1 else f"{count} of {role} without a name"
    return f"{what}: ask for an aria-label, or for words beside it."
