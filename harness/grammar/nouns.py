"""A target in, what readers call it out: `the 2nd button "Remove" in the row "Blue shirt"`."""

from collections.abc import Mapping

from harness.grammar.target import Target

NOUNS: Mapping[str, str] = {
    "combobox": "list of choices",
    "css": "thing at",
    "gridcell": "cell",
    "img": "picture",
    "listitem": "list item",
    "radio": "round button",
    "searchbox": "search field",
    "spinbutton": "number field",
    "testid": "thing marked",
    "textbox": "field",
}
"""Role words that only those know who build pages."""


def thing(target: Target) -> str:
    """Return a target in words, with its role where it was named with one."""
    inside = f" in {thing(target.inside)}" if target.inside else ""
    if target.word in {None, "text"} and target.nth is None:
        return f"{target.quoted}{inside}"
    which = f"{ordinal(target.nth)} " if target.nth else ""
    word = target.word or ""
    return f"the {which}{NOUNS.get(word, word)} {target.quoted}{inside}"


def ordinal(number: int) -> str:
    """Return `1st`, `22nd`; -1 is `last`."""
    if number < 0:
        return "last"
    teen = number % 100 in range(11, 14)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
