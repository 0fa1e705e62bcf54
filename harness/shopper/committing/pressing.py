"""A call that may commit in; walked up to, held back or written down, and only then done."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness.grammar.target import parse_target
from harness.language.known.commitments import COMMITTING
from harness.shopper.committing.commitments import STOPPED_BEFORE, Commitments
from harness.shopper.trouble.stopping import Obstacle
from harness.values.model import ReadingError
from harness.values.money import read_money

if TYPE_CHECKING:
    from harness.record import Place
    from harness.shopper.acting.calling import Call
    from harness.shopper.acting.doing import Mark
    from harness.shopper.acting.hands import Hands
    from harness.values.model import Money


@dataclass
class Pressing:
    """Stands around each call: most commit to nothing, and pass."""

    commitments: Commitments
    hands: "Hands"

    @contextmanager
    def on_its_terms(self, call: "Call", mark: "Mark", *, step: str, place: "Place") -> Iterator[None]:
        """Let a call be done, if it may be.

        Raises:
            StoppedOnPurpose: The control is there and can be used, and may not be pressed.
            Obstacle: It is not there; what it costs cannot be read; the ledger cannot be used.
        """
        asked = [level for level in (mark.commits, call.verb.commits) if level]
        levels = [level for level in dict.fromkeys(asked) if level in COMMITTING]
        self.hands.committing = (*asked, *filter(None, [mark.undoes]))
        if levels or mark.undoes:
            call.walk_up(self.hands)
            self._ask(call, mark, levels, step, place)
        try:
            yield
        except Obstacle as obstacle:
            if (
                obstacle.kind in STOPPED_BEFORE and not call.verb.home
            ):  # what a team's own has done by then ...
                self.commitments.withdraw()
            raise

    def _ask(self, call: "Call", mark: "Mark", levels: list[str], step: str, place: "Place") -> None:
        for level in levels:
            self.commitments.hold_back(level, call.control)
        cost = self._cost(mark.costs) if levels and mark.costs else None
        self.commitments.is_refused = mark.is_refused
        for level in levels:
            of_level = cost if level == "order" else None
            self.commitments.claim(level, call.control, step=step, place=place, cost=of_level)
        if mark.undoes:
            self.commitments.undo(mark.undoes, call.control)

    def _cost(self, name: str) -> "Money":
        """Read what it costs off the page."""
        text = self.hands.read(parse_target(name))
        try:
            money = read_money(text, self.hands.looking.context)
        except ReadingError as problem:
            raise Obstacle("value unreadable", f'"{name}" is {problem}', target=name, seen=text) from problem
        if money.currency is None:
            raise Obstacle("value unreadable", f'"{name}" says no currency: "{text}"', target=name, seen=text)
        return money
