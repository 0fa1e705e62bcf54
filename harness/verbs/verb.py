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
import typing
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from harness.grammar.target import Meaning, Target

T = TypeVar("T")


class Reads(StrEnum):
    """How a parameter's text is read."""

    TARGET = "target"
    TEXT = "text"
    NAME = "name"
    ADDRESS = "address"
    KEY = "key"
    FILE = "file"
    TAB = "tab"
    FILE_NAME = "name of a file"
    FILE_TYPE = "type of a file"
    SIZE = "size"
    REASON = "reason"
    TIMES = "number of times"
    LONGEST_WAIT = "longest wait"
    CLAIM = "claim"


class Block(StrEnum):
    """How often the actions that stand below a verb's `do:` are done: Python's word for it."""

    ONCE = "if"
    AGAIN = "for"


@dataclass(frozen=True)
class How:
    """The annotation that says how a parameter's text is read, and what bare text may be."""

    reads: Reads
    meaning: Meaning | None = None


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
FileName = Annotated[Target | None, How(Reads.FILE_NAME)]
FileType = Annotated[str | None, How(Reads.FILE_TYPE)]
Size = Annotated[str | None, How(Reads.SIZE)]
Reason = Annotated[str, How(Reads.REASON)]
Times = Annotated[str, How(Reads.TIMES)]
LongestWait = Annotated[str, How(Reads.LONGEST_WAIT)]

Once = Annotated[bool, Block.ONCE]
"""What a verb returns that has actions below `do:`: whether they are done."""
Again = Annotated[bool, Block.AGAIN]
"""The same, and it is asked anew each time they were done."""


@dataclass(frozen=True)
class Parameter:
    """One parameter of a verb; `is_named` where it is given by name, `default` what stands in for it."""

    name: str
    how: How
    optional: bool = False
    is_named: bool = False
    default: str = ""

    @property
    def spoken(self) -> str:
        """Its name in YAML."""
        return self.name.rstrip("_").replace("_", " ")


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
        block: How often the actions below its `do:` are done, if it takes any.
    """

    name: str
    call: str
    sentence: str
    acts: bool
    parameters: tuple[Parameter, ...]
    doc: str
    run: Callable[..., bool | None]
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


class VerbError(TypeError):
    """A function that cannot be a verb; the message says which part of its signature and why."""


def verb(
    sentence: str, *, acts: bool = True, name: str | None = None
) -> Callable[[Callable[..., bool | None]], Verb]:
    """Make a verb of a function.

    Args:
        sentence: How the record tells it, with the parameters' names in braces.
        acts: Whether it changes something on the page.
        name: The word in YAML; by default the function's name with spaces for underscores.

    Returns:
        The decorator.

    Raises:
        VerbError: The first parameter is not the shopper, or another one is not typed as a
            target, text, name or claim.
    """

    def decorate(function: Callable[..., bool | None]) -> Verb:
        hints = typing.get_type_hints(function, localns=_names_only_for_typing(), include_extras=True)
        call = function.__name__.rstrip("_")
        return Verb(
            name=name or call.replace("_", " "),
            call=call,
            sentence=sentence,
            acts=acts,
            parameters=_parameters(function, hints),
            doc=(inspect.getdoc(function) or "").partition("\n")[0],
            run=function,
            block=_noted(hints.get("return"), Block),
        )

    return decorate


def _parameters(function: Callable[..., object], hints: dict[str, Any]) -> tuple[Parameter, ...]:
    _, *rest = inspect.signature(function).parameters.values()
    return tuple(
        Parameter(
            p.name,
            _how(function, p.name, hints.get(p.name)),
            optional=p.default is not p.empty,
            is_named=p.kind is p.KEYWORD_ONLY,
            default=p.default if isinstance(p.default, str) else "",
        )
        for p in rest
    )


def _names_only_for_typing() -> dict[str, Any]:
    return {"Acting": object}


def _noted(hint: Any, kind: type[T]) -> T | None:
    return next((note for note in getattr(hint, "__metadata__", ()) if isinstance(note, kind)), None)


def _how(function: Callable[..., object], name: str, hint: Any) -> How:
    how = _noted(hint, How)
    if how:
        return how
    raise VerbError(
        f'verb "{function.__name__}": parameter "{name}" says not how it is read. Annotate it as Clickable,'
        " Pointed, Field, FileField, Tickable, ReadableValue, Shown, Seen, Text, NewName, Address, Key,"
        " File, Tab, FileName, FileType, Size, Reason, Times or LongestWait."
    )
