"""A recorded visit in, the same visit walked again out: `harness replay`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from harness.cli.only_visit import OnlyVisit
from harness.cli.options import (
    Allow,
    AsJson,
    Evidence,
    Headed,
    LedgerPlace,
    Report,
    Reports,
    SlowMotion,
    Verbose,
    Walk,
    WhichReports,
)
from harness.cli.places import reports_of
from harness.cli.progress.lines import label_of
from harness.cli.recorded import Recorded, find_visit, journey_now
from harness.cli.terminal import trouble
from harness.cli.walking import walk


def replay(  # noqa: PLR0913 -- each is an option of its own
    context: typer.Context,
    visit: Annotated[
        str,
        typer.Argument(
            metavar="RUN/VISIT",
            help="Such as latest/buy-promo-code--loyal-laptop, or its folder. The beginning is enough.",
        ),
    ],
    *,
    allow: Allow = [],  # noqa: B006 -- typer reads the default and makes a list of its own
    ledger: LedgerPlace = "",
    report: WhichReports = Report.PAGE,
    reports: Reports = None,
    as_json: AsJson = False,
    verbose: Verbose = False,
    headed: Headed = False,
    slowmo: SlowMotion = 0,
    evidence: Evidence = [],  # noqa: B006 -- the same
) -> int:
    """Walk one visit of an earlier run again.

    The same journey, row and persona, on the same site; defects of the embedded shop that were on then
    are on again. What the earlier run was allowed to commit is not: say --allow again.
    """
    recorded = find_visit(visit, reports_of(reports))
    folder = reports or recorded.folder.path.parent
    path, site = journey_now(recorded, folder)
    _say(recorded, path)
    wanted = Walk(
        paths=(str(path),),
        reports=folder.absolute(),
        site=site.id,
        allow=tuple(allow),
        ledger=ledger,
        defects=recorded.run.defects,
        evidence=tuple(evidence),
        report=report,
        headed=headed,
        slowmo_ms=slowmo,
        as_json=as_json,
        verbose=verbose,
        rest=tuple(context.obj),
    )
    return walk(wanted, plugins=(OnlyVisit(recorded.visit.id),))


def _say(recorded: Recorded, path: Path) -> None:
    visit = recorded.visit
    told = f"Again: {label_of(visit)}, as in {visit.run_id}, from {path}"
    trouble().print(Text(told))
