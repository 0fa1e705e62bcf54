r"""The words for several things of one kind in, a `Target` that means all of them out; None for other words.

    rows "Order"                        every row with these words in it
    links in list "Results"             every link in there
    items /Shirt/ in list "Basket"      every one of a list that the pattern fits
    buttons on the page                 every button

Without a name and a place it is no such target: `Items: 3` is a value that is called so.
"""

import re
from collections.abc import Mapping

from harness.grammar.near import nearest
from harness.grammar.target import TARGET_WORDS, Target, TargetError, inside_at, name_at

ROLE_OF: Mapping[str, str] = {
    "alerts": "alert",
    "articles": "article",
    "buttons": "button",
    "cells": "cell",
    "checkboxes": "checkbox",
    "dialogs": "dialog",
    "figures": "figure",
    "headings": "heading",
    "images": "img",
    "items": "listitem",
    "links": "link",
    "lists": "list",
    "options": "option",
    "radios": "radio",
    "regions": "region",
    "rows": "row",
    "tables": "table",
    "tabs": "tab",
    "textboxes": "textbox",
}
"""Several things, as a customer calls them, and the role of each."""

_NAMED = re.compile(r"([a-z]+)\s*(?=[\"/])")
_IN_A_PLACE = re.compile(r"([a-z]+)(?=\s+in\s+(?:\d+(?:st|nd|rd|th)\s+|last\s+)?[A-Za-z]+\s*[\"/])")
_ON_THE_PAGE = re.compile(r"([a-z]+)\s+on the page")
_NEARLY = re.compile(r'([A-Za-z]+)(?: "[^"]*"| on the page)(?: in .+)?')


def parse_many(text: str) -> Target | None:
    """Read the words for several things.

    Raises:
        TargetError: The words begin like that and cannot be read to their end.
    """
    folded, offset = text.strip(), len(text) - len(text.lstrip())
    everywhere = _ON_THE_PAGE.fullmatch(folded)
    if everywhere and everywhere.group(1) in ROLE_OF:
        return Target(folded, ROLE_OF[everywhere.group(1)], "", many=True)
    head = _NAMED.match(folded) or _IN_A_PLACE.match(folded)
    if not head or head.group(1) not in ROLE_OF:
        return None
    name, is_pattern, end = "", False, head.end()
    if folded[end : end + 1] in {'"', "/"}:
        name, is_pattern, end = name_at(folded, end, offset)
    inside = inside_at(folded, end, offset)
    return Target(folded, ROLE_OF[head.group(1)], name, is_pattern, inside=inside, many=True)


def refuse_near_misses(text: str) -> None:
    """Refuse what is nearly several things: a word alone, and a slip such as `Rows "Order"`.

    Raises:
        TargetError: Says which words were probably meant.
    """
    word = text.strip()
    if word in ROLE_OF:
        raise TargetError(
            f'"{word}" may be things to count, or a value of that name. Write "{word} on the page" or'
            f' "{word} in ..." to count them, or "{word.capitalize()}" for the value.'
        )
    nearly = _NEARLY.fullmatch(word)
    if not nearly or nearly.group(1) in TARGET_WORDS:
        return
    near = nearest(nearly.group(1), TARGET_WORDS | ROLE_OF.keys())
    if near in ROLE_OF:
        raise TargetError(f'"{nearly.group(1)}" cannot be counted. Did you mean "{near}"?')
