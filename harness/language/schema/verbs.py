"""Verbs and check words in, the JSON Schemas of an action and of a claim out, read off their tables."""

from collections.abc import Mapping
from typing import Any, Protocol

from harness.language.schema.shapes import claims_schema, schema_of, table_schema
from harness.language.schema.texts import SCALAR_TYPES, Schema, scalar
from harness.language.shapes.actions import Actions
from harness.language.shapes.arguments import shape_of
from harness.language.shapes.check_examples import EXAMPLES
from harness.language.shapes.named import DO
from harness.language.shapes.requests import REQUEST
from harness.language.shapes.value_checks import LINK_WORDS
from harness.values.checks import WORDS
from harness.values.counting import MANY_WORDS
from harness.verbs.parameters import Parameter
from harness.verbs.request import METHODS
from harness.verbs.verb import Reads, Verb


class _Word(Protocol):
    @property
    def doc(self) -> str: ...

    @property
    def takes(self) -> str: ...


CHECKS: tuple[Mapping[str, _Word], ...] = (MANY_WORDS, WORDS, LINK_WORDS)
"""The tables of words that may stand behind what is seen; of a word in two of them the last one tells."""


def action_schema(verbs: Mapping[str, Verb]) -> Schema:
    """Return the schema of one action: one verb, and what stands behind it."""
    one: Schema = {
        "type": "object",
        "properties": {name: {"description": verb.doc, **_behind(verb)} for name, verb in verbs.items()},
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }
    alone = [name for name, verb in verbs.items() if verb.takes_nothing]
    return {"anyOf": [one, {"enum": alone}]} if alone else one


def claim_schema() -> Schema:
    """Return the schema of what is seen: a text, or values with their checks."""
    one: Schema = {**claims_schema(), "type": [*SCALAR_TYPES, "object"]}
    return {word: told for word, told in one.items() if word not in {"items", "minItems"}}


def checks_schema() -> Schema:
    """Return the schema of what a value, or several things, are checked with: a text, or check words."""
    return {
        "type": [*SCALAR_TYPES, "object"],
        "properties": {name: _check(name, word) for words in CHECKS for name, word in words.items()},
        "additionalProperties": False,
        "minProperties": 1,
        "dependencies": {name: _with_one_of(word.refines) for name, word in WORDS.items() if word.refines},
    }


def _behind(verb: Verb) -> Schema:
    if verb.block:
        return {**_named(verb), "type": ["object"]}
    if not verb.parameters:
        return {"type": "null"}
    if verb.parameters[0].how.reads is Reads.METHOD:
        return {**table_schema(REQUEST), "oneOf": [{"required": [method]} for method in METHODS]}
    alone: Schema = _argument(verb.parameters[0]) if verb.takes_scalar else {}
    if len(verb.parameters) == 1:
        return claims_schema() if verb.parameters[0].how.reads is Reads.CLAIM else alone
    several = _pairs(verb) if verb.takes_pairs else _named(verb)
    return {**alone, **several, "type": [*alone.get("type", []), "object"]}


def _pairs(verb: Verb) -> Schema:
    first, second = verb.parameters
    names = _argument(first)
    return {"propertyNames": names, "additionalProperties": _argument(second), "minProperties": 1}


def _named(verb: Verb) -> Schema:
    spoken = {parameter.spoken: parameter for parameter in verb.parameters}
    block = {DO: schema_of(Actions())} if verb.block else {}
    return {
        "properties": {**{name: _argument(parameter) for name, parameter in spoken.items()}, **block},
        "required": [*(name for name, parameter in spoken.items() if not parameter.optional), *block],
        "additionalProperties": False,
    }


def _argument(parameter: Parameter) -> Schema:
    if parameter.how.reads is Reads.CLAIM:
        return {"$ref": "#/definitions/claim"}
    return schema_of(shape_of(parameter))


def _check(name: str, word: _Word) -> Schema:
    of_list: Schema = {"type": "array", "items": scalar(), "minItems": 1}
    written = f"{word.doc}. `{EXAMPLES[name]}`" if name in EXAMPLES else word.doc
    return {"description": written, **(of_list if word.takes == "a list of texts" else scalar())}


def _with_one_of(words: tuple[str, ...]) -> dict[str, Any]:
    return {"oneOf": [{"required": [word]} for word in words]}
