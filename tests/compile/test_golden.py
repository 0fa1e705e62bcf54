"""What a journey compiles to, to the byte; a new case is a new YAML with its `.py.txt` beside it."""

import subprocess
import sys
from pathlib import Path

import pytest

from harness.compile.slug import unique_slug
from harness.compile.source import compile_journey
from harness.language.model import Journey
from harness.language.project import load_project

PROJECT = load_project(Path(__file__).parent / "golden" / "journeys")
COMPILE_ALL = """
import sys
from pathlib import Path
from harness.compile.source import compile_journey
from harness.language.project import load_project
project = load_project(Path(sys.argv[1]))
sys.stdout.buffer.write("".join(compile_journey(j, project.parts).source for j in project.journeys).encode())
"""


def golden(journey: Journey) -> str:
    return journey.path.with_suffix(".py.txt").read_text(encoding="utf-8")


def test_there_are_journeys_without_problems() -> None:
    assert PROJECT.problems == ()
    assert len(PROJECT.journeys) == 7


@pytest.mark.parametrize("journey", PROJECT.journeys, ids=lambda journey: journey.id)
def test_a_journey_compiles_to_its_golden_file(journey: Journey) -> None:
    assert compile_journey(journey, PROJECT.parts).source == golden(journey)


def test_another_process_compiles_the_same_bytes() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COMPILE_ALL, str(PROJECT.root)],
        env={"PYTHONHASHSEED": "7"},
        capture_output=True,
        check=True,
    )

    assert done.stdout == "".join(map(golden, PROJECT.journeys)).encode()


@pytest.mark.parametrize("journey", PROJECT.journeys, ids=lambda journey: journey.id)
def test_the_source_is_python_that_runs_at_the_lines_of_the_yaml(journey: Journey) -> None:
    test = compile_journey(journey, PROJECT.parts).runnable(PROJECT.root.parent)

    assert test.__code__.co_filename == str(journey.path)
    lines = {line for _, _, line in test.__code__.co_lines() if line}
    assert lines <= set(range(1, len(journey.path.read_text(encoding="utf-8").splitlines()) + 1))


def test_a_visits_folder_has_a_readable_name() -> None:
    assert unique_slug("buy/promo-code") == "buy-promo-code"


@pytest.mark.parametrize(
    ("one", "other"), [("買う/割引", "買う/注文"), ("buy/größe", "buy/groe"), ("buy/Promo", "buy/promo")]
)
def test_two_journeys_never_share_a_folder(one: str, other: str) -> None:
    assert unique_slug(one) != unique_slug(other)
    assert unique_slug(one).isascii()
