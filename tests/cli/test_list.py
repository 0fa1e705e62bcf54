import json
from pathlib import Path

import pytest

from tests.cli.conftest import Harness

COAT = """\
journey: Find a coat
owner: search-team
severity: critical
tags: [search, winter]
steps:
  - step: Search
    do:
      - open: /search?q=coat
    see:
      - heading "Search results"
"""
HEAD = "stage  journey           personas       visits  severity  owner        tags            commits  file"
OF_COAT = (
    "find   Find a coat       laptop         1       critical  search-team  search, winter  nothing "
    " journeys/find/coat.yaml"
)
OF_SHIRT = (
    "find   Look for a shirt  laptop, phone  2       normal    find-team    nightly         nothing "
    " journeys/find/shirt.yaml"
)


@pytest.fixture
def two(project: Path, harness: Harness) -> Harness:
    (project / "journeys" / "find" / "coat.yaml").write_text(COAT)
    return harness


def test_lists_every_journey_in_a_line(two: Harness) -> None:
    done = two("list")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [HEAD, OF_COAT, OF_SHIRT, "", "2 journeys, 3 visits"]


@pytest.mark.parametrize(
    ("asked", "journeys", "visits"),
    [
        (("--owner", "search-team"), ["Find a coat"], 1),
        (("--tag", "winter", "--tag", "nightly"), ["Find a coat", "Look for a shirt"], 3),
        (("--persona", "phone"), ["Look for a shirt"], 1),
        (("--severity", "critical", "--stage", "find"), ["Find a coat"], 1),
        (("--severity", "critical", "--tag", "nightly"), [], 0),
        (("--stage", "leave"), [], 0),
    ],
)
def test_lists_only_what_was_asked_for(
    two: Harness, asked: tuple[str, ...], journeys: list[str], visits: int
) -> None:
    told = json.loads(two("list", "--json", *asked).stdout)["journeys"]

    assert [row["journey"] for row in told] == journeys
    assert sum(row["visits"] for row in told) == visits


def test_a_faulty_file_is_listed_whatever_was_asked_for(project: Path, two: Harness) -> None:
    (project / "journeys" / "find" / "worse.yaml").write_text("journey: Find a hat\nsteps: []\n")

    done = two("list", "--owner", "search-team")

    assert done.returncode == 4
    assert done.stdout.splitlines()[2:] == [
        "faulty: journeys/find/worse.yaml, 1 problem. Type: harness check",
        "",
        "1 of 2 journeys, 1 visit, 1 faulty file",
    ]


def test_a_faulty_site_keeps_every_journey_from_being_walked(project: Path, harness: Harness) -> None:
    (project / "journeys" / "site.yaml").write_text("lokale: en-US\nsite: demo\n")

    done = harness("list")

    assert (done.returncode, done.stdout.splitlines()[0]) == (
        4,
        "faulty: journeys/find/shirt.yaml, 1 problem in journeys/site.yaml. Type: harness check",
    )


def test_a_word_that_no_journey_says_is_told_with_the_nearest(two: Harness) -> None:
    done = two("list", "--owner", "serch-team")

    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == 'no journey here has the owner "serch-team". Did you mean "search-team"?\n'
