"""Journeys and a defect in, what one real run of `harness` found out, as its `--json` tells it.

Each run is a process of its own, with the commands, the plugin and the judge that a user has: what is proven
is the whole, not its parts.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LIMIT_S = 600
ALONE = ("-c", os.devnull, "--rootdir=.", "--noconftest", "-p", "no:cacheprovider")
"""Settings of the folder we are in have nothing to do with the shopper's own proof."""
SEEN = ("--evidence=none", "--evidence=page text")
"""Some hassles are read off the text of the page; nothing is walked a second time."""


class CannotWalkError(Exception):
    """Nothing was walked; the text is one sentence that says why."""


@dataclass(frozen=True)
class Walks:
    """Runs of `harness` for the sake of proof.

    Args:
        folder: Where they are run and recorded, one folder a run.
        rest: More words for pytest.
    """

    folder: Path
    rest: tuple[str, ...] = ()

    def walk(self, paths: Sequence[str], *, defect: str = "") -> list[dict[str, Any]]:
        """Walk and return the visits.

        Raises:
            CannotWalkError: There is no browser, no shop, or the run said nothing.
        """
        place = self.folder / (defect or "clean")
        place.mkdir(parents=True)
        options = ["--json", "--report=none", *SEEN, f"--reports={place / 'reports'}", "--site="]
        options += [f"--defect={defect}"] if defect else []
        command = [sys.executable, "-m", "harness", "run", *paths, *options, "--", *ALONE, *self.rest]
        try:
            done = subprocess.run(
                command, cwd=place, capture_output=True, text=True, timeout=LIMIT_S, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise CannotWalkError(f"no end came within {LIMIT_S // 60} minutes.") from error
        return _visits(done)


def _visits(done: "subprocess.CompletedProcess[str]") -> list[dict[str, Any]]:
    try:
        told = json.loads(done.stdout)
    except json.JSONDecodeError as error:
        said = done.stderr.strip().splitlines() or ["nothing was said."]
        raise CannotWalkError(said[-1]) from error
    visits: list[dict[str, Any]] = told["visits"]
    if not visits:
        raise CannotWalkError(told["problem"] or "no visit was walked.")
    return visits
