import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import Harness, environment


def test_the_printed_test_passes_under_plain_pytest(project: Path, harness: Harness) -> None:
    done = harness("compile", "journeys/find/shirt.yaml")
    (project / "test_shirt.py").write_text(done.stdout)

    walked = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "test_shirt.py", "-k", "laptop", "--report", "none"],
        cwd=project,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert walked.returncode == 0, walked.stdout
    assert "1 passed, 1 deselected" in walked.stdout


def test_a_faulty_journey_is_refused_on_standard_error(project: Path, harness: Harness) -> None:
    (project / "journeys" / "find" / "faulty.yaml").write_text("journey: [\n")

    done = harness("compile", "journeys/find/faulty.yaml")

    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith(
        "journeys/find/faulty.yaml:1:10: a bracket is opened here and never closed."
    )


def test_a_file_that_is_no_journey_is_refused(harness: Harness) -> None:
    done = harness("compile", "journeys/site.yaml")

    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        "journeys/site.yaml: this is no journey. Name a journey's YAML file, or a folder of them.\n"
    )
