"""A compiled journey saved as a file is an ordinary test that walks what the journey asks for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.compile.source import compile_journey
from harness.language.project import load_project

from .conftest import MakeProject
from .project import Outcome, Project

PERSONAS = """
personas:
  anna: {who: Anna}
  bert: {who: Bert}
"""
PART = """
part: class
steps:
  - step: Open the shop
    do:
      - open: ${page}
    see:
      - heading "${heading}"
needs: [page, heading]
"""
AWKWARD = r'''
journey: 'Say "größer" in C:\new and """three""" {{ quotes }}'
why: 'Some say "it''s \N{BULLET} fine"'
personas: [anna, bert]
for each:
  - {page: /, heading: Tiny shop}
  - {page: /help, heading: Help}
steps:
  - use: class
    with: {page: "${page}", heading: "${heading}"}
  - use: class
    with: {page: "${page}", heading: "${heading}"}
'''
FAILS = """
journey: Stop in a part
steps:
  - use: class
    with: {page: /help, heading: Elsewhere}
cleanup:
  - step: Put it back
    do:
      - open: /
    see:
      - heading "Tiny shop"
"""


def source_of(project: Project, journey_id: str) -> str:
    loaded = load_project(project.path / "journeys")
    assert loaded.problems == ()
    (journey,) = (journey for journey in loaded.journeys if journey.id == journey_id)
    return compile_journey(journey, loaded.parts).source


@pytest.fixture(scope="module")
def project(make_project: MakeProject) -> Project:
    return make_project(
        {
            "journeys/personas.yaml": PERSONAS,
            "journeys/parts/class.yaml": PART,
            "journeys/find/awkward.yaml": AWKWARD,
            "journeys/find/fails.yaml": FAILS,
        }
    )


@pytest.fixture(scope="module")
def saved(project: Project) -> Outcome:
    project.write({"test_awkward.py": source_of(project, "find/awkward")})
    return project.run("test_awkward.py")


def test_it_walks_each_row_with_each_persona(saved: Outcome) -> None:
    assert saved.code == 0, saved.text
    assert "4 passed" in saved.text
    assert sorted((v.persona.id, v.row["page"]) for v in saved.run.read_visits()) == [
        ("anna", "/"),
        ("anna", "/help"),
        ("bert", "/"),
        ("bert", "/help"),
    ]


def test_a_part_used_twice_is_walked_twice(saved: Outcome) -> None:
    assert [len(visit.steps) for visit in saved.run.read_visits()] == [2, 2, 2, 2]


def test_outside_the_project_it_is_found_from_where_pytest_is_started(
    project: Project, tmp_path: Path
) -> None:
    (tmp_path / "test_awkward.py").write_text(source_of(project, "find/awkward"), encoding="utf-8")
    outcome = project.run(str(tmp_path / "test_awkward.py"), "-k", "anna and help", "--reports", "reports")

    assert outcome.code == 0, outcome.text
    assert "1 passed, 3 deselected" in outcome.text


def test_where_its_journey_is_not_it_says_so_and_stops_nobody_else(project: Project, tmp_path: Path) -> None:
    (tmp_path / "test_awkward.py").write_text(source_of(project, "find/awkward"), encoding="utf-8")
    (tmp_path / "test_other.py").write_text("def test_other(): pass\n", encoding="utf-8")
    outcome = project.run(".", cwd=tmp_path)

    assert outcome.code == 4, outcome.text
    assert "1 passed, 1 error" in outcome.text
    assert 'test_awkward.py: the journey "journeys/find/awkward.yaml" is not here.' in outcome.text
    assert "Traceback" not in outcome.text


@pytest.fixture(scope="module")
def failing(project: Project) -> Outcome:
    return project.run("journeys/find/fails.yaml")


def test_a_failure_in_a_part_is_told_at_the_line_of_the_part(failing: Outcome) -> None:
    assert 'journeys/parts/class.yaml:7: at "Open the shop"' in failing.text
    assert '  >   7 |       - heading "${heading}"' in failing.text


def test_cleanup_is_walked_after_the_failure(failing: Outcome) -> None:
    steps = failing.visits["find/fails"].steps

    assert [(step.name, step.outcome, step.part) for step in steps] == [
        ("Open the shop", "failed", "class"),
        ("Put it back", "passed", "cleanup"),
    ]


TWO_STEPS = """
journey: Look and ask
steps:
  - step: Open the shop
    do:
      - open: /
    see:
      - heading "Tiny shop"
  - step: Ask
    do:
      - open: /help
    see:
      - heading "Help"
"""


@pytest.mark.parametrize(
    ("keep", "told"),
    [
        (lambda line: "shopper.see(" not in line, "no outcome was checked."),
        (
            lambda line: "/help" not in line and "Help" not in line and "Ask" not in line,
            'it ended before "Ask".',
        ),
    ],
    ids=["its checks are gone", "its last step is gone"],
)
def test_a_saved_test_that_proves_less_than_its_journey_does_not_pass(
    make_project: MakeProject, keep: Callable[[str], bool], told: str
) -> None:
    project = make_project({"journeys/find/two.yaml": TWO_STEPS})
    lines = source_of(project, "find/two").splitlines()
    project.write({"test_two.py": "\n".join(line for line in lines if keep(line))})
    outcome = project.run("test_two.py")

    assert outcome.code == 4, outcome.text
    assert f'"Look and ask" proved nothing: {told}' in outcome.text
    assert outcome.allure == {"Look and ask · shopper": "broken"}
