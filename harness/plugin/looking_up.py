"""One entry of the ledger in, looked up at the shop by its marker, taken back where it is to be, out."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from harness.compile.source import compile_journey
from harness.language.known.evidence import WantedEvidence
from harness.plugin.signing_in import set_out
from harness.shopper.trouble.stopping import JourneyStopped, StoppedOnPurpose

if TYPE_CHECKING:
    from harness.ledger import Entry, Ledger
    from harness.plugin.outfit import Outfit
    from harness.record import Trouble
    from harness.shopper import Shopper

SURE_AFTER = timedelta(seconds=30)
"""A shop may be slow to show what was placed; what is not there by then was not placed."""
TOO_SOON = "the shop does not show it yet; it is looked up again in the next run"
CONFIRMATION_LOST = "it had been placed, and its confirmation was lost"
_NOT_SEEN = frozenset({"not found", "check failed", "hidden"})
_FAULTY_FROM = 400


@dataclass(frozen=True)
class LookingUp:
    """Finds out what became of a commitment of an earlier run.

    Args:
        ledger: Where it is written.
        entry: What it says.
        outfit: What the shopper is given who looks.
    """

    ledger: "Ledger"
    entry: "Entry"
    outfit: "Outfit"

    @property
    def can_do_something(self) -> bool:
        """Whether its journey says how it is looked up, where that is open, or how it is taken back."""
        return self._takes_back or (self._is_open and bool(self.outfit.visit.journey.lookup))

    def find_out(self, folder: Path) -> str:
        """Look it up, take it back if its journey says how, and write down both.

        Args:
            folder: Where the record of the walk goes.

        Returns:
            One plain sentence on what was found, or kept her from it; empty where the state says it all.
        """
        shopper = set_out(self._outfit(), folder, WantedEvidence.of(["lean"]))
        stopped: BaseException | None = None
        try:
            shopper.at_the_door.enter()
            return self._walk(shopper)
        except (JourneyStopped, StoppedOnPurpose) as ended:
            stopped = ended
            return f"it could not be seen to: {ended}"
        except BaseException as ended:
            stopped = ended
            raise
        finally:
            shopper.leave(stopped)

    def _outfit(self) -> "Outfit":
        """Return the outfit for a visit of the lookup and the cleanup alone."""
        journey = self.outfit.visit.journey
        steps = (*journey.lookup, *(journey.cleanup if self._takes_back else ()))
        visit = replace(self.outfit.visit, journey=replace(journey, steps=steps, cleanup=(), lookup=()))
        return replace(self.outfit, visit=visit, owed=(self.entry,), attended=True)

    @property
    def _takes_back(self) -> bool:
        return any(step.undoes == self.entry.claim.level for step in self.outfit.visit.cleanup)

    @property
    def _is_open(self) -> bool:
        from harness.ledger import is_unresolved  # noqa: PLC0415 -- few runs have one

        return is_unresolved(self.entry)

    def _walk(self, shopper: "Shopper") -> str:
        if self.outfit.visit.journey.lookup and (told := self._look(shopper)) is not None:
            return told
        if self._takes_back:
            self._walk_steps(shopper, "cleanup")
        return CONFIRMATION_LOST if self._is_open else ""

    def _look(self, shopper: "Shopper") -> str | None:
        """Walk the lookup; return what is to be told where it ends with that, else None."""
        try:
            self._walk_steps(shopper, "lookup")
        except JourneyStopped as stopped:
            if not self._is_open or not self._is_missing(stopped.trouble, shopper):
                raise
            if datetime.now(UTC) - self.entry.at < SURE_AFTER:
                return TOO_SOON
            self.ledger.looked_up(self.entry, "the shop does not know its marker", placed=False)
            return ""
        if self._is_open:
            self.ledger.looked_up(self.entry, "found by its marker", placed=True)
        return None

    def _walk_steps(self, shopper: "Shopper", which: str) -> None:
        visit = self.outfit.visit
        steps = visit.journey.lookup if which == "lookup" else visit.journey.cleanup
        journey = replace(visit.journey, steps=steps, cleanup=(), lookup=())
        compile_journey(journey, visit.parts).runnable(visit.base)(shopper)

    def _is_missing(self, trouble: "Trouble", shopper: "Shopper") -> bool:
        """Tell whether the shop knows of nothing: the last step looked in vain, on a page in order."""
        last = self.outfit.visit.lookup[-1]
        health = trouble.health
        in_order = health is not None and (health.status or 200) < _FAULTY_FROM and not health.lost_page
        reached = shopper.at_the_door.notebook.steps[-1].name == last.name
        return reached and trouble.verb == "see" and trouble.kind in _NOT_SEEN and in_order
