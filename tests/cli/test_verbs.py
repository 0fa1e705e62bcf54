import json
from pathlib import Path

from tests.cli.conftest import Harness

VERBS = '''
from harness import Acting, Text, verb


@verb("knock {times} times", commits="message")
def knock(shopper: Acting, times: Text) -> None:
    """Knock at the door."""
'''


def test_lists_the_verbs_of_the_language_and_your_own(project: Path, harness: Harness) -> None:
    (project / "journeys/verbs.py").write_text(VERBS, encoding="utf-8")

    listed, told = harness("verbs"), harness("verbs", "--json")
    schema = json.loads(harness("schema").stdout)

    assert listed.returncode == 0
    assert listed.stdout.startswith("open: address\n    Go to a page of the site")
    assert listed.stdout.endswith(
        "knock: times   journeys/verbs.py\n    Knock at the door. Commits to: message.\n"
    )
    assert json.loads(told.stdout)["verbs"][-1]["verb"] == "knock"
    assert (
        schema["definitions"]["action"]["anyOf"][0]["properties"]["knock"]["description"]
        == "Knock at the door."
    )


def test_a_mistake_in_your_own_verbs_is_told(project: Path, harness: Harness) -> None:
    (project / "journeys/verbs.py").write_text("knock(\n", encoding="utf-8")

    done = harness("verbs")

    assert done.returncode == 4
    assert "journeys/verbs.py:1:6: this is no Python: '(' was never closed. Mend it." in done.stderr
