"""The place of the embedded shop's own journeys."""

from pathlib import Path


def journeys_root() -> Path:
    """Return the folder of the journeys: in the package when installed, at the top of a checkout."""
    packaged = Path(__file__).with_name("journeys")
    return packaged if (packaged / "site.yaml").is_file() else Path(__file__).parents[2] / "journeys"
