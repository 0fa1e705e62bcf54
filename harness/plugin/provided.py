"""The folder of a project in, what its operator provides for its journeys out."""

import os
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from dotenv import dotenv_values

from harness.demo import DEMO_SECRETS
from harness.plugin.cannot_walk import CANNOT_WALK
from harness.shopper.providing import Provided

SECRET_COMMAND = "HARNESS_SECRET_COMMAND"  # noqa: S105 -- the name of a variable
DOT_ENV = ".env"


@cache
def provided_for(base: Path, *, embedded: bool) -> Provided:
    """Return where secrets come from: once for each folder, so that a vault is asked once for each.

    Args:
        base: The folder above the journeys, where `.env` lies.
        embedded: Whether the embedded shop is visited, whose secrets are known.

    Raises:
        pytest.exit.Exception: `.env` is in git, where everybody with the repository reads it.
    """
    kept = _dot_env(base / DOT_ENV)
    return Provided(
        environ=os.environ,
        dot_env={**DEMO_SECRETS, **kept} if embedded else kept,
        secret_command=os.environ.get(SECRET_COMMAND, ""),
    )


def _dot_env(file: Path) -> Mapping[str, str]:
    if not file.is_file():
        return {}
    if _is_in_git(file):
        pytest.exit(
            f"{file}: is in git, where everybody with the repository reads its secrets. Take it out with"
            f" git rm --cached {file.name}, add it to .gitignore, and change the secrets it held.",
            returncode=CANNOT_WALK,
        )
    values = dotenv_values(file, interpolate=False, encoding="utf-8")
    return {name: value for name, value in values.items() if value}


def _is_in_git(file: Path) -> bool:
    try:
        done = subprocess.run(
            ["git", "ls-files", "--error-unmatch", "--", file.name],  # noqa: S607 -- whichever git there is
            cwd=file.parent,
            capture_output=True,
            check=False,
            timeout=10,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False  # without git there is no repository that somebody else could read
    return done.returncode == 0
