import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Harness, Walked, harness_in


@pytest.fixture
def again(walked: Walked, tmp_path: Path) -> Harness:
    """`harness` in a copy of the project that was walked."""
    shutil.copytree(walked[0], tmp_path / "copy", symlinks=True)
    return harness_in(tmp_path / "copy")


def test_every_report_is_made_again_from_the_records(again: Harness, tmp_path: Path) -> None:
    (page,) = (tmp_path / "copy").glob("reports/20*/index.html")
    page.unlink()

    done = again("report")

    assert done.returncode == 0, done.stderr
    assert '\nCustomers cannot look for a shirt: at "Search for a shirt", ' in done.stdout
    assert page.is_file()
    assert (page.parent / "allure" / "index.html").is_file()


def test_a_copy_for_others_tells_where_it_is_and_refuses_what_is_there(
    again: Harness, tmp_path: Path
) -> None:
    done = again("report", "--share", "copy", "--zip", "copy.zip")

    assert done.returncode == 0, done.stderr
    assert "\nThe copy for others:       copy and copy.zip" in done.stdout
    text = (tmp_path / "copy" / "copy" / "index.html").read_text(encoding="utf-8")
    assert "Customers cannot look for a shirt" in text
    assert "127.0.0.1" not in text
    assert (tmp_path / "copy" / "copy.zip").is_file()

    refused = again("report", "--zip", "copy.zip")

    assert (refused.returncode, refused.stderr) == (
        4,
        "copy.zip: there is such a file already. Name a new one.\n",
    )


def test_a_run_that_is_not_there_is_told(again: Harness) -> None:
    done = again("report", "yesterday")

    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith('no run "yesterday" in ')


def test_a_visit_is_walked_again_with_the_defects_of_then_and_is_no_run_in_the_history(
    again: Harness,
) -> None:
    (before,) = json.loads(again("history", "--json").stdout)["runs"]

    done = again("replay", "latest/find-shirt--lap")

    assert done.returncode == 1, done.stdout
    assert done.stderr.startswith("Again: Look for a shirt · laptop, as in 20")
    assert "1 visit to Northfold at http://127.0.0.1:" in done.stdout
    assert "with search-down switched on" in done.stdout
    assert "phone" not in done.stdout
    assert "Nothing is told of earlier runs. It is one visit walked again by hand" in done.stdout
    again("history", "rebuild")
    assert [run["id"] for run in json.loads(again("history", "--json").stdout)["runs"]] == [before["id"]]


def test_a_beginning_that_several_visits_share_is_told(again: Harness) -> None:
    done = again("replay", "latest/find-shirt")

    assert (done.returncode, done.stdout) == (4, "")
    assert 'begin with "find-shirt":\n  find-shirt--laptop\n  find-shirt--phone\n' in done.stderr


def test_a_visit_that_is_not_there_is_told(again: Harness) -> None:
    done = again("replay", "latest/find-trousers")

    assert done.returncode == 4
    assert 'begins with "find-trousers". Its visits:\n  find-shirt--laptop\n' in done.stderr


def test_a_journey_that_was_changed_since_is_told(again: Harness, tmp_path: Path) -> None:
    journey = tmp_path / "copy" / "journeys" / "find" / "shirt.yaml"
    journey.write_text(journey.read_text().replace("[laptop, phone]", "[phone]"))

    done = again("replay", "latest/find-shirt--laptop")

    assert done.returncode == 4
    assert "the journey no longer asks for the visit find-shirt--laptop" in done.stderr


def test_another_site_than_then_is_refused(again: Harness, tmp_path: Path) -> None:
    site = tmp_path / "copy" / "journeys" / "site.yaml"
    site.write_text(site.read_text().replace("address: demo", "address: https://shop.example"))

    done = again("replay", "latest/find-shirt--laptop")

    assert done.returncode == 4
    assert "but site.yaml now leads to Northfold at https://shop.example" in done.stderr
