"""Every journey with every defect on, then clean runs in a row: prints what was not as it should be.

python -m tests.soak [--clean 10] [--defect NAME ...]
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.demo.expected import EVERYTHING, TOUCHED

LIMIT_S = 600
CHECKOUT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Run:
    """The verdicts of one run, by journey; a journey with several visits has several."""

    verdicts: dict[str, set[str]]
    duration_s: float


def walk(defect: str | None, reports: Path) -> Run:
    """Walk every journey of this checkout once in a process of its own."""
    command = [sys.executable, "-m", "harness", "run", "journeys", "--json", "--report", "none"]
    command += ["--reports", str(reports), *(["--defect", defect] if defect else [])]
    began = time.monotonic()
    ended = subprocess.run(
        command, cwd=CHECKOUT, capture_output=True, text=True, timeout=LIMIT_S, check=False
    )
    verdicts: dict[str, set[str]] = {}
    for visit in json.loads(ended.stdout)["visits"]:
        verdicts.setdefault(visit["journey"], set()).add(visit["verdict"])
    return Run(verdicts, time.monotonic() - began)


def surprises(run: Run, defect: str | None) -> list[str]:
    """Return what is not as it should be, a line a journey."""
    touched = TOUCHED[defect] if defect else {}
    wanted = dict.fromkeys(EVERYTHING, "fine")
    wanted |= {journey: verdict for verdict, journeys in touched.items() for journey in journeys}
    found = {journey: ", ".join(sorted(run.verdicts.get(journey, {"not walked"}))) for journey in wanted}
    return [f"  {j}: {found[j]}, expected {wanted[j]}" for j in wanted if found[j] != wanted[j]]


def main(arguments: Sequence[str]) -> int:
    """Run the proofs that were asked for; 1 when anything was a surprise."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--clean", type=int, default=10, help="so many clean runs (default: 10)")
    parser.add_argument("--defect", action="append", choices=list(TOUCHED), help="only this defect")
    wanted = parser.parse_args(arguments)
    proofs: list[str | None] = [*(wanted.defect or TOUCHED), *[None] * wanted.clean]
    found = 0
    with tempfile.TemporaryDirectory() as reports:
        for defect in proofs:
            run = walk(defect, Path(reports))
            lines = surprises(run, defect)
            found += len(lines)
            name = defect or "no defect"
            print(f"{name:22} {run.duration_s:5.0f} s  {len(lines)} surprises", *lines, sep="\n", flush=True)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
