"""300 visits with their pictures in, how long the pages of the run and the copy for others take out."""

import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from PIL import Image

from harness.record.folder import RunFolder
from harness.reports.cx import write_page
from harness.reports.share.sharing import share
from tests.reports.cx import records as made

from .figures import Cost, Figure, Spread, interleave

VISITS = 300
PAGES_AT_MOST_S = 5.0
ROUNDS = 5


def nightly_run(folder: Path) -> tuple[RunFolder, list[made.Judged]]:
    """Write a run of so many visits, a picture and a thumbnail a step."""
    judged = made.many(VISITS)
    run = RunFolder(folder / "run")
    run.write_run(made.run(judged))
    for visit, _ in judged:
        run.visit(visit.id).mkdir(parents=True)
        for step in visit.steps:
            for piece in step.evidence:
                if piece.file:
                    Image.new("RGB", (412, 839), "white").save(run.visit(visit.id) / piece.file)
    write_page(run, made.run(judged), judged)
    return run, judged


def pages(folder: Path, *, is_quick: bool) -> Iterator[Figure]:
    """Measure the pages of a night, and the copy for others."""
    run, judged = nightly_run(folder)
    names = count(1)

    def written() -> Cost:
        return _timed(lambda: write_page(run, made.run(judged), judged))

    def shared() -> Cost:
        to = folder / f"copy-{next(names)}"
        return _timed(lambda: share(run, [visit for visit, _ in judged], to))

    rounds = 2 if is_quick else ROUNDS
    measured = interleave({"written": written, "shared": shared}, rounds=rounds)
    for name, title, most in (
        ("written", f"all pages of {VISITS} visits", PAGES_AT_MOST_S),
        ("shared", "the copy of them for others", None),
    ):
        yield Figure(title, "s", Spread.of([cost.wall_s for cost in measured[name]]), most)


def _timed(work: Callable[[], object]) -> Cost:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)
