"""A word of HTML or of other tools in, the word it goes by here out: `header` is a `heading`."""

from collections.abc import Collection, Mapping

from harness.grammar.near import nearest

_HERE: Mapping[str, tuple[str, ...]] = {
    "a": ("link",),
    "anchor": ("link",),
    "btn": ("button",),
    "div": ("text",),
    "dropdown": ("combobox",),
    "footer": ("contentinfo",),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), ("heading",)),
    "header": ("heading",),
    "image": ("img",),
    "input": ("field", "textbox"),
    "label": ("field", "text"),
    "li": ("listitem",),
    "modal": ("dialog",),
    "nav": ("navigation",),
    "p": ("paragraph",),
    "picture": ("img",),
    "popup": ("dialog",),
    "select": ("combobox",),
    "span": ("text",),
    "textarea": ("textbox",),
    "title": ("heading",),
    "txt": ("text",),
    "ul": ("list",),
}


def word_here(word: str, known: Collection[str]) -> str | None:
    """Return what a word of other tools is called here, if there is such a word among the known ones."""
    return next((here for here in _HERE.get(word, ()) if here in known), None)


def word_meant(word: str, known: Collection[str]) -> str | None:
    """Return the known word that was meant: what it is called here, else the nearest one."""
    return word_here(word, known) or nearest(word, known)
