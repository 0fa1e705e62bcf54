"""What a whole visit amounts to, and what a run exits with."""

import pytest

from harness.judge import TURNS, Verdict, judge
from harness.judge.speed import EarlierTimes, as_earlier
from harness.judge.verdicts import exit_code
from harness.record import Budgets, SlowWhen, StepRecord

from .visits import PLACE, earlier, step, trouble, view, visit


def test_a_walk_with_a_checked_outcome_is_fine() -> None:
    judgement = judge(visit(step()))
    assert (judgement.verdict, judgement.findings) == (Verdict.FINE, ())


def test_a_walk_that_checked_nothing_proves_nothing() -> None:
    judgement = judge(visit(step(), outcome_checks=0))
    assert judgement.verdict == Verdict.OUTDATED
    assert judgement.headline == '"Apply a promo code" proved nothing: no outcome was checked.'


def test_a_walk_that_ended_before_the_last_step_proves_nothing() -> None:
    missing = StepRecord(index=1, name="Place the order", place=PLACE, outcome="not reached")
    judgement = judge(visit(step(), missing))
    assert judgement.verdict == Verdict.OUTDATED
    assert judgement.headline == '"Apply a promo code" proved nothing: it ended before "Place the order".'


@pytest.mark.parametrize("ending", ["cut short", "could not start", "not walked", "lost"])
def test_a_visit_without_an_end_is_not_judged(ending: str) -> None:
    assert judge(visit(step(), ending=ending)).verdict == Verdict.NOT_JUDGED


def test_what_was_slow_before_the_last_click_makes_no_pass_of_what_was_never_pressed() -> None:
    slow = step(0, name="Fill the basket", within_ms=1, active_ms=5000)
    last = StepRecord(index=1, name="Place the order", place=PLACE, outcome="stopped on purpose")
    judgement = judge(visit(slow, last, ending="stopped on purpose"))
    assert judgement.verdict == Verdict.STOPPED_ON_PURPOSE
    assert "slow step" in {finding.kind for finding in judgement.findings}


def test_a_visit_that_was_cut_short_tells_where_it_was() -> None:
    begun = StepRecord(index=1, name="Place the order", place=PLACE, outcome="cut short")
    assert (
        judge(visit(step(), begun, ending="cut short")).findings[0].detail == 'It was at "Place the order".'
    )


def test_a_stop_on_purpose_is_neither_a_pass_nor_a_failure() -> None:
    judgement = judge(visit(step(outcome="stopped on purpose"), ending="stopped on purpose"))
    assert judgement.verdict == Verdict.STOPPED_ON_PURPOSE
    assert judgement.turn.allure_status == "skipped"


def test_a_stop_that_nothing_explains_is_our_own_fault() -> None:
    assert judge(visit(step(outcome="failed"), ending="stopped")).verdict == Verdict.NOT_JUDGED


def test_a_failed_cleanup_is_told_after_what_stopped_the_visit() -> None:
    first = step(0, trouble=trouble("check failed", wanted="x"))
    left = step(1, name="Empty the basket", part="cleanup", trouble=trouble("not found", target="Remove"))
    judgement = judge(visit(first, left))
    assert [finding.step for finding in judgement.findings] == [0, 1]


def test_a_failed_cleanup_decides_nothing_after_what_stopped_the_visit() -> None:
    renamed = step(0, trouble=trouble("not found", target="Add to bag", twin='button "Add to basket"'))
    left = step(1, name="Empty the basket", part="cleanup", trouble=trouble("not found", target="Remove"))
    outdated, stopped_by_us, unexplained = (
        judge(visit(first, left, ending=ending))
        for first, ending in (
            (renamed, "stopped"),
            (step(0, outcome="cut short"), "cut short"),
            (step(0, outcome="failed"), "stopped"),
        )
    )
    assert [finding.step for finding in outdated.findings] == [0, 1]
    assert outdated.verdict is Verdict.OUTDATED
    assert stopped_by_us.verdict is unexplained.verdict is Verdict.NOT_JUDGED


def test_a_cleanup_that_fails_after_a_good_walk_decides() -> None:
    left = step(1, name="Empty the basket", part="cleanup", trouble=trouble("check failed", wanted="x"))
    assert judge(visit(step(0), left)).verdict is Verdict.BROKEN


def test_a_step_over_its_own_limit_is_over_budget_in_this_visit() -> None:
    judgement = judge(visit(step(within_ms=3000, active_ms=4200)))
    (finding,) = judgement.findings
    assert judgement.verdict == Verdict.OVER_BUDGET
    assert finding.sentence == 'To watch: customers wait too long at "Apply the code".'
    assert finding.detail == (
        '"Apply the code" took 4.2 seconds; 3 seconds are allowed for this step.'
        " As this shopper saw it, once. This is the first time it was measured:"
        " slow is said when 3 of 5 visits were."
    )
    assert (finding.measured_ms, finding.limit_ms) == (4200, 3000)


