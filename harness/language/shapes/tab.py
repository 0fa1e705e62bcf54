"""The shape of a tab to look at: `new tab`, `first tab`, `tab "Title"`."""

from dataclasses import dataclass

from harness.grammar.target import PLAIN_TABS, TargetError, parse_target
from harness.language.reading.nodes import Node
from harness.language.reading.reading import Reading
from harness.language.shapes.names import TargetWords


@dataclass(frozen=True)
class TabWords:
    """A tab of the browser, by when it opened or by its title."""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text as it was written."""
        found = len(reading.problems)
        text = TargetWords("a tab", 'Write one, such as: tab "Terms"').read(node, reading)
        if len(reading.problems) == found and text and not _is_tab(text):
            reading.problem(node, f'"{text}" is no tab of the browser. {_remedy(text)}')
        return text


def _remedy(text: str) -> str:
    if text.casefold() in PLAIN_TABS:
        return f'Did you mean "{text.casefold()}"?'
    title = "Title" if '"' in text else text
    return f'Write: {", ".join(PLAIN_TABS)}, or tab "{title}"'


def _is_tab(text: str) -> bool:
    try:
        target = parse_target(text)
    except TargetError:
        return False
    return target.text in PLAIN_TABS or (target.word == "tab" and target.inside is None)
