"""What each section of a journey's page says, from records alone."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from harness.findings.grouping import grouped
from harness.history.model import EarlierVisit
from harness.judge import FindingKind, Verdict
from harness.record import HeldBack, JourneyFacts, SideEffect
from harness.reports.cx.journey.compared import compared
from harness.reports.cx.journey.curve import curve
from harness.reports.cx.journey.effort import two_numbers
from harness.reports.cx.journey.lead import Lead, lead
from harness.reports.cx.journey.nights import nights
from harness.reports.cx.journey.surprised import surprised
from harness.reports.cx.journey.untried import untried
from harness.reports.cx.journey.walked import Walked, good_ones
from harness.reports.cx.journey.who import who
from harness.reports.cx.journey_pages import ACTED_ON
from harness.reports.cx.strips import strip
from tests.reports.cx import records as made
from tests.reports.cx.nights import earlier, kept, saying, with_effort

NOWHERE = Path("nowhere")
BROKEN = Verdict.BROKEN


def walked(judged: made.Judged, *before: EarlierVisit, folder: Path = NOWHERE) -> Walked:
    return Walked(*judged, folder, before, next(good_ones(before), None))


def led(*of: Walked, others: Sequence[made.Judged] = ()) -> Lead:
    judged = [*((each.visit, each.judgement) for each in of), *others]
    return lead(of, grouped(judged, ACTED_ON), judged, None, is_first=not of[0].earlier)


# ---- the headline


def test_the_headline_tells_since_when_and_how_sure() -> None:
    told = led(walked(made.broken(), earlier(1, BROKEN), earlier(2, BROKEN), earlier(3)))
    assert told.headline.startswith("Customers cannot apply a promo code")
    assert told.since == "Since Thursday 19 November 2026."
    assert told.sure == "Failed 3 of the last 3 nights, 1 shopper."


def test_the_headline_says_who_cannot_where_the_others_can() -> None:
    visit, judgement = made.broken()
    of_one = "A first-time shopper on a phone cannot apply a promo code."
    found = judgement.findings[0].model_copy(update={"of_one": of_one})
    alone = walked((visit, judgement.model_copy(update={"findings": (found,)})))
    assert led(alone, others=[made.fine(made.PROMO, made.LAPTOP)]).headline == of_one
    assert led(alone).headline.startswith("Customers cannot apply a promo code")


@pytest.mark.parametrize("found", ["machine busy", "missing nicety"])
def test_what_works_leads_with_that_whatever_is_told_below(found: FindingKind) -> None:
    told = made.finding(found, Verdict.FINE, "Something is told below.", step=1)
    assert (
        led(walked((made.visit(made.PROMO), made.judgement(told)))).headline == '"Apply a promo code" works.'
    )


def test_a_first_run_does_not_pretend_to_know_since_when() -> None:
    told = led(walked(made.broken()))
    assert (told.since, told.sure) == ("This is the first run that is remembered.", "1 shopper.")


def test_what_one_of_two_customers_meets_is_said_so() -> None:
    visit, judgement = made.broken()
    flaky = walked((visit, judgement.model_copy(update={"again": "not again"})), earlier(1))
    assert led(flaky).sure == "1 of 2 customers hit this, failed 1 of the last 2 nights, 1 shopper."


def test_a_night_that_proved_nothing_does_not_count() -> None:
    before = earlier(1, BROKEN), earlier(2, Verdict.NOT_JUDGED), earlier(3)
    assert led(walked(made.broken(), *before)).sure.startswith("Failed 2 of the last 3 nights")


def test_a_journey_that_works_tells_since_when_without_a_break() -> None:
    told = led(walked(made.fine(made.TRACK), earlier(1), earlier(2), earlier(3, BROKEN), earlier(4)))
    assert told.headline == '"Track an order" works.'
    assert told.since == "Works without a break since Thursday 19 November 2026."


# ---- who and why


def test_who_walked_is_told_with_her_share_and_what_was_not_as_asked() -> None:
    visit, _ = made.fine(made.TRACK)
    lame = visit.persona.model_copy(update={"not_applied": ("connection slow4g: this browser cannot",)})
    told = who(visit.model_copy(update={"persona": lame}))
    assert told.persona == "A first-time shopper on a phone (about 40 % of customers)."
    assert told.why == "Who cannot do it leaves."
    assert told.how_real == "Nothing was simulated: the real site, as a customer meets it."
    assert told.not_as_asked == "Connection slow4g: this browser cannot."


def test_how_real_it_was_is_told() -> None:
    stopped, _ = made.stopped_on_purpose()
    assert who(stopped).how_real == "Stopped on purpose before the last step: ready, not proven."
    held = HeldBack(why="no grant", level="order", control="Place order")
    assert who(stopped.model_copy(update={"held_back": held})).how_real.startswith(
        'Stopped before "Place order"'
    )
    bought = SideEffect(level="order", marker="ab12", step="Pay", state="undone")
    done = made.visit(made.ORDER, side_effects=(bought,))
    assert who(done).how_real.endswith("An order was taken back.")


# ---- the curve


def test_the_curve_ends_where_it_stopped() -> None:
    drawn = curve(walked(with_effort(made.broken(), 4, 2, 0, None)))
    assert drawn
    assert [piece.dot for piece in drawn.pieces] == [6, 24, 42, None]
    assert [piece.label for piece in drawn.pieces] == ["", "", "Worst step", "Not verified beyond here"]
    assert [piece.ease for piece in drawn.pieces] == ["Easy", "Some effort", "Stopped here", "Not known"]
    assert drawn.pieces[0].line == "M50 6 L100 15"
    assert drawn.pieces[3].line == ""


def test_worst_and_last_step_are_marked_and_the_last_good_curve_is_kept_beside(tmp_path: Path) -> None:
    before = kept(with_effort(made.fine(made.TRACK), 4, 4, 4, 4), tmp_path, nights_ago=1)
    drawn = curve(walked(with_effort(made.fine(made.TRACK), 4, 1, 4, 3), before))
    assert drawn
    assert [piece.label for piece in drawn.pieces] == ["", "Worst step", "", "Last step"]
    assert drawn.pieces[1].before == "M0 6 L50 6 L100 6"
    assert drawn.last_good == "Last good: Friday 20 November 2026"


@pytest.mark.parametrize("how", [made.annoying, made.slow, made.stopped_on_purpose])
def test_a_walk_that_annoys_is_slow_or_stops_on_purpose_shows_how_it_goes_when_nothing_breaks(
    tmp_path: Path, how: Callable[[JourneyFacts], made.Judged]
) -> None:
    before = kept(with_effort(how(made.PROMO), 4, 4, 4, 4), tmp_path / "then", nights_ago=2)
    of = walked(with_effort(made.broken(), 4, 2, 0, None), earlier(1, BROKEN), before)
    drawn = curve(of)
    assert drawn
    assert drawn.last_good == "Last good: Thursday 19 November 2026"
    assert surprised(of).since.startswith("Compared with Thursday 19 November 2026")


def test_a_step_that_broke_stands_beside_the_last_walk_that_came_past_it(tmp_path: Path) -> None:
    visit, judgement = made.fine(made.PROMO)
    short = visit.model_copy(update={"steps": visit.steps[:2], "ending": "stopped on purpose"})
    held = short, judgement.model_copy(update={"verdict": Verdict.STOPPED_ON_PURPOSE})
    yesterday = kept(held, tmp_path / "yesterday", nights_ago=1)
    whole = kept((visit, judgement), tmp_path / "whole", nights_ago=2)
    of = walked(made.broken(), yesterday, whole)
    files = {f"visits/{of.visit.id}/step-03.jpg"}
    beside = compared(of, strip(of.visit, of.judgement, files), tmp_path / "run")
    assert beside
    assert beside.caption == "Last good: Thursday 19 November 2026"


def test_without_a_measured_effort_there_is_no_curve() -> None:
    assert curve(walked(made.fine(made.TRACK))) is None


# ---- two numbers


def test_customer_time_and_hassles_stand_beside_the_ideal_and_the_past() -> None:
    told = two_numbers(walked(with_effort(made.fine(made.TRACK), 4, 3, 4, 4), earlier(1), earlier(2)))
    assert told
    assert told.time == "26 seconds, of which 6 seconds waiting"
    assert told.time_against == (
        "Should take: 24 seconds and 8 fields (there were 9)",
        "Usual: 22.5 seconds, in the last 2 walks to the end",
    )
    assert (told.hassles, told.hassles_against) == ("1 hassle", ("Before: 0 to 1, in the last 2 walks",))
    assert told.grade == "Some effort: 1 hassle."
    assert told.hassles_told == ("Newsletter popup came up. It cost 2.6 seconds.",)


def test_usual_is_what_it_took_with_the_same_browser() -> None:
    before = (earlier(1, with_what="firefox 151"), earlier(2), earlier(3, with_what="firefox 151"))
    told = two_numbers(walked(with_effort(made.fine(made.TRACK), 4, 3, 4, 4), *before))
    assert told
    assert told.time_against[1] == "Usual: 23 seconds, in the last 1 walk to the end"


def test_the_effort_of_what_stopped_is_unknown_and_not_low() -> None:
    told = two_numbers(walked(with_effort(made.broken(), 4, 3, 0, None), earlier(1)))
    assert told
    assert told.time == "Unknown: the walk did not come to its end."
    assert (told.time_against, told.hassles) == ((), "1 hassle until it stopped")


# ---- surprises, history, what was not experienced


def test_surprises_are_those_of_the_same_step_when_it_last_went_well(tmp_path: Path) -> None:
    then, now = '- heading "Pay"\n- text: Total $36.00', '- heading "Pay"\n- text: Total $44.00'
    good = saying(made.fine(made.TRACK), 4, then, tmp_path / "good")
    before = kept(good, tmp_path / "good", nights_ago=2)
    tonight = saying(made.fine(made.TRACK), 4, now, tmp_path / "now")
    told = surprised(walked(tonight, earlier(1, BROKEN), before, folder=tmp_path / "now"))
    assert [(step, said) for step, said, _ in told.told] == [
        ("See the total before paying", '"Total" is now $44.00; last time it was $36.00.')
    ]
    assert told.since == "Compared with Thursday 19 November 2026, when it last went well."


def test_nothing_is_for_the_better_in_the_step_that_broke_nor_is_a_notice_that_went(tmp_path: Path) -> None:
    then = '- heading "Basket"\n- textbox "Date of birth"\n- alert: Promo code SAVE10 applied'
    before = kept(saying(made.fine(made.PROMO), 3, then, tmp_path / "then"), tmp_path / "then", nights_ago=1)
    now = '- heading "Basket"'
    broke = saying(made.broken(), 3, now, tmp_path / "now")
    fine = saying(made.fine(made.PROMO), 3, now, tmp_path / "now")
    said = [
        {sentence: good for _, sentence, good in surprised(walked(of, before, folder=tmp_path / "now")).told}
        for of in (broke, fine)
    ]
    question = 'The customer is no longer asked: "Date of birth".'
    notice = 'A notice is gone: "Promo code SAVE10 applied".'
    assert said == [{question: False, notice: False}, {question: True, notice: False}]


def test_the_history_has_a_mark_for_each_run_with_a_word_and_links_only_to_what_is_there() -> None:
    of = walked(made.broken(), earlier(1, BROKEN), earlier(2), earlier(3))
    told = nights(of, lambda run_id: "../../x.html" if run_id.startswith("2026-11-19") else "")
    assert told
    assert [night.says for night in told.marks] == [
        "Wednesday 18 November 2026: works",
        "Thursday 19 November 2026: works",
        "Friday 20 November 2026: does not work",
        "Saturday 21 November 2026: does not work",
    ]
    assert [night.href for night in told.marks] == ["", "../../x.html", "", ""]
    assert told.says == 'In the last 4 runs: twice "works" and twice "does not work".'
    assert told.line_says == "Customer time: from 23 seconds to 24 seconds"
    assert nights(walked(made.broken()), str) is None


def test_thirty_runs_are_told_and_no_more() -> None:
    told = nights(walked(made.broken(), *(earlier(n) for n in range(1, 41))), str)
    assert told
    assert len(told.marks) == 30


def test_what_was_not_experienced_is_named() -> None:
    lines = untried([walked(made.broken())], [])
    assert lines == (
        'Never came to "See the total before paying".',
        "No other kind of customer walked it in this run.",
        "Each walk is one sample, as this shopper saw it.",
    )


def test_times_that_a_busy_machine_spoilt_are_named_among_it() -> None:
    assert untried([walked(made.machine_busy())], [])[0] == (
        'The time of "Open the shop" and "Put a shirt in the basket" was not judged:'
        " the shopper's own machine was busy."
    )
