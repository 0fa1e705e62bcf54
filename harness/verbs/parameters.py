"""A function with typed parameters in, what may follow a verb's word and how each is read out."""

import inspect
import typing
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from harness.grammar.target import Meaning

if TYPE_CHECKING:
    from harness.verbs.verb import Reads

T = TypeVar("T")


@dataclass(frozen=True)
class How:
    """The annotation that says how a parameter's text is read, and what bare text may be."""

    reads: "Reads"
    meaning: Meaning | None = None


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


class VerbError(TypeError):
    """A function that cannot be a verb; the message says which part of its signature and why."""


def parameters_of(function: Callable[..., object], hints: dict[str, Any]) -> tuple[Parameter, ...]:
    """Return what follows the shopper in a signature; `hints` are the types of it all.

    Raises:
        VerbError: A parameter does not say how it is read.
    """
    _, *rest = inspect.signature(function).parameters.values()
    return tuple(_parameter(function, p, hints.get(p.name)) for p in rest)


def _parameter(function: Callable[..., object], p: inspect.Parameter, hint: Any) -> Parameter:
    how = _how(function, p.name, hint)
    if isinstance(p.default, str) and "Target" in str(hint):
        raise VerbError(
            f'verb "{function.__name__}": parameter "{p.name}" is never a text. Give it None'
            f" where it is left out: {p.name}: ... | None = None"
        )
    return Parameter(
        p.name,
        how,
        optional=p.default is not p.empty,
        is_named=p.kind is p.KEYWORD_ONLY,
        default=p.default if isinstance(p.default, str) else "",
    )


def hints_of(function: Callable[..., object]) -> dict[str, Any]:
    """Return the types of a signature.

    Raises:
        VerbError: One of them is not known when the function is read.
    """
    only_for_typing = {"Acting": object}
    try:
        return typing.get_type_hints(function, localns=only_for_typing, include_extras=True)
    except NameError as error:
        raise VerbError(
            f'verb "{function.__name__}": "{error.name}" is not known when it is read.'
            ' Import it at the top, outside of "if TYPE_CHECKING:".'
        ) from error


def noted(hint: Any, kind: type[T]) -> T | None:
    """Return the note of a kind on a type; on a part of it where it is `Text | None`."""
    notes = (note for part in (hint, *typing.get_args(hint)) for note in getattr(part, "__metadata__", ()))
    return next((note for note in notes if isinstance(note, kind)), None)


def _how(function: Callable[..., object], name: str, hint: Any) -> How:
    how = noted(hint, How)
    if how:
        return how
    raise VerbError(
        f'verb "{function.__name__}": parameter "{name}" says not how it is read. Annotate it'
        " with a type of harness, such as Text, Field or Clickable."
    )
