"""A function that is to be a verb in, what keeps it from being one out."""

import inspect
import string
from collections.abc import Callable, Iterator
from typing import Any

_FIRST = "Begin with the shopper: def {}(shopper: Acting, ...)"


def fault_in(function: Callable[..., Any], sentence: str) -> str | None:
    """Return what is wrong with a function or the sentence that tells it, and what to do."""
    return next(_faults(function, sentence), None)


def _faults(function: Callable[..., Any], sentence: str) -> Iterator[str]:
    name = function.__name__
    parameters = list(inspect.signature(function).parameters.values())
    if name.startswith("_"):
        yield f'its name begins with "_". Name it as customers say it: {name.strip("_") or "pick_a_size"}'
    if not parameters:
        yield f"it has no parameter. {_FIRST.format(name)}"
    if _is_never_walked(function):
        yield 'it is "async" or has a "yield", and would never be walked. Make it an ordinary function.'
    for parameter in parameters[1:]:
        if parameter.kind in {parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD}:
            yield f'parameter "{parameter.name}" takes any number of values. Name each of them.'
        if parameter.name == "commits":
            yield 'parameter "commits" would hide what a step commits to. Name it otherwise.'
    yield from _faults_in_sentence(sentence, {parameter.name for parameter in parameters[1:]})


def _is_never_walked(function: Callable[..., Any]) -> bool:
    kinds = (inspect.iscoroutinefunction, inspect.isgeneratorfunction, inspect.isasyncgenfunction)
    return any(is_one(function) for is_one in kinds)


def _faults_in_sentence(sentence: str, known: set[str]) -> Iterator[str]:
    try:
        told = [name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None]
    except ValueError:
        yield f'a brace in "{sentence}" is not closed. Write parameters like: {{size}}'
        return
    for name in told:
        if name not in known:
            yield f'"{sentence}" tells of "{{{name}}}", which is no parameter. Name one that is.'
