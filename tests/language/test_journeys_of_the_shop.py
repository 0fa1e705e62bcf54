from harness.language.project import load_project

from .cases import TESTS


def test_the_journeys_of_the_embedded_shop_have_no_problems() -> None:
    project = load_project(TESTS.parent / "journeys")

    assert [str(problem) for problem in project.problems] == []
    assert len(project.journeys) >= 10
