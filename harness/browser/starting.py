"""An executable in, its version out, or why it does not start."""

import re
import subprocess
from pathlib import Path

from harness.browser.complaint import complaint_in
from harness.browser.found import Missing
from harness.browser.memory import file_identity, recall, remember

TIMEOUT_S = 15
VERSION = re.compile(r"\d+(?:\.\d+)+")


def ask_version(executable: Path) -> str | Missing:
    """Start `executable --version` once; the answer is remembered until the file changes.

    This also finds out what no look at a folder can: a browser without its system libraries does not start.
    """
    question = file_identity(executable)
    if isinstance(known := recall("version", question), str):
        return known
    answer = _run(executable)
    if isinstance(answer, str):
        remember("version", question, answer)
    return answer


def _run(executable: Path) -> str | Missing:
    try:
        done = subprocess.run(
            [executable, "--version"],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=TIMEOUT_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Missing(f"{executable} did not tell its version within {TIMEOUT_S} s")
    except OSError as problem:
        return Missing(f"{executable} does not start ({problem.strerror})")
    version = VERSION.search(done.stdout)
    if done.returncode == 0 and version:
        return version.group()
    return Missing(f"{executable} does not start ({complaint_in(done.stderr or done.stdout)})")
