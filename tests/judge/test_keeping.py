"""What earlier runs found of times is read back: what was over budget, and what could not be judged."""

import json
from pathlib import Path
from typing import Any

import pytest

from harness.judge import Finding, FindingKind, Judgement, Verdict
from harness.judge.comparable import walked_with
from harness.judge.keeping import TIMES_THE_WINDOW, keep_judgement, past_of
from harness.record import BrowserFacts, PersonaFacts, VisitRecord

from .visits import visit

HEADLESS = BrowserFacts(
    engine="chromium",
    kind="chromium-headless-shell",
    version="156.0.1",
    viewport_width_px=1280,
    viewport_height_px=800,
)
VISIT = visit(browser=HEADLESS)


def found(kind: FindingKind, verdict: Verdict, fingerprint: str) -> Finding:
    return Finding(kind=kind, verdict=verdict, sentence="It was so.", fingerprint=fingerprint)


def keep(reports: Path, run: str, *findings: Finding, of: VisitRecord = VISIT, replays: str = "") -> None:
    folder = reports / run / "visits" / of.id
    folder.mkdir(parents=True)
    (reports / run / "run.json").write_text(json.dumps({"replays": replays}), encoding="utf-8")
    judgement = Judgement(
        verdict=Verdict.FINE, findings=findings, walked_with=walked_with(of), timed=("Apply the code",)
    )
    keep_judgement(folder, judgement)


def test_both_are_read_newest_first_and_nothing_else(tmp_path: Path) -> None:
    keep(tmp_path, "1", found("slow step", Verdict.OVER_BUDGET, "slow"))
    keep(tmp_path, "2", found("machine busy", Verdict.FINE, "busy"))
    keep(tmp_path, "3", found("missing nicety", Verdict.FINE, "nicety"))
    past = past_of(VISIT, run=tmp_path / "4")
    assert [earlier.found for earlier in past] == [frozenset(), frozenset({"busy"}), frozenset({"slow"})]
    assert past[0].timed == {"Apply the code"}


def test_enough_visits_are_read_that_some_may_not_count(tmp_path: Path) -> None:
    for run in range(20):
        keep(tmp_path, f"{run:02}")
    assert len(past_of(VISIT, run=tmp_path / "99")) == TIMES_THE_WINDOW * VISIT.budgets.slow_when.visits


def test_runs_of_other_visits_and_visits_walked_again_by_hand_push_none_out(tmp_path: Path) -> None:
    keep(tmp_path, "000")
    for run in range(1, 100):
        keep(tmp_path, f"{run:03}", of=visit(id="another", browser=HEADLESS))
    keep(tmp_path, "100", replays=VISIT.id)
    assert len(past_of(VISIT, run=tmp_path / "101")) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"browser": HEADLESS.model_copy(update={"version": "157.0.1"})},
        {"browser": HEADLESS.model_copy(update={"kind": "chromium"})},
        {"persona": PersonaFacts(id="shopper", who="A shopper", locale="en-US", network="slow4g")},
        {"persona": PersonaFacts(id="shopper", who="A shopper", locale="en-US", cpu=4)},
        {"persona": PersonaFacts(id="shopper", who="A shopper", locale="en-US", device="Pixel 7")},
    ],
    ids=["major version", "kind of browser", "network", "cpu", "device"],
)
def test_a_visit_with_another_browser_or_setting_does_not_count(
    other: dict[str, Any], tmp_path: Path
) -> None:
    keep(tmp_path, "1", of=VISIT.model_copy(update=other))
    keep(tmp_path, "2", of=visit(browser=HEADLESS.model_copy(update={"version": "156.9"})))
    assert len(past_of(VISIT, run=tmp_path / "3")) == 1
