"""What earlier runs have left at a site in; looked up and taken back, and what was found out of it, out.

A run that was killed between a press and its confirmation leaves a claim without an outcome. Nothing of the
kind is done again before somebody has looked whether it was placed: here, before the first visit of a run.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from filelock import FileLock

from harness.compile.slug import unique_slug
from harness.compile.visits import plan_visits
from harness.language.files.addresses import EMBEDDED_SHOP
from harness.language.model import Journey
from harness.language.project import load_journey
from harness.language.surroundings import surroundings_of
from harness.plugin.looking_up import LookingUp
from harness.record import OpenEffect, SideEffects
from harness.record.folder import OWED
from harness.values.showing import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from harness.compile.visits import PlannedVisit
    from harness.ledger import Entry, Ledger
    from harness.plugin.outfit import Outfit
    from harness.plugin.run import Run

LANGUAGE_OF_REPORTS = "en-US"
MOST = 10
"""So many are looked up in one run: a shop that is broken is not asked for hours."""
_NO_JOURNEY = "the journey that placed it is not in this folder any more, or no longer asks for that visit"


@dataclass(frozen=True)
class Owed:
    """Sees to what is owed to the site of a run.

    Args:
        run: The run.
        outfit_of: What a shopper is given for a visit.
    """

    run: "Run"
    outfit_of: "Callable[[PlannedVisit], Outfit]"

    def see_to(self, visit: "PlannedVisit") -> None:
        """Look up and take back what is owed to the site of a visit, once in a run, whoever comes first."""
        if visit.site.address == EMBEDDED_SHOP:  # whatever was placed in it is gone with it
            return
        folder = self.run.folder.path / OWED
        done = folder / f"{unique_slug(visit.site.id or visit.site.name)}.json"
        if done.exists() or not self.run.books.place.exists():
            return
        folder.mkdir(exist_ok=True)
        with FileLock(done.with_suffix(".lock")):
            if not done.exists():
                found = self._seen_to(visit)
                done.write_text(found.model_dump_json(indent=1), encoding="utf-8")

    def _seen_to(self, visit: "PlannedVisit") -> SideEffects:
        from harness.ledger import LedgerError  # noqa: PLC0415 -- few runs have one

        key, handled = self.run.site_key(visit.site), visit.site.safety.handled
        try:
            ledger = self.run.books.ledger()
            owed = {entry.number: entry for entry in (*ledger.debts(key, handled), *ledger.unresolved(key))}
            oldest = [owed[number] for number in sorted(owed) if not owed[number].is_at_work][:MOST]
            return SideEffects(found_out=tuple(self._find_out(ledger, oldest, visit)))
        except LedgerError as error:
            return SideEffects(problem=str(error))

    def _find_out(
        self, ledger: "Ledger", owed: "list[Entry]", visit: "PlannedVisit"
    ) -> "Iterator[OpenEffect]":
        for entry in owed:
            planned = _planned_again(entry, visit)
            if planned is None:
                yield effect_of(entry, _NO_JOURNEY, entry.claim.journey)
                continue
            looking = LookingUp(ledger, entry, self.outfit_of(planned))
            if looking.can_do_something:
                why = looking.find_out(self.run.folder.path / OWED / f"{entry.number}")
                yield effect_of(_as_it_is_now(ledger, entry), why, planned.journey.title)


def left_behind(run: "Run") -> SideEffects:
    """Return what is left at the sites of a run that is over, and what it found out before it began."""
    from harness.ledger import LedgerError  # noqa: PLC0415 -- few runs have one

    found, sites = run.folder.read_found_out(), run.folder.read_run().ledger_sites
    if not sites or not run.books.place.exists():
        return found
    try:
        ledger = run.books.ledger()
        debts = [entry for site, handled in sites.items() for entry in ledger.debts(site, handled)]
    except LedgerError as error:
        return found.model_copy(update={"problem": str(error)})
    titles = run.folder.read_titles()
    told = tuple(
        effect_of(entry, entry.events[-1].note, titles.get(entry.claim.journey, entry.claim.journey))
        for entry in reversed(debts)
    )
    return found.model_copy(update={"debts": told})


def effect_of(entry: "Entry", why: str, journey: str) -> OpenEffect:
    """Return an entry of the ledger as reports tell it."""
    from harness.ledger import state_of  # noqa: PLC0415 -- few runs have one

    claim = entry.claim
    return OpenEffect(
        level=claim.level,
        marker=claim.marker,
        journey=journey,
        since=entry.at,
        state=state_of(entry),
        amount=shown(claim.cost, LANGUAGE_OF_REPORTS) if claim.cost else "",
        why=why,
    )


def _as_it_is_now(ledger: "Ledger", entry: "Entry") -> "Entry":
    from harness.ledger import Wanted  # noqa: PLC0415 -- few runs have one

    (now_there,) = ledger.entries(Wanted(number=entry.number))
    return now_there


def _planned_again(entry: "Entry", visit: "PlannedVisit") -> "PlannedVisit | None":
    """Plan the visit once more that an entry comes from, as its journey asks for it now."""
    file = visit.base / entry.claim.file
    surroundings = surroundings_of(visit.root)
    if not file.is_relative_to(visit.root) or not file.is_file():
        return None
    journey = load_journey(file, surroundings)
    if not isinstance(journey, Journey):
        return None
    visits = plan_visits(journey, site=visit.site, personas=surroundings.personas, parts=surroundings.parts)
    return next((each for each in visits if each.name == entry.claim.visit), None)
