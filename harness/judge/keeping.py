"""Judgements in, a small file beside each record out; and what earlier runs found over budget."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from harness.judge.model import Judgement
from harness.judge.speed import SLOW_OF_LAST, Past
from harness.judge.verdicts import Verdict

JUDGEMENT = "judgement.json"


def keep_judgement(folder: Path, judgement: Judgement) -> None:
    """Write a judgement into its visit's folder."""
    (folder / JUDGEMENT).write_text(judgement.model_dump_json(indent=1), encoding="utf-8")


def past_of(visit_id: str, *, run: Path) -> Past:
    """Return what was over budget in the same visit of the runs before this one, newest first."""
    earlier = sorted(
        (path.parent for path in run.parent.glob("*/run.json") if path.parent.name < run.name), reverse=True
    )
    found = _over_budget(folder / "visits" / visit_id / JUDGEMENT for folder in earlier)
    return [fingerprints for _, fingerprints in zip(range(SLOW_OF_LAST[1] - 1), found, strict=False)]


def _over_budget(files: Iterable[Path]) -> Iterator[frozenset[str]]:
    for file in files:
        try:
            judgement = Judgement.model_validate_json(file.read_text(encoding="utf-8"))
        except (OSError, ValidationError):  # that visit was not walked then, or not judged to its end
            continue
        slow = (f.fingerprint for f in judgement.findings if f.verdict is Verdict.OVER_BUDGET)
        yield frozenset(slow)
