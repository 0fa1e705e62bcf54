"""A target with something behind it that cannot follow in, what is wrong out; often a quote is missing."""

import re
from collections.abc import Container

_UNCLOSED = re.compile(r'(?P<before>.*"[^"]*[^" ]) in (?P<word>(?:(?:\d+(?:st|nd|rd|th)|last) )?[a-z]+) ?"')


def cannot_follow(text: str, end: int, words: Container[str]) -> str:
    """Return what is wrong and what to do.

    Args:
        text: All that was written: `cell "Delivered in row "Order T-100"`.
        end: Where the target in it ends.
        words: The words that may stand before a name.
    """
    target, rest = text[:end], text[end:]
    slip = _UNCLOSED.fullmatch(target)
    if slip and slip["word"].split()[-1] in words and rest.count('"') == 1 and not rest.startswith(" "):
        return f'a name has no closing quote. Write: {slip["before"]}" in {slip["word"]} "{rest}'
    return f'"{rest.strip()}" cannot follow {target}. Only "in ..." may, such as: in row "Delivered".'
