"""The shapes of what a dialog of the browser asks, and of what is answered."""

from dataclasses import dataclass

from harness.grammar.target import Target, TargetError, parse_target
from harness.language.reading.nodes import Node
from harness.language.reading.reading import Reading
from harness.language.shapes.names import TargetWords, Words
from harness.verbs.answer import CANCEL, OK


def _question(text: str) -> Target:
    target = parse_target(text)
    if target.word:
        raise TargetError(
            f'"{target.word}" is looked for on the page, and a dialog of the browser is not on it.'
            " Write only what it asks, all of it or a /pattern/."
        )
    return target


QUESTION = TargetWords("what the page asks", 'Write it like: answer: {"Remove the shirt?": OK}', _question)


@dataclass(frozen=True)
class ReplyWords:
    """The button that is pressed, or the text that is typed into a prompt."""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the reply as it was written."""
        text = Words("an answer").read(node, reading)
        meant = next((each for each in (OK, CANCEL) if text.strip().casefold() == each.casefold()), text)
        if text != meant:
            reading.problem(node, f'"{text}" would be typed as a text. Write "{meant}" for the button.')
        return text
