"""What earlier nights know goes into the story of a run, and nothing of later ones."""

from datetime import timedelta
from pathlib import Path

import pytest

from harness.findings.model import Decision
from harness.history.book import HistoryError, history_place
from harness.history.history import History, open_history
from harness.history.lines import is_experience
from harness.judge import Verdict
from harness.judge.comparable import walked_with
from harness.judge.effort.model import Effort
from tests.reports.cx.records import BEGAN, LAPTOP, PROMO, SEARCH, STEPS, broken, fine, slow, step, visit

from .nights import night, remembered, walked

CODE, LOOK = "buy-promo-code-first-time-phone", "find-search-first-time-phone"


def opened(asked: str, reports: Path) -> History:
    return open_history(history_place(asked, reports), reports)


def decision(number: int, *, hours: int, **said: str) -> Decision:
    return Decision(at=BEGAN + timedelta(hours=hours), by="ada", number=number, **said)  # type: ignore[arg-type]


def test_a_run_is_told_what_earlier_ones_know(reports: Path, asked: str) -> None:
    first = night(reports, 0, [fine(PROMO), fine(SEARCH)], asked=asked)
    night(reports, 1, [broken(PROMO), fine(SEARCH)], asked=asked)
    third = night(reports, 2, [broken(PROMO)], asked=asked)

    assert (first.previous_run, first.earlier, first.problem, first.notices) == (None, {}, "", ())
    assert (third.previous_run, third.previous_headline) == ("night-01", "night-01 it was.")
    (found,) = third.lives
    assert (found.number, found.change, found.runs_in_a_row) == (1, "again", 2)
    assert [(v.run_id, v.verdict) for v in third.earlier[CODE]] == [
        ("night-01", Verdict.BROKEN),
        ("night-00", Verdict.FINE),
    ]
    (last_good,) = third.good_ones(CODE)
    assert last_good.folder == reports / "night-00" / "visits" / CODE
    when = {touchpoint: (e.run_id, e.verdict) for touchpoint, e in third.experiences.items()}
    assert when == {"promo code": ("night-02", Verdict.BROKEN), "finding": ("night-01", Verdict.FINE)}


def test_of_the_visits_that_came_to_know_something_the_worst_is_told(reports: Path, asked: str) -> None:
    story = night(reports, 0, [broken(PROMO), fine(PROMO, LAPTOP)], asked=asked)
    assert story.experiences["promo code"].verdict is Verdict.BROKEN


def test_a_run_kept_again_changes_nothing(reports: Path, asked: str) -> None:
    night(reports, 0, [broken(PROMO)], asked=asked)
    second = walked(reports, 1, [broken(PROMO), slow()])
    once, twice = remembered(second, asked=asked), remembered(second, asked=asked)

    assert once == twice
    assert [life.number for life in twice.lives] == [1, 2]
    assert len(opened(asked, reports).runs()) == 2


def test_an_old_run_is_not_shown_its_future(reports: Path, asked: str) -> None:
    old = walked(reports, 0, [broken(PROMO)])
    then = remembered(old, asked=asked)
    night(reports, 1, [fine(PROMO)], asked=asked)
    opened(asked, reports).decide(decision(1, hours=30, owner="ada"))

    assert remembered(old, asked=asked) == then


def test_what_people_decided_lasts_and_lies_beside_the_runs(reports: Path, asked: str) -> None:
    night(reports, 0, [broken(PROMO)], asked=asked)
    decided = opened(asked, reports).decide(decision(1, hours=8, owner="ada", ticket="SHOP-7"))
    story = night(reports, 1, [broken(PROMO)], asked=asked)

    assert (decided.owner, decided.ticket) == ("ada", "SHOP-7")
    assert [(life.owner, life.ticket) for life in story.lives] == [("ada", "SHOP-7")]
    assert '"SHOP-7"' in (reports / "findings.jsonl").read_text(encoding="utf-8")
    with pytest.raises(HistoryError, match="there is no finding 12"):
        opened(asked, reports).decide(decision(12, hours=9))
    assert len((reports / "findings.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_what_was_decided_about_a_new_finding_is_told_when_its_reports_are_made_again(
    reports: Path, asked: str
) -> None:
    first = walked(reports, 0, [broken(PROMO)])
    remembered(first, asked=asked)
    opened(asked, reports).decide(decision(1, hours=8, owner="ada"))
    (life,) = remembered(first, asked=asked).lives

    assert (life.number, life.owner, life.state) == (1, "ada", "owned")


def test_a_run_that_comes_in_between_changes_what_later_ones_tell(reports: Path, asked: str) -> None:
    late, newest = walked(reports, 1, [broken(PROMO)]), walked(reports, 2, [broken(PROMO)])
    (reports / "night-01" / "end.json").unlink()  # it is still on its way
    (alone,) = remembered(newest, asked=asked).lives
    remembered(late, asked=asked)
    (both,) = opened(asked, reports).lives()

    assert (alone.number, alone.runs_in_a_row) == (both.number, 1)
    assert both.runs_in_a_row == 2


def test_each_shop_has_findings_of_its_own_and_no_number_is_given_twice(reports: Path, asked: str) -> None:
    night(reports, 0, [broken(PROMO)], asked=asked)
    other = remembered(walked(reports, 1, [broken(PROMO)], site="Other Lane"), asked=asked)

    assert (other.previous_run, other.earlier) == (None, {})
    assert [(life.number, life.change) for life in other.lives] == [(2, "new")]
    assert [life.number for life in opened(asked, reports).lives()] == [1, 2]


def test_what_got_slower_is_told(reports: Path) -> None:
    for number in range(18):
        taken_ms = 900 + number if number < 13 else 2000 + number
        steps = (*STEPS[:2], step(3, "Apply the code", active_ms=taken_ms), STEPS[3])
        story = night(reports, number, [(visit(PROMO, steps=steps), fine(PROMO)[1])])

    ((which, moved),) = story.trends.items()
    assert (which, [(trend.step, trend.direction) for trend in moved]) == (
        CODE,
        [("Apply the code", "slower")],
    )


def test_the_effort_of_a_visit_that_stopped_is_unknown(reports: Path) -> None:
    known = Effort(is_known=True, hands_ms=4000, waiting_ms=1000)
    stopped = Effort(is_known=False, hands_ms=4000)
    easy, hard = fine(PROMO), broken(SEARCH)
    judged = [
        (easy[0], easy[1].model_copy(update={"effort": known})),
        (hard[0], hard[1].model_copy(update={"effort": stopped})),
    ]
    night(reports, 0, judged)
    story = night(reports, 1, judged)

    (earlier,), (unknown,) = story.earlier[CODE], story.earlier[LOOK]
    assert (earlier.customer_time_ms, earlier.hassles) == (5000, 0)
    assert earlier.walked_with == walked_with(easy[0])
    assert (unknown.customer_time_ms, unknown.hassles) == (None, None)


def test_only_a_walk_that_can_be_judged_is_an_experience() -> None:
    assert {verdict for verdict in Verdict if is_experience(verdict)} == {
        Verdict.FINE,
        Verdict.ANNOYING,
        Verdict.OVER_BUDGET,
        Verdict.SLOW,
        Verdict.BROKEN,
        Verdict.SITE_DOWN,
    }
