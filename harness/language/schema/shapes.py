"""A shape of the language in, its JSON Schema out: one table says how each is told to an editor."""

from collections.abc import Callable, Mapping
from typing import Any

from harness.language.files.identification import HEADERS, SentHeader
from harness.language.files.limits import Limiting
from harness.language.files.matrix import OWN, Combinations, Matrix
from harness.language.files.notify import OneChannel
from harness.language.files.personas import DIFFERENT_IN_A_MATRIX
from harness.language.files.safety import MoneyWritten
from harness.language.files.site import SHOP_TABLE, OneInterruption, ShopOrAddress
from harness.language.files.sites import ONE_OF_THE_SITES, SiteOrAddress
from harness.language.files.tickets import TicketSystem
from harness.language.schema import texts
from harness.language.schema.texts import SCALAR_TYPES, Schema
from harness.language.shapes.actions import Actions
from harness.language.shapes.address import Address
from harness.language.shapes.amounts import Count, Size, TimesOf
from harness.language.shapes.claims import Claims
from harness.language.shapes.collections import ListOf, MappingOf, OneOrMore
from harness.language.shapes.contact_times import ContactTimes
from harness.language.shapes.dialogs import ReplyWords
from harness.language.shapes.names import Name, TargetOfSite, TargetWords, Words
from harness.language.shapes.plain import (
    Checked,
    Duration,
    Number,
    OneOf,
    Pattern,
    PlainText,
    Share,
    Slowdown,
)
from harness.language.shapes.press import Keys
from harness.language.shapes.requests import Body, HeaderName, ValueChecks
from harness.language.shapes.rows import ROWS, ROWS_FILE, FixedText, Rows
from harness.language.shapes.shape import Shape
from harness.language.shapes.spreads import FIGURE_TABLES, FORMS, Sourced, Spread
from harness.language.shapes.steps import STEP_KEYS, USE_KEYS, StepOrUse
from harness.language.shapes.tab import TabWords
from harness.language.shapes.table import Key, Table
from harness.language.shapes.with_secrets import SecretText


def schema_of(shape: Shape[Any]) -> Schema:
    """Return what an editor may know of a shape; of one that is not in the table it says nothing."""
    make = _SCHEMAS.get(type(shape))
    return make(shape) if make else {}


def table_schema(table: Table[Any]) -> Schema:
    """Return the schema of a mapping with known keys."""
    return {
        "type": "object",
        "properties": properties(table.keys),
        "required": [key.name for key in table.keys if key.required],
        "additionalProperties": False,
    }


def properties(keys: tuple[Key[Any], ...]) -> Schema:
    """Return the schemas of keys, each with its line of help and what it means when it is not there."""
    return {key.name: {**_described(key), **schema_of(key.shape)} for key in keys}


def claims_schema() -> Schema:
    """Return the schema of one claim or a list of them."""
    return {
        "type": [*SCALAR_TYPES, "object", "array"],
        "minLength": 1,
        "items": {"$ref": "#/definitions/claim"},
        "minItems": 1,
        "additionalProperties": {"$ref": "#/definitions/checks"},
        "minProperties": 1,
    }


def step_schema() -> Schema:
    """Return the schema of a step or the use of a part: one object, so that an editor offers no key twice."""
    return {
        "type": "object",
        "properties": properties((*STEP_KEYS, *USE_KEYS)),
        "additionalProperties": False,
        "if": {"required": ["use"]},
        "then": {"properties": {key.name: False for key in STEP_KEYS}},
        "else": {"required": ["step"], "minProperties": 2, "properties": {"with": False}},
    }


def site_schema() -> Schema:
    """Return the schema of one of several sites: its address, or its keys."""
    return {**table_schema(ONE_OF_THE_SITES), "type": ["string", "object"], "minLength": 1}


def figure_schemas() -> Schema:
    """Return the schemas of a company's figures by what they are called: a share, an amount of money."""
    return {f"{unit} figure": table_schema(table) for unit, table in FIGURE_TABLES.items()}


def _described(key: Key[Any]) -> Schema:
    is_word = isinstance(key.default, str) and key.default
    return {"description": key.doc, **({"default": key.default} if is_word else {})}


