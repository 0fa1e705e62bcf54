import json
import select
import signal
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import Harness, environment, harness_in
from tests.ctrl_c import hear_ctrl_c

FAULTY = (
    "journey: Look for a shirt\nsteps:\n  - step: Search\n    do:\n      - opn: /\n    see:\n      - Shirts\n"
)


def test_says_that_nothing_is_wrong(harness: Harness) -> None:
    done = harness("check")

    assert (done.returncode, done.stdout, done.stderr) == (0, "1 journey, no problem\n", "")


def test_tells_each_problem_at_its_place_and_ends_with_4(project: Path, harness: Harness) -> None:
    (project / "journeys" / "find" / "faulty.yaml").write_text(FAULTY)

    done = harness("check")

    assert done.returncode == 4
    assert 'journeys/find/faulty.yaml:5:9: unknown verb "opn". Did you mean "open"?' in done.stdout
    assert "  >   5 |       - opn: /\n" in done.stdout
    assert done.stdout.endswith("2 journeys, 1 problem in 1 file\n")


def test_tells_only_what_concerns_the_chosen_file(project: Path, harness: Harness) -> None:
    (project / "journeys" / "find" / "faulty.yaml").write_text(FAULTY)

    done = harness("check", "journeys/find/shirt.yaml")

    assert (done.returncode, done.stdout) == (0, "1 journey, no problem\n")


def test_tells_the_same_as_json(project: Path, harness: Harness) -> None:
    (project / "journeys" / "find" / "faulty.yaml").write_text(FAULTY)

    done = harness("check", "--json")

    assert json.loads(done.stdout) == {
        "journeys": 2,
        "advice": [],
        "problems": [
            {
                "file": "journeys/find/faulty.yaml",
                "line": 5,
                "column": 9,
                "message": 'unknown verb "opn". Did you mean "open"?',
            }
        ],
        "waiting": [],
    }


def test_a_mistake_in_a_part_is_told_once_and_who_waits_for_it_is_listed(
    project: Path, harness: Harness
) -> None:
    (project / "journeys" / "parts").mkdir()
    (project / "journeys" / "parts" / "look.yaml").write_text(FAULTY.replace("journey:", "part:"))
    user = "journey: Shirt\nsteps:\n  - use: Look for a shirt\n"
    (project / "journeys" / "find" / "user.yaml").write_text(user)

    done = harness("check")

    assert done.returncode == 4
    assert done.stdout.startswith('journeys/parts/look.yaml:5:9: unknown verb "opn". Did you mean "open"?\n')
    assert done.stdout.endswith(
        "2 journeys, 1 problem in 1 file; 1 file uses a part with problems,"
        " and is checked in full once it is mended: journeys/find/user.yaml\n"
    )
    assert json.loads(harness("check", "--json").stdout)["waiting"] == ["journeys/find/user.yaml"]


def test_finds_the_journeys_from_inside_their_folder(project: Path) -> None:
    assert harness_in(project / "journeys" / "find")("check").stdout == "1 journey, no problem\n"


def test_an_empty_folder_is_told_what_is_missing(tmp_path: Path) -> None:
    done = harness_in(tmp_path)("check")

    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        f"there are no journeys here: {tmp_path} has no journeys/site.yaml. Go to the folder that holds"
        " journeys/, or name it after the command. To see a run at once, type: harness demo\n"
    )


def test_a_folder_without_journeys_is_told_what_to_write(project: Path, harness: Harness) -> None:
    (project / "journeys" / "find" / "shirt.yaml").unlink()

    done = harness("check")

    assert done.returncode == 4
    assert done.stderr == (
        "journeys: no journey is in here. Write one: a YAML file that begins with"
        ' "journey: what the customer wants".\n'
    )


def test_a_path_that_is_not_there_is_told(project: Path, harness: Harness) -> None:
    done = harness("check", "jurneys")

    assert done.returncode == 4
    assert done.stderr == (
        f"jurneys: there is no such file or folder. Check the path; you are in {project}.\n"
    )


def test_imports_neither_pytest_nor_browser(project: Path) -> None:
    heavy = "{'pytest', '_pytest', 'playwright', 'allure_commons', 'jinja2', 'flask'}"
    asked = f"import sys, harness.cli; harness.cli.main(['check']); print({heavy} & set(sys.modules))"

    done = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=project,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "1 journey, no problem\nset()\n"


def test_advice_is_told_and_ends_with_4_only_when_asked(project: Path, harness: Harness) -> None:
    journey = project / "journeys" / "find" / "shirt.yaml"
    journey.write_text(journey.read_text().replace("owner: find-team\n", ""))

    mild, strict = harness("check"), harness("check", "--strict")

    assert (mild.returncode, strict.returncode) == (0, 4)
    assert mild.stdout == strict.stdout
    assert mild.stdout.startswith("journeys/find/shirt.yaml:1:1: advice no-owner: nobody is named who looks")
    assert mild.stdout.endswith("1 journey, no problem, 1 piece of advice\n")


def test_watching_checks_again_after_a_change_until_ctrl_c(project: Path) -> None:
    journey = project / "journeys" / "find" / "shirt.yaml"
    watching = subprocess.Popen(
        [sys.executable, "-m", "harness", "check", "--watch"],
        cwd=project,
        env=environment(),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_ctrl_c,  # noqa: PLW1509 -- it does one system call
    )
    with watching:
        try:
            assert watching.stdout
            assert watching.stdout.readline() == "1 journey, no problem\n"
            while not select.select([watching.stdout], [], [], 0.5)[0]:  # the watch begins a moment later
                written = project / "half-written"
                written.write_text(FAULTY)
                written.replace(journey)
            told = "".join(iter(watching.stdout.readline, "1 journey, 1 problem in 1 file\n"))
            watching.send_signal(signal.SIGINT)
            _, aside = watching.communicate(timeout=60)
        finally:
            watching.kill()

    assert 'journeys/find/shirt.yaml:5:9: unknown verb "opn"' in told
    assert set(aside.splitlines()) == {"Watching for changes. Stop with Ctrl-C."}
    assert watching.returncode == 0
