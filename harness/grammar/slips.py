"""A bare text that was probably meant to point at a role in, the words that do so out.

A page may really say so: the text is refused only where its author did not put it in quotes.
"""

import re

from harness.grammar.many import ROLE_OF
from harness.grammar.near import nearest
from harness.grammar.target import TARGET_WORDS, TargetError, parse_target
from harness.values.patterns import meant_as_pattern

_PLACE = re.compile(
    r"""(?P<what>\S.*?)(?P<place>\s+in\s+(?:\d+(?:st|nd|rd|th)\s+|last\s+)?
    (?P<word>[a-z]+)\s*(?:"[^"]*"|/[^/]+/i?)(?:\s+in\s.+)?)""",
    re.VERBOSE,
)
_ROLE_AND_NAME = re.compile(r"(?P<nth>(?:\d+(?:st|nd|rd|th)|last) )?(?P<word>[a-z]+) (?P<name>[^\"/]+)")
_BEFORE = re.compile(r"(?P<before>[A-Za-z]+) (?P<rest>(?P<word>[a-z]+) ?[\"/].*)")
_ORDINALS = {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th"}
_ARTICLES = frozenset({"a", "an", "the"})
_OR_QUOTES = "or put the whole text in single quotes, if the page says so."
_PLURAL_OF = {role: plural for plural, role in ROLE_OF.items()}

# Of the roles, those whose names begin no text of a shop: "search", "time" and "list" may.
_UNMISTAKABLE = frozenset({
    *("button", "checkbox", "combobox", "css", "dialog", "field", "heading", "img", "link", "listbox"),
    *("listitem", "menuitem", "radio", "row", "searchbox", "spinbutton", "tab", "testid", "textbox"),
})  # fmt: skip


def refuse_target_slips(text: str) -> None:
    """Refuse a bare text that a page hardly says: `Details in row "Shirt"`, `first button "Remove"`.

    Raises:
        TargetError: Says how it is written.
    """
    _refuse_word_before(text.strip())
    pattern = meant_as_pattern(text)
    if pattern:
        raise TargetError(f"a pattern stands between slashes. Write: {pattern}; {_OR_QUOTES}")
    placed = _PLACE.fullmatch(text.strip())
    if not placed or placed["word"] not in TARGET_WORDS | {"frame"}:
        return
    what, place = placed["what"], placed["place"]
    missing = _ROLE_AND_NAME.fullmatch(what)
    if missing and missing["word"] in TARGET_WORDS:
        written = _quoted(missing) + place
        raise TargetError(
            f'the name after "{missing["word"]}" stands without quotes. Write: {written}; {_OR_QUOTES}'
        )
    name = what.strip("\"'/")
    raise TargetError(
        f'before "in ..." stands a role and its name, not only the name. Write it like:'
        f' link "{name}"{place}; {_OR_QUOTES}'
    )


def refuse_many_slips(text: str) -> None:
    """Refuse as `refuse_target_slips` does, and words that nearly count: `itmes in list "Results"`.

    Raises:
        TargetError: Says how it is written.
    """
    placed = _PLACE.fullmatch(text.strip())
    if placed and placed["word"] in TARGET_WORDS | {"frame"}:
        word = placed["what"]
        singular = word.casefold().removesuffix("s")
        near = _PLURAL_OF.get(singular) or nearest(word, ROLE_OF)
        if near and " " not in word:
            raise TargetError(f'"{word}" cannot be counted. Did you mean "{near}"?')
    refuse_target_slips(text)


def as_target(text: str) -> str | None:
    """Return how a text would be written that looks like a role and its name: `link Details`."""
    said = _ROLE_AND_NAME.fullmatch(text.strip())
    return _quoted(said) if said and said["word"] in _UNMISTAKABLE else None


def _quoted(said: re.Match[str]) -> str:
    return f'{said["nth"] or ""}{said["word"]} "{said["name"]}"'


def _refuse_word_before(text: str) -> None:
    found = _BEFORE.fullmatch(text)
    if not found or found["word"] not in TARGET_WORDS or not _points(found["rest"]):
        return
    before = found["before"].casefold()
    if before in _ORDINALS:
        message = f'"{found["before"]}" is no word of a target. Write: {_ORDINALS[before]} {found["rest"]}'
    elif before in _ARTICLES:
        message = f'"{found["before"]}" is no word of a target. Write: {found["rest"]}'
    else:
        return
    raise TargetError(f"{message}; {_OR_QUOTES}")


def _points(text: str) -> bool:
    try:
        return parse_target(text).word is not None
    except TargetError:
        return False
