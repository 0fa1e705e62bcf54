"""What a second walk at once adds to the judgement of a visit that failed."""

from harness.judge import Verdict, judge
from harness.record import StepRecord

from .visits import step, trouble, view, visit

STOPPED = step(1, trouble=trouble("check failed", wanted='"Paid" to appear'))
ELSEWHERE = step(1, name="Pay", trouble=trouble("covered"))


def before() -> StepRecord:
    return step(0, name="Fill the basket")


def test_the_same_again_is_said() -> None:
    judgement = judge(visit(before(), STOPPED, again=visit(before(), STOPPED)))
    assert (judgement.verdict, judgement.again) == (Verdict.BROKEN, "again")
    assert judgement.findings[0].detail.endswith("Walked again at once: the same.")
    assert judgement.findings[0].confidence == "certain"


def test_what_one_of_two_meets_stays_broken_and_is_less_sure() -> None:
    judgement = judge(visit(before(), STOPPED, again=visit(before(), step(1))))
    assert (judgement.verdict, judgement.again) == (Verdict.BROKEN, "not again")
    assert "1 of 2 customers hit this" in judgement.findings[0].detail
    assert judgement.findings[0].confidence == "likely"


def test_another_trouble_the_second_time_is_named() -> None:
    judgement = judge(visit(before(), STOPPED, again=visit(before(), ELSEWHERE)))
    assert judgement.again == "otherwise"
    assert 'at "Pay", something lies over "Apply"' in judgement.findings[0].detail


def test_times_of_the_second_walk_are_not_looked_at() -> None:
    late = step(0, page_views=(view(lcp_ms=9000),))
    judgement = judge(visit(before(), STOPPED, again=visit(late, STOPPED)))
    assert {finding.verdict for finding in judgement.findings} == {Verdict.BROKEN}


def test_a_slow_visit_stays_what_the_measured_walk_said() -> None:
    slow = step(0, page_views=(view(lcp_ms=9000),))
    alone, with_second = judge(visit(slow)), judge(visit(slow, again=visit(step(0))))
    assert alone == with_second
    assert with_second.again is None
