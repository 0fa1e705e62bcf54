import json
from pathlib import Path

from tests.cli.conftest import Harness


def test_prints_the_schema_of_a_journey_with_the_shoppers_of_the_project(harness: Harness) -> None:
    done = harness("schema")

    schema = json.loads(done.stdout)
    assert (done.returncode, done.stderr, schema["title"]) == (0, "", "a journey")
    assert schema["properties"]["personas"]["items"]["examples"] == ["laptop", "phone"]


def test_writes_it_to_a_file_and_says_how_to_name_it(project: Path, harness: Harness) -> None:
    done = harness("schema", "--for", "site", "-o", "journeys/site.schema.json")

    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((project / "journeys" / "site.schema.json").read_text())["title"] == "the site file"
    assert done.stderr.endswith("\n# yaml-language-server: $schema=site.schema.json\n")
    assert harness("check").returncode == 0


def test_a_kind_of_file_that_is_none_is_told_with_the_nearest(harness: Harness) -> None:
    done = harness("schema", "--for", "journeys")

    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == 'unknown kind of file "journeys". Did you mean "journey"?\n'
