"""A finding is known again, and two that are known stay two."""

from datetime import timedelta

from harness.findings.decisions import apply
from harness.findings.grouping import Judged
from harness.findings.lives import live_on
from harness.findings.model import Decision, Life
from harness.judge import Finding, Judgement, Verdict

from .nights import Nights, night, run_of, said, visit


def met(who: str, fingerprint: str, cause: str) -> Judged:
    found = Finding(
        kind="broken step",
        verdict=Verdict.BROKEN,
        sentence="It breaks.",
        fingerprint=fingerprint,
        cause=cause,
    )
    return visit(who, "fine"), Judgement(verdict=Verdict.BROKEN, findings=(found,))


def folded(*nights: list[Judged]) -> tuple[Life, ...]:
    lives: tuple[Life, ...] = ()
    for number, judged in enumerate(nights, start=1):
        lives = live_on(lives, run_of(number), judged, (), len(lives) + 1, 3)
    return lives


def test_two_known_findings_that_turn_out_to_have_one_cause_stay_two() -> None:
    apart = [met("promo phone", "a", "cause a"), met("order phone", "b", "cause b")]
    together = [met("promo phone", "a", "cause c"), met("order phone", "b", "cause c")]
    lives = folded(apart, together, together)
    assert [(life.number, life.runs_met, life.state) for life in lives] == [(1, 3, "new"), (2, 3, "new")]


def test_what_has_the_cause_of_a_known_finding_belongs_to_it() -> None:
    (life,) = folded(
        [met("promo phone", "a", "cause")],
        [met("promo phone", "a", "cause"), met("order phone", "b", "cause")],
    )
    assert life.fingerprints == ("a", "cause", "b")
    assert len(life.met_by) == 2


def test_a_finding_that_is_open_is_known_before_one_that_is_gone() -> None:
    first = Nights()
    for number, outcome in enumerate(("broken", "fine", "fine", "fine"), start=1):
        first.walk(number, {"promo phone": outcome})
    (gone,) = first.lives
    second = gone.model_copy(update={"number": 2, "state": "new", "fingerprints": ("b", "other")})
    now = [met("promo phone", gone.fingerprints[0], "other")]
    lives = live_on([gone, second], run_of(5), now, (), 3, 3)
    assert [(life.number, life.state, life.runs_met) for life in lives] == [(1, "verified", 1), (2, "new", 2)]


def test_a_run_is_not_taken_by_what_was_said_after_it_began() -> None:
    shop = Nights()
    shop.walk(1, {"promo phone": "broken"})
    during = Decision(at=night(2) + timedelta(minutes=5), by="kim", number=1, state="fixed")
    (life,) = shop.walk(2, {"promo phone": "broken"}, [during])
    assert (life.state, life.change) == ("fixed", "again")
    assert apply(life, during) == life


def test_whoever_is_named_as_owner_has_taken_it_over() -> None:
    shop = Nights()
    shop.walk(1, {"promo phone": "flaky"})
    (life,) = shop.walk(2, {"promo phone": "flaky"}, [said(2, 1, owner="kim")])
    assert (life.state, life.owner, life.runs_one_of_two) == ("owned", "kim", 2)
    (life,) = shop.walk(3, {"promo phone": "broken"})
    assert (life.runs_met, life.runs_one_of_two) == (3, 2)


def test_what_is_gone_is_not_opened_by_words() -> None:
    shop = Nights()
    for number, outcome in enumerate(("broken", "fine", "fine", "fine"), start=1):
        shop.walk(number, {"promo phone": outcome})
    assert apply(shop.lives[0], said(5, 1, state="owned")).state == "verified"


def test_a_slow_step_is_not_gone_while_something_else_of_it_is_slow() -> None:
    slow = Finding(
        kind="slow page", verdict=Verdict.OVER_BUDGET, sentence="It waits.", step=1, fingerprint="a|slow|LCP"
    )
    other = slow.model_copy(update={"fingerprint": "a|slow|load", "confidence": "unsure"})
    judged = [
        [(visit("search phone", "fine"), Judgement(verdict=Verdict.OVER_BUDGET, findings=(each,)))]
        for each in (slow, other)
    ]
    (life,) = folded(*judged)
    assert life.change == "not tried"


def test_what_annoys_is_gone_only_when_a_whole_walk_did_not_meet_it() -> None:
    hard = Finding(
        kind="annoyance", verdict=Verdict.ANNOYING, sentence="It is hard work.", step=0, fingerprint="a"
    )
    met_first = [(visit("promo phone", "fine"), Judgement(verdict=Verdict.ANNOYING, findings=(hard,)))]
    stopped, walked = visit("promo phone", "broken"), visit("promo phone", "fine")
    lives = folded(met_first, [(stopped, Judgement(verdict=Verdict.FINE))])
    assert lives[0].change == "not tried"
    (life,) = live_on(lives, run_of(3), [(walked, Judgement(verdict=Verdict.FINE))], (), 2, 3)
    assert life.change == "not met"
