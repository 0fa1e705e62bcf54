"""An aria snapshot in, what a person saw on the page out: things with roles, names and what they hold.

What stands typed in fields is left out: it may be a password.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from harness.shopper.acting.locating import LABEL_TRIMMINGS

FIELD_ROLES = frozenset({"textbox", "searchbox", "combobox", "spinbutton", "listbox", "slider"})
NAMED_BY_THEIR_TEXT = frozenset({
    *("button", "cell", "columnheader", "gridcell", "heading", "link", "menuitem", "option", "row"),
    *("rowheader", "tab", "treeitem"),
})  # fmt: skip
WITHOUT_TEXT = FIELD_ROLES | {"checkbox", "img", "progressbar", "radio", "switch"}
"""What has a name and no text of its own."""
TEXT = "text"

_ENTRY = re.compile(r'(?P<role>\w+)(?: (?P<name>"(?:[^"\\]|\\.)*"))?(?P<states>(?: \[[^\]]*\])*)')
_STATE = re.compile(r"\[([^\]]*)\]")
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, eq=False)
class Thing:
    """One thing on a page.

    Args:
        own_name: The name it was given; empty for those that are called by their text.
        words: All that can be read in it.
        is_whole: Whether the words stand there as one text, not put together from parts.
        states: `checked`, `selected`, `cursor=pointer`, `level=1` ...
        around: What it stands in, the nearest first.
    """

    role: str
    own_name: str
    words: str
    is_whole: bool = True
    states: frozenset[str] = frozenset()
    ref: str = ""
    around: "tuple[Thing, ...]" = field(default=(), repr=False)

    @property
    def name(self) -> str:
        """What a customer calls it."""
        return self.own_name or (self.words if self.role in NAMED_BY_THEIR_TEXT | {TEXT} else "")

    def is_in(self, container: "Thing") -> bool:
        """Whether it stands in something."""
        return container in self.around


@dataclass(frozen=True)
class Seen:
    """A page as it was seen, from top to bottom."""

    things: tuple[Thing, ...] = ()

    @cached_property
    def _by_ref(self) -> dict[str, Thing]:
        return {thing.ref: thing for thing in self.things if thing.ref}

    def by_ref(self, ref: str) -> Thing | None:
        """Return the thing that the recorder points at."""
        return self._by_ref.get(ref)

    def of_role(self, *roles: str) -> Iterator[Thing]:
        """Yield all things of some roles."""
        return (thing for thing in self.things if thing.role in roles)

    def in_(self, container: Thing) -> Iterator[Thing]:
        """Yield what stands in something."""
        return (thing for thing in self.things if thing.is_in(container))


def read_seen(snapshot: str) -> Seen:
    """Read an aria snapshot; one that cannot be read shows nothing."""
    try:
        entries = yaml.load(snapshot, Loader=_Loader)  # noqa: S506 -- a loader that makes texts only
    except (yaml.YAMLError, RecursionError):
        return Seen()
    return Seen(tuple(_things(entries if isinstance(entries, list) else [], ())))


def _things(entries: Sequence[Any], around: tuple[Thing, ...]) -> Iterator[Thing]:
    for entry in entries:
        key, inner = next(iter(entry.items())) if isinstance(entry, dict) and entry else (entry, "")
        if not isinstance(key, str) or key.startswith("/"):
            continue
        thing = _thing(key, inner, around)
        yield thing
        if isinstance(inner, list):
            yield from _things(inner, (thing, *around))


def _thing(key: str, inner: Any, around: tuple[Thing, ...]) -> Thing:
    entry = _ENTRY.fullmatch(key)
    if not entry:
        return Thing(TEXT, "", key, around=around)
    states = frozenset(_STATE.findall(entry["states"]))
    ref = next((state[4:] for state in states if state.startswith("ref=")), "")
    name = json.loads(entry["name"], strict=False) if entry["name"] else ""
    words = "" if entry["role"] in WITHOUT_TEXT else one_line(_words(inner) or name)
    return Thing(entry["role"], one_line(name), words, isinstance(inner, str), states, ref, around)


def _words(inner: Any) -> str:
    if isinstance(inner, str):
        return inner
    return " ".join(_words_of(entry) for entry in inner or ())


def _words_of(entry: Any) -> str:
    key, inner = next(iter(entry.items())) if isinstance(entry, dict) and entry else (entry, "")
    if not isinstance(key, str) or key.startswith("/"):
        return ""
    return _thing(key, inner, ()).words


def one_line(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.split())


def core(name: str) -> str:
    """Return a label without what labels carry besides their words: `E-mail *`, `Phone (optional)`."""
    return re.sub(f"{LABEL_TRIMMINGS}$", "", one_line(name), flags=re.IGNORECASE) or one_line(name)


def alike(name: str, other: str) -> bool:
    """Whether a customer would take two names for the same."""
    return core(name).casefold() == core(other).casefold()
