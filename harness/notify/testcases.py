"""A run's visits and what is quarantined in, a line for each visit out, for files that list them all."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from harness.findings.quarantine import is_of, pardoned
from harness.judge import TURNS, Finding, Judgement
from harness.notify import words
from harness.notify.model import VisitLine
from harness.record import VisitRecord
from harness.reports.cx.tones import Judged
from harness.reports.cx.words import labels, sentences
from harness.reports.making import MadeReports

Outcome = Literal["passed", "failed", "error", "skipped"]
_OUTCOMES: Mapping[str, Outcome] = {
    "passed": "passed",
    "failed": "failed",
    "broken": "error",
    "unknown": "error",
    "skipped": "skipped",
}
"""Of a testcase, by Allure's words. What is only slow or annoying failed nothing."""


def visit_lines(made: MadeReports) -> Iterator[VisitLine]:
    """Yield all visits of a run; what is quarantined is skipped, as it does not decide how the run ends."""
    day, lives = made.run.started_at.date(), made.story.lives
    aside = pardoned(made.judged, lives, day, decides=_decides)
    quarantined = [life for life in lives if life.is_quarantined(day)]
    for visit, judgement in made.judged:
        days = [
            life.quarantined_until
            for life in quarantined
            for finding in judgement.findings
            if life.quarantined_until and is_of(life, visit, finding)
        ]
        yield _line((visit, judgement), min(days) if visit.id in aside else None)


def _decides(finding: Finding) -> bool:
    return bool(TURNS[finding.verdict].exit_code)


def _line(judged: Judged, aside_until: date | None) -> VisitLine:
    visit, judgement = judged
    finding = next(iter(judgement.findings), None)
    return VisitLine(
        journey=visit.journey.id,
        title=sentences.row_title(visit.journey.title, visit.row),
        who=visit.persona.who,
        file=visit.journey.place.file,
        line=_line_number(visit, finding.place if finding else ""),
        outcome="skipped" if aside_until else _outcome(judgement),
        verdict=labels.VERDICTS[judgement.verdict],
        headline=judgement.headline,
        detail=finding.detail if finding else visit.reason,
        action=finding.action if finding else "",
        note=words.set_aside(aside_until) if aside_until else "",
        seconds=visit.duration_ms / 1000,
    )


def _outcome(judgement: Judgement) -> Outcome:
    if judgement.turn.exit_code == 0 and judgement.turn.pytest_outcome == "passed":
        return "passed"
    return _OUTCOMES[judgement.turn.allure_status]


def _line_number(visit: VisitRecord, place: str) -> int:
    """Return the line of the journey that it is about; a part's line is none of the journey's."""
    file, _, line = place.partition(":")
    number = line.partition(":")[0]
    return int(number) if file == visit.journey.place.file and number.isdigit() else visit.journey.place.line
