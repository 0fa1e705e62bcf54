"""A visit's settings in, everything its shopper notices with out, wired together."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from harness.language.allowed_hosts import hosts_of
from harness.language.known.inputs import KEYBOARD
from harness.shopper.acting.input.keyboard import Keyboard
from harness.shopper.acting.input.pointer import Pointer
from harness.shopper.clock import VisitClock
from harness.shopper.evidence.collector import Files
from harness.shopper.evidence.dialogs import Dialogs
from harness.shopper.evidence.kinds import Circumstances, Collectors
from harness.shopper.evidence.noise import PageNoise
from harness.shopper.evidence.page_views import PageViews
from harness.shopper.evidence.surprises import Surprises
from harness.shopper.machine.load import Machine
from harness.shopper.noticing.frictions import FrictionLog
from harness.shopper.noticing.interrupting import Interruptions
from harness.shopper.noticing.likeness import Likeness
from harness.shopper.noticing.own_time import OwnTime
from harness.shopper.noticing.presses import Presses
from harness.shopper.noticing.senses import Senses
from harness.shopper.protocol import Protocol
from harness.shopper.trouble.accidents import Accidents

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from harness.language.model import Site
    from harness.record import BrowserFacts, PersonaFacts
    from harness.shopper.acting.input.model import Input
    from harness.shopper.secrets import Scrubber
    from harness.shopper.settings import VisitSettings


@dataclass(frozen=True)
class Errand:
    """What the senses of one visit are made from."""

    site: "Site"
    persona: "PersonaFacts"
    browser: "BrowserFacts"
    settings: "VisitSettings"
    scrubber: "Scrubber"
    folder: Path


def senses_for(errand: Errand) -> Senses:
    """Make everything the shopper notices with; nothing listens yet."""
    settings, clock, protocol = errand.settings, VisitClock(), Protocol()
    hosts = hosts_of(errand.site, settings.address)
    noise, log = PageNoise(clock, hosts), FrictionLog(clock)
    likeness = Likeness(errand.persona, errand.browser, protocol)
    collectors = Collectors.of(
        Circumstances(
            files=Files(errand.folder, errand.scrubber),
            clock=clock,
            wanted=settings.evidence,
            base=settings.base,
            noise=noise,
            protocol=protocol,
            names=errand.site.names,
            only_stopped=settings.only_stopped,
        )
    )
    return Senses(
        clock=clock,
        views=PageViews(clock, hosts, notice=likeness.notice),
        noise=noise,
        interruptions=Interruptions(errand.site, clock, log, _input_of(errand)),
        likeness=likeness,
        presses=Presses(clock, hosts, log),
        surprises=Surprises(clock, Dialogs(clock, log)),
        protocol=protocol,
        collectors=collectors,
        own_time=OwnTime(clock),
        machine=Machine(settings.machine),
    )


def _input_of(errand: Errand) -> "Input":
    """Return what this shopper acts with."""
    if errand.persona.input == KEYBOARD:
        return Keyboard()
    return Pointer(is_finger=errand.browser.has_touch)


def accidents_for(senses: Senses, context: "BrowserContext", settings: "VisitSettings") -> Accidents:
    """Make what tells accidents of page, tab, browser and network."""
    return Accidents(context, senses.surprises, senses.noise, settings.address, settings.control_address)
