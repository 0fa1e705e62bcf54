"""A Python function in, a verb of the journey language out.

The signature is the single source: what YAML may say, what the compiled test calls, and how each
text is read follow from the parameters' types. `@verb` on a function is all a team's own verb needs.

    no parameter              go back
    one parameter             click: Add to basket
    two parameters            fill: {Promo code: SAVE10}       one call for each pair
    named ones                download: {target: Invoice, type: pdf}     keyword-only in Python
    a parameter and a claim   see: Order total: $40.00
    returns Once or Again     if see: {target: Cookie settings, do: [...]}
"""

import inspect
import keyword
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from harness.grammar.target import Meaning, Target
from harness.verbs.parameters import How, Parameter, VerbError, hints_of, noted, parameters_of
from harness.verbs.signature import fault_in


class Reads(StrEnum):
    """How a parameter's text is read."""

    TARGET = "target"
    TEXT = "text"
    NAME = "name"
    ADDRESS = "address"
    KEY = "key"
    FILE = "file"
    TAB = "tab"
    QUESTION = "question of a dialog"
    REPLY = "reply to a dialog"
    METHOD = "method of a request"
    TREE = "fields of a request"
    FILE_NAME = "name of a file"
    FILE_TYPE = "type of a file"
    SIZE = "size"
    DAY = "day"
    REASON = "reason"
    TIMES = "number of times"
    LONGEST_WAIT = "longest wait"
    CLAIM = "claim"


class Block(StrEnum):
    """How often the actions that stand below a verb's `do:` are done: Python's word for it."""

    ONCE = "if"
    AGAIN = "for"


@dataclass(frozen=True)
class Claim:
    """What must be true: something is to be seen, or a value passes checks.

    `words` holds check words with what they compare to; empty when it is enough to be seen.
    """

    target: Target
    words: tuple[tuple[str, str | tuple[str, ...]], ...] = ()


Clickable = Annotated[Target, How(Reads.TARGET, Meaning.CLICKABLE)]
Pointed = Annotated[Target, How(Reads.TARGET, Meaning.POINTED)]
Field = Annotated[Target, How(Reads.TARGET, Meaning.FIELD)]
FileField = Annotated[Target, How(Reads.TARGET, Meaning.FILE_FIELD)]
DateField = Annotated[Target, How(Reads.TARGET, Meaning.DATE_FIELD)]
Tickable = Annotated[Target, How(Reads.TARGET, Meaning.TICKABLE)]
ReadableValue = Annotated[Target, How(Reads.TARGET, Meaning.VALUE)]
Shown = Annotated[Target, How(Reads.TARGET, Meaning.SEEN)]
Seen = Annotated[Claim, How(Reads.CLAIM, Meaning.SEEN)]
Text = Annotated[str, How(Reads.TEXT)]
NewName = Annotated[str, How(Reads.NAME)]
Address = Annotated[str, How(Reads.ADDRESS)]
Key = Annotated[str, How(Reads.KEY)]
File = Annotated[str, How(Reads.FILE)]
Tab = Annotated[Target, How(Reads.TAB)]
Question = Annotated[Target, How(Reads.QUESTION)]
Reply = Annotated[str, How(Reads.REPLY)]
Method = Annotated[str, How(Reads.METHOD)]
Fields = Annotated[Any, How(Reads.TREE)]
FileName = Annotated[Target | None, How(Reads.FILE_NAME)]
FileType = Annotated[str | None, How(Reads.FILE_TYPE)]
Size = Annotated[str | None, How(Reads.SIZE)]
DayText = Annotated[str, How(Reads.DAY)]
Reason = Annotated[str, How(Reads.REASON)]
Times = Annotated[str, How(Reads.TIMES)]
LongestWait = Annotated[str, How(Reads.LONGEST_WAIT)]

Once = Annotated[bool, Block.ONCE]
"""What a verb returns that has actions below `do:`: whether they are done."""
Again = Annotated[bool, Block.AGAIN]
"""The same, and it is asked anew each time they were done."""


@dataclass(frozen=True)
class Verb:
    """One thing a customer does or looks for.

    Args:
        name: The word in YAML: `not see`.
        call: The name in the compiled test: `not_see`.
        sentence: What is noted in the record, such as `click {target}`.
        acts: True when it changes something on the page; False when it only looks.
        parameters: What follows the word, in order.
        doc: The first line of the function's docstring, for help and documentation.
        run: The function.
        commits: What doing it commits to, such as `order`; None where only a step's mark can say so.
        home: The file of a team's own verb: `journeys/verbs.py`; empty for one of the language.
        block: How often the actions below its `do:` are done, if it takes any.
    """

    name: str
    call: str
    sentence: str
    acts: bool
    parameters: tuple[Parameter, ...]
    doc: str
    run: Callable[..., bool | None]
    commits: str | None = None
    home: str = ""
    block: Block | None = None

    @property
    def in_order(self) -> tuple[Parameter, ...]:
        """The parameters that are given in order."""
        return tuple(parameter for parameter in self.parameters if not parameter.is_named)

    @property
    def by_name(self) -> tuple[Parameter, ...]:
        """The parameters that are given by name."""
        return tuple(parameter for parameter in self.parameters if parameter.is_named)

    @property
    def takes_pairs(self) -> bool:
        """Whether YAML gives it `first: second` pairs."""
        return len(self.in_order) == 2 and not self.by_name and not self.block  # noqa: PLR2004 -- a pair

    @property
    def takes_nothing(self) -> bool:
        """Whether YAML may give it nothing at all, so that its name alone is an action."""
        return not self.block and all(parameter.optional for parameter in self.parameters)

    @property
    def takes_scalar(self) -> bool:
        """Whether YAML may give it a single text."""
        return not self.block and sum(not parameter.optional for parameter in self.parameters) == 1


def verb(
    sentence: str, *, acts: bool = True, commits: str | None = None
) -> Callable[[Callable[..., bool | None]], Verb]:
    """Make a verb of a function. Its word in YAML is the function's name with spaces for underscores.

    Args:
        sentence: How the record tells it, with the parameters' names in braces.
        acts: Whether it changes something on the page.
        commits: What doing it commits to, such as `order`.

    Returns:
        The decorator.

    Raises:
        VerbError: The first parameter is not the shopper, or another one is not typed as a
            target, text, name or claim.
    """

    def decorate(function: Callable[..., bool | None]) -> Verb:
        plain = function.__name__.rstrip("_")
        fault = fault_in(function, sentence)
        if fault:
            raise VerbError(f'verb "{plain}": {fault}')
        hints = hints_of(function)
        return Verb(
            name=plain.replace("_", " "),
            call=f"{plain}_" if keyword.iskeyword(plain) else plain,
            sentence=sentence,
            acts=acts,
            parameters=parameters_of(function, hints),
            doc=(inspect.getdoc(function) or "").partition("\n")[0],
            run=function,
            commits=commits,
            block=noted(hints.get("return"), Block),
        )

    return decorate
