"""The sentence that leads, and the lines a terminal prints."""

import re
from datetime import timedelta

import pytest

from harness.judge import Verdict
from harness.reports.cx import headline, summary_lines
from harness.reports.cx.lead import tally, tone_of_run
from harness.reports.cx.page import render
from harness.reports.cx.tones import Tone
from tests.words.reading import Read

from . import records as made

BOTH = (made.PHONE, made.LAPTOP)


def later(judged: made.Judged) -> made.Judged:
    visit, judgement = judged
    return visit.model_copy(update={"started_at": made.BEGAN + timedelta(minutes=10)}), judgement


def test_a_good_night() -> None:
    judged = [made.fine(of, who) for of in made.EVERYTHING for who in BOTH]
    record = made.run(judged)
    assert headline(record, judged) == "Everything customers tried worked."
    assert tone_of_run(record, judged) is Tone.FINE
    assert summary_lines(record, judged) == []


def test_one_broken_thing_leads_with_its_own_sentence() -> None:
    judged = [made.broken(), made.fine(made.SEARCH)]
    assert (
        headline(made.run(judged), judged)
        == 'Customers cannot apply a promo code: they are stopped at "Apply the code".'
    )


def test_several_broken_things_are_counted_among_those_experienced() -> None:
    other = made.finding("broken step", Verdict.BROKEN, "The search finds nothing", step=1)
    judged = [
        made.broken(made.PROMO, made.PHONE),
        made.broken(made.PROMO, made.LAPTOP),
        (made.visit(made.SEARCH), made.judgement(other)),
        made.fine(made.TRACK),
        made.stopped_on_purpose(),
    ]
    assert headline(made.run(judged), judged) == "2 of 3 things customers try do not work."


def test_when_all_is_broken_by_several_causes_the_headline_says_so() -> None:
    other = made.finding("broken step", Verdict.BROKEN, "The search finds nothing", step=1)
    judged = [made.broken(), (made.visit(made.SEARCH), made.judgement(other))]
    assert headline(made.run(judged), judged) == "None of the 2 things customers tried works."


def test_a_site_that_is_down_leads_whatever_else_there_is() -> None:
    judged = [made.broken(), made.site_down(made.SEARCH), made.fine(made.TRACK), later(made.outdated())]
    assert headline(made.run(judged), judged) == "Customers cannot reach Linden Lane."


@pytest.mark.parametrize("worked", [made.fine(made.TRACK), made.slow(made.TRACK), made.broken()])
def test_a_site_that_somebody_reached_afterwards_is_not_said_to_be_down(worked: made.Judged) -> None:
    judged = [made.site_down(made.SEARCH), later(worked)]
    assert "reach" not in headline(made.run(judged), judged)


def test_a_site_that_a_second_walk_reached_is_counted_as_what_does_not_work() -> None:
    visit, judgement = made.site_down(made.SEARCH)
    judged = [(visit, judgement.model_copy(update={"again": "not again"})), made.fine(made.TRACK)]
    assert headline(made.run(judged), judged) == "1 of 2 things customers try does not work."


def test_what_broke_without_a_cause_is_counted() -> None:
    left = made.STEPS[3].model_copy(update={"outcome": "failed", "part": "cleanup"})
    of_cleanup = made.finding("broken step", Verdict.BROKEN, "It could not be tidied up.", step=4)
    visit, _ = made.outdated()
    outdated = visit.model_copy(update={"steps": (*visit.steps[:3], left)})
    judged = [(outdated, made.judgement(of_cleanup)), made.fine(made.TRACK)]
    assert headline(made.run(judged), judged) == "1 of 2 things customers try does not work."


def test_slow_and_annoying_things_are_told_when_all_could_be_done() -> None:
    judged = [made.slow(), made.annoying(), made.fine(made.TRACK)]
    assert (
        headline(made.run(judged), judged) == "Everything customers tried worked, but 1 is slow and 1 annoys."
    )


