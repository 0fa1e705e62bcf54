"""A run of many visits in, what Allure's results and page of it cost out, against walking them."""

import os
import shutil
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from harness.browser.found import BrowserFound
from harness.demo.process import DemoShop
from harness.history.model import Story
from harness.reports.allure import about, make_html, tell_story, write_results
from tests.reports.allure.many import many
from tests.reports.allure.records import BEGAN

from .figures import Cost, Figure, Spread, cpu, interleave, ratio, wall
from .walks import walking

VISITS = 300


def of_many_visits(browser: BrowserFound, folder: Path, *, rounds: int) -> Iterator[Figure]:
    """Compare all that Allure needs for a visit with walking one of ten steps, as a run does."""
    run, judged = many(folder / "run", VISITS)

    def report() -> Cost:
        began, used = time.perf_counter(), os.times()
        write_results(run, judged, run.allure_results)
        tell_story(run, judged, Story(), run.allure_results)
        told = about("Bench", judged, Story(), BEGAN.date())
        make_html(run.allure_results, run.path / "allure", about=told, history=None, say=lambda _line: None)
        return Cost(time.perf_counter() - began, sum(os.times()[:4]) - sum(used[:4]))

    with DemoShop.start() as shop, walking(browser, shop, folder) as walks:
        walk = partial(walks.by_the_harness, "pictures")
        costs = interleave({"report": report, "walk": walk}, rounds=rounds)
    size_mb = sum(file.stat().st_size for file in (run.path / "allure").rglob("*")) / 1e6
    shutil.rmtree(run.path)
    each = [seconds / VISITS * 100 for seconds in wall(costs["report"])]
    yield Figure(f"Allure of {VISITS} visits, wall", "s", Spread.of(wall(costs["report"])))
    yield Figure("  CPU, Node and all", "s", Spread.of(cpu(costs["report"])))
    yield Figure("  size of the page", "MB", Spread.of([size_mb]))
    yield Figure("  against walking them, ten steps each", "%", ratio(each, wall(costs["walk"])), at_most=10)
