"""Each persona shops with her own device, language and connection, and says who she is."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext
from playwright.sync_api import Error as BrowserError

from harness.language.known.networks import NETWORKS
from harness.language.model import Persona
from harness.record import BrowserFacts, PersonaFacts
from harness.record.journal import read_visit
from harness.shopper.evidence.pushed import PushedFacts
from harness.shopper.noticing.found_at_page import compared
from harness.shopper.persona_context import context_options
from tests.pages import serving
from tests.walking import SITE, Walked, Walker, planned

JOURNEY = """\
journey: Look in the mirror
stage: buy
steps:
  - step: Look
    do:
      - open: /
      - remember: {width: Width}
    see:
      - Language: de-DE
      - Zone: Europe/Berlin
      - Touch: "true"
      - Width: "412"
"""
MIRROR = """\
<title>Mirror</title><meta name=viewport content="width=device-width"><dl></dl><script>
const facts = {
  Language: navigator.language,
  Zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  Touch: 'ontouchstart' in window,
  Width: innerWidth,
  Agent: navigator.userAgent,
};
for (const [name, value] of Object.entries(facts)) {
  document.querySelector('dl').insertAdjacentHTML('beforeend', `<dt>${name}</dt><dd>${value}</dd>`);
}
</script>
"""
NORA = Persona(
    id="nora", who="Nora", device="Pixel 7", locale="de-DE", timezone="Europe/Berlin", network="none"
)
LAPTOP = BrowserFacts(
    engine="chromium",
    kind="test",
    version="0",
    viewport_width_px=1280,
    viewport_height_px=720,
    user_agent="MysteryShopper/1",
)


def walk_as(walker: Walker, persona: Persona, journey: str = JOURNEY, page: str = MIRROR) -> Walked:
    root = walker.folder / f"as-{walker.walked}" / "journeys"
    root.mkdir(parents=True)
    (root / "journey.yaml").write_text(journey, encoding="utf-8")
    with serving({"/": page, "/next": "<title>Next</title><h1>Next</h1>Opened"}) as site:
        (root / "site.yaml").write_text(
            SITE.format(address=site.address, hosts="", more=""), encoding="utf-8"
        )
        visit = planned(Path(root / "journey.yaml"), root)[0]
        return walker.visit(replace(visit, persona=persona), address=site.address)


def test_device_language_and_time_zone_are_hers(walker: Walker) -> None:
    walked = walk_as(walker, NORA)
    assert walked.judgement.verdict == "fine", walked.judgement.findings
    assert walked.record.persona.device == "Pixel 7"


def test_she_names_herself_with_the_version_the_browser_really_has(walker: Walker) -> None:
    journey = JOURNEY.replace(
        "Language: de-DE", "Agent: /Android.*Chrome\\/\\d+\\.0\\.0\\.0 .*MysteryShopper\\/\\d/"
    )
    assert walk_as(walker, NORA, journey).judgement.verdict == "fine"


def test_a_slow_connection_is_felt_on_every_page(walker: Walker) -> None:
    view = walk_as(walker, replace(NORA, network="slow4g")).record.steps[0].page_views[0]
    assert view.load_ms is not None
    assert view.load_ms >= 150  # the latency of slow4g: no page can be there sooner


LOOK = """\
journey: Look
stage: buy
steps:
  - step: Look
    do:
      - open: /
    see:
      - Language
"""
TAB = """\
  - step: Read on
    do:
      - click: More
    see:
      - Opened
  - step: Read
    see:
      - heading "Next"
