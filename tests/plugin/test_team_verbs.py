"""A team's own verbs work under plain pytest, saved as tests, and in the workers of a parallel run."""

import pytest

from harness.compile.source import compile_journey
from harness.language.project import load_project

from .conftest import MakeProject
from .project import PATIENCE, Outcome, Project

VERBS = '''
from harness import Acting, Clickable, verb


@verb("buy with {button}")
def buy_with(shopper: Acting, button: Clickable) -> None:
    """Buy what is on the page."""
    shopper.do("click", button)
    shopper.do("see", "In your basket")
'''
IN_CONFTEST = '''
from harness import Acting, Text, verb


@verb("enter by {address}")
def enter(shopper: Acting, address: Text) -> None:
    """Go in by a link that came in a letter."""
    shopper.page.goto(shopper.page.url if address == "here" else address)
'''
BUYING = """
journey: Buy
steps:
  - step: Buy
    do:
      - open: /
      - buy with: Buy
    see:
      - In your basket
"""
ENTERING = """
journey: Enter
steps:
  - step: Enter
    do:
      - open: /
      - enter: here
    see:
      - heading "Tiny shop"
"""
FILES = {"journeys/buy/buying.yaml": BUYING, "journeys/buy/entering.yaml": ENTERING}


@pytest.fixture(scope="module")
def walked(make_project: MakeProject) -> Outcome:
    conftest = PATIENCE.format(patience_ms=2000) + IN_CONFTEST
    project: Project = make_project({"journeys/verbs.py": VERBS, "conftest.py": conftest, **FILES})
    buying = load_project(project.path / "journeys").journeys[0]
    project.write({"test_saved.py": compile_journey(buying, {}).source})
    return project.run("journeys", "test_saved.py", "-n", "1")


def test_own_verbs_are_walked_from_yaml_and_from_saved_tests_by_a_worker(walked: Outcome) -> None:
    assert walked.code == 0, walked.text
    assert "3 passed" in walked.text
    assert walked.visits["buy/entering"].steps[0].actions[1].sentence == 'enter by "here"'


def test_faulty_verbs_are_one_failing_test_and_each_journey_that_needs_them_says_so(
    make_project: MakeProject,
) -> None:
    project = make_project({"journeys/verbs.py": f"{VERBS}\nnonsense\n", "journeys/buy/buying.yaml": BUYING})

    outcome = project.run("journeys")

    assert outcome.code == 4, outcome.text
    assert (
        "journeys/verbs.py:10:1: it stops here with NameError: name 'nonsense' is not defined."
        in outcome.text
    )
    assert 'verb "buy with" is not known as long as journeys/verbs.py:10 has a problem.' in outcome.text
    assert "2 failed" in outcome.text
