"""`python -m tests.calibrate`: are the figures of pages true? Prints a table, ends with 1 when one is off.

Pages with known delays are walked as in a run; the figures may be off by a tenth or 50 ms, whichever is
larger (layout shift: a tenth or 0.01; counts: nothing). The web-vitals library, where it can be fetched,
measures the same loads, and must agree. A page that came while the machine was busy is walked again, up to
five times; then the walk that was least disturbed counts.
"""

import argparse
import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table

from harness.browser.doctor import ready_browser
from harness.browser.keeper import BrowserKeeper
from harness.language.files.personas import BUILT_IN
from harness.record import PageView
from harness.reports.allure.errors import AllureHtmlError
from tests.pages import serving
from tests.walking import Walker

from .busy import TOO_BUSY, Waiting
from .cases import CASES, Case
from .figures import TRUTH, Line
from .web_vitals import WebVitals, library

REFERENCE = "web-vitals"
MOST_TRIES = 5
Lines = dict[tuple[str, str, str], Line]
"""By page, figure, and what it is compared with."""


def main() -> int:
    """Measure, print the table, and return the exit code."""
    chosen = _arguments()
    source = _library()
    lines: Lines = {}
    with TemporaryDirectory(prefix="calibrate-") as folder, sync_playwright() as playwright:
        keeper = BrowserKeeper(ready_browser(), playwright.chromium.launch)
        walker = Walker(keeper, playwright.devices, Path(folder))
        for number in range(chosen.rounds):
            sys.stderr.write(f"round {number + 1} of {chosen.rounds}\n")
            for case in CASES:
                if not chosen.only or chosen.only in case.name:
                    _measure(case, walker, source, lines)
        keeper.close()
    _print(lines)
    return 1 if any(line.off for line in lines.values()) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.calibrate", description=__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="how often each page is walked (20)")
    parser.add_argument(
        "--quick", dest="rounds", action="store_const", const=2, help="two rounds: does it work?"
    )
    parser.add_argument("--only", help="only cases with this in their name")
    return parser.parse_args()


def _library() -> str | None:
    try:
        return library(Console(stderr=True).print)
    except (AllureHtmlError, OSError) as error:
        sys.stderr.write(f"not compared with {REFERENCE}: {error}\n")
        return None


@dataclass(frozen=True)
class _Load:
    """One walk of a case: the views, what the reference told, and how busy the machine was."""

    views: tuple[PageView, ...]
    reference: WebVitals
    waiting: float


def _measure(case: Case, walker: Walker, source: str | None, lines: Lines) -> None:
    loads = [_load(case, walker, source)]
    while loads[-1].waiting > TOO_BUSY and len(loads) < MOST_TRIES:
        loads.append(_load(case, walker, source))
    load = min(loads, key=lambda load: load.waiting)
    for expected in case.expected:
        view = load.views[expected.view]
        line = lines.setdefault((case.name, expected.figure, TRUTH), Line(case.name, expected.figure, TRUTH))
        true = float(view.title) if expected.value is None else expected.value
        line.pairs.append((getattr(view, expected.figure), true))
    for view in load.views:
        _compare(view, load.reference, lines)


def _load(case: Case, walker: Walker, source: str | None) -> _Load:
    reference, waiting = WebVitals(source or ""), Waiting()
    walker.prepare = reference.start if source else (lambda _context: None)
    walker.persona = replace(BUILT_IN, network=case.network, cpu=case.cpu)
    with serving(case.pages) as site:
        record = walker.walk(case.journey, address=site.address).record
    if record.ending != "walked":
        raise RuntimeError(f"{case.name}: the walk failed, its figures mean nothing: {record.failed_step()}")
    views = tuple(view for step in record.steps for view in step.page_views)
    return _Load(views, reference, waiting.share())


def _compare(view: PageView, reference: WebVitals, lines: Lines) -> None:
    kind = "every soft navigation" if view.soft else "every page"
    for (address, figure), value in reference.told.items():
        if address == view.url and not (view.soft and figure == "ttfb_ms"):  # a soft one has none
            line = lines.setdefault((kind, figure, REFERENCE), Line(kind, figure, REFERENCE))
            line.pairs.append((getattr(view, figure), value))


def _print(lines: Lines) -> None:
    machine = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    columns = ("page", "figure", "against", "", "lowest", "median", "highest", "allowed", "off")
    table = Table(*columns, title=machine, title_justify="left")
    for line in sorted(lines.values(), key=lambda line: line.against != TRUTH):
        table.add_row(*line.cells())
    Console(width=140).print(table)


if __name__ == "__main__":
    sys.exit(main())
