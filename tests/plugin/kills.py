"""A project that orders, and its runs, killed at any moment, in; what shop and ledger say then, out."""

import os
import signal
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from harness.ledger import Entry, Ledger, ledger_place, outcome_of

from .order_shop import OrderShop
from .project import Project

LONGEST_S = 60
AFTER_FIRST_PAGE_S = 1.5
"""By then an ordering visit has pressed, been answered, and begun to clean up."""
SURE_AT_ONCE = """
from datetime import timedelta
import harness.plugin.looking_up

harness.plugin.looking_up.SURE_AFTER = timedelta(0)
"""


def order_project(folder: Path, shop: OrderShop, journeys: Mapping[str, str], safety: str = "{}") -> Project:
    """Write a project with these journeys by their names; what the shop does not show was not placed."""
    files = {f"journeys/buy/{name}.yaml": journey for name, journey in journeys.items()}
    project = Project.of(
        folder, shop.address, files, patience_ms=2500, locale="en-US", money="USD", safety=safety
    )
    project.write({"conftest.py": (folder / "conftest.py").read_text(encoding="utf-8") + SURE_AT_ONCE})
    return project


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


def killed_at_the_press(project: Project, shop: OrderShop) -> None:
    """Let a run order, and kill it once the shop has heard of it."""
    shop.heard.clear()
    run = project.start("journeys", "--allow", "order")
    shop.wait_for_order()
    os.kill(run.pid, signal.SIGKILL)
    run.communicate(timeout=LONGEST_S)


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
