"""A finding that is quarantined decides nothing until its day is over, and is told all the same."""

from harness.findings.quarantine import pardoned, quarantine_lines
from harness.judge import Finding, Judgement
from harness.judge.figures import CLEANUP
from harness.judge.verdicts import TURNS

from .nights import Nights, run_of, said, until


def fails(finding: Finding) -> bool:
    return TURNS[finding.verdict].exit_code != 0


def after_three_nights(outcomes: dict[str, str]) -> Nights:
    """Return a shop whose first finding is quarantined until the second of three nights."""
    shop = Nights()
    shop.walk(1, {"promo phone": "broken"})
    shop.walk(2, {"promo phone": "broken"}, [said(2, 1, quarantined_until=until(2))])
    shop.walk(3, outcomes)
    return shop


def pardoned_in(shop: Nights, number: int, day: int) -> set[str]:
    return set(pardoned(shop.told[number - 1][1], shop.lives, until(day), decides=fails))


def test_on_its_last_day_it_decides_nothing_and_on_the_next_it_does() -> None:
    shop = after_three_nights({"promo phone": "broken"})
    assert pardoned_in(shop, 2, day=2) == {"promo--phone"}
    assert pardoned_in(shop, 3, day=3) == set()


def test_another_finding_decides_as_ever() -> None:
    shop = after_three_nights({"promo phone": "broken", "order phone": "broken"})
    assert pardoned_in(shop, 3, day=2) == {"promo--phone"}


def test_what_else_stops_the_same_visit_decides_as_ever() -> None:
    shop = after_three_nights({"promo phone": "broken"})
    ((visit, judgement),) = shop.told[-1][1]
    other = judgement.findings[0].model_copy(update={"fingerprint": "other", "cause": "other"})
    both = (visit, Judgement(verdict=judgement.verdict, findings=(*judgement.findings, other)))
    assert pardoned([both], shop.lives, until(2), decides=fails) == frozenset()


def test_a_clean_up_that_could_not_be_done_for_it_decides_nothing_either() -> None:
    shop = after_three_nights({"promo phone": "broken"})
    ((visit, judgement),) = shop.told[-1][1]
    stopped = visit.steps[-1]
    cleanup = stopped.model_copy(update={"index": 2, "name": "Empty the basket", "part": CLEANUP})
    follows = judgement.findings[0].model_copy(update={"fingerprint": "other", "cause": "other", "step": 2})
    both = (
        visit.model_copy(update={"steps": (*visit.steps, cleanup)}),
        judgement.model_copy(update={"findings": (*judgement.findings, follows)}),
    )
    assert pardoned([both], shop.lives, until(2), decides=fails) == {visit.id}


def test_reports_tell_of_it_with_its_day() -> None:
    shop = after_three_nights({"promo phone": "broken"})
    of_run = run_of(3).id
    told = (
        'finding 1, When customers try the promo, "Order total" is "$40.00" and should be $36.00 '
        'at "Apply the code".'
    )
    assert list(quarantine_lines(shop.lives, of_run, until(2))) == [
        f"Quarantined until 2 November 2026, and does not decide how the run ends: {told}"
    ]
    assert list(quarantine_lines(shop.lives, of_run, until(3))) == [
        f"Counts again, as its quarantine ended on 2 November 2026: {told}"
    ]


def test_what_was_not_met_is_not_told() -> None:
    shop = after_three_nights({"promo phone": "fine"})
    assert list(quarantine_lines(shop.lives, run_of(3).id, until(2))) == []


def test_what_comes_back_after_it_was_gone_is_not_set_aside_any_more() -> None:
    shop = Nights()
    shop.walk(1, {"promo phone": "broken"})
    shop.walk(2, {"promo phone": "fine"}, [said(2, 1, quarantined_until=until(20))])
    for number, outcome in enumerate(("fine", "fine", "broken"), start=3):
        shop.walk(number, {"promo phone": outcome})
    assert [(life.state, life.quarantined_until) for life in shop.lives] == [("reopened", None)]
    assert pardoned_in(shop, 5, day=5) == set()
