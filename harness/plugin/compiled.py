"""A compiled journey that was saved as an ordinary test file in, the visits it is to walk out."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from harness.compile.visits import PlannedVisit
from harness.language.folder import find_root
from harness.language.model import Journey
from harness.language.project import load_journey
from harness.language.surroundings import surroundings_of
from harness.plugin import MARKER
from harness.plugin.collecting import planned_visits


@dataclass(frozen=True)
class Unwalkable:
    """Why a test that is marked with a journey cannot be walked."""

    reason: str


def give_visits(metafunc: pytest.Metafunc) -> None:
    """Multiply a saved compiled journey as the journey itself is: each row with each persona."""
    node = metafunc.definition
    if "shopper" not in metafunc.fixturenames or not isinstance(node, pytest.Function):
        return
    marker = node.get_closest_marker(MARKER)
    if marker is None:
        return
    try:
        visits = _visits(str(marker.args[0]) if marker.args else "", node)
    except LookupError as error:  # one failing test; the other tests of the run are not stopped
        metafunc.parametrize("shopper", [Unwalkable(str(error.args[0]))], indirect=True, ids=["faulty"])
    else:
        metafunc.parametrize("shopper", visits, indirect=True, ids=[v.label or "visit" for v in visits])


def _visits(name: str, node: pytest.Function) -> tuple[PlannedVisit, ...]:
    path = _find_journey(name, node)
    root = find_root(path) if path else None
    if path is None or root is None:
        raise LookupError(
            f'{node.path}: the journey "{name}" is not here.'
            " Run pytest in the folder above the journeys, or keep this file there."
        )
    surroundings = surroundings_of(root)
    loaded = load_journey(path, surroundings)
    visits = planned_visits(loaded, surroundings, node.config) if isinstance(loaded, Journey) else ()
    if not visits:
        problems = surroundings.problems if isinstance(loaded, Journey) else loaded
        raise LookupError("\n\n".join(map(str, problems)))
    return visits


def _find_journey(name: str, node: pytest.Function) -> Path | None:
    places = (node.config.invocation_params.dir, node.config.rootpath, *node.path.parents)
    return next((place / name for place in places if (place / name).is_file()), None)
