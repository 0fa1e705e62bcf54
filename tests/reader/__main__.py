"""Ten nights of the embedded shop in which something breaks in, the page that a reader gets of each out.

`python -m tests.reader FOLDER` walks the clean shop and ten broken ones, lets each have been good for four
nights and broken for the last three, and shares the page. Somebody who has never seen the project then reads
nothing else, and says what broke, for whom, since when and what to do (docs/trust.md tells how that went).
"""

import subprocess
import sys
from pathlib import Path

from tests.reader.nights import earlier

DEFECTS = (
    "promo-ignored",
    "button-is-a-div",
    "payment-hangs",
    "search-down",
    "total-grows",
    "return-fails",
    "popup-stuck",
    "account-forced",
    "delivery-endless",
    "site-down",
)
GOOD_NIGHTS = (7, 6, 5, 4)
BROKEN_NIGHTS = (2, 1, 0)
"""Nights ago; in the night between nobody walked."""


def harness(*asked: str) -> None:
    """Run a command of the harness, whatever it finds."""
    subprocess.run([sys.executable, "-m", "harness", *asked], check=False)


def walked(reports: Path, *asked: str) -> Path:
    """Walk the embedded shop and return the run's folder."""
    harness("demo", "--reports", str(reports), *asked)
    return (reports / "latest").resolve()


def main(into: Path) -> None:
    """Walk, move the nights apart, and share each page."""
    good = walked(into / "walked" / "clean")
    for number, defect in enumerate(DEFECTS, 1):
        broken = walked(into / "walked" / defect, "--defect", defect)
        reports = into / "nights" / defect
        reports.mkdir(parents=True)
        for run, nights in ((good, GOOD_NIGHTS), (broken, BROKEN_NIGHTS)):
            for ago in nights:
                last = earlier(run, reports, nights=ago)
        harness("history", "rebuild", "--reports", str(reports))
        harness(
            "report", last.name, "--reports", str(reports), "--share", str(into / "read" / f"{number:02}")
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
