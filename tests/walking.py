"""Journeys walked in tests as in a run: the same compiler, shopper, judge and a real browser."""

import json
import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from harness.browser.keeper import BrowserKeeper
from harness.compile.source import compile_journey
from harness.compile.visits import PlannedVisit, plan_visits
from harness.demo import DEMO_SECRETS
from harness.judge import Judgement, judge
from harness.language.allowed_hosts import hosts_of
from harness.language.known.commitments import COMMITMENTS
from harness.language.known.evidence import WantedEvidence
from harness.language.model import Journey, Persona, Site
from harness.language.project import load_journey, load_surroundings
from harness.language.safety import NO_CAPS
from harness.ledger import Ledger, ledger_place
from harness.pace import SiteTurns
from harness.record import BrowserFacts, VisitRecord
from harness.shopper.committing.kill_switch import KillSwitch
from harness.shopper.committing.terms import Terms
from harness.shopper.identity import identity_of
from harness.shopper.machine.load import MachineReaders
from harness.shopper.persona_context import context_options
from harness.shopper.providing import Provided
from harness.shopper.settings import VisitSettings
from harness.shopper.trouble.stopping import JourneyStopped, StoppedOnPurpose
from harness.shopper.visiting import begin_visit

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

SITE = """\
site: {{name: Test shop, address: "{address}"{hosts}}}
locale: en-US
money: USD
{more}
"""


def terms_in(folder: Path, visit: PlannedVisit, granted: Collection[str] = COMMITMENTS) -> Terms:
    """Grant everything, and keep a ledger in this folder."""
    folder.mkdir(exist_ok=True)
    return Terms(
        granted=frozenset(granted),
        site=visit.site.name,
        open_ledger=cache(lambda: Ledger.open(ledger_place(str(folder / "ledger.sqlite"), folder))),
        zone=UTC,
        kill_switch=KillSwitch(visit.site.safety.kill_switch, visit.base),
        caps=visit.site.safety.caps or NO_CAPS,
        contact_hours=visit.site.safety.contact_hours,
        handled=visit.site.safety.handled,
    )


@dataclass(frozen=True)
class Walked:
    """One visit: what happened, what it means, and where its evidence lies."""

    record: VisitRecord
    judgement: Judgement
    folder: Path


@dataclass
class Walker:
    """Walks journeys in a real browser.

    Args:
        keeper: The browser.
        devices: Playwright's devices.
        folder: A folder of the test's own.
        others: Hosts that the site may use besides its own.
        patience_ms: How long this customer waits; short, because tests wait for what never comes.
        persona: Who walks; without her, whom the journey names.
        prepare: What is done to each context before the walk.
        machine: What tells how busy this machine is.
        verbs: What stands in `verbs.py` beside the journey.
        evidence: What visits leave behind.
        pause_ms: How long she waits between deeds.
        turns: Whose turn it is to load a page.
        more_of: Says more of the site than its file.
    """

    keeper: BrowserKeeper
    devices: Mapping[str, Any]
    folder: Path
    patience_ms: int = 2000
    persona: Persona | None = None
    prepare: Callable[["BrowserContext"], None] = lambda _context: None
    walked: int = 0
    others: tuple[str, ...] = ()
    machine: MachineReaders = field(default_factory=MachineReaders)
    verbs: str = ""
    evidence: WantedEvidence = field(default_factory=WantedEvidence)
    pause_ms: int = 0
    turns: SiteTurns | None = None
    more_of: Callable[[Site], Site] = lambda site: site

    def walk(
        self,
        text: str,
        *,
        address: str,
        site: str = "",
        environ: Mapping[str, str] = os.environ,
        granted: frozenset[str] = frozenset(COMMITMENTS),
    ) -> Walked:
        """Walk a journey given as YAML text on a site of its own."""
        root = self.folder / f"project-{self.walked}" / "journeys"
        file = root / "buy" / "journey.yaml"
        file.parent.mkdir(parents=True)
        hosts = f", hosts: {json.dumps(self.others)}" if self.others else ""
        site_file = SITE.format(address=address, hosts=hosts, more=site)
        (root / "site.yaml").write_text(site_file, encoding="utf-8")
        file.write_text(text, encoding="utf-8")
        (root / "verbs.py").write_text(self.verbs, encoding="utf-8")
        (visit,) = planned(file, root)
        visit = replace(visit, site=self.more_of(visit.site))
        return self.visit(visit, address=address, environ=environ, granted=granted)

    def visit(
        self,
        visit: PlannedVisit,
        *,
        address: str,
        environ: Mapping[str, str] = os.environ,
        granted: frozenset[str] = frozenset(COMMITMENTS),
    ) -> Walked:
        """Walk one planned visit at this address."""
        self.walked += 1
        visit = replace(visit, persona=self.persona or visit.persona)
        folder = self.folder / f"visit-{self.walked}"
        base = visit.journey.path.parents[len(Path(visit.journey.place.file).parts) - 1]
        hosts = hosts_of(visit.site, address)
        options = context_options(
            visit.persona,
            visit.site,
            device=self.devices[visit.persona.device] if visit.persona.device else {},
            engine="chromium",
            version=self.keeper.version(),
        )
        context = self.keeper.context(hosts, options)
        self.prepare(context)
        provided = Provided({**DEMO_SECRETS, **environ})
        settings = VisitSettings(
            run_id="test",
            address=address,
            base=base,
            terms=terms_in(self.folder / f"ledger-{self.walked}", visit, granted),
            versions={},
            provided=provided,
            identity=identity_of(
                visit.site, address, run_id="test", journey_id=visit.journey.id, provided=provided
            ),
            evidence=self.evidence,
            pause_ms=self.pause_ms,
            turns=self.turns,
            patience_ms=self.patience_ms,
            machine=self.machine,
        )
        facts = BrowserFacts(
            engine="chromium",
            kind="test",
            version="0",
            viewport_width_px=options["viewport"]["width"],
            viewport_height_px=options["viewport"]["height"],
            has_touch=bool(options.get("has_touch")),
            user_agent=options["user_agent"],
        )
        shopper = begin_visit(visit, context, settings=settings, browser=facts, folder=folder)
        stopped: BaseException | None = None
        try:
            compile_journey(visit.journey, visit.parts).runnable(base)(shopper)
        except (JourneyStopped, StoppedOnPurpose) as error:
            stopped = error
        record = shopper.leave(stopped)
        shopper.close()
        return Walked(record, judge(record), folder)


def planned(file: Path, root: Path) -> tuple[PlannedVisit, ...]:
    """Return the visits that a journey file asks for; its problems fail the test."""
    surroundings = load_surroundings(root)
    journey = load_journey(file, surroundings)
    assert isinstance(journey, Journey), "\n".join(map(str, journey))
    assert surroundings.site, "\n".join(map(str, surroundings.problems))
    return plan_visits(
        journey, site=surroundings.site, personas=surroundings.personas, parts=surroundings.parts
    )
