"""Runs of a project that orders, killed at random moments, in; what shop and ledger say then, out."""

import os
import signal
import time
from dataclasses import dataclass
from random import Random

from harness.ledger import Entry, Ledger, ledger_place, outcome_of

from .order_shop import OrderShop
from .project import Project

LONGEST_S = 60
AFTER_FIRST_PAGE_S = 1.5
"""By then an ordering visit has pressed, been answered, and begun to clean up."""


@dataclass(frozen=True)
class Counted:
    """What the two sides say of orders: their markers."""

    at_the_shop: tuple[str, ...]
    claimed: frozenset[str]
    placed: frozenset[str]

    @classmethod
    def of(cls, project: Project, shop: OrderShop) -> "Counted":
        """Ask both."""
        entries = entries_of(project)
        return cls(
            at_the_shop=tuple(note.split()[-1] for note in shop.orders),
            claimed=frozenset(entry.claim.marker for entry in entries),
            placed=frozenset(entry.claim.marker for entry in entries if outcome_of(entry) == "placed"),
        )

    @property
    def agree(self) -> bool:
        """Whether every order at the shop is one of the ledger's, once, and the other way round."""
        return sorted(self.at_the_shop) == sorted(self.placed)


def entries_of(project: Project) -> tuple[Entry, ...]:
    """Return what the ledger of a project holds."""
    place = ledger_place("", project.path / "reports")
    return Ledger.open(place).entries() if place.exists() else ()


def kill_once(project: Project, shop: OrderShop, chance: Random) -> None:
    """Start a run that may order, and kill all of it at a random moment after its first page."""
    shop.looked_at.clear()
    run = project.start("journeys", "--allow", "order", "--report", "none")
    until = time.monotonic() + LONGEST_S
    while not shop.looked_at.wait(0.02) and run.poll() is None and time.monotonic() < until:
        pass
    time.sleep(chance.uniform(0, AFTER_FIRST_PAGE_S))
    os.kill(run.pid, signal.SIGKILL)
    run.communicate(timeout=LONGEST_S)


def end_in_peace(project: Project) -> None:
    """Let one run look up and take back what is left, without ordering."""
    ended = project.run("journeys", "--report", "none")
    assert ended.code in {0, 5}, ended.text
