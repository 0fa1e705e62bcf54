"""One thing the person did in, a line of the journey out: a verb, what it points at, what is typed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from harness.grammar.many import parse_many, refuse_near_misses
from harness.grammar.states import parse_state
from harness.grammar.target import Meaning, TargetError
from harness.language.model import Site
from harness.language.shapes.press import HELD
from harness.recorder.locators import frames_of, name_in, words_of
from harness.recorder.naming import is_bare, quoted, words_for
from harness.recorder.recorded import Deed
from harness.recorder.seen import Thing, one_line
from harness.recorder.tidying import thing_of
from harness.shopper.acting.locating import TICKABLE_ROLES

_PICKED = re.compile(r"[A-Za-z]:\\fakepath\\(?P<file>.+)")
"""What a page is told of a file that was picked: browsers keep the folder to themselves."""

LEFT_OUT = "left out"
_NAMELESS = '"{}" on something without a name was left out here. If it matters, say in words what is meant.'

_LIKE_A_NAME = 'What was typed here holds "${", which begins a name in a journey: it was left out.'


@dataclass(frozen=True)
class Line:
    """One action of the journey.

    Args:
        verb: Its verb; `see` for what the person asked to be checked, `left out` for what has no words.
        target: What it points at, or the key, or the address.
        value: What is typed or chosen; for `see`, what a value is to be.
        name: What a customer calls the thing.
        deed: What was done.
        trouble: Why the words may not do, for the author; empty where they do.
    """

    verb: str
    target: str
    deed: Deed
    value: str = ""
    name: str = ""
    trouble: str = ""

    @property
    def thing(self) -> Thing | None:
        """What was acted on."""
        return thing_of(self.deed)


def line_of(deed: Deed, site: Site | None, address: str) -> Line | None:
    """Return the line for a deed; None for what the language has no words for.

    Args:
        deed: What was done.
        site: The site file, where there is one.
        address: Where the site was while this was recorded.
    """
    make = _MAKERS.get(deed.kind)
    return make(deed, site, address) if make else None


def relative(url: str, address: str) -> str:
    """Return an address of the site from its top on: `/basket`; others stay whole."""
    if urlsplit(url)[:2] != urlsplit(address)[:2]:
        return url
    rest = url[len(address.rstrip("/")) :]
    return rest if rest.startswith("/") else f"/{rest}"


def _opened(deed: Deed, _site: Site | None, address: str) -> Line:
    return Line("open", relative(deed.text, address), deed)


def _gone_back(deed: Deed, _site: Site | None, _address: str) -> Line:
    return Line("go back", "", deed, name="Go back")


def _reloaded(deed: Deed, _site: Site | None, _address: str) -> Line:
    return Line("reload", "", deed, name="Load the page again")


def _pressed(deed: Deed, _site: Site | None, _address: str) -> Line:
    held = [
        name for bit, name in ((2, "Control"), (1, "Alt"), (4, "Meta"), (8, "Shift")) if deed.modifiers & bit
    ]
    key = "Space" if deed.text == " " else deed.text
    words = "+".join([*(name for name in held if name in HELD), key])
    return Line("press", words, deed, name=deed.sends)


def _clicked(deed: Deed, site: Site | None, _address: str) -> Line:
    return _pointing("download" if deed.downloads else "click", deed, site, Meaning.CLICKABLE)


def _ticked(deed: Deed, site: Site | None, _address: str) -> Line:
    return _pointing(deed.kind, deed, site, Meaning.TICKABLE)


def _filled(deed: Deed, site: Site | None, _address: str) -> Line:
    if "${" in deed.text:
        return Line(LEFT_OUT, "", deed, trouble=_LIKE_A_NAME)
    picked = _PICKED.fullmatch(deed.text)
    if picked:
        return _pointing("upload", deed, site, Meaning.FILE_FIELD, picked["file"])
    return _pointing("fill", deed, site, Meaning.FIELD, deed.text.replace("\xa0", " "))


def _chosen(deed: Deed, site: Site | None, _address: str) -> Line:
    thing = thing_of(deed)
    shown = [
        other.name
        for other in (deed.seen.in_(thing) if deed.seen and thing else ())
        if other.role == "option" and "selected" in other.states
    ]
    line = _pointing("choose", deed, site, Meaning.FIELD, (shown or list(deed.options) or [""])[-1])
    if shown:
        return line
    trouble = (
        line.trouble or "This is the option's value in the page's code. Write the words that customers read."
    )
    return Line("choose", line.target, deed, line.value, line.name, trouble)


def _uploaded(deed: Deed, site: Site | None, _address: str) -> Line:
    return _pointing("upload", deed, site, Meaning.FILE_FIELD, deed.text)


def _seen_text(deed: Deed, _site: Site | None, _address: str) -> Line:
    return Line("see", text_claim(deed.text), deed)


def _seen_thing(deed: Deed, _site: Site | None, _address: str) -> Line | None:
    words = words_of(deed.locator)
    return Line("see", words, deed) if words else None


def _seen_value(deed: Deed, _site: Site | None, _address: str) -> Line | None:
    words = words_of(deed.locator)
    return Line("see", words, deed, value=deed.text) if words and deed.text else None


def _seen_ticked(deed: Deed, _site: Site | None, _address: str) -> Line | None:
    words = words_of(deed.locator)
    is_box = words is not None and words.startswith(TICKABLE_ROLES)
    return Line("see", f"{words} is {deed.text}", deed) if is_box else None


def text_claim(text: str) -> str:
    """Return what says that a text can be seen."""
    text = one_line(text)
    return text if _means_itself(text) else f"text {quoted(text)}"


def _means_itself(text: str) -> bool:
    try:
        refuse_near_misses(text)
        return is_bare(text) and parse_many(text) is None and parse_state(text) is None
    except TargetError:
        return False


def _pointing(verb: str, deed: Deed, site: Site | None, meaning: Meaning, value: str = "") -> Line:
    thing, frames = thing_of(deed), frames_of(deed.locator)
    names = tuple(site.names) if site else ()
    words = None
    if thing and deed.seen and frames is not None:
        words = words_for(thing, deed.seen, meaning, names=names, frames=frames)
    words = words or words_of(deed.locator)
    name = (thing.name if thing else "") or name_in(deed.locator)
    if words is None:
        return Line(LEFT_OUT, "", deed, trouble=_NAMELESS.format(verb))
    trouble = (
        "Customers cannot see this name. Say in words what is meant." if words.startswith("css ") else ""
    )
    return Line(verb, words, deed, value, name, trouble)


_Maker = Callable[[Deed, Site | None, str], Line | None]
_MAKERS: Mapping[str, _Maker] = {
    "navigate": _opened,
    "goBack": _gone_back,
    "reload": _reloaded,
    "click": _clicked,
    "press": _pressed,
    "check": _ticked,
    "uncheck": _ticked,
    "fill": _filled,
    "select": _chosen,
    "setInputFiles": _uploaded,
    "assertText": _seen_text,
    "assertVisible": _seen_thing,
    "assertValue": _seen_value,
    "assertChecked": _seen_ticked,
}
