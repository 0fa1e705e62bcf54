"""What earlier runs found of times is read back: what was over budget, and what could not be judged."""

from pathlib import Path

from harness.judge import Finding, FindingKind, Judgement, Verdict
from harness.judge.keeping import EARLIER_VISITS, keep_judgement, past_of


def found(kind: FindingKind, verdict: Verdict, fingerprint: str) -> Finding:
    return Finding(kind=kind, verdict=verdict, sentence="It was so.", fingerprint=fingerprint)


def keep(reports: Path, run: str, *findings: Finding) -> None:
    folder = reports / run / "visits" / "look"
    folder.mkdir(parents=True)
    (reports / run / "run.json").touch()
    keep_judgement(folder, Judgement(verdict=Verdict.FINE, findings=findings))


def test_both_are_read_newest_first_and_nothing_else(tmp_path: Path) -> None:
    keep(tmp_path, "1", found("slow step", Verdict.OVER_BUDGET, "slow"))
    keep(tmp_path, "2", found("machine busy", Verdict.FINE, "busy"))
    keep(tmp_path, "3", found("missing nicety", Verdict.FINE, "nicety"))
    assert past_of("look", run=tmp_path / "4") == [frozenset(), frozenset({"busy"}), frozenset({"slow"})]


def test_enough_visits_are_read_that_some_may_not_count(tmp_path: Path) -> None:
    for run in range(20):
        keep(tmp_path, f"{run:02}")
    assert len(past_of("look", run=tmp_path / "99")) == EARLIER_VISITS
