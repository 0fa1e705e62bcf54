"""Each persona shops with her own device, language and connection, and says who she is."""

from dataclasses import replace
from pathlib import Path

from harness.language.model import Persona
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


def walk_as(walker: Walker, persona: Persona, journey: str = JOURNEY) -> Walked:
    root = walker.folder / f"as-{persona.network}" / "journeys"
    root.mkdir(parents=True)
    (root / "journey.yaml").write_text(journey, encoding="utf-8")
    with serving({"/": MIRROR}) as site:
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
