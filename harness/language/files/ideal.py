"""The keys below `ideal:` of a journey in, what it should need of a customer out."""

from harness.language.files.limits import Limiting
from harness.language.model import Ideal
from harness.language.shapes.amounts import Count
from harness.language.shapes.plain import Duration
from harness.language.shapes.table import Found, Key, Table

_FIELDS = Key("fields", Count(least=0), "How many fields to fill in: `8`.", None)
_PAGES = Key("pages", Count(), "How many pages to go through: `4`.", None)
_TIME = Key(
    "time", Duration(), "How long a customer should need, her typing and waiting together: `60s`.", None
)
IDEAL_KEYS = (_FIELDS, _PAGES, _TIME)
NO_IDEAL = Ideal()


def _ideal(found: Found) -> Ideal:
    return Ideal(fields=found[_FIELDS], pages=found[_PAGES], time_ms=found[_TIME])


IDEAL = Limiting(
    Table("the ideal of a journey", IDEAL_KEYS, _ideal), IDEAL_KEYS, "nothing is said to be ideal here"
)
