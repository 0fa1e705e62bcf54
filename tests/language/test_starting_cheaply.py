import subprocess
import sys

from .cases import SURROUNDINGS

LOAD = """
import sys
from pathlib import Path
from harness.language.project import load_project

project = load_project(Path(sys.argv[1]))
heavy = {"playwright", "babel", "pydantic", "jinja2", "pytest", "flask"}
print(*sorted(heavy & set(sys.modules)))
"""


def test_loading_journeys_loads_no_browser_and_no_babel() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOAD, str(SURROUNDINGS)], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == []
