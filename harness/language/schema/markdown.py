"""The tables of the language in, a reference in Markdown out: every verb, check, target word and key.

It is read off what editors are told, so that neither says what the other does not.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from harness.grammar.many import ROLE_OF
from harness.grammar.states import STATES
from harness.grammar.target import ARIA_ROLES, OTHER_WORDS
from harness.grammar.template import PREFIXES
from harness.language.schema.files import FILES, file_schema
from harness.language.schema.shapes import table_schema
from harness.language.schema.texts import Schema
from harness.language.schema.verbs import CHECKS
from harness.language.shapes.check_examples import EXAMPLES
from harness.language.shapes.named import DO, usage
from harness.language.shapes.requests import REQUEST
from harness.verbs import VERBS, Verb
from harness.verbs.parameters import Parameter
from harness.verbs.verb import Reads

HEAD = """\
# Reference: every word of the journey language

Made by `harness reference` from the code that reads journeys, and not edited by hand. What the words mean
together is told in [the journey language](journeys.md).
"""
MOST_WORDS = 20
"""Longer lists of words are cut; `harness schema` has all of them."""

TITLES = {"journey": "Keys of a journey", "part": "Keys of a part", "personas": "Keys of the personas file"}
TITLES |= {"site": "Keys of the site file", "business": "Keys of the business file"}


def reference(verbs: Mapping[str, Verb] = VERBS) -> str:
    """Return the whole reference, with a team's own verbs among the others."""
    sections = [HEAD, *_verbs(verbs), *_checks(), *_target_words(), *_values()]
    for kind in FILES:
        schema = file_schema(kind, verbs=verbs)
        sections += _keys(TITLES[kind], schema)
        if kind == "journey":
            sections += _keys("Keys of a step", schema["definitions"]["step"])
        if kind == "business":
            sections += _keys("Keys of a figure", schema["definitions"]["share figure"])
    return "\n".join(sections)


def _verbs(verbs: Mapping[str, Verb]) -> Iterator[str]:
    yield "## Verbs\n"
    yield _table(
        ("verb", "how it is written", "what it does"),
        [(f"`{name}`", f"`{usage(verb)}`", _cell(verb.doc)) for name, verb in verbs.items()],
    )
    for name, verb in verbs.items():
        if verb.parameters and verb.parameters[0].how.reads is Reads.METHOD:
            yield from _keys("Keys of a request", table_schema(REQUEST))
        elif verb.by_name or verb.block:
            yield f"### What `{name}` takes\n"
            block = [(f"`{DO}`", "actions", "needed")] if verb.block else []
            yield _table(("name", "read as", ""), [*(_parameter(each) for each in verb.parameters), *block])


def _parameter(parameter: Parameter) -> tuple[str, ...]:
    meaning = f", {parameter.how.meaning.value}" if parameter.how.meaning else ""
    read = f"{parameter.how.reads.value}{meaning}"
    return f"`{parameter.spoken}`", read, "may be left out" if parameter.optional else "needed"


def _checks() -> Iterator[str]:
    yield "## Checks\n"
    words = {name: word for table in CHECKS for name, word in table.items()}
    yield _table(
        ("word", "what must be true", "takes", "such as"),
        [
            (f"`{name}`", _cell(word.doc), word.takes, f"`{EXAMPLES[name]}`" if name in EXAMPLES else "")
            for name, word in words.items()
        ],
    )


def _target_words() -> Iterator[str]:
    yield "## Target words\n"
    yield f"Roles: {_words(sorted(ARIA_ROLES), most=None)}.\n"
    yield f"Besides: {_words(sorted(OTHER_WORDS), most=None)}, and after `in` also `frame`.\n"
    yield f"Several of a kind: {_words(list(ROLE_OF), most=None)}.\n"
    yield f"States, after a target and `is` or `is not`: {_words(list(STATES), most=None)}.\n"


def _values() -> Iterator[str]:
    yield "## Prefixes of values\n"
    yield f"{_words([f'${{{prefix}.…}}' for prefix in PREFIXES], most=None)}\n"


def _keys(title: str, schema: Schema) -> Iterator[str]:
    """Yield a section for a mapping with known keys, and one for each such mapping inside it."""
    yield f"## {title}\n"
    needed = schema.get("required", ())
    inside: list[tuple[str, Schema]] = []
    rows = []
    for name, key in schema["properties"].items():
        default = f" Without it: `{key['default']}`." if "default" in key else ""
        description = f"{key.get('description', '')}{default}{' **Needed.**' if name in needed else ''}"
        rows.append((f"`{name}`", _cell(description), _cell(_takes(key))))
        inside += [(name, found) for found in _mappings_in(key)]
    yield _table(("key", "what it says", "what stands there"), rows)
    for name, found in inside:
        where = title.partition(" of ")[2]
        yield from _keys(f"Keys below `{name}:` of {where}", found)


def _mappings_in(schema: Schema) -> Iterator[Schema]:
    """Yield the mappings with known keys of their own that a schema holds, at any depth."""
    if isinstance(schema.get("properties"), dict) and any(
        "description" in each for each in schema["properties"].values()
    ):
        yield schema
        return
    for inner in (schema.get("items"), schema.get("additionalProperties"), *schema.get("anyOf", ())):
        if isinstance(inner, dict):
            yield from _mappings_in(inner)


def _takes(schema: Schema) -> str:
    """Return in a few words what may stand behind a key."""
    kinds = schema.get("type", ())
    if "$ref" in schema:
        said = f"of {schema['$ref'].rpartition('/')[2].removesuffix('s')}s"
    elif "allOf" in schema:
        said = f"a {schema['allOf'][0]['$ref'].rpartition('/')[2]}"
    elif "anyOf" in schema:
        said = " or ".join(dict.fromkeys(_takes(each) for each in schema["anyOf"]))
    elif "enum" in schema:
        said = _words(schema["enum"])
    elif kinds == "array":
        said = f"a list {_of(schema['items'])}"
    elif kinds == "object":
        said = _names(schema)
    elif "minimum" in schema:
        said = "a number"
    else:
        said = f"a text{', a list' if 'array' in kinds else ''}{', or keys' if 'object' in kinds else ''}"
    return f"{said}, such as {_words(schema['examples'])}" if "examples" in schema else said


def _of(schema: Schema) -> str:
    said = {"a text": "of texts"}.get(found := _takes(schema), found)
    return said if said.startswith("of ") else f"of: {said}"


def _names(schema: Schema) -> str:
    inner = schema.get("additionalProperties")
    if not isinstance(inner, dict):
        return "keys"
    return f"names, each with {'its keys' if '$ref' in inner else _takes(inner).removeprefix('of ')}"


def _words(words: Sequence[Any], most: int | None = MOST_WORDS) -> str:
    if most is not None and len(words) > most:
        return f"one of {len(words)} words, such as {_words(words[:3])}"
    return ", ".join(f"`{word}`" for word in words)


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
