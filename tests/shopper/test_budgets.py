"""The nearest limit counts, and the record says where it comes from."""

from pathlib import Path

import pytest

from harness.record import Budgets, LimitSource, SlowWhen
from harness.record.budgets import PageBudget
from harness.shopper.budgets import budgets_of
from tests.walking import planned

SITE = """\
site: https://shop.example
limits:
  LCP: 2s
  step: 8s
  stages:
    buy: {step: 6s, load: 3s, journey: 90s}
    help: {step: 1s}
  pages:
    - {page: /product/*, load: 1s}
    - {page: "*shirt*", load: 2s, weight: 1 MB}
"""
JOURNEY = """\
journey: Look
limits: {load: 2500ms, requests: 50}
steps:
  - step: Look
    do:
      - open: /
    see: Welcome
"""


def budgets(where: Path, site: str = SITE, journey: str = JOURNEY) -> Budgets:
    root = where / "journeys"
    (root / "buy").mkdir(parents=True)
    (root / "site.yaml").write_text(site, encoding="utf-8")
    (root / "buy" / "look.yaml").write_text(journey, encoding="utf-8")
    (visit,) = planned(root / "buy" / "look.yaml", root)
    return budgets_of(visit)


def test_a_journey_is_nearer_than_its_stage_and_this_nearer_than_the_site(tmp_path: Path) -> None:
    found = budgets(tmp_path)
    assert (found.lcp_ms, found.step_ms, found.load_ms) == (2000, 6000, 2500)
    assert (found.inp_ms, found.cls, found.weight_bytes) == (200, 0.1, None)
    assert (found.journey_ms, found.requests) == (90_000, 50)
    assert found.sources == {
        "lcp_ms": LimitSource(level="site"),
        "step_ms": LimitSource(level="stage", name="buy"),
        "journey_ms": LimitSource(level="stage", name="buy"),
        "load_ms": LimitSource(level="journey"),
        "requests": LimitSource(level="journey"),
    }


def test_a_page_is_nearest_and_the_first_that_fits_counts_figure_by_figure(tmp_path: Path) -> None:
    found = budgets(tmp_path).on_page("https://shop.example/product/1", "A blue shirt")
    assert (found.load_ms, found.weight_bytes, found.lcp_ms) == (1000, 1_000_000, 2000)
    assert found.sources["load_ms"] == LimitSource(level="page", name="/product/*")
    assert found.sources["weight_bytes"] == LimitSource(level="page", name="*shirt*")


def test_other_pages_keep_what_holds_everywhere(tmp_path: Path) -> None:
    found = budgets(tmp_path)
    assert found.on_page("https://shop.example/basket", "Your basket") == found


def test_where_nothing_is_said_the_defaults_hold(tmp_path: Path) -> None:
    plain = JOURNEY.replace("limits: {load: 2500ms, requests: 50}\n", "")
    assert budgets(tmp_path, "site: https://shop.example\n", plain) == Budgets()


def test_budgets_of_an_older_record_can_be_read() -> None:
    old = {"lcp_ms": 2500, "load_ms": 4000, "step_ms": 10_000, "cls": 0.1}
    assert Budgets.model_validate(old) == Budgets()


@pytest.mark.parametrize(
    ("page", "url", "title", "fits"),
    [
        ("/basket", "https://shop.example/basket", "Your basket", True),
        ("/basket", "https://shop.example/basket/?from=mail#top", "Your basket", True),
        ("/basket/", "https://shop.example/BASKET", "", True),
        ("/basket", "https://shop.example/basket/2", "", False),
        ("/product/*", "https://shop.example/product/1/sizes", "", True),
        ("/", "https://shop.example", "", True),
        ("/find?q=*", "https://shop.example/find?q=shirt", "", True),
        ("/find?q=*", "https://shop.example/find", "", False),
        ("Your basket", "https://shop.example/x", " your Basket ", True),
        ("Your basket", "https://shop.example/x", "Your basket - Northfold", False),
        ("Your basket*", "https://shop.example/x", "Your basket - Northfold", True),
        ("Sale (50 %)", "https://shop.example/x", "Sale (50 %)", True),
    ],
)
def test_a_page_goes_by_its_title_or_its_address(page: str, url: str, title: str, *, fits: bool) -> None:
    assert PageBudget(page=page).fits(url, title) is fits


PERSONAS = """\
personas:
  phone:
    who: A shopper on a phone
    limits:
      LCP: 5s
      load: 9s
      pages:
        - {page: /product/*, load: 7s}
"""


def test_a_persona_is_nearer_than_the_stage_and_farther_than_the_journey(tmp_path: Path) -> None:
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys" / "personas.yaml").write_text(PERSONAS, encoding="utf-8")
    found = budgets(tmp_path)
    assert (found.lcp_ms, found.load_ms, found.step_ms) == (5000, 2500, 6000)
    assert found.sources["lcp_ms"] == LimitSource(level="persona", name="phone")
    assert found.on_page("https://shop.example/product/1", "").load_ms == 7000


def test_when_slow_is_said_is_kept_for_judging_again(tmp_path: Path) -> None:
    assert budgets(tmp_path / "without").slow_when == SlowWhen(times=3, visits=5)
    site = SITE.replace("limits:", "limits:\n  slow when: 2 of 7")
    assert budgets(tmp_path / "with", site=site).slow_when == SlowWhen(times=2, visits=7)
