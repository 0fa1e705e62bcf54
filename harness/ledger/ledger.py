"""Claims in, before anything is pressed, and what became of them; what must be looked up or undone out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from harness.ledger.counting import refuse
from harness.ledger.model import Claim, Entry, Event, What
from harness.ledger.process import this_process
from harness.ledger.state import is_debt, is_left, is_unresolved, outcome_of
from harness.ledger.trouble import AlreadyDoneError, LedgerError
from harness.ledger.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Collection

    from harness.ledger.counting import Allowance
    from harness.ledger.place import Place
    from harness.ledger.storage import Storage


class Ledger:
    """What was committed to at live sites, kept for good and shared by all who name the same place.

    Each method opens the database anew: it may be used from several threads, and after a fork. Each raises
    `LedgerError` when the database cannot be used; what was being written then counts as not written.
    """

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    @classmethod
    def open(cls, place: Place) -> Ledger:
        """Open a ledger, and make it where there is none.

        Raises:
            LedgerError: It cannot be used; the message says why, without the password.
        """
        from harness.ledger.storage import Storage  # noqa: PLC0415 -- SQLAlchemy takes 200 ms, and few runs commit

        return cls(Storage(place))

    def claim(self, claim: Claim, allowance: Allowance) -> Entry:
        """Take a place under the caps, before anything is pressed.

        All who share the ledger do so one after the other: what is counted still holds when it is written.
        When this returns, the claim is on the disk.

        Raises:
            AlreadyDoneError: The visit has claimed for this step before.
            OutcomeUnknownError: The same journey may have done it before; look that up first.
            CapReachedError: The owner allows no more of it, or its cost cannot be counted.
            LedgerError: The ledger cannot be used: press nothing.
        """
        process = this_process()
        with self._storage.writing() as page:
            now = datetime.now(UTC)
            if page.has_claimed(claim, process):
                raise AlreadyDoneError(
                    f'"{claim.step}" has committed in this visit before. It is never done twice in a run.'
                )
            if page.has_marker_of_another(claim):
                raise LedgerError(
                    f'the marker "{claim.marker}" was used by another visit before. Walk the journey again.'
                )
            before = page.that_matter_to(
                claim,
                since=allowance.day_begins(now),
                with_open_orders=allowance.open_orders(claim.level) is not None,
            )
            refuse(claim, before, allowance, now)
            number = page.add_claim(claim, now, process)
        return Entry(number, claim, (Event("claimed", now, process),), is_at_work=True)

    def withdrawn(self, entry: Entry, note: str = "") -> None:
        """Write that certainly nothing was pressed; the place is free again."""
        self._write(entry, "withdrawn", note)

    def placed(self, entry: Entry, note: str = "") -> None:
        """Write that the shop has confirmed it; the note may be its number there."""
        self._write(entry, "placed", note)

    def outcome_unknown(self, entry: Entry, note: str = "") -> None:
        """Write that it was pressed, and that nobody can tell what came of it."""
        self._write(entry, "outcome unknown", note)

    def looked_up(self, entry: Entry, note: str = "", *, placed: bool) -> None:
        """Write what a later look at the shop showed; what was not placed gives its place back."""
        self._write(entry, "placed, confirmation lost" if placed else "not placed", note)

    def begin_undoing(self, entry: Entry) -> bool:
        """Write that this process undoes it, unless that is done or somebody else is at it.

        Returns:
            Whether this process may undo it.
        """
        with self._storage.writing() as page:
            (now_there,) = page.entries(Wanted(number=entry.number))
            last = now_there.events[-1]
            is_of_another = now_there.is_at_work and last.process != this_process()
            is_taken = is_of_another and last.what in ("claimed", "undoing")
            if is_taken or not is_left(now_there):
                return False
            page.add_event(entry.number, _event("undoing"))
            return True

    def undone(self, entry: Entry, note: str = "") -> None:
        """Write that it was undone at the shop."""
        self._write(entry, "undone", note)

    def undo_failed(self, entry: Entry, note: str = "") -> None:
        """Write that undoing it failed, and why."""
        self._write(entry, "undo failed", note)

    def settle(self, marker: str, *, note: str, who: str) -> tuple[Entry, ...]:
        """Write that a person took care of what a visit has left at the shop.

        Args:
            marker: The visit's marker.
            note: What the person did; not empty.
            who: The person.

        Returns:
            What is settled by that: empty where nothing is left, or where the visit is still under way.
        """
        if not note.strip():
            raise ValueError("a note is missing. Say what was done.")
        with self._storage.writing() as page:
            found = page.entries(Wanted(marker=marker, is_left=True))
            settled = tuple(each for each in found if is_left(each) and outcome_of(each) != "under way")
            for entry in settled:
                page.add_event(entry.number, _event("settled", note, who))
        return settled

    def unresolved(self, site: str) -> tuple[Entry, ...]:
        """Return what must be looked up at a site: it may have been placed, and nobody is at it any more."""
        return tuple(filter(is_unresolved, self.entries(Wanted(site=site, is_left=True))))

    def debts(self, site: str | None = None, handled: Collection[str] = ()) -> tuple[Entry, ...]:
        """Return what is left at a site, or at all, and must be undone or settled; newest first.

        Args:
            site: The site; None for all.
            handled: The levels that the shop's people take care of themselves.
        """
        left = self.entries(Wanted(site=site, is_left=True))
        return tuple(entry for entry in left if is_debt(entry, handled))

    def entries(self, wanted: Wanted = Wanted()) -> tuple[Entry, ...]:  # noqa: B008 -- frozen
        """Return all entries that fit, newest first."""
        with self._storage.reading() as page:
            return page.entries(wanted)

    def _write(self, entry: Entry, what: What, note: str) -> None:
        with self._storage.writing() as page:
            page.add_event(entry.number, _event(what, note))


def _event(what: What, note: str = "", who: str = "") -> Event:
    return Event(what, datetime.now(UTC), this_process(), note, who)
