"""One invocation in, what all its visits share out: the folder, the embedded shop, the grants."""

import json
import platform
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pytest

from harness import __version__
from harness.demo.process import DemoShop, DemoShopError
from harness.language.folder import WORDS_FOLDER
from harness.pace import SiteTurns
from harness.plugin.books import Books, key_of
from harness.plugin.business import business_of
from harness.plugin.cannot_walk import CANNOT_WALK
from harness.plugin.committing import terms_of
from harness.plugin.identifying import identity_in_run
from harness.plugin.options import reports_folder
from harness.plugin.pacing import turns_at
from harness.plugin.provided import provided_for
from harness.plugin.sessions import SignedIn
from harness.record import FaultyFile, RunRecord
from harness.record.folder import RunFolder
from harness.shopper.first_line import first_line
from harness.shopper.pacing import pace_of
from harness.shopper.settings import PATIENCE_MS, VisitSettings
from harness.words import ENGLISH, Catalogue, CatalogueError, file_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from harness.compile.visits import PlannedVisit
    from harness.language.model import Site
    from harness.record import VisitRecord

EMBEDDED = "demo"
WORKER_KEY = "mystery_shopper_run"
RUN = pytest.StashKey["Run"]()


@dataclass
class Run:
    """What the visits of one invocation share; in parallel runs the workers share it too."""

    id: str
    reports: Path
    allowed: list[str]
    defects: list[str]
    started_at: datetime
    control_address: str = ""
    schedule: str = ""
    ledger: str = ""
    embedded_address: str | None = None
    plan: "dict[str, VisitRecord]" = field(default_factory=dict)
    faulty_files: list[FaultyFile] = field(default_factory=list)
    elsewhere: tuple[str, ...] = ()
    replays: str = ""
    signed_in: SignedIn = field(default_factory=SignedIn)
    _shop: DemoShop | None = None
    _claimed: bool = False

    @classmethod
    def of(cls, config: pytest.Config) -> Self:
        """Begin a run, or join the one that this worker belongs to."""
        control = config.getoption("--control-address")
        given = getattr(config, "workerinput", {}).get(WORKER_KEY)
        if given:
            told = json.loads(given)
            started_at = datetime.fromisoformat(told.pop("started_at"))
            return cls(
                reports=Path(told.pop("reports")),
                started_at=started_at,
                control_address=control,
                **told,
                _claimed=True,
            )
        now = datetime.now().astimezone()
        return cls(
            id=now.strftime("%Y-%m-%d-%H%M%S"),
            reports=reports_folder(config),
            allowed=config.getoption("--allow"),
            defects=config.getoption("--defect"),
            started_at=now,
            control_address=control,
            schedule=config.getoption("--schedule"),
            ledger=config.getoption("--ledger"),
        )

    @property
    def folder(self) -> RunFolder:
        """Where the run is written."""
        return RunFolder(self.reports / self.id)

    @cached_property
    def books(self) -> Books:
        """The ledgers of what it commits to."""
        return Books(self.ledger, self.reports, lambda: self.folder.path)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The language in which the run is told; English where its words have been lost meanwhile."""
        try:
            return self.folder.catalogue()
        except CatalogueError:
            return ENGLISH

    def for_workers(self) -> str:
        """Return what a worker needs to join."""
        told: dict[str, Any] = {
            "id": self.id,
            "reports": str(self.reports),
            "allowed": self.allowed,
            "schedule": self.schedule,
            "ledger": self.ledger,
            "defects": self.defects,
            "started_at": self.started_at.isoformat(),
            "embedded_address": self.embedded_address,
        }
        return json.dumps(told)

    def address_of(self, site: "Site") -> str:
        """Return the site's address, starting the embedded shop at the first call that needs it.

        Raises:
            DemoShopError: The embedded shop cannot be started.
        """
        if site.address != EMBEDDED:
            return site.address
        if self.embedded_address is None:
            self._shop = DemoShop.start(defects=self.defects)
            self.embedded_address = self._shop.address
        return self.embedded_address

    def turns(self, site: "Site") -> SiteTurns:
        """Return what tells whose turn it is at a site, in this run and in all others beside it."""
        return turns_at(site, self.address_of(site), reports=self.reports)

    def own_folder(self, visit: "PlannedVisit") -> "PlannedVisit":
        """Make the folder of a visit; the same one walked again in this run gets a name of its own."""
        name, number = visit.id, 1
        while True:
            try:
                self.folder.visit(name).mkdir(parents=True)
            except FileExistsError:
                number += 1
                name = f"{visit.id}--{number}"
            else:
                return replace(visit, id=name)

    def settings(
        self, visit: "PlannedVisit", versions: dict[str, str], *, patience_ms: int, **more: Any
    ) -> VisitSettings:
        """Return what the run gives to a visit; `more` are settings of evidence."""
        embedded, address = visit.site.address == EMBEDDED, self.address_of(visit.site)
        provided = provided_for(visit.base, embedded=embedded)
        pace, turns = pace_of(visit.site, address), self.turns(visit.site)
        return VisitSettings(
            run_id=self.id,
            address=address,
            base=visit.base,
            terms=terms_of(visit, self),
            provided=provided,
            identity=identity_in_run(visit, address, run_id=self.id, provided=provided),
            versions={"harness": __version__, "python": platform.python_version(), **versions},
            patience_ms=patience_ms,
            control_address=self.control_address,
            pause_ms=pace.pause_between_actions_ms or 0,
            turns=turns if pace.page_loads_a_minute else None,
            **more,
        )

    def site_key(self, site: "Site") -> str:
        """Return what the ledger calls a site."""
        return key_of(self.address_of(site))

    def claim(self) -> None:
        """Make the run's folder; a run of the same second that was faster keeps its name.

        Raises:
            pytest.exit.Exception: Nothing can be written there.
        """
        if self._claimed:
            return
        name, number = self.id, 1
        try:
            while not _made(self.folder.path):
                number += 1
                self.id = f"{name}-{number}"
        except OSError as error:
            pytest.exit(
                f"{self.reports}: no run can be written here: {error.strerror}."
                " Choose another folder: --reports DIR.",
                returncode=CANNOT_WALK,
            )
        self._claimed = True

    def begin(self, visits: "Sequence[PlannedVisit]") -> None:
        """Write what the run is about.

        Args:
            visits: All that is planned; nothing when there are only faulty files.

        Raises:
            pytest.exit.Exception: The embedded shop does not start, or nothing can be written.
        """
        self.claim()
        site = visits[0].site if visits else None
        for each in {visit.site.address: visit.site for visit in visits}.values():
            self.reachable_address(each)
        self.plan = dict(self._planned(visits))
        words = site and file_of(site.report_language, visits[0].root / WORDS_FOLDER)
        if words:
            self.folder.speak(words)
        self.folder.write_run(
            RunRecord(
                id=self.id,
                started_at=self.started_at,
                site=site.name if site else "",
                address=self.reachable_address(site) if site else "",
                harness_version=__version__,
                site_id=site.id if site else "",
                elsewhere=self.elsewhere,
                replays=self.replays,
                planned=tuple(self.plan),
                faulty_files=tuple(self.faulty_files),
                defects=tuple(self.defects),
                shopper=dict(site.shopper) if site else {},
                verified_after=site.verified_after if site else 3,
                ledger_sites={
                    self.site_key(visit.site): visit.site.safety.handled
                    for visit in visits
                    if visit.site.address != EMBEDDED
                },
                business=business_of(visits),
            ),
            self.plan.values(),
        )

    def _planned(self, visits: "Sequence[PlannedVisit]") -> "Iterator[tuple[str, VisitRecord]]":
        """Yield each visit as it is planned; one that is asked for again is named as its folder will be."""
        seen: Counter[str] = Counter()
        for visit in visits:
            seen[visit.id] += 1
            name = visit.id if seen[visit.id] == 1 else f"{visit.id}--{seen[visit.id]}"
            settings = self.settings(visit, {}, patience_ms=PATIENCE_MS)
            yield name, first_line(replace(visit, id=name), settings, None)

    def reachable_address(self, site: "Site") -> str:
        """Return the site's address; without the embedded shop it needs, the run ends with one clear line."""
        try:
            return self.address_of(site)
        except DemoShopError as error:
            pytest.exit(str(error), returncode=CANNOT_WALK)

    def end(self) -> None:
        """Stop what was started for the run."""
        if self._shop is not None:
            self._shop.stop()


def _made(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        if folder.is_dir():
            return False
        raise
    return True
