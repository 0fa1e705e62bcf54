"""The tests of a run in, the one of a single visit out."""

from dataclasses import dataclass

import pytest

from harness.plugin.collecting import visit_of
from harness.plugin.run import RUN


@dataclass(frozen=True)
class OnlyVisit:
    """A pytest plugin that leaves one visit and nothing else; the run is marked as its replay."""

    id: str

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Take out all others."""
        config.stash[RUN].replays = self.id
        wanted = [item for item in items if (visit := visit_of(item)) and visit.id == self.id]
        config.hook.pytest_deselected(items=[item for item in items if item not in wanted])
        items[:] = wanted
