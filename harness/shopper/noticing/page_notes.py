"""What can be read on a page in, what it asks of its customers and says that all costs out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.grammar.target import Target
from harness.language.known.page_words import AS_GUEST, TOTAL
from harness.record import PageNotes, ShownTotal
from harness.shopper.acting.reading import read_text
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST = 40
"""So many of each kind are noted: a page that has more is a list, and no form."""
LONGEST = 80
_LINE = re.compile(
    r"""^\s*- (?P<quote>'?)(?P<role>\w+)(?: "(?P<name>(?:[^"\\]|\\.)*)")?(?P<rest>.*?)(?P=quote)$"""
)
_STATE = re.compile(r"^(?: \[[^\]]*\])*")
_FIELDS = frozenset({"textbox", "searchbox", "combobox", "spinbutton", "listbox", "slider"})
_BOXES = frozenset({"checkbox", "switch", "menuitemcheckbox"})
_CLICKS = frozenset({"button", "link"})
_CHOICES = _BOXES | {"radio", "option", "menuitemradio"}
_SIGN = r"(?:[$€£¥₹₺₽]|\b(?:kr|zł|Kč|Ft|lei|CHF|EUR|USD|GBP)\b\.?)"
_MONEY = re.compile(rf"{_SIGN}\s*\d|\d[\d.,]*\s*{_SIGN}")
_BESIDE = frozenset({"term", "definition", "cell", "rowheader", "gridcell"})
_IN_ONE = re.compile(
    r"^(?P<label>\D*?)\s*(?P<money>[^\w\s]{0,3}\s*[-+]?[^\W\d_]{0,3}\s*\d[\d.,'\s]*\D{0,5})$"
)


@dataclass(frozen=True)
class _Line:
    role: str
    name: str
    said: str
    states: str


def notes_of(aria: str, page: "Page", names: "Mapping[str, Target]") -> PageNotes:
    """Return what a page asks and says; money that the site file has a name for is read by that name.

    Args:
        aria: The page as assistive technology reads it.
        page: The page itself.
        names: The names of the site file.
    """
    lines = tuple(_lines(aria))
    ways = (line.name for line in lines if line.role in _CLICKS and AS_GUEST.search(line.name))
    return PageNotes(
        fields=_first(line.name for line in lines if line.role in _FIELDS),
        ticked=_first(line.name for line in lines if line.role in _BOXES and "[checked]" in line.states),
        priced=_first(_priced(lines)),
        totals=tuple(_named_totals(page, names)) or tuple(islice(dict.fromkeys(_totals(lines)), MOST)),
        ways_as_guest=_first(ways),
    )


def _first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(islice(dict.fromkeys(name[:LONGEST] for name in names if name), MOST))


def _lines(aria: str) -> Iterator[_Line]:
    for line in aria.splitlines():
        found = _LINE.match(line)
        if found:
            states = _STATE.match(found["rest"])
            states_text = states.group() if states else ""
            said = found["rest"][len(states_text) :].removeprefix(":").strip().strip('"')
            name = re.sub(r"\\(.)", r"\1", found["name"] or "")
            yield _Line(found["role"], " ".join(name.split()), said, states_text)


def _named_totals(page: "Page", names: "Mapping[str, Target]") -> Iterator[ShownTotal]:
    """Read what the site file names as a total, where the page shows it; nobody waits for it."""
    for name in filter(TOTAL.fullmatch, names):
        try:
            text = read_text(page, Target(name, None, name), names).text
        except (Obstacle, BrowserError):  # it is not on this page, or the page is being left
            continue
        if text:
            yield ShownTotal(label=name, text=text[:LONGEST])


def _priced(lines: tuple[_Line, ...]) -> Iterator[str]:
    """Find what costs something to choose: its name says so, or the text that comes next and begins alike."""
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        if line.role in _CHOICES:
            said = following.said if following and following.said.startswith(line.name) else ""
            if _MONEY.search(line.name) or _MONEY.search(said):
                yield line.name


def _totals(lines: tuple[_Line, ...]) -> Iterator[ShownTotal]:
    """Find totals: a label followed by what is beside it, or both in one text."""
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        text = line.said or line.name
        if line.role in _BESIDE and following and following.role in _BESIDE:
            beside = following.said or following.name
            if TOTAL.fullmatch(text) and any(map(str.isdigit, beside)):
                yield ShownTotal(label=text.rstrip(": "), text=beside[:LONGEST])
        elif len(text) <= LONGEST and (both := _IN_ONE.match(text)) and TOTAL.fullmatch(both["label"]):
            yield ShownTotal(label=both["label"].rstrip(": "), text=both["money"].strip()[:LONGEST])
