"""The text of a YAML file in, what an editor's parser makes of it out: YAML 1.2, where `NO` is a text."""

import json
import re
from typing import Any

import yaml


class EditorsLoader(yaml.CSafeLoader):
    """YAML 1.2's core types; dates stay texts."""


EditorsLoader.yaml_implicit_resolvers = {}
for tag, form in {
    "bool": r"true|false",
    "null": r"null|~|",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)",
}.items():
    EditorsLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^({form})$"), None)

MOST_BRACKETS = 10_000
"""Deeper, and libyaml's own recursion ends the process."""


def as_an_editor_reads(text: str) -> Any:
    """Return the content, its keys as texts.

    Raises:
        yaml.YAMLError: An editor marks it without any schema.
    """
    if text.count("[") > MOST_BRACKETS:
        raise yaml.YAMLError("too deep")
    return json.loads(json.dumps(yaml.load(text, EditorsLoader)))  # noqa: S506 -- it is a safe loader
