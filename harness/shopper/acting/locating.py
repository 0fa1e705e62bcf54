"""A target in, the Playwright locator of what a customer would take it for out."""

import re
from typing import TYPE_CHECKING, Literal, cast

from harness.grammar.patterns import as_browsers_read, slashes_escaped
from harness.grammar.target import Meaning, Target

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import FrameLocator, Locator, Page

    Around = Page | Locator | FrameLocator

Role = Literal["button", "link"]  # stands for Playwright's long list of literals

CLICKABLE_ROLES = (
    "button",
    "link",
    "tab",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "option",
    "switch",
    "checkbox",
    "radio",
    "treeitem",
)
CLICKED = frozenset({Meaning.CLICKABLE, Meaning.POINTED})
"""What is clicked and what is pointed at is found alike."""
TICKABLE_ROLES = ("checkbox", "radio", "switch", "menuitemcheckbox", "menuitemradio")
NAMED_BY_WHAT_THEY_HOLD = frozenset(
    {"row", "listitem", "article", "rowgroup", "table", "list", "group", "figure"}
)
"""Containers that a customer tells apart by any text in them, not by their whole name."""
LABELLED = frozenset({"article", "rowgroup", "table", "list", "group", "figure"})
"""Those of them that may also carry a name which does not stand in them."""

EDITABLE = (
    "input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]),"
    "textarea,select,[contenteditable]:not([contenteditable=false]),"
    "[role$=box],[role=spinbutton],[role=slider]"
)
"""Few alternatives: each is a search through the whole page. Roles of fields end in `box`, but for two."""

LABEL_TRIMMINGS = r"\s*[:*]*\s*(?:\((?:optional|required)\))?\s*[:*]*\s*"
"""What labels carry besides their words: `Promo code (optional)`, `E-mail *`."""


def locate(page: "Page", target: Target, meaning: Meaning, names: "Mapping[str, Target]") -> "Locator":
    """Return the visible things a target may mean; how many there are is for the caller to ask."""
    target = business_target(target, names)
    found = _locate(_around(page, target), target, meaning).filter(visible=True)
    return _nth(found, target)


def is_hidden(page: "Page", target: Target, meaning: Meaning, names: "Mapping[str, Target]") -> bool:
    """Whether exactly what was looked for is on the page, where no customer can see it."""
    target = business_target(target, names)
    around = _around(page, target)
    if target.word in {None, "button", "link"} and meaning in CLICKED:
        name = whole(target)
        return bool(around.locator("a, button, [role=button], [role=link]").filter(has_text=name).count())
    return bool(_locate(around, target, meaning).count())


def locate_many(page: "Page", around: "Around", target: Target) -> "Locator":
    """Return every visible thing of a kind; of rows, those that hold more than the headings of columns."""
    word = cast("Role", target.word)
    if not target.name:
        found = around.get_by_role(word)
    elif target.word in NAMED_BY_WHAT_THEY_HOLD:
        found = around.get_by_role(word).filter(has_text=_loose(target))
    else:
        found = around.get_by_role(word, name=_loose(target))
    if target.word == "row":
        found = found.filter(has_not=page.get_by_role("columnheader"))
    return found.filter(visible=True)


def frame_in(page: "Page", target: Target) -> "FrameLocator":
    """Return the frame that a target names."""
    return _frame(_around(page, target), target)


def _nth(found: "Locator", target: Target) -> "Locator":
    if target.nth is None:
        return found
    return found.last if target.nth < 0 else found.nth(target.nth - 1)


def business_target(target: Target, names: "Mapping[str, Target]") -> Target:
    """Return what the site file says a bare name stands for, else the target itself."""
    named = names.get(target.name) if target.word is None and not target.is_pattern else None
    if named is None:
        return target
    return named.within(target.inside) if target.inside and not named.frame else named


