"""The ten steps walked in one browser by the harness and by hand, each a repetition that tells its cost."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import count
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, sync_playwright

from harness.browser.found import BrowserFound
from harness.browser.hosts import AllowedHosts
from harness.browser.keeper import BrowserKeeper
from harness.compile.source import compile_journey
from harness.compile.visits import PlannedVisit
from harness.demo.process import DemoShop
from harness.judge import judge
from harness.judge.keeping import keep_judgement
from harness.language.known.evidence import WantedEvidence
from harness.language.model import Step
from harness.record import BrowserFacts
from harness.shopper.identity import Identity, identity_of
from harness.shopper.persona_context import context_options
from harness.shopper.providing import Provided
from harness.shopper.settings import VisitSettings
from harness.shopper.visiting import begin_visit
from tests.walking import planned, terms_in

from .figures import Cost
from .processes import tree_cpu_s
from .projects import TEN_STEPS
from .shop import by_hand
from .shop.own_evidence import OwnEvidence


@dataclass
class Walks:
    """One browser and one shop, for as many walks as are wanted.

    Args:
        keeper: The browser.
        shop: The shop; its process does not count.
        folder: Where pictures and records go.
        is_safe: Whether the order is written to a ledger, and the shop told who orders.
    """

    keeper: BrowserKeeper
    shop: DemoShop
    folder: Path
    is_safe: bool = True
    _numbers: Iterator[int] = field(default_factory=count)

    def by_the_harness(self, *evidence: str, times: int = 1) -> Cost:
        """Walk the journey as a run does: record, page views, judgement, and this evidence."""
        settings = replace(self._settings, evidence=WantedEvidence.of(evidence))
        return self._cost(lambda folder: self._walk_journey(folder, settings), times)

    def by_hand(self, *, pictures: bool, times: int = 1) -> Cost:
        """Walk the same steps in plain Playwright, and keep nothing else."""
        return self._cost(partial(self._walk_by_hand, pictures=pictures), times)

    def by_hand_with_evidence(self, *, pictures: bool, times: int = 1) -> Cost:
        """Walk them by hand, and know as much in the end as a record tells."""
        return self._cost(partial(self._walk_with_evidence, pictures=pictures), times)

    def _cost(self, walk: Callable[[Path], None], times: int) -> Cost:
        folders = [self.folder / f"walk-{next(self._numbers)}" for _ in range(times)]
        used, began = self._cpu_s(), time.perf_counter()
        for folder in folders:
            walk(folder)
        return Cost(time.perf_counter() - began, self._cpu_s() - used)

    def _cpu_s(self) -> float:
        return tree_cpu_s(os.getpid(), without={self.shop._process.pid})

    def _walk_journey(self, folder: Path, settings: VisitSettings) -> None:
        visit, context, options = self._visit, *self._context()
        facts = BrowserFacts(
            engine="chromium",
            kind=self.keeper.found.kind,
            version=self.keeper.version(),
            viewport_width_px=options["viewport"]["width"],
            viewport_height_px=options["viewport"]["height"],
            user_agent=options["user_agent"],
        )
        settings = replace(settings, run_id=folder.name)  # nothing is ordered twice in one run
        shopper = begin_visit(visit, context, settings=settings, browser=facts, folder=folder)
        compile_journey(visit.journey, visit.parts).runnable(visit.base)(shopper)
        judgement = judge(shopper.leave(None))
        keep_judgement(folder, judgement)
        context.close()
        if judgement.turn.pytest_outcome == "failed":
            raise RuntimeError(f"the walk failed, its time means nothing: {judgement.headline}")

    def _walk_by_hand(self, folder: Path, *, pictures: bool) -> None:
        context, _ = self._context()
        page = context.new_page()
        folder.mkdir()

        def take_picture(step: int) -> None:
            if pictures:
                page.screenshot(path=folder / f"step-{step:02}.jpg", type="jpeg", quality=60)

        by_hand.walk(page, self.shop.address, take_picture)
        context.close()

    def _walk_with_evidence(self, folder: Path, *, pictures: bool) -> None:
        context, _ = self._context()
        folder.mkdir()
        evidence = OwnEvidence(context.new_page(), folder, takes_pictures=pictures)
        evidence.start()
        by_hand.walk(evidence.page, self.shop.address, evidence.after_step, closes_banner=False)
        evidence.finish()
        context.close()

    def _context(self) -> tuple[BrowserContext, dict[str, Any]]:
        visit = self._visit
        version = self.keeper.version()
        options = context_options(visit.persona, visit.site, device={}, engine="chromium", version=version)
        return self.keeper.context(self._hosts, options), options

    @cached_property
    def _visit(self) -> PlannedVisit:
        (visit,) = planned(TEN_STEPS / "buy" / "ten-steps.yaml", TEN_STEPS)
        return visit if self.is_safe else _unmarked(visit)

    @property
    def _hosts(self) -> AllowedHosts:
        return AllowedHosts.of(self.shop.address)

    @cached_property
    def _settings(self) -> VisitSettings:
        identity = identity_of(
            self._visit.site,
            self.shop.address,
            run_id="bench",
            journey_id=self._visit.journey.id,
            provided=Provided(),
        )
        return VisitSettings(
            run_id="bench",
            address=self.shop.address,
            base=TEN_STEPS.parent,
            terms=terms_in(self.folder, self._visit),
            versions={},
            provided=Provided(),
            identity=identity if self.is_safe else Nobody(identity.address, identity.hosts, ""),
        )


class Nobody(Identity):
    """Tells the shop nothing."""

    def introduce(self, context: BrowserContext) -> None:
        """Do nothing."""


def _unmarked(visit: PlannedVisit) -> PlannedVisit:
    """Return the visit as one that commits to nothing, as far as anybody is told: no ledger is needed."""
    steps = tuple(
        replace(step, commits=None) if isinstance(step, Step) else step for step in visit.journey.steps
    )
    harmless = replace(visit.site.safety, harmless=("Place order",))
    return replace(
        visit, journey=replace(visit.journey, steps=steps), site=replace(visit.site, safety=harmless)
    )


@contextmanager
def walking(browser: BrowserFound, shop: DemoShop, folder: Path) -> Iterator[Walks]:
    """Start the browser and keep it for all walks."""
    with sync_playwright() as playwright:
        keeper = BrowserKeeper(found=browser, launch=partial(_launch, playwright.chromium))
        yield Walks(keeper, shop, folder)
        keeper.close()


def _launch(chromium: Any, **options: Mapping[str, Any]) -> Any:
    return chromium.launch(**options)
