"""Several sites in one repository: the same journeys on each, never mixed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from harness.record.folder import RunFolder
from tests.cli.conftest import harness_in

from .project import BARE, UNWATCHED, Outcome, Project
from .tiny_shop import TinyShop, serving

SITES = """
default site: live
sites:
  staging:
    site: {address: 'STAGING'}
    data: {page: /help, heading: Help}
  live:
    site: {address: 'LIVE'}
    data: {page: /away, heading: Partners}
"""
LOOK = """
journey: Look at the page
steps:
  - step: Open the page
    do:
      - open: ${site.page}
    see:
      - heading "${site.heading}"
"""
ONLY_STAGING = """
journey: Try what is not released yet
sites: [staging]
steps:
  - step: Open the shop
    do:
      - open: /
    see:
      - heading "Tiny shop"
"""
TO_LIVE = """
journey: Go to the other site
sites: [staging]
data: {there: LIVE/help}
steps:
  - step: Open it
    do:
      - open: ${there}
    see:
      - heading "Help"
"""
BROKEN = """
journey: Find the sale
steps:
  - step: Look for it
    do:
      - open: /
    see:
      - Everything at half price
"""


@dataclass(frozen=True)
class Sites:
    """A project with two sites, each on a host of its own."""

    project: Project
    staging: TinyShop
    live: TinyShop


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    with serving(TinyShop("127.0.0.1")) as staging, serving(TinyShop("127.0.0.2")) as live:
        project = Project.of(tmp_path_factory.mktemp("sites"), staging.address, {})
        files = {
            "journeys/site.yaml": SITES,
            "journeys/find/look.yaml": LOOK,
            "journeys/find/new.yaml": ONLY_STAGING,
            "journeys/find/other.yaml": TO_LIVE,
            "journeys/find/sale.yaml": BROKEN,
        }
        addresses = {"STAGING": staging.address, "LIVE": live.address}
        for name, address in addresses.items():
            files = {file: text.replace(name, address) for file, text in files.items()}
        project.write(files)
        yield Sites(project, staging, live)


@pytest.fixture(scope="module")
def on_live(sites: Sites) -> Outcome:
    return sites.project.run("journeys", "-k", "not sale", *UNWATCHED)


def test_a_journey_is_walked_on_the_default_site_with_what_that_site_says(
    on_live: Outcome, sites: Sites
) -> None:
    assert on_live.code == 0, on_live.text
    run = on_live.run.read_run()
    assert (run.site, run.site_id, run.address) == ("live", "live", sites.live.address)
    assert run.planned == ("find-look--shopper--live",)
    assert on_live.visits["find/look"].site == "live"


def test_what_is_not_for_this_site_is_counted_aloud(on_live: Outcome) -> None:
    told = "2 journeys are not for live"

    assert told in on_live.text
    assert "1 passed, 3 deselected" in on_live.text
    assert on_live.run.read_run().elsewhere == ("Try what is not released yet", "Go to the other site")
    assert told in (on_live.run.path / "index.html").read_text(encoding="utf-8")


def test_a_run_with_nothing_for_its_site_proves_nothing_and_says_why(sites: Sites) -> None:
    done = sites.project.run("journeys/find/new.yaml")

    assert done.code == 5, done.text
    assert 'Not for this site, and not walked: "Try what is not released yet".' in done.text


def test_hosts_of_one_site_are_not_reached_while_another_is_walked(sites: Sites) -> None:
    sites.live.asked.clear()

    done = sites.project.run("journeys/find/other.yaml", "--site", "staging", *UNWATCHED)

    assert done.code == 4, done.text
    assert "which is not a host of this site" in done.text
    assert not sites.live.asked


@pytest.mark.parametrize("workers", ["0", pytest.param("2", marks=pytest.mark.long)])
def test_a_site_that_is_not_there_ends_the_run_before_it_begins(sites: Sites, workers: str) -> None:
    sites.staging.asked.clear()

    done = sites.project.run("journeys", "-n", workers, environ={"HARNESS_SITE": "stagin"})

    assert done.code == 4, done.text
    assert 'journeys/site.yaml has no site "stagin". Did you mean "staging"?' in done.text
    assert not sites.staging.asked


def test_a_visit_is_replayed_on_its_own_site_and_histories_are_kept_apart(
    on_live: Outcome, sites: Sites
) -> None:
    harness = harness_in(sites.project.path)
    journeys = ("journeys/find/look.yaml", "journeys/find/sale.yaml")
    first = harness("run", *journeys, "--site", "staging", *BARE)
    on_staging = sites.project.newest()
    sites.live.asked.clear()

    again = harness("replay", "latest/find-sale", "--report", "none", HARNESS_SITE="live")

    assert (first.returncode, again.returncode) == (1, 1), again.stdout + again.stderr
    assert f"1 visit to staging at {sites.staging.address}" in again.stdout
    assert not sites.live.asked
    assert _allure_histories(on_live.run)
    assert _allure_histories(on_live.run).isdisjoint(_allure_histories(on_staging))


def _allure_histories(run: RunFolder) -> set[str]:
    files = run.allure_results.glob("*-result.json")
    return {json.loads(file.read_text(encoding="utf-8"))["historyId"] for file in files}
