"""An aria snapshot in, what a customer could read and answer on that page out, line by line.

What changes from day to day by itself (dates, prices, counters, numbers of orders and visits) is taken out of
`key`, by which two pages are compared. What stands typed in fields is left out: it is the customer's own.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from harness.values.cldr import locale_named, months, weekdays
from harness.values.mentions import mentions_in
from harness.values.notation import notation_of
from harness.values.vocabulary import vocabulary_of

PartKind = Literal["heading", "question", "choice", "popup", "notice", "control", "amount", "text"]

KIND_OF_ROLE: dict[str, PartKind] = {
    **dict.fromkeys(("textbox", "searchbox", "combobox", "spinbutton", "listbox", "slider"), "question"),
    **dict.fromkeys(("checkbox", "switch"), "question"),
    **dict.fromkeys(("radio",), "choice"),
    **dict.fromkeys(("dialog", "alertdialog"), "popup"),
    **dict.fromkeys(("alert",), "notice"),
    **dict.fromkeys(("button", "link", "tab", "menuitem"), "control"),
    "heading": "heading",
}
UNREAD = frozenset({"option", "term", "iframe", "img", "separator", "progressbar"})
TOTALS = ("total", "summe", "gesamt", "totaal", "somme", "totale", "suma")
"""Words by which a line of text, such as `Total $40.00`, is known as a sum to pay."""

_LINE = re.compile(r"(?P<indent> *)- (?P<entry>.+)")
_QUOTED_KEY = re.compile(r"'(?P<key>(?:[^']|'')*)'(?P<rest>:.*)?")
_ENTRY = re.compile(
    r'(?P<role>/?\w+)(?: (?P<name>"(?:[^"\\]|\\.)*"))?(?: \[[^\]]*\])*(?P<opens>:)?(?: (?P<text>.*))?'
)
_CHANGING = re.compile(r"\S*\d\S*|\S+@\S+")
_RUN = re.compile(r"#(?:[\s.,:;/\u2013-]*#)+")
_COUNTED = re.compile(r"# (\w{3,}?)(?:es|s|e)?\b")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing on a page: what sort, its words, and these without what changes by itself.

    Args:
        amount: Of an amount, how much; `words` is then what it is for.
        within: The key of the popup that it stands in.
    """

    kind: PartKind
    words: str
    key: str
    amount: str = ""
    within: str = ""


@lru_cache(maxsize=1000)
def parts_of(snapshot: str, locale: str) -> tuple[Part, ...]:
    """Return what a page showed, from top to bottom.

    Args:
        snapshot: Playwright's aria snapshot of it.
        locale: The shopper's, such as `en-US`: in it dates and amounts are written.
    """
    return tuple(_parts(list(_entries(snapshot)), locale))


@dataclass(frozen=True, slots=True)
class _Entry:
    depth: int
    role: str
    name: str
    text: str
    opens: bool


def _entries(snapshot: str) -> Iterator[_Entry]:
    for line in snapshot.splitlines():
        found = _LINE.fullmatch(line)
        entry = found and _ENTRY.fullmatch(_unquoted(found["entry"]))
        if not (found and entry) or entry["role"].startswith("/"):
            continue
        name = _scalar(entry["name"] or "")
        text = _scalar(entry["text"] or "")
        yield _Entry(len(found["indent"]), entry["role"], name, text, bool(entry["opens"]) and not text)


def _unquoted(entry: str) -> str:
    quoted = _QUOTED_KEY.fullmatch(entry)
    return quoted["key"].replace("''", "'") + (quoted["rest"] or "") if quoted else entry


def _scalar(text: str) -> str:
    if text.startswith('"') and "\\" not in text:
        text = text[1:-1]
    elif text.startswith('"'):
        try:
            text = str(json.loads(text, strict=False))
        except ValueError:
            text = text.strip('"')
    return " ".join(text.split())


def _parts(entries: list[_Entry], locale: str) -> Iterator[Part]:
    popup: tuple[int, str] | None = None
    for place, entry in enumerate(entries):
        if popup and entry.depth <= popup[0]:
            popup = None
        for part in _part(entries, place, locale):
            yield replace(part, within=popup[1]) if popup else part
            if part.kind == "popup":
                popup = entry.depth, part.key


def _part(entries: list[_Entry], place: int, locale: str) -> Iterator[Part]:
    entry, before = entries[place], entries[place - 1] if place else None
    if entry.role in UNREAD:
        return
    if entry.role == "definition" and before and before.role == "term":
        yield from _pair(before.text, entry.text, locale)
    elif words := _words(entry, entries[place + 1 : place + 5]):
        kind = KIND_OF_ROLE.get(entry.role, "text")
        yield _sum(words, locale) or Part(kind, words, key_of(words, locale))


def _words(entry: _Entry, after: list[_Entry]) -> str:
    """Return what a customer reads there; a group is read by what stands in it."""
    if entry.role in {"dialog", "alertdialog", "alert"}:
        inner = (e.name or e.text for e in after if e.depth > entry.depth)
        return entry.name or entry.text or next((words for words in inner if words), "")
    if entry.role in KIND_OF_ROLE or not entry.opens:
        return entry.name or ("" if KIND_OF_ROLE.get(entry.role) == "question" else entry.text)
    return ""


def _pair(label: str, value: str, locale: str) -> Iterator[Part]:
    if _is_money(value, locale) or vocabulary_of(locale.partition("-")[0]).is_free(value):
        yield Part("amount", label, key_of(label, locale), value)
    elif value:
        yield Part("text", f"{label}: {value}", key_of(f"{label} {value}", locale))


def _sum(words: str, locale: str) -> Part | None:
    """Read a line such as `Order total: $40.00`."""
    first_digit = re.search(r"\d", words)
    if first_digit is None or not any(word in words.casefold() for word in TOTALS):
        return None
    for space in re.finditer(" ", words[: first_digit.start()]):
        label, amount = words[: space.start()].rstrip(" :"), words[space.end() :]
        if _is_money(amount, locale, whole=True):
            return Part("amount", label, key_of(label, locale), amount)
    return None


@lru_cache(maxsize=10_000)
def _is_money(text: str, locale: str, *, whole: bool = False) -> bool:
    found = list(mentions_in(text, notation_of(locale)))
    return len(found) == 1 and found[0].kind == "money" and (found[0].is_whole_text or not whole)


@lru_cache(maxsize=50_000)
def key_of(words: str, locale: str) -> str:
    """Return words without what changes by itself: `1 article` and `2 articles` have one key."""
    text = _CHANGING.sub("#", words.casefold())
    text = _names_of_days(locale).sub("#", text)
    return _COUNTED.sub(r"# \1", _RUN.sub("#", text)).strip()


@lru_cache
def _names_of_days(locale: str) -> re.Pattern[str]:
    named = locale_named(locale)
    said = vocabulary_of(locale.partition("-")[0])
    names = {*months(named), *weekdays(named), *said.yesterday, *said.today, *said.tomorrow}
    longest_first = sorted(map(re.escape, names - {""}), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b\.?")
