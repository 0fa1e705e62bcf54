"""A secret is typed and never written: not into a file of the run, not onto the terminal."""

import subprocess
import zipfile
from base64 import b64encode
from urllib.parse import quote, quote_plus

import pytest

from harness.shopper.secrets import MASK

from .conftest import MakeProject
from .project import SECRET, Outcome, Project

PASSWORD, NAME = "pass wörd/77&", "4000123412341234"
TYPED = {"TINY_PASSWORD": PASSWORD, "TINY_NAME": NAME}
BASIC = b64encode(f"{NAME}:{PASSWORD}".encode()).decode()  # as the shop's page sends it on
FORMS = (
    *(PASSWORD, quote(PASSWORD), quote(PASSWORD, safe=""), quote_plus(PASSWORD), NAME, "4000 1234 1234 1234"),
    *(BASIC[:20], BASIC[-20:]),
)
FAILS = SECRET.replace('heading "Welcome"', "${secret.TINY_NAME} has been here before")
USERS_PRINT = """
import os
import pytest

@pytest.fixture(autouse=True)
def careless(shopper):
    print("signing in as", os.environ["TINY_NAME"])
    yield
"""


@pytest.fixture(scope="module")
def project(make_project: MakeProject) -> Project:
    project = make_project({"journeys/find/fine.yaml": SECRET, "journeys/find/fails.yaml": FAILS})
    with (project.path / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(USERS_PRINT)
    return project


@pytest.fixture(scope="module", params=[pytest.param("short", marks=pytest.mark.long), "long"])
def outcome(project: Project, request: pytest.FixtureRequest) -> Outcome:
    wishes = ("--tracing=on", "--evidence=har") if request.param == "long" else ()
    return project.run(
        "journeys", f"--tb={request.param}", "--showlocals", "--junitxml=junit.xml", *wishes, environ=TYPED
    )


def leaks(text: str) -> list[str]:
    return [form for form in FORMS if form in text]


def test_the_visit_has_typed_it(outcome: Outcome) -> None:
    assert "1 failed, 1 passed" in outcome.text
    assert outcome.visits["find/fine"].ending == "walked"


def test_the_terminal_does_not_show_it(outcome: Outcome) -> None:
    assert leaks(outcome.text) == []


def test_no_file_holds_it(outcome: Outcome, project: Project) -> None:
    files = [path for path in project.path.rglob("*") if path.is_file() and path.name != "trace.zip"]
    found = {path.name: leaks(path.read_bytes().decode(errors="replace")) for path in files}

    assert len(found) > 10
    assert {name: forms for name, forms in found.items() if forms} == {}


def test_the_page_that_said_it_is_still_told(outcome: Outcome) -> None:
    trouble = outcome.visits["find/fails"].steps[0].trouble

    assert trouble
    assert trouble.target == "••••• has been here before"


def test_a_trace_holds_it_neither(outcome: Outcome) -> None:
    for trace in outcome.run.path.rglob("trace.zip"):
        with zipfile.ZipFile(trace) as entries:
            texts = [entries.read(name).decode(errors="replace") for name in entries.namelist()]
        assert leaks("".join(texts)) == []


def test_what_the_page_sends_on_is_in_the_har_without_it(
    outcome: Outcome, request: pytest.FixtureRequest
) -> None:
    hars = [file.read_text("utf-8") for file in outcome.run.path.rglob("*.har")]
    assert bool(hars) is (request.node.callspec.params["outcome"] == "long")
    assert all(f'"name":"Authorization","value":"{MASK}"' in har for har in hars)


PASSWORD_FILE = "TINY_PASSWORD=correct-horse\nTINY_NAME='Pat Doe'\n"


def test_env_file_and_command_provide_what_the_environment_does_not(make_project: MakeProject) -> None:
    project = make_project({"journeys/find/fine.yaml": SECRET, ".env": "TINY_NAME=Pat\n"})
    told = project.run("journeys", environ={"HARNESS_SECRET_COMMAND": "echo vault-of-{name}"})
    assert told.code == 0, told.text
    assert "vault-of-" not in "".join(file.read_text("utf-8") for file in told.run.path.rglob("*.jsonl"))


def test_an_env_file_in_git_ends_the_run(make_project: MakeProject) -> None:
    project = make_project({"journeys/find/fine.yaml": SECRET, ".env": PASSWORD_FILE})
    for words in (("init", "-q"), ("add", "-f", ".env")):
        subprocess.run(["git", *words], cwd=project.path, check=True)  # noqa: S607 -- whichever there is
    told = project.run("journeys")
    assert told.code == 3
    assert "is in git, where everybody with the repository reads its secrets." in told.text
    assert "git rm --cached .env" in told.text
