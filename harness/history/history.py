"""Judged runs in, kept for good; what they amount to over the nights, and what people said of it, out."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from harness.database.place import Place
from harness.findings.decisions import apply
from harness.findings.model import Decision, Life
from harness.history.again import (
    add_decisions,
    findings_of,
    forget,
    keep_again,
    live_on_after,
    missing_runs,
    newest_of,
)
from harness.history.book import HistoryError
from harness.history.exporting import Row, What, figures_of, open_and_gone, visits_of
from harness.history.folders import (
    Judged,
    KeptFolder,
    Lead,
    note_decision,
    read_decisions,
    read_findings,
    write_findings,
)
from harness.history.keeping import keep_lines
from harness.history.listing import ListedRun, count_before, forget_before, listed, names_of
from harness.history.living import (
    add_decision,
    decided,
    decisions_of,
    later_than,
    live_through,
    lives_at,
    newest_life,
)
from harness.history.made_up import MadeUp
from harness.history.model import Story
from harness.history.storage import Storage
from harness.history.tables import runs
from harness.history.telling import story_of
from harness.record import RunRecord
from harness.record.folder import RunFolder

Say = Callable[[str], None]
MANY = 20
AT_ONCE = 5000
"""So many visits of earlier runs are read before a run is told of them: that takes some ten seconds."""


class History:
    """What was kept of all runs, in a database that several processes and machines may share.

    Each method raises `HistoryError` when the database cannot be used; nothing of it is kept then.

    Args:
        storage: The database.
        reports: The folder of the runs, from which it can be built anew.
    """

    def __init__(self, storage: Storage, reports: Path) -> None:
        self._storage = storage
        self._reports = reports

    @property
    def place(self) -> Place:
        """Where it lies."""
        return self._storage.place

    def keep(self, folder: RunFolder, run: RunRecord, judged: Sequence[Judged], headline: str = "") -> Story:
        """Keep a run and return what is known of the time before it.

        Kept again, it takes the place of what was kept of it; its findings are told anew only while it is the
        newest run of its shop, as later runs build on them. One that comes in between for the first time
        changes those of the runs after it.

        Args:
            folder: Where the run lies.
            run: What it was about.
            judged: All its visits, with what they mean.
            headline: The sentence that leads its page; empty for the one that is kept.
        """
        with self._storage.writing() as connection:
            kept, is_known = keep_lines(connection, run, judged, headline)
            later = later_than(connection, kept)
            changed = [(folder, kept)]
            if not (is_known and later):
                live_through(connection, kept, run, judged, read_findings(folder))
            if not is_known:
                changed += live_on_after(connection, later, self._reports)
            story = story_of(connection, kept, judged, self._reports)
            told = [(where, findings_of(connection, which)) for where, which in changed]
        for where, findings in told:
            write_findings(where, findings)
        return story

    def make_up(self, lead: Lead, say: Say, *, but: RunFolder | None = None) -> MadeUp:
        """Keep the newest runs that lie in the folder of the runs and are not in the history.

        Args:
            lead: Makes the sentence that leads a run's page, where its folder does not have it.
            say: Told how it goes, where there are many.
            but: A run that is left out.
        """
        with self._storage.reading() as connection:
            known = set(connection.execute(select(runs.c.id)).scalars())
        missing, unreadable = missing_runs(self._reports, known, but)
        newest = newest_of(missing, AT_ONCE)
        return MadeUp(self._keep(newest, lead, say), len(missing) - len(newest), unreadable)

    def _keep(self, missing: Sequence[KeptFolder], lead: Lead, say: Say) -> int:
        with self._storage.writing() as connection:
            add_decisions(connection, missing, read_decisions(self._reports) if missing else ())
        for done, each in enumerate(missing, start=1):
            if len(missing) > MANY and done % MANY == 1:
                say(f"building the history: run {done} of {len(missing)} ...")
            with self._storage.writing() as connection:
                told = keep_again(connection, each, self._reports, lead)
            for where, findings in told:
                write_findings(where, findings)
        return len(missing)

    def rebuild(self, lead: Lead, say: Say) -> MadeUp:
        """Build the history anew from the folders of the runs; those without one stay as they are."""
        with self._storage.writing() as connection:
            all_there, unreadable = missing_runs(self._reports, (), None)
            forget(connection, all_there)
        return MadeUp(self._keep(all_there, lead, say), unreadable=unreadable)

    def runs(self, *, site: str = "", last: int | None = None) -> Sequence[ListedRun]:
        """Return the runs, newest first.

        Args:
            site: Only those of this site: what `sites:` calls it, or its name.
            last: At most so many.
        """
        with self._storage.reading() as connection:
            return listed(connection, site=site, last=last)

    def rows(self, what: What) -> Iterator[Row]:
        """Yield all visits, figures or findings, for export."""
        if what == "findings":
            yield from open_and_gone(self.lives())
            return
        with self._storage.reading() as connection:
            yield from (visits_of if what == "visits" else figures_of)(connection)

    def runs_before(self, moment: datetime) -> int:
        """Return how many runs began before a moment."""
        with self._storage.reading() as connection:
            return count_before(connection, moment)

    def forget_before(self, moment: datetime) -> int:
        """Remove the runs that began before a moment; return how many there were."""
        with self._storage.writing() as connection:
            return forget_before(connection, moment)

    def sites(self) -> tuple[str, ...]:
        """Return what sites can be asked for by: what `sites:` calls them, and their names."""
        with self._storage.reading() as connection:
            return tuple(names_of(connection))

    def lives(self, site: str = "") -> tuple[Life, ...]:
        """Return all findings as they stand now, those that are gone too, by number.

        Args:
            site: Only those of this site: what `sites:` calls it, or its name.
        """
        with self._storage.reading() as connection:
            shops = names_of(connection)
            wanted = shops.get(site, ()) if site else {shop for each in shops.values() for shop in each}
            found = {number: life for shop in wanted for number, life in lives_at(connection, shop).items()}
            said = decisions_of(connection, found)
        return tuple(decided(life, said) for _, life in sorted(found.items()))

    def decide(self, decision: Decision) -> Life:
        """Write what somebody said of a finding, in the history and beside the folders of the runs.

        Returns:
            The finding as it stands then.

        Raises:
            HistoryError: There is no finding with that number.
        """
        with self._storage.writing() as connection:
            life = newest_life(connection, decision.number)
            if life is None:
                raise HistoryError(f"there is no finding {decision.number}. Type: harness finding")
            decision = decision.model_copy(update={"site_id": life.site_id})
            add_decision(connection, decision)
            note_decision(self._reports, decision)
        return apply(life, decision)


def open_history(place: Place, reports: Path) -> History:
    """Open a history, and make it where there is none.

    Args:
        place: Where it lies.
        reports: The folder of the runs.

    Raises:
        HistoryError: It cannot be used, or a newer version has written it.
    """
    return History(Storage(place), reports)
