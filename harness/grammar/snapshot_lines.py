"""One entry of an aria snapshot in, what is wrong with it out: `heading "Your basket" [level=1]`."""

import re
from collections.abc import Mapping

from harness.grammar.near import did_you_mean
from harness.grammar.other_words import word_here
from harness.grammar.target import ARIA_ROLES

_ONLY_IN_SNAPSHOTS = frozenset({
    *("application", "deletion", "directory", "document", "emphasis", "feed", "generic", "iframe"),
    *("insertion", "mark", "none", "presentation", "strong", "subscript", "suggestion", "superscript"),
    "text",
})  # fmt: skip
ROLES = ARIA_ROLES | _ONLY_IN_SNAPSHOTS
_YES_OR_NO = ("true", "false")
ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "active": _YES_OR_NO,
    "checked": (*_YES_OR_NO, "mixed"),
    "disabled": _YES_OR_NO,
    "expanded": _YES_OR_NO,
    "invalid": (*_YES_OR_NO, "grammar", "spelling"),
    "level": tuple("123456789"),
    "pressed": (*_YES_OR_NO, "mixed"),
    "selected": _YES_OR_NO,
}
"""Read from Playwright 1.65, `KeyParser._applyAttribute`; others are an error to it."""
PROPERTIES = ("/children", "/placeholder", "/url")
_CHILDREN = ("contain", "deep-equal", "equal")

_ENTRY = re.compile(
    r"""\s*(?P<role>[a-zA-Z]+[1-6]?)\s*
    (?P<name>"(?:[^"\\]|\\.)*"|/(?:[^/\\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+/)?
    (?P<attributes>(?:\s*\[[^\]]*\])*)\s*""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"\[\s*(?P<name>[^\s=\]]*)\s*(?:=\s*(?P<value>[^\s\]]*)\s*)?\]")


def entry_problem(text: str) -> str | None:
    """Return what is wrong with one entry, without its text or children."""
    entry = _ENTRY.fullmatch(text)
    if not entry:
        return f'"{text}" cannot be read. Write it like: heading "Your basket" [level=1]'
    if entry["role"] not in ROLES:
        here = word_here(entry["role"], ROLES)
        remedy = f'Did you mean "{here}"?' if here else did_you_mean(entry["role"], ROLES)
        return f'unknown role "{entry["role"]}". {remedy}'
    for attribute in _ATTRIBUTE.finditer(entry["attributes"]):
        name, value = attribute["name"], attribute["value"]
        if name not in ATTRIBUTES:
            return f'unknown attribute "{name}". {did_you_mean(name, ATTRIBUTES)}'
        if value is not None and value not in ATTRIBUTES[name]:
            return f'"{value}" is nothing that "{name}" may be. {did_you_mean(value, ATTRIBUTES[name])}'
    return None


def property_problem(name: str, value: str) -> str | None:
    """Return what is wrong with a property of an entry, such as `/url: /terms`."""
    if name not in PROPERTIES:
        return f'unknown property "{name}". {did_you_mean(name, PROPERTIES)}'
    if name == "/children" and value not in _CHILDREN:
        return f'unknown value "{value}". {did_you_mean(value, _CHILDREN)}'
    return None
