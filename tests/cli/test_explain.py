import json
from pathlib import Path

from tests.cli.conftest import Harness

TOLD = """\
Look for a shirt
journeys/find/shirt.yaml

Who walks it: a customer on her laptop (laptop); a customer on her phone (phone, Pixel 7).
It is walked 2 times: by 2 shoppers.
It commits to nothing.
If it fails: severity normal, and find-team acts.

 1. Come to the shop
    Opens /help/returns.
    Then sees the heading "Returns policy".

 2. Search for a shirt
    Opens /search?q=shirt.
    Then sees the heading "Search results".
"""


def test_tells_a_journey_in_plain_words(harness: Harness) -> None:
    done = harness("explain", "journeys/find/shirt.yaml")

    assert (done.returncode, done.stdout, done.stderr) == (0, TOLD, "")


def test_tells_the_same_as_json(harness: Harness) -> None:
    (journey,) = json.loads(harness("explain", "journeys", "--json").stdout)["journeys"]

    assert (journey["file"], journey["journey"]) == ("journeys/find/shirt.yaml", "Look for a shirt")
    assert journey["steps"][1]["sentences"] == [
        "Opens /search?q=shirt.",
        'Then sees the heading "Search results".',
    ]


def test_a_file_with_mistakes_is_told_beside_those_that_can_be_explained(
    project: Path, harness: Harness
) -> None:
    (project / "journeys" / "find" / "worse.yaml").write_text("journey: Find a coat\nsteps: []\n")

    done = harness("explain", "journeys")

    assert (done.returncode, done.stdout) == (4, TOLD)
    assert done.stderr.startswith("journeys/find/worse.yaml:2:8: the list of steps is empty.")
