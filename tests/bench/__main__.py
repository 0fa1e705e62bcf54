"""`python -m tests.bench`: how fast the harness is, as ratios measured in one run.

Absolute seconds say more about the machine than about us; a ratio of two things that took turns says
something anywhere. A target that is missed is marked and fails nothing: machines are shared and busy.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from harness.browser.doctor import ready_browser

from .figures import Figure
from .measurements import MEASUREMENTS, Setting


def main() -> None:
    """Measure, and print a table or JSON."""
    chosen = _arguments()
    figures: list[Figure] = []
    with TemporaryDirectory(prefix="bench-") as folder:
        browser = ready_browser()
        for name in chosen.only or MEASUREMENTS:
            setting = Setting(browser, Path(folder, name), is_quick=chosen.quick)
            setting.folder.mkdir()
            sys.stderr.write(f"measuring: {name}\n")
            figures += MEASUREMENTS[name](setting)
    if chosen.json:
        sys.stdout.write(json.dumps([asdict(figure) for figure in figures], indent=1) + "\n")
    else:
        _print(figures)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="two rounds each: does it work?")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--only", action="append", choices=MEASUREMENTS, help="measure only this group")
    return parser.parse_args()


def _print(figures: list[Figure]) -> None:
    machine = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}"
    table = Table("measured", "median", "lowest", "highest", "target", title=machine, title_justify="left")
    for figure in figures:
        table.add_row(*_cells(figure))
    Console(width=100).print(table)


def _cells(figure: Figure) -> Iterator[str]:
    yield figure.name
    yield from (f"{value:.2f} {figure.unit}" for value in asdict(figure.spread).values())
    met = {True: "met", False: "[red]missed[/red]", None: ""}[figure.within]
    yield f"<= {figure.at_most:g} {figure.unit} {met}" if figure.at_most else ""


if __name__ == "__main__":
    main()
