"""Runs that are not in the history, or that another one came before, in; what it tells of them anew out."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from sqlalchemy import Connection, delete, select

from harness.findings.model import Decision
from harness.history.folders import (
    Findings,
    KeptFolder,
    Lead,
    folders_of,
    has_ended,
    read_findings,
    read_whole,
)
from harness.history.keeping import KeptRun, find_kept, keep_lines
from harness.history.lines import shop_of
from harness.history.living import (
    add_decision,
    highest_number,
    later_than,
    live_through,
    lives_at,
    taken_elsewhere,
    told_of,
    write_lives,
)
from harness.history.tables import lives, runs
from harness.record.folder import RunFolder

Changed = list[tuple[RunFolder, Findings]]


def missing_runs(
    reports: Path, known: Collection[str], but: RunFolder | None
) -> tuple[Sequence[KeptFolder], tuple[str, ...]]:
    """Return the runs of a folder that have ended and are not known, in the order in which they began.

    Returns:
        Those that can be read, and the names of the folders of those that cannot.
    """
    new = (folder for folder in folders_of(reports) if folder.path.name not in known and has_ended(folder))
    found = {folder.path.name: read_whole(folder) for folder in new if but is None or folder.path != but.path}
    copies = {but.path.name} if but else set()
    nights = (each for each in found.values() if each and not each.run.replays)
    missing = {each.run.id: each for each in nights if each.run.id not in {*known, *copies}}
    unreadable = tuple(name for name, each in found.items() if each is None)
    return sorted(missing.values(), key=lambda each: each.run.started_at), unreadable


def newest_of(missing: Sequence[KeptFolder], most_visits: int) -> Sequence[KeptFolder]:
    """Return the newest runs that have about so many visits together, one at least."""
    visits, taken = 0, 0
    for each in reversed(missing):
        visits += len(each.run.planned)
        if taken and visits > most_visits:
            break
        taken += 1
    return missing[len(missing) - taken :]


def add_decisions(connection: Connection, missing: Iterable[KeptFolder], said: Iterable[Decision]) -> None:
    """Write what was said of the findings of runs, but not where other shops' findings have their numbers."""
    shops = {shop_of(each.run) for each in missing}
    others = set(connection.execute(select(lives.c.number).where(lives.c.shop.not_in(shops))).scalars())
    for decision in said:
        if decision.number not in others:
            add_decision(connection, decision)


def keep_again(connection: Connection, missing: KeptFolder, reports: Path, lead: Lead) -> Changed:
    """Keep a run of earlier with the findings that its folder keeps; without those, they are told now.

    Returns:
        What is to be written into the folders of runs.
    """
    findings, judged = read_findings(missing.folder), missing.judged()
    headline = (findings.headline if findings else "") or lead(missing.run, judged)
    kept, _ = keep_lines(connection, missing.run, judged, headline)
    numbers = [life.number for life in findings.lives] if findings else []
    if findings and not taken_elsewhere(connection, kept, numbers):  # later runs took it into account then
        before = lives_at(connection, kept.shop, lives.c.at < kept.at)
        highest = max(highest_number(connection), findings.last_number)
        write_lives(connection, kept, before, findings.lives, highest)
        return []
    live_through(connection, kept, missing.run, judged, findings)
    later = live_on_after(connection, later_than(connection, kept), reports)
    changed = [(missing.folder, kept), *later]
    return [(folder, findings_of(connection, each)) for folder, each in changed]


def live_on_after(
    connection: Connection, later: Sequence[KeptRun], reports: Path
) -> list[tuple[RunFolder, KeptRun]]:
    """Tell the findings of runs anew, as one came in before them; those without a folder stay as they are."""
    changed = []
    for kept in later:
        found = read_whole(RunFolder(reports / kept.id))
        if found and found.run.started_at == kept.started_at:
            live_through(connection, kept, found.run, found.judged(), read_findings(found.folder))
            changed.append((found.folder, kept))
    return changed


def findings_of(connection: Connection, kept: KeptRun) -> Findings:
    """Return what the folder of a run is to keep of the history."""
    given = connection.execute(select(runs.c.last_number).where(runs.c.number == kept.number)).scalar_one()
    return Findings(headline=kept.headline, last_number=given, lives=told_of(connection, kept))


def forget(connection: Connection, kept: Iterable[KeptFolder]) -> None:
    """Take runs out of the history, with what was told of their findings."""
    for each in kept:
        found = find_kept(connection, each.run)
        if found:
            connection.execute(delete(lives).where(lives.c.run == found.number))
            connection.execute(delete(runs).where(runs.c.number == found.number))