def test_slow_is_said_when_three_of_the_last_five_visits_were() -> None:
    slow, fine = earlier("buy/promo-code|Apply the code|slow|step time"), earlier()
    visited = visit(step(within_ms=3000, active_ms=4200))
    twice = judge(visited, [slow, fine, fine, fine]).findings[0]
    thrice = judge(visited, [slow, fine, slow, fine]).findings[0]
    long_ago = judge(visited, [fine, fine, fine, slow, slow]).findings[0]
    assert (twice.confidence, thrice.confidence, long_ago.confidence) == ("unsure", "certain", "unsure")
    assert (twice.verdict, thrice.verdict) == (Verdict.OVER_BUDGET, Verdict.SLOW)
    assert twice.detail.endswith("It was in 2 of the last 5 visits: slow is said when 3 of 5 visits were.")
    assert thrice.detail.endswith("It was in 3 of the last 5 visits.")


def test_what_is_over_its_limit_counts_where_something_else_was_worse_and_told() -> None:
    told: list[EarlierTimes] = []
    for load_ms in (9000, 9000, 4100):
        judgement = judge(visit(step(page_views=(view(lcp_ms=4000, load_ms=load_ms),))), told)
        told.insert(0, as_earlier(judgement))
    (finding,) = judgement.findings
    assert finding.fingerprint == "buy/promo-code|Apply the code|slow|LCP"
    assert finding.detail.endswith("It was in 3 of the last 3 visits.")


def test_a_site_may_say_when_slow_is_said() -> None:
    slow, fine = earlier("buy/promo-code|Apply the code|slow|step time"), earlier()
    visited = visit(
        step(within_ms=3000, active_ms=4200), budgets=Budgets(slow_when=SlowWhen(times=2, visits=3))
    )
    once, twice, long_ago = (
        judge(visited, past).findings[0] for past in ([fine, fine], [fine, slow], [fine, fine, slow])
    )
    assert (once.confidence, twice.confidence, long_ago.confidence) == ("unsure", "certain", "unsure")
    assert once.detail.endswith("once in 3 visits: slow is said when 2 of 3 visits were.")


def test_a_visit_that_never_came_so_far_does_not_count_among_the_last_five() -> None:
    stopped = EarlierTimes(frozenset(), frozenset({"Open the shop"}))
    (finding,) = judge(visit(step(within_ms=3000, active_ms=4200)), [stopped, stopped]).findings
    assert "This is the first time it was measured" in finding.detail


def test_the_worst_page_of_a_step_is_told_and_what_was_not_measured_is_not() -> None:
    pages = (view(title="Basket", lcp_ms=2600, load_ms=9000), view(lcp_ms=None, load_ms=None))
    (finding,) = judge(visit(step(page_views=pages))).findings
    assert finding.detail.startswith(
        'The page "Basket" took 9 seconds to be complete; 4 seconds are allowed.'
    )


def test_a_page_that_jumps_is_over_budget() -> None:
    (finding,) = judge(visit(step(page_views=(view(title="Basket", cls=0.31),)))).findings
    assert finding.sentence == 'To watch: the page jumps before the eyes of customers at "Apply the code".'
    assert finding.detail.startswith(
        'The page "Basket" moved what was already there by 0.31; 0.1 is allowed.'
    )


def test_within_its_limits_nothing_is_said() -> None:
    pages = (view(title="Basket", lcp_ms=2500, load_ms=4000),)
    assert judge(visit(step(within_ms=3000, active_ms=3000, page_views=pages))).findings == ()


@pytest.mark.parametrize(
    ("verdicts", "code"),
    [
        ([Verdict.FINE], 0),
        ([Verdict.FINE, Verdict.OVER_BUDGET, Verdict.SLOW, Verdict.ANNOYING], 0),
        ([Verdict.BROKEN, Verdict.NOT_JUDGED, Verdict.OUTDATED], 1),
        ([Verdict.SITE_DOWN], 1),
        ([Verdict.NOT_JUDGED, Verdict.OUTDATED, Verdict.FINE], 3),
        ([Verdict.BLOCKED], 3),
        ([Verdict.OUTDATED, Verdict.FINE], 4),
        ([Verdict.FAULTY_FILE], 4),
        ([Verdict.STOPPED_ON_PURPOSE], 5),
        ([Verdict.STOPPED_ON_PURPOSE, Verdict.FINE], 0),
        ([], 5),
    ],
)
def test_a_run_ends_with_the_code_of_its_worst_verdict(verdicts: list[Verdict], code: int) -> None:
    assert exit_code(verdicts) == code


def test_something_slow_fails_only_where_the_operator_wants_it() -> None:
    assert exit_code([Verdict.SLOW], slow_fails=True) == 1


def test_every_verdict_says_whose_turn_it_is() -> None:
    assert set(TURNS) == set(Verdict)
