"""The name of a journey of the embedded shop in, what to walk for it out."""

from harness.compile.visits import plan_visits
from harness.demo.journeys_root import journeys_root
from harness.language.folder import journey_paths
from harness.language.model import Journey
from harness.language.project import load_journey
from harness.language.surroundings import surroundings_of


class ShopJourneyError(Exception):
    """The embedded shop's own journeys cannot be read."""


def every_journey() -> list[str]:
    """Return the files of all journeys of the embedded shop."""
    return [str(path) for path in journey_paths(journeys_root())]


def first_visit_of(name: str) -> str:
    """Return the first of a journey's visits as pytest calls it: one shopper with one row is enough.

    Raises:
        ShopJourneyError: The journey is not there, or has mistakes.
    """
    root = journeys_root()
    surroundings = surroundings_of(root)
    path = root / f"{name}.yaml"
    journey = load_journey(path, surroundings) if path.is_file() else ()
    if not isinstance(journey, Journey) or surroundings.site is None:
        raise ShopJourneyError(f"{path}: this journey of the embedded shop cannot be read.")
    visits = plan_visits(
        journey, site=surroundings.site, personas=surroundings.personas, parts=surroundings.parts
    )
    label = visits[0].label
    return f"{path}::{journey.title}[{label}]" if label else f"{path}::{journey.title}"
