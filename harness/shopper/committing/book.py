"""What one visit writes to the ledger in; how it stands with it out, in the visit's own record too.

The ledger is imported when the first thing is committed to: few visits ever do.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from harness.record import SideEffect
from harness.shopper.trouble.stopping import Obstacle
from harness.values.showing import shown

if TYPE_CHECKING:
    from harness.ledger import Entry, Ledger
    from harness.record.journal import Journal
    from harness.shopper.noticing.own_time import OwnTime


@dataclass
class Book:
    """The ledger as far as it is about one visit.

    Args:
        open_ledger: Opens the ledger.
        journal: Where the visit's side effects are noted.
        locale: How amounts are written.
        scrub: Takes every secret out of a text: nothing is written past it.
        own_time: What is no part of a step's time, as writing is none.
        entries: What is written of this visit by now, the oldest first.
    """

    open_ledger: "Callable[[], Ledger]"
    journal: "Journal"
    locale: str
    scrub: "Callable[[str], str]"
    own_time: "OwnTime"
    entries: "list[Entry]" = field(default_factory=list)

    @contextmanager
    def ledger(self) -> "Iterator[Ledger]":
        """Open the ledger.

        Raises:
            Obstacle: It cannot be used.
        """
        from harness.ledger import LedgerError  # noqa: PLC0415 -- see above

        try:
            with self.own_time.spent():
                yield self.open_ledger()
        except LedgerError as error:
            raise Obstacle("no ledger", str(error)) from error

    def claim(self, claim: "Callable[[Ledger], Entry]") -> "Entry":
        """Write a claim, and keep what was written."""
        with self.ledger() as ledger:
            entry = claim(ledger)
        self.entries.append(entry)
        self._note()
        return entry

    def write(self, entries: "list[Entry]", what: "Callable[[Ledger, Entry], object]") -> None:
        """Write the same of several entries, and forget each of the list once that is done."""
        if not entries:
            return
        with self.ledger() as ledger:
            while entries:
                what(ledger, entries[0])
                entries.pop(0)
        self._note()

    def left(self, levels: Collection[str]) -> "list[Entry]":
        """Return what this visit has committed to and is still there, as the ledger has it now."""
        from harness.ledger import is_left  # noqa: PLC0415 -- see above

        return [entry for entry in self._known() if entry.claim.level in levels and is_left(entry)]

    def _known(self) -> "list[Entry]":
        if not self.entries:
            return []
        from harness.ledger import Wanted  # noqa: PLC0415 -- see above

        numbers = {entry.number for entry in self.entries}
        with self.ledger() as ledger:
            found = ledger.entries(Wanted(marker=self.entries[0].claim.marker))
        return [entry for entry in reversed(found) if entry.number in numbers]

    def _note(self) -> None:
        self.journal.side_effects(map(self._effect, self._known()))

    def _effect(self, entry: "Entry") -> SideEffect:
        from harness.ledger import state_of  # noqa: PLC0415 -- see above

        claim = entry.claim
        return SideEffect(
            level=claim.level,
            marker=claim.marker,
            step=claim.step,
            state=state_of(entry),
            amount=shown(claim.cost, self.locale) if claim.cost else "",
        )
