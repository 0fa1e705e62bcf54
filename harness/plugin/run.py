"""One invocation in, what all its visits share out: the folder, the embedded shop, the grants."""

import json
import os
import platform
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pytest

from harness import __version__
from harness.demo import DEMO_SECRETS
from harness.demo.process import DemoShop, DemoShopError
from harness.plugin.options import granted_levels, reports_folder
from harness.record import FaultyFile, RunRecord
from harness.record.folder import RunFolder
from harness.shopper.visiting import VisitSettings

if TYPE_CHECKING:
    from harness.language.model import Site

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
    embedded_address: str | None = None
    planned: list[str] = field(default_factory=list)
    faulty_files: list[FaultyFile] = field(default_factory=list)
    _shop: DemoShop | None = None

    @classmethod
    def of(cls, config: pytest.Config) -> Self:
        """Begin a run, or join the one that this worker belongs to."""
        given = getattr(config, "workerinput", {}).get(WORKER_KEY)
        if given:
            told = json.loads(given)
            started_at = datetime.fromisoformat(told.pop("started_at"))
            return cls(reports=Path(told.pop("reports")), started_at=started_at, **told)
        reports, now = reports_folder(config), datetime.now().astimezone()
        return cls(
            id=_free_name(reports, now),
            reports=reports,
            allowed=config.getoption("--allow"),
            defects=config.getoption("--defect"),
            started_at=now,
        )

    @property
    def folder(self) -> RunFolder:
        """Where the run is written."""
        return RunFolder(self.reports / self.id)

    def for_workers(self) -> str:
        """Return what a worker needs to join."""
        told: dict[str, Any] = {
            "id": self.id,
            "reports": str(self.reports),
            "allowed": self.allowed,
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

    def settings(self, site: "Site", base: Path, versions: dict[str, str]) -> VisitSettings:
        """Return what the run gives to each visit of a site."""
        embedded = site.address == EMBEDDED
        return VisitSettings(
            run_id=self.id,
            address=self.address_of(site),
            base=base,
            granted=granted_levels(self.allowed, embedded=embedded),
            environ={**DEMO_SECRETS, **os.environ} if embedded else os.environ,
            versions={"harness": __version__, "python": platform.python_version(), **versions},
        )

    def write(self, site: str, address: str) -> None:
        """Write what the run is about, and make `latest` point to it."""
        self.folder.write_run(
            RunRecord(
                id=self.id,
                started_at=self.started_at,
                site=site,
                address=address,
                harness_version=__version__,
                planned=tuple(self.planned),
                faulty_files=tuple(self.faulty_files),
                defects=tuple(self.defects),
            )
        )
        self.folder.point_latest_here()

    def end(self) -> None:
        """Stop what was started for the run."""
        if self._shop is not None:
            self._shop.stop()


def _free_name(reports: Path, now: datetime) -> str:
    name = now.strftime("%Y-%m-%d-%H%M%S")
    taken = sum(1 for _ in reports.glob(f"{name}*"))
    return f"{name}-{taken + 1}" if taken else name


__all__ = ["EMBEDDED", "RUN", "WORKER_KEY", "DemoShopError", "Run"]
