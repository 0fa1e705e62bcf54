"""The mystery shopper: journeys in YAML in, what customers cannot do out; and what own verbs import."""

from harness.grammar.target import Meaning
from harness.verbs.acting import Acting
from harness.verbs.verb import (
    Address,
    Clickable,
    DateField,
    DayText,
    Field,
    File,
    FileField,
    Key,
    NewName,
    Pointed,
    ReadableValue,
    Seen,
    Shown,
    Tab,
    Text,
    Tickable,
    verb,
)

__version__ = "0.1.0"

__all__ = [
    "Acting",
    "Address",
    "Clickable",
    "DateField",
    "DayText",
    "Field",
    "File",
    "FileField",
    "Key",
    "Meaning",
    "NewName",
    "Pointed",
    "ReadableValue",
    "Seen",
    "Shown",
    "Tab",
    "Text",
    "Tickable",
    "__version__",
    "verb",
]
