"""What the company says of itself is kept with a run of the site it is about."""

from decimal import Decimal
from pathlib import Path

from harness.plugin.business import business_of
from harness.record import BusinessFacts
from tests.walking import planned

JOURNEY = "journey: Look\nsteps:\n  - step: Look\n    see: Welcome\n"
SEVERAL = "money: USD\nsites:\n  live: https://shop.example\n  staging: https://staging.shop.example\n"
SAID = """\
site: live
margin: {is: 30-40%, source: Finance, as of: 2026-10-01}
touchpoints:
  buying:
    visits per day: {is: 1200, source: web analytics, as of: 2026-10-01}
shares:
  phone: {is: 60%, source: web analytics, as of: 2026-10-01}
"""


def kept(where: Path, business: str, site: str = SEVERAL) -> BusinessFacts | None:
    root = where / "journeys"
    (root / "buy").mkdir(parents=True)
    (root / "site.yaml").write_text(site, encoding="utf-8")
    (root / "personas.yaml").write_text("personas: {phone: {who: A shopper}}\n", encoding="utf-8")
    (root / "business.yaml").write_text(business, encoding="utf-8")
    (root / "buy" / "look.yaml").write_text(JOURNEY, encoding="utf-8")
    return business_of(planned(root / "buy" / "look.yaml", root))


def test_every_figure_is_kept_with_its_source_and_the_sites_money(tmp_path: Path) -> None:
    facts = kept(tmp_path, SAID)
    assert facts
    margin, visits = facts.figure("margin", "buying"), facts.figure("visits per day", "buying")
    assert margin
    assert visits
    assert (margin.low, margin.high, margin.written) == (Decimal("0.3"), Decimal("0.4"), "30-40%")
    assert (visits.source, str(visits.as_of)) == ("web analytics", "2026-10-01")
    assert (facts.currency, facts.shares["phone"].written) == ("USD", "60%")
    assert facts.figure("visits per day", "help") is None
    assert BusinessFacts.model_validate_json(facts.model_dump_json()) == facts


def test_figures_of_another_site_are_not_kept(tmp_path: Path) -> None:
    assert kept(tmp_path, SAID.replace("site: live", "site: staging")) is None


def test_of_a_file_with_a_mistake_only_that_is_kept(tmp_path: Path) -> None:
    assert kept(tmp_path, SAID.replace("source: Finance, ", "")) == BusinessFacts(is_faulty=True)


def test_nothing_planned_nothing_kept() -> None:
    assert business_of([]) is None
