"""The controls of a visit that commit in; each held back, or written down before it is pressed and after."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NoReturn

from harness.record import HeldBack, Trouble
from harness.shopper.trouble.stopping import JourneyStopped, Obstacle, StoppedOnPurpose

if TYPE_CHECKING:
    from harness.compile.visits import PlannedVisit
    from harness.ledger import Claim, Entry
    from harness.record import Place
    from harness.record.side_effects import WhyHeldBack
    from harness.shopper.committing.book import Book
    from harness.shopper.committing.terms import Terms
    from harness.values.model import Money

STOPPED_BEFORE = frozenset(
    {"not found", "hidden", "ambiguous", "covered", "disabled", "out of reach", "missing value"}
    | {"journey fault"}
)
"""What stops an action of ours before it presses anything."""
_NOT_PRESSED = "nothing was pressed"
_EXPECTED_REFUSAL = "the shop refused it, as the journey expects"


@dataclass
class Commitments:
    """Decides whether a control that commits is pressed, and has it written down what becomes of it.

    Args:
        visit: What is walked.
        run: The run's id.
        terms: On which terms it may commit.
        marker: What the shop gets to see as `${visit.marker}`.
        book: What is written of this visit.
        is_refused: Whether the shop is meant to refuse what is claimed now.
    """

    visit: "PlannedVisit"
    run: str
    terms: "Terms"
    marker: str
    book: "Book"
    is_refused: bool = False
    _claimed: "list[Entry]" = field(default_factory=list)
    _undoing: "list[Entry]" = field(default_factory=list)
    _uses: dict[str, int] = field(default_factory=dict)

    def hold_back(self, level: str, control: str) -> None:
        """Hold back what this run may not commit to now, whatever the ledger says.

        Raises:
            StoppedOnPurpose: It is not granted, it is not the hour for it, or somebody has switched us off.
        """
        if level not in self.terms.granted:
            self._stop("no grant", level, control, "")
        if closed := self.terms.closed_for(level, datetime.now(UTC)):
            self._stop("contact hours", level, control, closed)
        if stopped := self.terms.kill_switch.why_stopped():
            self._stop("kill switch", level, control, stopped)

    def claim(self, level: str, control: str, *, step: str, place: "Place", cost: "Money | None") -> None:
        """Write down that something is about to be committed to: nothing may be pressed before.

        Raises:
            StoppedOnPurpose: The caps, or what was done before, do not allow it.
            Obstacle: The ledger cannot be used.
        """
        from harness.ledger import (  # noqa: PLC0415 -- few visits commit
            Allowance,
            AlreadyDoneError,
            OutcomeUnknownError,
            RefusedError,
        )

        claim, terms = self._claim_of(level, step, place, cost), self.terms
        allowance = Allowance(terms.caps, terms.zone, terms.handled)
        try:
            entry = self.book.claim(lambda ledger: ledger.claim(claim, allowance))
        except AlreadyDoneError as refused:
            self._stop("done already", level, control, str(refused))
        except OutcomeUnknownError as refused:
            self._stop("outcome unknown", level, control, str(refused))
        except RefusedError as refused:
            self._stop("cap", level, control, str(refused))
        self._claimed.append(entry)

    def undo(self, level: str, control: str) -> None:
        """Write down that what this visit has committed to is about to be taken back.

        Raises:
            StoppedOnPurpose: There is nothing of the kind, or another process is at it.
            Obstacle: The ledger cannot be used.
        """
        left = self.book.left({level})
        with self.book.ledger() as ledger:
            self._undoing += [entry for entry in left if ledger.begin_undoing(entry)]
        if not self._undoing:
            self._stop("nothing to undo", level, control, "nothing of the kind is left to take back")

    def withdraw(self) -> None:
        """Write down that nothing was pressed after all."""
        with suppress(Obstacle):  # the claim stands: the next run finds that nothing came of it
            self.book.write(
                self._claimed, lambda ledger, entry: ledger.withdrawn(entry, "nothing was pressed")
            )

    @contextmanager
    def of_step(self, place: "Place") -> Iterator[None]:
        """Write down what became of what a step has committed to, however it ends.

        Raises:
            JourneyStopped: It was seen to be done, and the ledger cannot be written.
        """
        __tracebackhide__ = True
        try:
            yield
        except KeyboardInterrupt:
            self.step_failed("the run was interrupted")
            raise
        except BaseException as ended:
            self.step_failed(str(ended).partition("\n")[0])
            raise
        try:
            self.step_passed()
        except Obstacle as obstacle:
            trouble = Trouble(kind=obstacle.kind, verb="", message=obstacle.message, place=place)
            raise JourneyStopped(trouble) from obstacle

    def step_passed(self) -> None:
        """Write down that what was committed to, or undone, was seen to be so.

        Raises:
            Obstacle: The ledger cannot be used; the next run looks at the shop.
        """
        if self.is_refused:
            self.book.write(
                self._claimed,
                lambda ledger, entry: ledger.looked_up(entry, placed=False, note=_EXPECTED_REFUSAL),
            )
        self.book.write(self._claimed, lambda ledger, entry: ledger.placed(entry, ""))
        self.book.write(self._undoing, lambda ledger, entry: ledger.undone(entry, ""))

    def step_failed(self, why: str) -> None:
        """Write down that nobody knows what became of it; where even that fails, the claim alone says so."""
        note = self.book.scrub(why)
        with suppress(Obstacle):
            self.book.write(self._claimed, lambda ledger, entry: ledger.outcome_unknown(entry, note))
        with suppress(Obstacle):
            self.book.write(self._undoing, lambda ledger, entry: ledger.undo_failed(entry, note))

    def has_left(self, levels: Collection[str]) -> bool:
        """Whether this visit has committed to one of these levels, and it may still be there."""
        try:
            return bool(self.book.left(levels))
        except Obstacle:  # to take back what is not there does no harm
            return True

    def _claim_of(self, level: str, step: str, place: "Place", cost: "Money | None") -> "Claim":
        from harness.ledger import Claim  # noqa: PLC0415 -- see `claim`

        return Claim(
            marker=self.marker,
            site=self.terms.site,
            level=level,
            run=self.run,
            visit=self.visit.name,
            journey=self.visit.journey.id,
            persona=self.visit.persona.id,
            file=self.visit.journey.place.file,
            step=step,
            place=self._told_apart(f"{place.file}:{place.line} {level}"),
            row=dict(self.visit.row),
            cost=cost,
        )

    def _told_apart(self, place: str) -> str:
        """Tell a place from the same one in a part that is used more than once in this walk."""
        self._uses[place] = self._uses.get(place, 0) + 1
        return place if self._uses[place] == 1 else f"{place} (use {self._uses[place]})"

    def _stop(self, why: "WhyHeldBack", level: str, control: str, message: str) -> NoReturn:
        held = HeldBack(why=why, level=level, control=control, message=message.rstrip("."))
        self.book.journal.held_back(held)
        raise StoppedOnPurpose(held)
