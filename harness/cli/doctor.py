"""This machine in, a check list with remedies out: `harness doctor`."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from harness.browser.doctor import examine
from harness.browser.found import BrowserSettings, Check, NoBrowserError
from harness.browser.supply import find_browser
from harness.cli.options import BrowserName, Engine, Headed, Reports
from harness.cli.places import reports_of
from harness.cli.terminal import output, tell_progress
from harness.cli.trouble import MACHINE


def doctor(
    *,
    browser: BrowserName = Engine.CHROMIUM,
    headed: Headed = False,
    reports: Reports = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Try the browser in any case, also when it was good a moment ago.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> int:
    """Tell whether this machine is fit to walk journeys.

    Nothing is installed or changed. Ends with 3 when something is missing.
    """
    checks = _checks(browser, headed=headed, reports=reports_of(reports), fresh=fresh)
    ok = all(check.ok for check in checks)
    if as_json:
        typer.echo(json.dumps({"ok": ok, "checks": list(map(_told, checks))}, indent=1, ensure_ascii=False))
    else:
        print_checks(checks)
    return 0 if ok else MACHINE


def _checks(engine: Engine, *, headed: bool, reports: Path, fresh: bool) -> tuple[Check, ...]:
    settings = BrowserSettings(headed=headed)
    try:
        found = find_browser(engine.value, settings=settings, may_install=False, say=tell_progress)
    except NoBrowserError as error:
        return (Check("browser", ok=False, sentence=str(error)),)
    return examine(found, reports=reports, settings=settings, fresh=fresh).checks


def print_checks(checks: Sequence[Check]) -> None:
    """Print a line for each check, and what to do below those that are not good."""
    console = output()
    for check in checks:
        sign, style = ("✓", "green") if check.ok else ("✗", "bold red")
        console.print(Text.assemble((f"{sign} ", style), f"{check.name:<8}  {check.sentence}"))
        if check.remedy and not check.ok:
            console.print(Text(f"{'':12}{check.remedy}", "bold"))
    good = all(check.ok for check in checks)
    console.print(Text("\nready to walk." if good else "\nnot ready to walk.", "green" if good else "red"))


def _told(check: Check) -> dict[str, object]:
    return {"name": check.name, "ok": check.ok, "sentence": check.sentence, "remedy": check.remedy}
