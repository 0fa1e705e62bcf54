"""`harness selftest` is green when the shopper finds what is broken, and red when its judge is crippled."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.cli.commands import COMMANDS
from harness.demo.defects import DEFECTS
from harness.demo.expected import EVERYTHING, FOUND, TOUCHED, Found
from harness.demo.journeys_root import journeys_root
from harness.language.folder import journey_paths
from harness.selftest.proving import _complaint
from tests.cli.conftest import Harness, harness_in

if TYPE_CHECKING:
    import subprocess

LONG_S = 400
FINDS_NOTHING = """
import harness.judge.judging
from harness.judge.model import Judgement
from harness.judge.verdicts import Verdict

harness.judge.judging._findings = lambda visit, past: iter(())
"""
WRONG_STEP = """
import harness.judge.judging as judging

told = judging.judge_failure

def elsewhere(failure):
    finding = told(failure)
    return finding.model_copy(update={"sentence": "Customers cannot: they are stopped somewhere."})

judging.judge_failure = elsewhere
"""


@pytest.fixture(scope="module")
def proven(tmp_path_factory: pytest.TempPathFactory) -> "subprocess.CompletedProcess[str]":
    harness = harness_in(tmp_path_factory.mktemp("selftest"))
    both = ("--defect", "search-down", "--defect", "insurance-ticked")
    return harness("selftest", *both, "--json", timeout_s=LONG_S)


def test_a_sound_shopper_finds_what_stops_and_what_only_annoys_and_nothing_else(
    proven: "subprocess.CompletedProcess[str]",
) -> None:
    told = json.loads(proven.stdout)

    assert proven.returncode == 0, proven.stderr
    assert told["ok"] is True
    assert [(proof["name"], proof["found"]) for proof in told["proofs"]] == [
        ("no defect", "fine"),
        ("search-down", "broken"),
        ("insurance-ticked", "fine"),
    ]


def test_the_table_is_for_people(proven: "subprocess.CompletedProcess[str]") -> None:
    assert '✓ search-down          broken at "Look for a shirt"' in proven.stderr
    assert "The shopper found each of 2 defects, and nothing where there was none." in proven.stderr


@pytest.mark.long
def test_several_defects_are_told_in_the_order_of_the_table(tmp_path: Path) -> None:
    asked = ("--defect", "search-down", "--defect", "two-apply-buttons")

    done = harness_in(tmp_path)("selftest", *asked, "--json", timeout_s=LONG_S)

    told = json.loads(done.stdout)["proofs"]
    assert [(proof["name"], proof["found"]) for proof in told] == [
        ("no defect", "fine"),
        ("two-apply-buttons", "journey out of date"),
        ("search-down", "broken"),
    ]
    assert "The shopper found each of 2 defects, and nothing where there was none." in done.stderr


@pytest.mark.long
@pytest.mark.parametrize(
    ("crippled", "complaint"),
    [
        (FINDS_NOTHING, "judged fine: nothing was noticed."),
        (WRONG_STEP, 'the right verdict at the wrong step; "Look for a shirt" was expected:'),
    ],
    ids=["a judge who finds nothing", "a judge who names no step"],
)
def test_a_crippled_judge_turns_it_red(
    tmp_path: Path, crippled: str, complaint: str, harness: Harness
) -> None:
    (tmp_path / "crippled.py").write_text(crippled)
    here = str(Path(__file__).parents[2])
    done = harness(
        "selftest",
        "--defect=search-down",
        "--",
        "-p",
        "crippled",
        PYTHONPATH=f"{tmp_path}:{here}",
        timeout_s=LONG_S,
    )

    assert done.returncode == 1, done.stdout
    assert f"  {complaint}" in done.stdout
    assert "do not trust this installation" in done.stdout


def test_a_machine_that_cannot_walk_ends_with_3_and_not_with_1(tmp_path: Path) -> None:
    done = harness_in(tmp_path)("selftest", "--defect=search-down", "--", "--no-such-option")

    assert done.returncode == 3, done.stdout
    assert "? search-down" in done.stdout
    assert "2 of 2 could not be walked: nothing is proven." in done.stdout


def test_an_unknown_defect_is_named() -> None:
    done = harness_in(Path.cwd())("selftest", "--defect", "serch-down")

    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == 'unknown defect "serch-down". Did you mean "search-down"?\n'


@pytest.mark.parametrize(
    ("verdict", "sentence", "detail", "complaint"),
    [
        ("broken", 'stopped at "Pay".', "It said no.", ""),
        ("fine", "", "", "judged fine: nothing was noticed."),
        ("site down", "Gone.", "No answer.", "judged site down: Gone. No answer."),
        (
            "broken",
            'stopped at "Look".',
            "It said no.",
            'the right verdict at the wrong step; "Pay" was expected: stopped at "Look".',
        ),
        (
            "broken",
            'stopped at "Pay".',
            "Something.",
            "the right verdict in other words; expected: said no Said: Something.",
        ),
    ],
)
def test_verdict_step_and_words_must_all_be_right(
    verdict: str, sentence: str, detail: str, complaint: str
) -> None:
    findings = [{"sentence": sentence, "detail": detail}] if sentence else []
    visit = {"verdict": verdict, "findings": findings}

    assert _complaint(visit, Found("buy/x", "broken", "Pay", "said no")) == complaint


@pytest.mark.parametrize(
    ("kind", "step", "complaint"),
    [
        ("long wait", 1, ""),
        ("dead click", 1, 'no long wait at "Pay" with these words: very long Said: It took very long.'),
        ("long wait", 0, 'no long wait at "Pay" with these words: very long Said: It took very long.'),
    ],
)
def test_of_what_only_makes_it_harder_kind_step_and_words_must_be_right(
    kind: str, step: int, complaint: str
) -> None:
    met = {"kind": kind, "step": step, "what": "It took very long."}
    effort = {"steps": [{"step": 0, "name": "Look"}, {"step": 1, "name": "Pay"}], "hassles": [met]}
    visit = {"verdict": "fine", "findings": [], "effort": effort}

    assert _complaint(visit, Found("buy/x", "fine", "Pay", "very long", hassle="long wait")) == complaint


def test_every_defect_and_every_journey_is_in_the_tables() -> None:
    root = journeys_root()
    journeys = {path.relative_to(root).with_suffix("").as_posix() for path in journey_paths(root)}

    assert set(FOUND) == set(TOUCHED) == set(DEFECTS)
    assert set(EVERYTHING) == journeys
    assert all(found.journey in TOUCHED[name][found.verdict] for name, found in FOUND.items())


def test_it_is_among_the_commands() -> None:
    assert "selftest" in COMMANDS
