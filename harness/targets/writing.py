"""Words and values in, the same as they stand in YAML out: quoted where they would mean something else."""

import json
import re

import yaml

from harness.targets.model import Named, Use

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_BELONG_IN_ESCAPES = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029\ufeff]")


def as_yaml(text: str) -> str:
    """Return a text so that it may stand anywhere in a journey: as a key, in a list, between braces."""
    if _BELONG_IN_ESCAPES.search(text):
        return json.dumps(text)
    return text if _is_plain(text) else "'" + text.replace("'", "''") + "'"


def line_of(named: Named) -> str:
    """Return a thing as it is written in a journey; what may be chosen there stands behind it."""
    words = as_yaml(named.words)
    if named.use in {Use.READ, Use.COUNT}:
        return f"{words}: {as_yaml(named.value)}"
    return f"{words}: {' | '.join(map(as_yaml, named.options))}" if named.options else words


def _is_plain(text: str) -> bool:
    if not text or text != text.strip() or text[0] in "\"'" or " #" in text or ": " in text:
        return False
    try:
        return bool(yaml.load(f"[{{{text}: {text}}}]", Loader=_Loader) == [{text: text}])  # noqa: S506 -- texts only
    except yaml.YAMLError:
        return False
