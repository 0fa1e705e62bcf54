"""Thirty nights whose history is lost in the middle: each is told as if it had not been."""

from pathlib import Path

from harness.history.book import history_place
from harness.history.history import open_history
from tests.findings.nights import Nights
from tests.findings.test_thirty_nights import decision, is_told, rows, shown

from .nights import remembered, written

LOST_ON = 15


def test_thirty_nights_are_told_alike_where_the_history_was_lost_between(reports: Path) -> None:
    shop = Nights()
    for number, outcomes, words, findings in rows():
        said = list(decision(number, words))
        for each in said:
            open_history(history_place("", reports), reports).decide(each)
        shop.walk(number, outcomes, said)
        run, judged, _ = shop.told[-1]
        visits = [(visit.model_copy(update={"started_at": run.started_at}), each) for visit, each in judged]
        kept = written(reports, run, visits)
        if number == LOST_ON:
            (reports / "history.sqlite").unlink()
        story = remembered(kept)

        told = ", ".join(shown(life, number) for life in story.lives if is_told(life))
        assert (number, told, story.problem) == (number, findings, "")