"""
SHE = ("window 412 px wide", "touch screen", "her own name to the site", "language de-DE")


def test_what_pages_found_of_her_is_in_the_record(walker: Walker) -> None:
    persona = walk_as(walker, NORA, LOOK).record.persona
    assert persona.applied == (*SHE, "time zone Europe/Berlin")
    assert persona.not_applied == ()


@pytest.mark.parametrize(("cpu", "times"), [(None, "4"), (6, "6"), (1.5, "1.5")])
def test_connection_and_device_are_slow_as_asked(walker: Walker, cpu: float | None, times: str) -> None:
    persona = walk_as(walker, replace(NORA, network="slow4g", cpu=cpu), LOOK).record.persona
    assert {f"device {times} times slower", "connection slow4g"} <= set(persona.applied)
    assert persona.not_applied == ()


@pytest.mark.parametrize("network", [name for name, network in NETWORKS.items() if network])
def test_every_connection_is_found_at_the_page(walker: Walker, network: str) -> None:
    persona = walk_as(walker, replace(NORA, network=network), LOOK).record.persona
    assert f"connection {network}" in persona.applied
    assert persona.not_applied == ()


def test_a_device_may_be_slow_on_any_connection(walker: Walker) -> None:
    persona = walk_as(walker, replace(NORA, cpu=4), LOOK).record.persona
    assert "device 4 times slower" in persona.applied


def test_a_page_that_finds_somebody_else_is_told() -> None:
    asked = PersonaFacts(id="a", who="A", locale="fr-FR", timezone="America/New_York", network="3g")
    facts = PushedFacts(
        width=980, touch=True, agent="Nobody", language="en-US", zone="Asia/Tokyo", rtt=0, downlink=10
    )
    told = {trait.asked: trait.missed for trait in compared(asked, LAPTOP, facts) if not trait.is_so}
    assert told == {
        "window 1280 px wide": "the page found 980 px",
        "no touch screen": "the page found otherwise",
        "her own name to the site": "the page was told another",
        "language fr-FR": "the page found en-US",
        "time zone America/New_York": "the page found Asia/Tokyo",
        "connection 3g": "a page found a faster one",
    }


def test_a_page_that_changes_the_language_is_told(walker: Walker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.walking.context_options", _in_english)
    persona = walk_as(walker, NORA, LOOK).record.persona
    assert persona.not_applied == ("language de-DE: the page found en-US",)
    assert persona.applied == (*SHE[:3], "time zone Europe/Berlin")


def _in_english(*asked: Any, **more: Any) -> dict[str, Any]:
    return {**context_options(*asked, **more), "locale": "en-US"}


def test_a_zone_by_its_older_name_is_the_same_zone(walker: Walker) -> None:
    persona = walk_as(walker, replace(NORA, timezone="Asia/Kolkata"), LOOK).record.persona
    assert "time zone Asia/Kolkata" in persona.applied


def test_a_new_tab_is_slow_too_or_says_what_came_too_late(walker: Walker) -> None:
    opened = "setTimeout(() => document.body.append('Opened'), 900)"  # on both: the tab may come late
    page = MIRROR + f'<a href=/next target=_blank onclick="{opened}">More</a>'
    walked = walk_as(walker, replace(NORA, network="slow4g"), LOOK + TAB, page)
    assert walked.judgement.verdict == "fine", walked.judgement.findings
    late = "connection slow4g: too late for the first page of a new tab"
    persona = walked.record.persona
    assert (late in persona.not_applied) != ("connection slow4g" in persona.applied)
    assert persona.not_applied in {(), (late,)}


def test_an_engine_that_cannot_be_slowed_down_says_so(
    walker: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_: object) -> None:  # as Firefox and WebKit answer
        raise BrowserError("CDP session is only available in Chromium")

    monkeypatch.setattr(BrowserContext, "new_cdp_session", cannot)
    persona = walk_as(walker, replace(NORA, network="slow4g"), LOOK).record.persona
    cannot_be = "this browser cannot be slowed down"
    assert {f"connection slow4g: {cannot_be}", f"device 4 times slower: {cannot_be}"} <= set(
        persona.not_applied
    )
    assert persona.applied == (*SHE, "time zone Europe/Berlin")


def test_a_killed_visit_knows_what_was_asked(walker: Walker) -> None:
    walked = walk_as(walker, replace(NORA, cpu=2), LOOK)
    journal = walked.folder / "record.jsonl"
    lines = journal.read_text(encoding="utf-8").splitlines()
    killed = [line for line in lines if '"event": "persona"' not in line]
    journal.write_text("\n".join(killed), encoding="utf-8")
    persona = read_visit(walked.folder).persona
    assert (persona.cpu, persona.applied) == (2, ())