def second_look(page: "Page", target: Target, meaning: Meaning) -> "Locator | None":
    """Return what a customer would take for the target where no control of that name can be seen.

    She clicks whatever says so, and ticks the words beside a box that the shop has drawn itself.
    """
    around = _around(page, target)
    if meaning in CLICKED and target.word is None:
        return around.get_by_text(whole(target)).filter(visible=True)
    if meaning is Meaning.FILE_FIELD and target.word in {None, "field"}:
        return around.get_by_text(whole(target, LABEL_TRIMMINGS)).filter(visible=True)
    if meaning is Meaning.TICKABLE and target.word in {None, "checkbox", "radio", "switch"}:
        return around.locator("label").filter(has_text=whole(target, LABEL_TRIMMINGS)).filter(visible=True)
    return None


def whole(target: Target, trimmings: str = r"\s*") -> re.Pattern[str]:
    """Return a pattern for a whole name: case and the width of gaps do not matter."""
    if target.is_pattern:
        return as_browsers_read(target.name, re.IGNORECASE)
    words = r"\s+".join(slashes_escaped(re.escape(word)) for word in target.name.split())
    return re.compile(rf"^\s*{words}{trimmings}$", re.IGNORECASE)


def _around(page: "Page", target: Target) -> "Around":
    if target.inside is None:
        return page
    outer = _around(page, target.inside)
    if target.inside.word == "frame":
        return _frame(outer, target.inside)
    container = _by_word(outer, target.inside).filter(visible=True)
    if target.inside.nth is None:
        return container
    return container.last if target.inside.nth < 0 else container.nth(target.inside.nth - 1)


def _frame(around: "Around", target: Target) -> "FrameLocator":
    name = target.name.replace("\\", "\\\\").replace('"', '\\"')
    naming = ("title", "name", "aria-label", "id")
    return around.frame_locator(", ".join(f'iframe[{attribute}="{name}" i]' for attribute in naming))


def _locate(around: "Around", target: Target, meaning: Meaning) -> "Locator":
    if target.word is not None:
        return _by_word(around, target)
    if meaning in {Meaning.FILE_FIELD, Meaning.DATE_FIELD}:
        return _field(around, target).or_(_locate(around, target, Meaning.CLICKABLE))
    if meaning in CLICKED:
        return _any_role(around, CLICKABLE_ROLES, whole(target)).or_(_summary(around, target))
    if meaning is Meaning.TICKABLE:
        return _any_role(around, TICKABLE_ROLES, whole(target, LABEL_TRIMMINGS))
    if meaning is Meaning.FIELD:
        return _field(around, target)
    return around.get_by_text(_loose(target))


def _by_word(around: "Around", target: Target) -> "Locator":
    word = cast("Role", target.word)
    if target.word == "field":
        return _field(around, target)
    if target.word == "text":
        return around.get_by_text(_loose(target))
    if target.word == "testid":
        return around.get_by_test_id(as_browsers_read(target.name) if target.is_pattern else target.name)
    if target.word == "css":
        return around.locator(f"css={target.name}")
    if target.word in NAMED_BY_WHAT_THEY_HOLD:
        holding = around.get_by_role(word).filter(has_text=_loose(target))
        named = around.get_by_role(word, name=whole(target))
        return holding.or_(named) if target.word in LABELLED else holding
    return around.get_by_role(word, name=whole(target, LABEL_TRIMMINGS))


def _loose(target: Target) -> str | re.Pattern[str]:
    """Return text that may stand within more text, as Playwright matches it: any case, any gaps."""
    return as_browsers_read(target.name) if target.is_pattern else target.name


def _field(around: "Around", target: Target) -> "Locator":
    name = whole(target, LABEL_TRIMMINGS)
    labelled = around.get_by_label(name).or_(around.get_by_placeholder(name))
    # The text of a label that holds a list includes its options; its accessible name does not.
    listed = around.get_by_role("combobox", name=name).or_(around.get_by_role("listbox", name=name))
    return labelled.and_(around.locator(EDITABLE)).or_(listed)


def _summary(around: "Around", target: Target) -> "Locator":
    return around.locator("summary, [onclick]:not(button):not(a)").filter(has_text=whole(target))


def _any_role(around: "Around", roles: tuple[str, ...], name: re.Pattern[str]) -> "Locator":
    first, *others = (around.get_by_role(cast("Role", role), name=name) for role in roles)
    for other in others:
        first = first.or_(other)
    return first
