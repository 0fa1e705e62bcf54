"""Which files are tests, how often, and what a file that cannot be read says."""

import pytest

from .conftest import MakeProject
from .project import BARE, BROKEN, FAULTY, FINE, UNWATCHED, Outcome, Project

PART = """
part: Open the shop
steps:
  - step: Open the shop
    do:
      - open: /
    see:
      - heading "Tiny shop"
"""
USER = """
journey: Use a part
steps:
  - use: Open the shop
  - step: Look
    see:
      - Total
"""
PERSONAS = """
personas:
  anna:
    who: Anna, who looks around
"""
FILES = {
    "journeys/find/fine.yaml": FINE,
    "journeys/find/broken.yaml": BROKEN,
    "journeys/find/user.yml": USER,
    "journeys/parts/open.yaml": PART,
    "journeys/personas.yaml": PERSONAS,
    "journeys/.hidden/not-this.yaml": FAULTY,
    "deploy/other.yaml": "kind: Deployment\n",
    "test_ordinary.py": "def test_ordinary(): pass\n",
}
ALL = [
    "journeys/find/broken.yaml::Find the sale[anna]",
    "journeys/find/fine.yaml::Look at the shop[anna]",
    "journeys/find/user.yml::Use a part[anna]",
]
SITE_PROBLEM = 'journeys/site.yaml:2:1: unknown key "lokale" in the site file. Did you mean "locale"?'


def collected(project: Project, *arguments: str) -> list[str]:
    lines = project.run("--collect-only", "-q", *arguments).text.splitlines()
    return sorted(line for line in lines if "::" in line)


def told_times(outcome: Outcome, message: str) -> int:
    failures, _, _ = outcome.text.partition("short test summary info")
    return failures.count(message)


@pytest.fixture(scope="module")
def project(make_project: MakeProject) -> Project:
    return make_project(FILES)


def test_every_journey_is_a_test_nothing_else_is_and_collecting_writes_nothing(project: Project) -> None:
    assert collected(project, ".") == [*ALL, "test_ordinary.py::test_ordinary"]
    assert not (project.path / "reports").exists()


def test_a_journey_named_twice_is_one_test(project: Project) -> None:
    assert collected(project, "journeys", "journeys/find/fine.yaml", "journeys/find") == ALL


@pytest.fixture(scope="module")
def unreadable(make_project: MakeProject) -> Outcome:
    """A journey that can be walked, and three files that nobody can read."""
    files = {"fine": FINE, "faulty": FAULTY, "last-empty": ""}
    project = make_project({f"journeys/find/{name}.yaml": text for name, text in files.items()})
    (project.path / "journeys/find/last-binary.yaml").write_bytes(b"\x00\xff\xfe")
    return project.run("journeys", *UNWATCHED)


def test_a_faulty_file_is_one_failing_test_with_its_exact_message(unreadable: Outcome) -> None:
    _, _, told = unreadable.text.partition("FAILURES")

    assert unreadable.code == 4
    assert told.splitlines()[2:6] == [
        'journeys/find/faulty.yaml:5:9: unknown verb "oppen". Did you mean "open"?',
        "      4 |     do:",
        "  >   5 |       - oppen: /",
        "                  ^",
    ]


def test_a_faulty_file_is_in_the_record_and_on_the_page(unreadable: Outcome) -> None:
    faulty, *_ = unreadable.run.read_run().faulty_files

    assert faulty.file == "journeys/find/faulty.yaml"
    assert "journeys/find/faulty.yaml" in unreadable.run.cx_page.read_text(encoding="utf-8")


def test_choosing_by_tag_does_not_hide_a_file_that_nobody_can_read(make_project: MakeProject) -> None:
    project = make_project({"journeys/find/sale.yaml": BROKEN, "journeys/find/faulty.yaml": FAULTY})

    assert collected(project, "-m", "sale") == [
        "journeys/find/faulty.yaml::faulty",
        "journeys/find/sale.yaml::Find the sale[shopper]",
    ]


def test_visits_are_chosen_by_what_journeys_say(project: Project) -> None:
    assert collected(project, ".", "--stage", "find", "--persona", "anna", "--tag", "sale") == [ALL[0]]


def test_a_word_that_no_journey_says_is_refused_before_anything_is_walked(make_project: MakeProject) -> None:
    project = make_project({"journeys/find/fine.yaml": FINE, "journeys/find/sale.yaml": BROKEN})

    outcome = project.run("journeys", "--tag", "sael")

    assert outcome.code == 4
    assert 'no journey here has the tag "sael". Did you mean "sale"?' in outcome.text
    assert not (project.path / "reports").exists()


def test_choosing_does_not_hide_a_file_that_nobody_can_read(make_project: MakeProject) -> None:
    project = make_project({"journeys/find/sale.yaml": BROKEN, "journeys/find/faulty.yaml": FAULTY})

    assert collected(project, "--severity", "trivial") == ["journeys/find/faulty.yaml::faulty"]


@pytest.fixture(scope="module")
def faulty_site(make_project: MakeProject) -> Project:
    return make_project(FILES, lokale="en-US")


@pytest.fixture(scope="module")
def stopped(faulty_site: Project) -> Outcome:
    return faulty_site.run("journeys")


def test_a_faulty_site_file_is_told_once_and_stops_every_journey(stopped: Outcome) -> None:
    assert stopped.code == 4
    assert told_times(stopped, SITE_PROBLEM) == 1
    assert "1 failed, 3 skipped" in stopped.text
    assert "\nnot walked for it: journeys/find/broken.yaml, journeys/find/fine.yaml, " in stopped.text


def test_a_faulty_site_file_names_the_journeys_it_stops(stopped: Outcome) -> None:
    (faulty,) = stopped.run.read_run().faulty_files

    assert faulty.file == "journeys/site.yaml"
    assert faulty.problems[-1] == (
        "not walked for it: journeys/find/broken.yaml, journeys/find/fine.yaml, journeys/find/user.yml"
    )


def test_one_journey_alone_tells_what_is_wrong_with_its_site(faulty_site: Project) -> None:
    outcome = faulty_site.run("journeys/find/fine.yaml")

    assert (outcome.code, told_times(outcome, SITE_PROBLEM)) == (4, 1)


def test_a_faulty_site_is_never_silently_green(faulty_site: Project) -> None:
    chosen = faulty_site.run("journeys", "-k", "fine")

    assert (chosen.code, told_times(chosen, SITE_PROBLEM)) == (4, 1)


def test_faulty_personas_are_told_once(make_project: MakeProject) -> None:
    project = make_project({**FILES, "journeys/personas.yaml": PERSONAS.replace("who:", "whom:")})
    outcome = project.run("journeys")

    assert outcome.code == 4
    assert told_times(outcome, 'unknown key "whom"') == 1
    assert "1 failed, 3 skipped" in outcome.text


def test_a_faulty_part_fails_once_itself_and_stops_only_its_users(make_project: MakeProject) -> None:
    project = make_project({**FILES, "journeys/parts/open.yaml": PART.replace("do:", "du:")})
    outcome = project.run("journeys", "-k", "not sale", *BARE)

    assert outcome.code == 4
    assert "2 failed, 1 passed" in outcome.text
    assert told_times(outcome, 'unknown key "du"') == 1
    assert (
        'part "Open the shop" has problems of its own. Mend it first: journeys/parts/open.yaml'
        in outcome.text
    )


def test_binary_and_empty_files_stop_nobody_else(unreadable: Outcome) -> None:
    assert unreadable.code == 4
    assert "3 failed, 1 passed" in unreadable.text
    assert "INTERNALERROR" not in unreadable.text
