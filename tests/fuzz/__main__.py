"""Looks for a file that breaks what the language promises, led by coverage, until the time is over.

python -m tests.fuzz [--minutes 60] [--seed 1]      needs atheris: make fuzz installs it
"""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["harness"]):
    from tests.fuzz.mutating import LONGEST, slip
    from tests.fuzz.promise import Promise

TESTS = Path(__file__).parents[1]
SEEDS = sorted((*(TESTS / "good").glob("*.yaml"), *(TESTS / "bad").glob("*.yaml")))
ABOUT_EVERY_S = 60


class Hunt:
    """One hunt: counts what was tried, and keeps the file that broke the promise."""

    def __init__(self, folder: Path, kept: Path) -> None:
        self._promise = Promise(folder)
        self._kept = kept
        self._began = self._told = time.monotonic()
        self.tried = self.journeys = 0

    def try_one(self, content: bytes) -> None:
        """Try one file, as the fuzzer asks."""
        try:
            self.journeys += self._promise.check(content)
        except BaseException:
            self._kept.write_bytes(content)
            print(f"{self._kept} breaks the promise after {self}", flush=True)
            raise
        self.tried += 1
        if time.monotonic() - self._told > ABOUT_EVERY_S:
            self._told = time.monotonic()
            print(self, flush=True)

    def __str__(self) -> str:
        minutes = (time.monotonic() - self._began) / 60
        return f"{self.tried} files in {minutes:.0f} min, {self.journeys} of them journeys"


def _mutate(content: bytes, most: int, seed: int) -> bytes:
    """Make the next file: mostly by an author's slip, sometimes as the fuzzer itself would."""
    chance = random.Random(seed)  # noqa: S311 -- it chooses among slips
    changed = slip(content, chance) if chance.random() < 0.8 else atheris.Mutate(content, most)
    return changed[:most]


def _kept_in(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder / "fuzz-found.yaml"


def main() -> None:
    """Hunt until the time is over; the fuzzer ends the process itself."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        for seed in SEEDS:
            (corpus / seed.name).write_bytes(seed.read_bytes()[:LONGEST])
        hunt = Hunt(Path(folder), _kept_in(TESTS.parent / "build"))
        options = [
            f"-max_total_time={round(asked.minutes * 60)}",
            f"-max_len={LONGEST}",
            f"-seed={asked.seed}",
        ]
        atheris.Setup(
            [sys.argv[0], *options, "-verbosity=0", f"-artifact_prefix={folder}/", str(corpus)],
            hunt.try_one,
            custom_mutator=_mutate,
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
