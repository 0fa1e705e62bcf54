"""A verb's parameter in, the shape of its text out."""

import re
from collections.abc import Mapping

from harness.language.shapes.address import Address
from harness.language.shapes.dialogs import QUESTION, ReplyWords
from harness.language.shapes.names import Name, TargetWords, Words
from harness.language.shapes.plain import Checked, OneOf, Pattern, PlainText
from harness.language.shapes.press import Keys
from harness.language.shapes.shape import Shape
from harness.language.shapes.tab import TabWords
from harness.values.durations import wait_problem
from harness.values.file_types import FILE_TYPES
from harness.values.sizes import size_problem
from harness.verbs.parameters import Parameter
from harness.verbs.verb import Reads

_SHAPES: Mapping[Reads, Shape[str]] = {
    Reads.TARGET: TargetWords(),
    Reads.TEXT: Words(),
    Reads.NAME: Name(),
    Reads.ADDRESS: Address(),
    Reads.KEY: Keys(),
    Reads.FILE: PlainText("the path of a file"),
    Reads.TAB: TabWords(),
    Reads.QUESTION: QUESTION,
    Reads.REPLY: ReplyWords(),
    Reads.FILE_NAME: TargetWords("the name of a file", r"Write one, such as: invoice.pdf, or /\.pdf$/"),
    Reads.FILE_TYPE: OneOf(FILE_TYPES, "type of file"),
    Reads.DAY: Words("a day", may_be_empty=False),
    Reads.SIZE: Checked("a size", size_problem),
    Reads.REASON: PlainText("a reason"),
    Reads.TIMES: Pattern(re.compile("[1-9][0-9]?|100"), "a number from 1 to 100", "Write it like 5."),
    Reads.LONGEST_WAIT: Checked("a duration", wait_problem),
}


def shape_of(parameter: Parameter) -> Shape[str]:
    """Return the shape that reads a parameter's text."""
    return _SHAPES[parameter.how.reads]
