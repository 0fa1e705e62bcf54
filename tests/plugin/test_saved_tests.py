"""A compiled journey saved as a file is an ordinary test that walks what the journey asks for."""

from pathlib import Path

import pytest

from harness.compile.source import compile_journey
from harness.language.project import load_project
from harness.record import VisitRecord

from .conftest import MakeProject
from .project import BARE, Outcome, Project

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
    """A saved test, and beside it a journey that fails in a part."""
    project.write({"test_awkward.py": source_of(project, "find/awkward")})
    return project.run("test_awkward.py", "journeys/find/fails.yaml", *BARE)


def test_it_walks_each_row_with_each_persona(saved: Outcome) -> None:
    assert "1 failed, 4 passed" in saved.text, saved.text
    assert sorted((visit.persona.id, visit.row["page"]) for visit in awkward(saved)) == [
        ("anna", "/"),
        ("anna", "/help"),
        ("bert", "/"),
        ("bert", "/help"),
    ]


def test_a_part_used_twice_is_walked_twice(saved: Outcome) -> None:
    assert [len(visit.steps) for visit in awkward(saved)] == [2, 2, 2, 2]


def awkward(saved: Outcome) -> list[VisitRecord]:
    return [visit for visit in saved.run.read_visits() if visit.journey.id == "find/awkward"]


def test_outside_the_project_it_is_found_from_where_pytest_is_started(
    project: Project, tmp_path: Path
) -> None:
    (tmp_path / "test_awkward.py").write_text(source_of(project, "find/awkward"), encoding="utf-8")
    outcome = project.run(
        str(tmp_path / "test_awkward.py"), "-k", "anna and help", "--reports", "reports", *BARE
    )

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


def test_a_failure_in_a_part_is_told_at_the_line_of_the_part(saved: Outcome) -> None:
    assert 'journeys/parts/class.yaml:7: at "Open the shop"' in saved.text
    assert '  >   7 |       - heading "${heading}"' in saved.text


def test_cleanup_is_walked_after_the_failure(saved: Outcome) -> None:
    steps = saved.visits["find/fails"].steps

    assert [(step.name, step.outcome, step.part) for step in steps] == [
        ("Open the shop", "failed", "class"),
        ("Put it back", "passed", "cleanup"),
    ]


TWO_STEPS = """
journey: Look and go on
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


@pytest.fixture(scope="module")
def proving_less(make_project: MakeProject) -> Outcome:
    """Two saved tests: the checks of one are gone, the last step of the other."""
    names = ("unchecked", "shortened")
    project = make_project({f"journeys/find/{name}.yaml": two_steps(name) for name in names})
    unchecked, shortened = (source_of(project, f"find/{name}").splitlines() for name in names)
    last_step = ("/help", "Help", "Ask")
    without_checks = (line for line in unchecked if "shopper.see(" not in line)
    without_step = (line for line in shortened if not any(word in line for word in last_step))
    project.write({"test_1.py": "\n".join(without_checks), "test_2.py": "\n".join(without_step)})
    return project.run("test_1.py", "test_2.py", *BARE)


def two_steps(name: str) -> str:
    return TWO_STEPS.replace("Look and go on", f"Look, {name}")


def test_a_saved_test_that_proves_less_than_its_journey_does_not_pass(proving_less: Outcome) -> None:
    assert proving_less.code == 4, proving_less.text
    assert '"Look, unchecked" proved nothing: no outcome was checked.' in proving_less.text
    assert '"Look, shortened" proved nothing: it ended before "Ask".' in proving_less.text
    assert set(proving_less.allure.values()) == {"broken"}
