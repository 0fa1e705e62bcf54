"""Paths and options in, walked journeys and their reports out: `harness run`."""

from typing import Annotated

import typer

from harness.cli.filters import OfOwner, OfPersona, OfSeverity, OfStage, OfTag, refuse_unknown
from harness.cli.options import (
    Allow,
    AsJson,
    BrowserName,
    ControlAddress,
    Defect,
    Device,
    Engine,
    Evidence,
    FailOn,
    Headed,
    HistoryPlace,
    LedgerPlace,
    Notify,
    NotifyTo,
    Paths,
    Report,
    Reports,
    Schedule,
    SiteName,
    SlowMotion,
    Verbose,
    Walk,
    WhichReports,
    Workers,
)
from harness.cli.places import choose, reports_of
from harness.cli.walking import walk
from harness.compile.choosing import Choice


def run(  # noqa: PLR0913 -- each is an option of its own
    context: typer.Context,
    paths: Paths = None,
    *,
    site: SiteName = "",
    allow: Allow = [],  # noqa: B006 -- typer reads the default and makes a list of its own
    schedule: Schedule = "",
    ledger: LedgerPlace = "",
    history: HistoryPlace = "",
    names: Annotated[
        str,
        typer.Option(
            "-k", metavar="WORDS", help='Only visits whose name has these words: "promo and phone".'
        ),
    ] = "",
    tags: Annotated[
        str,
        typer.Option("-m", metavar="TAGS", help='Only journeys with these tags: "nightly and not slow".'),
    ] = "",
    stage: OfStage = [],  # noqa: B006 -- the same
    owner: OfOwner = [],  # noqa: B006 -- the same
    severity: OfSeverity = [],  # noqa: B006 -- the same
    tag: OfTag = [],  # noqa: B006 -- the same
    persona: OfPersona = [],  # noqa: B006 -- the same
    stop: Annotated[bool, typer.Option("-x", help="Stop after the first visit that fails.")] = False,
    workers: Workers = "",
    report: WhichReports = Report.FULL,
    reports: Reports = None,
    notify: Notify = False,
    notify_to: NotifyTo = [],  # noqa: B006 -- the same
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            "--fail-on",
            metavar="slow|gate",
            help="Also end with 1 when something was slow in 3 of the last 5 runs, or when Allure's quality"
            " gate is not passed.",
        ),
    ] = None,
    as_json: AsJson = False,
    verbose: Verbose = False,
    headed: Headed = False,
    slowmo: SlowMotion = 0,
    browser: BrowserName = Engine.CHROMIUM,
    device: Device = "",
    control_address: ControlAddress = "",
    evidence: Evidence = [],  # noqa: B006 -- the same
    defect: Defect = [],  # noqa: B006 -- the same
) -> int:
    """Walk journeys and report what customers cannot do.

    Ends with 0 when all is well, 1 when something is broken for customers, 2 when interrupted, 3 when
    this machine or its network is not fit, 4 when journeys are to be mended, 5 when nothing was proven.
    What follows -- goes to pytest.
    """
    chosen = choose(paths or [])
    choice = Choice.of(stage=stage, owner=owner, severity=severity, tag=tag, persona=persona)
    refuse_unknown(choice, chosen, site)
    selection = [f"-k={names}"] if names else []
    selection += [f"-m={tags}"] if tags else []
    selection += ["-x"] if stop else []
    selection += [f"--fail-on={fail_on}"] if fail_on else []
    selection += [f"--control-address={control_address}"] if control_address else []
    selection += ["--notify"] if notify else []
    selection += [f"--notify-to={name}" for name in notify_to]
    return walk(
        Walk(
            paths=chosen.paths,
            reports=reports_of(reports, chosen.roots[0]),
            site=site,
            allow=tuple(allow),
            schedule=schedule,
            ledger=ledger,
            history=history,
            defects=tuple(defect),
            evidence=tuple(evidence),
            report=report,
            browser=browser,
            headed=headed,
            slowmo_ms=slowmo,
            device=device,
            workers=workers,
            as_json=as_json,
            verbose=verbose,
            choice=choice,
            selection=tuple(selection),
            rest=tuple(context.obj),
        )
    )
