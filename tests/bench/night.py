"""A night in the embedded shop in, how long all of its reports take against walking it out."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from .figures import Figure, Spread, cpu, interleave, ratio, wall
from .processes import run
from .projects import the_journeys

AT_MOST = 0.1
"""Of the time of a night, for judging it, its history, its pages and Allure."""


def night(folder: Path, *, rounds: int) -> Iterator[Figure]:
    """Compare `harness report`, its start included, with the run that it reports."""
    project = the_journeys(folder / "shop")
    harness, reports = (sys.executable, "-m", "harness"), f"--reports={folder}/reports"
    costs = interleave(
        {
            "walk": partial(run, (*harness, "run", "journeys", "--report=none", reports), cwd=project),
            "report": partial(run, (*harness, "report", reports), cwd=project),
        },
        rounds=rounds,
        warm_ups=0,
    )
    yield Figure("a night in the embedded shop, no reports: wall", "s", Spread.of(wall(costs["walk"])))
    yield Figure(
        "  all its reports, of that", "x", ratio(wall(costs["report"]), wall(costs["walk"])), AT_MOST
    )
    yield Figure("    CPU", "x", ratio(cpu(costs["report"]), cpu(costs["walk"])))
