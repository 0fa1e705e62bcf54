"""A run whose reports are made in, those told who shall know of it, and a line for each message out."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.grammar.near import did_you_mean
from harness.language.folder import SUFFIXES, find_root
from harness.language.surroundings import surroundings_of
from harness.plugin.options import site_asked
from harness.plugin.provided import provided_for

if TYPE_CHECKING:
    from harness.language.model import Site
    from harness.notify.desk import Desk
    from harness.notify.model import Line
    from harness.plugin.run import Run
    from harness.reports.making import MadeReports

EMBEDDED = "demo"
NO_REPORTS = "nobody is told: there are no reports of this run."
NO_SITE = "nobody is told: the site file cannot be read. Type: harness check"


def is_wanted(config: pytest.Config) -> bool:
    """Say whether somebody is to be told."""
    return bool(config.getoption("--notify") or config.getoption("--notify-to"))


def refuse_unknown_channels(config: pytest.Config, sites: Sequence["Site"]) -> None:
    """Refuse the name of a channel that no site has, before anything is walked.

    Raises:
        pytest.UsageError: There is no such channel; the message has the names.
    """
    known = {name for site in sites for name in site.notify.channels}
    for name in config.getoption("--notify-to"):
        if sites and name not in known:
            hint = did_you_mean(name, sorted(known)) if known else "site.yaml names none below notify."
            raise pytest.UsageError(f'--notify-to: unknown channel "{name}". {hint}')


def desk_of(site: "Site", root: Path, reports: Path, history: str = "") -> "Desk":
    """Return from where messages of a site are sent; `history` is what was asked for with `--history`."""
    from harness.notify.desk import Desk  # noqa: PLC0415 -- only who tells somebody needs it
    from harness.notify.keeping import keeping_in, tickets_in  # noqa: PLC0415 -- the same

    return Desk(
        site=site,
        root=root,
        reports=reports,
        provided=provided_for(root.parent, embedded=site.address == EMBEDDED),
        decide=keeping_in(reports, history),
        ticket_of=tickets_in(reports, history),
        now=datetime.now().astimezone(),
    )


def tell(
    config: pytest.Config, made: "MadeReports | None", run: "Run", session: pytest.Session
) -> "Iterator[Line]":
    """Tell of a run, where that was asked for; nothing that goes wrong here changes how the run ends.

    Args:
        config: What was asked for.
        made: The run's reports; None where there are none.
        run: The run.
        session: What was collected for it.
    """
    if not is_wanted(config) or run.replays or not (run.folder.path / "run.json").exists():
        return
    from harness.notify.model import Line  # noqa: PLC0415 -- see `desk_of`
    from harness.notify.telling import Telling  # noqa: PLC0415 -- the same

    if made is None:
        yield Line(NO_REPORTS, is_trouble=True)
        return
    try:
        root = next(filter(None, map(find_root, _journeys(config, made, session))), None)
        site = surroundings_of(root).site_called(made.run.site_id or site_asked(config)) if root else None
        if root is None or site is None:
            yield Line(NO_SITE, is_trouble=True)
            return
        desk = desk_of(site, root, run.reports, config.getoption("--history"))
        yield from Telling(desk, made).tell(config.getoption("--notify-to"))
    except Exception as error:  # noqa: BLE001 -- a message that fails is no failure of the run
        yield Line(f"not everybody was told: {error}", is_trouble=True)


def _journeys(config: pytest.Config, made: "MadeReports", session: pytest.Session) -> "Iterator[Path]":
    """Yield files of the run's journeys; a process that collects nothing itself knows them by the records."""
    yield from (item.path for item in getattr(session, "items", ()) if item.path.suffix in SUFFIXES)
    homes = [config.rootpath, config.invocation_params.dir]
    homes += [folder for home in homes for folder in home.parents]
    for visit, _ in made.judged:
        yield from (home / visit.journey.place.file for home in homes)
    yield from (config.invocation_params.dir / argument.partition("::")[0] for argument in config.args)