def _list(shape: ListOf[Any]) -> Schema:
    return {"type": "array", "items": schema_of(shape.item), "minItems": 0 if shape.may_be_empty else 1}


def _one_or_more(shape: OneOrMore[Any]) -> Schema:
    return {"anyOf": [schema_of(shape.item), _list(ListOf(shape.item, shape.kind))]}


def _mapping(shape: MappingOf[Any]) -> Schema:
    value = schema_of(shape.value)
    known: Schema = {"type": "object", "minProperties": 1}
    if isinstance(shape.name, OneOf):
        return {**known, "properties": dict.fromkeys(shape.name.words, value), "additionalProperties": False}
    return {**known, "propertyNames": schema_of(shape.name), "additionalProperties": value}


def _limiting(shape: Limiting[Any]) -> Schema:
    table = table_schema(shape.table)
    return {**table, "minProperties": len(table["required"]) + 1}


def _combinations() -> Schema:
    different = {key.name: _values(_or_own(schema_of(key.shape))) for key in DIFFERENT_IN_A_MATRIX}
    return {
        "type": "object",
        "propertyNames": texts.name(),
        "properties": different,
        "additionalProperties": _values(texts.scalar()),
        "minProperties": 1,
    }


def _values(value: Schema) -> Schema:
    return {"type": "array", "items": value, "minItems": 1, "uniqueItems": True}


def _or_own(value: Schema) -> Schema:
    return {"anyOf": [{"enum": [OWN]}, value]}


_SCHEMAS: Mapping[type, Callable[[Any], Schema]] = {
    PlainText: lambda _: texts.anything_written(),
    OneOf: texts.known_word,
    Pattern: texts.text_of_form,
    Checked: texts.checked,
    Duration: lambda _: texts.duration(),
    Number: texts.number,
    Share: lambda _: texts.share(),
    Slowdown: lambda _: texts.slowdown(),
    Spread: lambda shape: texts.spread(FORMS[shape.unit]),
    Sourced: lambda shape: {"allOf": [{"$ref": f"#/definitions/{shape.unit} figure"}]},
    Count: lambda shape: texts.count(shape.least),
    ContactTimes: lambda _: texts.anything_written(),
    MoneyWritten: lambda _: texts.anything_written(),
    SentHeader: lambda _: {**_mapping(HEADERS), "maxProperties": 1},
    Size: lambda _: texts.size(),
    TimesOf: lambda _: texts.times_of(),
    Name: lambda _: texts.name(),
    Words: texts.words,
    TargetWords: lambda _: texts.anything_written(),
    TargetOfSite: lambda _: texts.anything_written(),
    FixedText: lambda _: texts.scalar(),
    Keys: lambda _: texts.key_to_press(),
    TabWords: lambda _: texts.tab(),
    ReplyWords: lambda _: texts.reply(),
    Address: lambda _: texts.address(),
    ListOf: _list,
    OneOrMore: _one_or_more,
    MappingOf: _mapping,
    Rows: lambda _: {"anyOf": [schema_of(ROWS), table_schema(ROWS_FILE)]},
    Table: table_schema,
    Limiting: _limiting,
    OneInterruption: lambda shape: table_schema(shape.table),
    OneChannel: lambda shape: table_schema(shape.table),
    TicketSystem: lambda shape: table_schema(shape.table),
    SecretText: lambda _: texts.anything_written(),
    Matrix: lambda shape: {**table_schema(shape.table), "minProperties": 1, "maxProperties": 1},
    Combinations: lambda _: _combinations(),
    ShopOrAddress: lambda _: {**table_schema(SHOP_TABLE), "type": ["string", "object"], "minLength": 1},
    SiteOrAddress: lambda _: {"$ref": "#/definitions/site"},
    StepOrUse: lambda _: {"$ref": "#/definitions/step"},
    Body: lambda _: {"type": [*SCALAR_TYPES, "null", "object", "array"]},
    HeaderName: lambda _: texts.header(),
    ValueChecks: lambda _: {"$ref": "#/definitions/checks"},
    Actions: lambda _: {"type": "array", "items": {"$ref": "#/definitions/action"}, "minItems": 1},
    Claims: lambda _: claims_schema(),
}