def test_slow_is_not_said_of_what_was_over_its_limit_once() -> None:
    judged = [made.over_its_limit(), made.slow(made.POLICY), made.fine(made.TRACK)]
    once = [judged[0], judged[2]]
    record = made.run(once)
    assert headline(made.run(judged), judged) == (
        "Everything customers tried worked, but 1 is slow and 1 was over its limit."
    )
    assert headline(record, once) == "Everything customers tried worked, but 1 was over its limit."
    assert summary_lines(record, once)[0] == "What was over its limit:"
    page = render(record, once, files=frozenset(), allure="")
    assert not re.search(r"\bslow\b", " ".join(Read(page).texts), re.IGNORECASE)


def test_what_stopped_on_purpose_keeps_a_run_from_being_green() -> None:
    judged = [made.fine(made.TRACK), made.stopped_on_purpose()]
    record = made.run(judged)
    assert headline(record, judged) == "1 of 2 walks worked; 1 was not proven."
    assert tone_of_run(record, judged) is Tone.UNPROVEN


def test_times_that_a_busy_machine_spoilt_are_told_and_change_nothing() -> None:
    judged = [made.machine_busy(), made.fine(made.SEARCH)]
    record = made.run(judged)
    assert headline(record, judged) == "Everything customers tried worked."
    assert tone_of_run(record, judged) is Tone.FINE
    assert summary_lines(record, judged) == [
        "What was not experienced:",
        "  - 1 walk with times that nobody can judge: the shopper's own machine was busy",
    ]


def test_a_planned_walk_without_a_record_keeps_a_run_from_being_green() -> None:
    judged = [made.fine(made.TRACK)]
    record = made.run(judged, planned=(judged[0][0].id, "buy-guest-order-loyal-laptop"))
    assert headline(record, judged) == "1 of 2 walks worked; 1 was not proven."
    assert "  - 1 walk was planned and left no record" in summary_lines(record, judged)


def test_a_faulty_file_keeps_a_run_from_being_green() -> None:
    judged = [made.fine(made.TRACK)]
    record = made.run(judged, faulty_files=(made.FAULTY,))
    assert headline(record, judged) == "Everything that was tried worked, but not everything was tried."
    assert tone_of_run(record, judged) is Tone.UNPROVEN


def test_nothing_walked_is_said_as_such() -> None:
    assert headline(made.run([]), []) == "Nothing was experienced: no walk was made."


def test_nothing_proven_is_said_as_such() -> None:
    judged = [made.stopped_on_purpose(), made.not_judged(), made.outdated()]
    assert headline(made.run(judged), judged).startswith("Nothing was proven")


def test_the_terminal_names_what_customers_cannot_do_and_whom_it_hits() -> None:
    judged = made.mixed()
    lines = summary_lines(made.run(judged, faulty_files=(made.FAULTY,)), judged)
    assert lines[0] == "What customers cannot do:"
    assert lines[1] == (
        '  - Customers cannot apply a promo code: they are stopped at "Apply the code". '
        "Hits: A first-time shopper on a phone (about 40 % of customers); "
        "A loyal customer on a laptop (about 25 % of customers)."
    )
    assert "What is slow:" in lines
    assert "  - 2 walks stopped on purpose before the last step: ready, not proven" in lines


def test_the_counts_of_the_head_hold_every_journey_and_every_faulty_file_once() -> None:
    judged = made.mixed()
    counts = tally(made.run(judged, faulty_files=(made.FAULTY,)), judged)
    assert [count.mark.tone for count in counts] == [tone for tone in Tone if tone is not Tone.OVER_LIMIT]
    assert sum(count.number for count in counts) == len(made.EVERYTHING) + 1


@pytest.mark.parametrize("verdict", [v for v in Verdict if v is not Verdict.FINE])
def test_a_verdict_without_a_finding_is_never_lost(verdict: Verdict) -> None:
    judged = [(made.visit(made.SEARCH), made.judgement(verdict=verdict)), made.fine(made.TRACK)]
    record = made.run(judged)
    assert tone_of_run(record, judged) is not Tone.FINE
    assert headline(record, judged) != "Everything customers tried worked."
