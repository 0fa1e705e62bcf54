"""The kind of a file in, its JSON Schema out, with the names of a project for an editor to offer."""

from collections.abc import Iterable, Mapping
from typing import Any

from harness.language.files.business import BUSINESS
from harness.language.files.journey import JOURNEY
from harness.language.files.part import PART
from harness.language.files.personas import PERSONAS
from harness.language.files.sites import SITE_FILE
from harness.language.schema.shapes import figure_schemas, site_schema, step_schema, table_schema
from harness.language.schema.texts import Schema
from harness.language.schema.verbs import action_schema, checks_schema, claim_schema
from harness.language.shapes.table import Table
from harness.verbs import VERBS, Verb

FILES: Mapping[str, Table[Any]] = {
    "journey": JOURNEY,
    "part": PART,
    "personas": PERSONAS,
    "site": SITE_FILE,
    "business": BUSINESS,
}
"""The kinds of files, by what `harness schema --for` calls them."""

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest draft that the YAML extensions of editors know."""


def file_schema(
    kind: str,
    *,
    personas: Iterable[str] = (),
    sites: Iterable[str] = (),
    parts: Iterable[str] = (),
    verbs: Mapping[str, Verb] = VERBS,
) -> Schema:
    """Return the schema of a kind of file.

    Args:
        kind: One of `FILES`.
        personas: Names to offer for `personas:`. Others stay allowed: a project grows faster than its schema.
        sites: Names to offer for `sites:` of a journey.
        parts: Names to offer for `use:`.
        verbs: The verbs that actions may use.
    """
    table = FILES[kind]
    schema = {"$schema": DRAFT, "title": table.kind, **table_schema(table)}
    if kind == "site":
        schema["oneOf"] = [{"required": ["site"]}, {"required": ["sites"]}]
        schema["dependencies"] = {"default site": ["sites"]}
        schema["definitions"] = {"site": site_schema()}
    if kind == "personas":
        schema["definitions"] = {"claim": claim_schema(), "checks": checks_schema()}
    if kind == "business":
        schema["definitions"] = figure_schemas()
    if "steps" not in schema["properties"]:
        return schema
    step = step_schema()
    _offer(step["properties"]["use"], parts)
    if kind == "journey":
        _offer(schema["properties"]["personas"]["items"], personas)
        _offer(schema["properties"]["sites"]["items"], sites)
    definitions = {
        "step": step,
        "action": action_schema(verbs),
        "claim": claim_schema(),
        "checks": checks_schema(),
    }
    return {**schema, "definitions": definitions}


def _offer(schema: Schema, names: Iterable[str]) -> None:
    offered = sorted(names)
    if offered:
        schema["examples"] = offered
