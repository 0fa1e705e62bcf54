import json
import re
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import SITE, Harness, Walked, environment, harness_in, harness_without, write_project

SIGN_IN = """\
journey: Sign in
steps:
  - step: Search with her word
    do:
      - open: /search?q=shirt
      - fill: {Search: "${secret.NORTHFOLD_WORD}"}
    see:
      - heading "Search results"
"""
CANNOT_SET_OUT = """\
import pytest


@pytest.fixture(autouse=True)
def key():
    raise RuntimeError("no key to the shop")
"""


def test_a_line_for_each_visit_says_where_it_was_stopped(walked: Walked) -> None:
    _, done = walked

    assert done.returncode == 1
    assert "2 visits to Northfold at http://127.0.0.1:" in done.stdout
    assert re.search(
        r'^✗ Look for a shirt · laptop +\d+\.\d s\n  stopped at "Search for a shirt"\.',
        done.stdout,
        re.MULTILINE,
    )


def test_ends_with_what_customers_cannot_do_and_where_it_is_told(walked: Walked) -> None:
    folder, done = walked
    (page,) = folder.glob("reports/20*/index.html")

    assert '\nCustomers cannot look for a shirt: at "Search for a shirt", ' in done.stdout
    assert f"The page for everybody:    {page.relative_to(folder)}\n" in done.stdout
    assert re.search(r"^2 visits in .* s: 2 broken$", done.stdout, re.MULTILINE)
    assert f"  harness replay {page.parent.name}/find-shirt--laptop\n" in done.stdout


def test_a_pipe_gets_no_colors_and_nothing_on_standard_error(walked: Walked) -> None:
    _, done = walked

    assert "\x1b" not in done.stdout
    assert done.stderr == ""


def test_a_reader_that_goes_away_changes_neither_the_run_nor_its_exit_code(project: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "harness", "run", "-k", "laptop", "--report", "page"],
        cwd=project,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with running:
        assert running.stdout
        assert running.stderr
        first = running.stdout.readline()
        running.stdout.close()
        complaints = running.stderr.read()

    assert first.startswith("1 visit to Northfold at ")
    assert (running.returncode, complaints) == (0, "")
    assert len([*project.glob("reports/20*/index.html")]) == 1


def test_without_the_extra_several_workers_say_what_to_install(project: Path) -> None:
    done = harness_without("xdist", "run", "-n", "2", folder=project)

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        "walking several visits at once needs pytest-xdist, which is not installed. Type:"
        ' pip install "mystery-shopper[parallel]"\n'
    )


def test_a_missing_secret_is_named_with_what_to_type(tmp_path: Path) -> None:
    harness = harness_in(write_project(tmp_path, journey=SIGN_IN))

    done = harness("run", "-k", "laptop", "--report", "none")

    assert done.returncode == 3
    assert (
        '\n  "Sign in" could not be judged: a value was not provided. The journey needs'
        ' "${secret.NORTHFOLD_WORD}", and the environment variable NORTHFOLD_WORD is not set.'
        " Set it for this run: export NORTHFOLD_WORD=... Or write it into .env beside the journeys.\n"
    ) in done.stdout


def test_why_a_visit_could_not_set_out_is_told(project: Path, harness: Harness) -> None:
    (project / "conftest.py").write_text(CANNOT_SET_OUT)

    done = harness("run", "-k", "laptop", "--report", "none")

    assert done.returncode == 3
    assert (
        '\n  "Look for a shirt" was not judged: the shopper could not set out.'
        " RuntimeError: no key to the shop\n"
    ) in done.stdout


def test_json_has_every_visit_with_its_verdict(harness: Harness) -> None:
    done = harness("run", "--json", "-k", "laptop", "--report", "page")
    told = json.loads(done.stdout)

    assert (done.returncode, told["exit_code"]) == (0, 0)
    assert [(each["id"], each["verdict"], each["turn"]) for each in told["visits"]] == [
        ("find-shirt--laptop", "fine", "nobody")
    ]
    assert Path(told["reports"]["page"]).is_file()
    assert "test session starts" not in done.stderr
    assert "✓ Look for a shirt · laptop" in done.stderr


def test_a_faulty_file_does_not_keep_the_others_from_being_walked(project: Path, harness: Harness) -> None:
    (project / "journeys" / "find" / "faulty.yaml").write_text("journey: [\n")

    done = harness("run", "-k", "laptop or faulty", "--report", "page")

    assert done.returncode == 4
    assert "! this file cannot be walked:\n  journeys/find/faulty.yaml:1:10: a bracket" in done.stdout
    assert "✓ Look for a shirt · laptop" in done.stdout
    assert "1 fine, 1 faulty file\n" in done.stdout


def test_a_shop_that_is_down_at_the_start_is_told_as_such(tmp_path: Path) -> None:
    site = SITE.replace("demo", "http://127.0.0.1:9")
    harness = harness_in(write_project(tmp_path, site=site))

    done = harness("run", "-k", "laptop", "--report", "page")

    assert done.returncode == 1
    assert "Northfold is down: customers see no shop at all." in done.stdout
    assert "\nCustomers cannot reach Northfold.\n" in done.stdout


def test_settings_of_the_projects_own_tests_do_not_matter(walked: Walked) -> None:
    folder, done = walked

    assert "--no-such-option -m never" in (folder / "pytest.ini").read_text()
    assert "2 visits" in done.stdout


def test_two_workers_show_the_same_lines(harness: Harness) -> None:
    done = harness("run", "-n", "2", "--report", "none")

    assert done.returncode == 0, done.stdout
    assert "✓ Look for a shirt · laptop" in done.stdout
    assert "✓ Look for a shirt · phone" in done.stdout


def test_verbose_adds_the_lines_of_yaml(walked: Walked) -> None:
    _, done = walked

    assert "\nFor developers\n" in done.stdout
    assert " |       - open: /search?q=shirt\n" in done.stdout


def test_nothing_that_fits_is_nothing_proven(harness: Harness) -> None:
    done = harness("run", "-k", "trousers")

    assert done.returncode == 5
    assert done.stdout == (
        "nothing was walked. No journey fits what was chosen. Take a look at -k, -m and the paths.\n"
    )


def test_a_stage_without_journeys_is_nothing_proven(harness: Harness) -> None:
    done = harness("run", "--stage", "leave")

    assert (done.returncode, done.stdout) == (
        5,
        "nothing was walked. No journey fits --stage leave. Type harness list to see what there is.\n",
    )


def test_no_browser_is_one_clear_line(harness: Harness) -> None:
    done = harness("run", HARNESS_BROWSER="/nowhere")

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(
        'HARNESS_BROWSER is "/nowhere", which is no program. Give the path of a browser'
    )
    assert done.stderr.count("\n") == 1


def test_a_reports_folder_that_cannot_be_written_is_one_clear_line(project: Path, harness: Harness) -> None:
    (project / "taken").write_text("a file")

    done = harness("run", "--reports", "taken/reports")

    assert (done.returncode, done.stdout) == (3, "")
    assert "taken cannot be written (Not a directory)." in done.stderr
    assert "Traceback" not in done.stderr


def test_what_pytest_does_not_know_is_told_in_its_words(harness: Harness) -> None:
    done = harness("run", "--", "--no-such-option")

    assert done.returncode == 4
    assert "unrecognized arguments: --no-such-option" in done.stdout
