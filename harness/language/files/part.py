"""The keys of a part: steps that several journeys share."""

from harness.language.model import Part
from harness.language.shapes.collections import ListOf
from harness.language.shapes.names import Name
from harness.language.shapes.plain import PlainText
from harness.language.shapes.steps import STEPS
from harness.language.shapes.table import Found, Key, Table

_PART = Key(
    "part",
    PlainText("the name of the part"),
    "What the part is called in `use:`.",
    "",
    required=True,
    elsewhere=("name", "title"),
)
_NEEDS = Key("needs", ListOf(Name(), "names"), "The names that `with:` must give a value.", ())
_GIVES = Key("gives", ListOf(Name(), "names"), "The names it remembers for whoever uses it.", ())
_STEPS = Key("steps", STEPS, "What the customer does, step by step.", (), required=True)
PART_KEYS = (_PART, _NEEDS, _GIVES, _STEPS)


def _part(found: Found) -> Part:
    return Part(
        name=found[_PART],
        place=found.place,
        needs=found[_NEEDS],
        gives=found[_GIVES],
        steps=found[_STEPS],
    )


PART = Table("a part", PART_KEYS, _part)
