"""What stands below `findings:` of the site file: when a finding counts as gone."""

from typing import Any

from harness.language.shapes.amounts import Count
from harness.language.shapes.table import Key, Table

_VERIFIED_AFTER = Key(
    "verified after",
    Count(),
    "After so many good runs in a row a finding counts as gone.",
    3,
)
FINDINGS_KEYS: tuple[Key[Any], ...] = (_VERIFIED_AFTER,)
FINDINGS: Key[int] = Key(
    "findings",
    Table("the findings", FINDINGS_KEYS, lambda found: found[_VERIFIED_AFTER]),
    "How findings live on from run to run.",
    _VERIFIED_AFTER.default,
)
