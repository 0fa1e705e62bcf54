"""The shape of what to look at: `new tab`, `first tab`, `tab "Title"`, `frame "Card"`, `page`."""

from dataclasses import dataclass

from harness.grammar.target import PLAIN_TABS, WHOLE_PAGE, TargetError, parse_view
from harness.language.reading.nodes import Node
from harness.language.reading.reading import Reading
from harness.language.shapes.names import TargetWords


@dataclass(frozen=True)
class TabWords:
    """A tab of the browser, by when it opened or by its title; a frame by its name; the whole page."""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text as it was written."""
        found = len(reading.problems)
        text = TargetWords("a tab", 'Write one, such as: tab "Terms"', parse_view).read(node, reading)
        if len(reading.problems) == found and text and not _can_be_looked_at(text):
            reading.problem(node, f'"{text}" is no tab of the browser and no frame. {_remedy(text)}')
        return text


def _remedy(text: str) -> str:
    if text.casefold() in {*PLAIN_TABS, WHOLE_PAGE}:
        return f'Did you mean "{text.casefold()}"?'
    title = "Title" if '"' in text else text
    return f'Write: {", ".join(PLAIN_TABS)}, tab "{title}", frame "{title}", or {WHOLE_PAGE}'


def _can_be_looked_at(text: str) -> bool:
    try:
        target = parse_view(text)
    except TargetError:
        return False
    if target.word == "frame":
        return target.inside is None or target.inside.word == "frame"
    return target.text in {*PLAIN_TABS, WHOLE_PAGE} or (target.word == "tab" and target.inside is None)
