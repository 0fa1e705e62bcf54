"""A failing visit is told at the line of its YAML, in words, with whose turn it is."""

import pytest

from .conftest import MakeProject
from .project import BARE, BROKEN, FINE, OUTDATED, UNWATCHED, Outcome, Project

FILES = {
    "journeys/find/fine.yaml": FINE,
    "journeys/find/broken.yaml": BROKEN,
    "journeys/buy/outdated.yaml": OUTDATED,
}


@pytest.fixture(scope="module")
def project(make_project: MakeProject) -> Project:
    return make_project(FILES)


@pytest.fixture(scope="module")
def short(project: Project) -> Outcome:
    return project.run("journeys", *UNWATCHED)


@pytest.fixture(scope="module")
def long(project: Project) -> Outcome:
    return project.run("journeys/find/broken.yaml", "--tb=long", *BARE)


def test_the_short_failure_is_told_to_the_letter(short: Outcome) -> None:
    finding = short.judgement("find-broken--shopper").findings[0]
    _, _, told = short.text.partition(" Find the sale[shopper] ")

    assert told.partition("\n")[2].startswith(
        f"""\
Customers cannot find the sale: at "Look for the sale", "Everything at half price" does not appear.
{finding.detail}

journeys/find/broken.yaml:11: at "Look for the sale"
      8 |       - heading "Tiny shop"
      9 |   - step: Look for the sale
     10 |     see:
  >  11 |       - Everything at half price

Whose turn: company. {finding.action}
To see it again: harness replay {short.run.path.name}/find-broken--shopper
"""
    )


def test_no_frame_of_the_harness_or_of_playwright_is_shown(short: Outcome) -> None:
    assert "harness/" not in short.text
    assert "playwright._impl" not in short.text


def test_the_nearest_name_on_the_page_is_shown(short: Outcome) -> None:
    assert 'On the page: button "Buy"' in short.text
    assert "Whose turn: author (likely)." in short.text


def test_the_last_lines_of_pytest_tell_the_finding(short: Outcome) -> None:
    assert (
        "FAILED journeys/find/broken.yaml::Find the sale[shopper]"
        " - Customers cannot find the sale: at" in short.text
    )


def test_the_page_is_named_at_the_end(short: Outcome) -> None:
    assert f"the page: {short.run.cx_page}" in short.text
    assert short.run.cx_page.is_file()


def test_who_asks_for_the_long_form_gets_every_frame_and_the_yaml(long: Outcome) -> None:
    assert "journeys/find/broken.yaml:11: JourneyStopped" in long.text
    assert ">         - Everything at half price" in long.text
    assert "playwright._impl" in long.text
    assert "What customers meet" in long.text


def test_one_line_a_failure_names_the_line_of_the_yaml(project: Project) -> None:
    told = project.run("journeys/find/broken.yaml", "--tb=line", *BARE).text

    assert "journeys/find/broken.yaml:11: Customers cannot find the sale: at" in told
