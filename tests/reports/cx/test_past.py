"""What the page tells of a finding's past, its price, whom it hits and what to do."""

import re
from html import unescape
from typing import Literal

from harness.history.model import EarlierVisit, Story
from harness.judge import Verdict
from harness.judge.cost.model import Price
from harness.reports.cx.background import Background
from harness.reports.cx.causes import Cause, causes
from harness.reports.cx.lead import ACTED_ON
from harness.reports.cx.page import render
from harness.reports.cx.promises import promises
from harness.reports.cx.reach import works_for
from harness.reports.cx.tones import Tone

from . import records as made
from . import stories

MOST_WORDS = 40


def told(judged: list[made.Judged], background: Background) -> list[Cause]:
    return list(causes(judged, ACTED_ON, set(), background))


def walked_then(nights_ago: int, verdict: Verdict = Verdict.FINE) -> EarlierVisit:
    return EarlierVisit("run", made.broken()[0].id, stories.days_ago(nights_ago), verdict, "")


def words_before_the_details(cause: Cause) -> int:
    lead = (cause.mark.word, cause.past.number, cause.past.state, cause.sentence, cause.past.since)
    return len(" ".join([*lead, cause.reach, cause.cost.a_day]).split())


def test_a_finding_says_its_number_its_state_and_since_when_it_is_met() -> None:
    cause = told([made.broken()], stories.background())[0]
    assert (cause.past.number, cause.past.state) == ("No. 12", "Taken")
    assert cause.past.since == "Since 19 November, 3 of 3 nights"
    assert (cause.owner, cause.past.ticket) == ("Ada", "SHOP-214")
    assert cause.past.notes == ("The rule of SAVE10 was lost in the last release. (Ada, 20 November)",)


def test_a_finding_says_when_it_last_worked() -> None:
    before = [walked_then(1, Verdict.BROKEN), walked_then(4, Verdict.STOPPED_ON_PURPOSE), walked_then(5)]
    visit = made.broken()[0]
    past = Background(stories.story(stories.OPEN, earlier={visit.id: before}))
    since = "Since 19 November, 3 of 3 nights; it worked on 16 November"
    assert told([made.broken()], past)[0].past.since == since


def test_several_runs_a_day_are_not_called_nights() -> None:
    often = stories.OPEN.model_copy(update={"runs_tried": 9, "runs_met": 8})
    cause = told([made.broken()], Background(stories.story(often)))[0]
    assert cause.past.since == "Since 19 November, 8 of 9 runs"


def test_a_finding_that_nobody_remembers_says_nothing_of_its_past() -> None:
    past = told([made.broken()], Background())[0].past
    assert (past.number, past.state, past.since) == ("", "", "")


def test_what_is_not_taken_after_its_first_night_says_that_nobody_is_on_it() -> None:
    lonely = stories.OPEN.model_copy(update={"state": "new", "owner": ""})
    cause = told([made.broken()], Background(stories.story(lonely)))[0]
    assert (cause.past.state, cause.owner) == ("Not taken yet", "checkout-team")


def test_what_costs_most_leads_and_what_is_not_priced_follows_by_how_bad_it_is() -> None:
    slow_costs = stories.background(number_15=stories.PRICE)
    judged = [made.annoying(), made.broken(), made.slow()]
    assert [cause.kind for cause in told(judged, slow_costs)][:2] == ["slow step", "broken step"]
    assert [cause.kind for cause in told(judged, stories.background())][:2] == ["broken step", "slow step"]


def test_a_price_is_a_range_with_all_that_it_rests_on() -> None:
    cost = told([made.broken()], stories.background(number_12=stories.PRICE))[0].cost
    assert cost.a_day == "Costs $310 to $700 a day"
    assert cost.in_all == (
        "$620 to $1,400 since it was first met; $9,300 to $21,000 in the next 30 days if nothing is done"
    )
    assert "Web analytics" in cost.rests_on[0]


def test_a_price_says_from_the_first_night_on_what_is_not_in_it() -> None:
    some = stories.PRICE.model_copy(update={"so_far": None, "left_out": ('share of "tablet"',)})
    (cause,) = told([made.broken()], stories.background(number_12=some))
    assert cause.cost.in_all == (
        "$9,300 to $21,000 in the next 30 days if nothing is done;"
        ' it may be more, as the company has not given share of "tablet"'
    )


def test_where_nobody_orders_it_costs_nothing_besides_what_is_not_said() -> None:
    nothing = Price(a_day=stories.dollars(0, 0), left_out=("contact cost", "share who contact"))
    (cause,) = told([made.broken()], stories.background(number_12=nothing))
    assert cause.cost.a_day == "Costs nothing by the company's own figures."
    assert cause.cost.in_all == (
        "Nobody has said contact cost and share who contact;"
        " what business.yaml says counts from the next run on"
    )


def test_what_is_not_priced_says_what_to_give() -> None:
    without = stories.background(number_12=Price(missing=("visits per day",)))
    assert told([made.broken()], without)[0].cost.a_day == "Not priced: give visits per day in business.yaml."
    faulty = stories.background(number_12=Price(is_faulty=True))
    assert told([made.broken()], faulty)[0].cost.a_day.startswith("Not priced: business.yaml has a mistake.")


def test_where_nothing_is_remembered_nobody_is_asked_for_figures() -> None:
    unasked = Background(Story(problem="the history cannot be opened."))
    (cause,) = told([made.broken()], unasked)
    assert cause.cost.a_day == "Not priced: nothing is known of earlier runs."
    assert told([made.annoying()], Background())[0].cost.a_day == ""


def test_of_many_missing_figures_the_first_is_named_and_all_of_them_below() -> None:
    price = Price(missing=("visits per day", "order value", "margin"))
    cost = told([made.broken()], stories.background(number_12=price))[0].cost
    assert cost.a_day == "Not priced: give visits per day and 2 more figures in business.yaml."
    assert cost.in_all == (
        "Nobody has said visits per day, order value and margin;"
        " what business.yaml says counts from the next run on"
    )


def test_a_headline_of_one_cause_says_how_much_more_it_stops() -> None:
    judged = [made.site_down(of) for of in made.EVERYTHING]
    text = render(made.run(judged), judged, files=set(), allure="")
    assert "The same stops 7 more journeys." in text


def test_a_headline_of_one_cause_names_the_few_things_that_it_stops_besides() -> None:
    judged = [made.site_down(of) for of in (made.PROMO, made.SEARCH)]
    text = unescape(render(made.run(judged), judged, files=set(), allure=""))
    (also,) = re.findall(r'The same stops "([^"]*)"\.', text)
    assert also in {made.PROMO.title, made.SEARCH.title}


def test_what_many_own_nobody_owns() -> None:
    judged = [
        made.site_down(made.journey(f"buy/{team}", f"Buy {team}", owner=team))
        for team in ("a", "b", "c", "d")
    ]
    owner = told(judged, Background())[0].owner
    assert owner == "Nobody alone: it stops journeys of a, b, c and 1 more"


def test_a_headline_of_one_cause_says_since_when_and_whom_it_hits() -> None:
    judged = [made.broken(made.PROMO, made.PHONE), made.fine(made.PROMO, made.LAPTOP)]
    text = render(made.run(judged), judged, background=stories.background(), files=set(), allure="")
    (below,) = re.findall(r'<p class="below">(.*?)</p>', text)
    assert below == (
        "Since 19 November, 3 of 3 nights. A first-time shopper on a phone, about 40 % of customers; "
        "works for 25 %."
    )


def test_whom_it_hits_and_for_whom_it_works_are_shares_of_customers() -> None:
    judged = [made.broken(made.PROMO, made.PHONE), made.fine(made.PROMO, made.LAPTOP)]
    assert told(judged, Background())[0].reach == (
        "A first-time shopper on a phone, about 40 % of customers; works for 25 %"
    )
    assert works_for(judged) == "Works for 25 % of customers: A loyal customer on a laptop."
    assert works_for([made.fine(made.PROMO)]) == ""
    assert works_for([made.broken(made.PROMO, made.PHONE), made.fine(made.SEARCH, made.LAPTOP)]) == ""
    assert works_for([made.broken()]) == "None of the shoppers could do all they came for."


def test_advice_to_find_out_is_followed_by_something_to_do_and_by_how_one_will_know() -> None:
    advice = told([made.slow()], Background())[0].advice
    assert advice.what.startswith("Find out what takes the time")
    assert advice.what.endswith("Take the slowest page of this step and look what it waits for.")
    assert advice.done_when == '"Search for a shirt" takes no more than 3 seconds.'


def test_no_finding_needs_more_than_forty_words_before_its_details() -> None:
    for background in (stories.background(number_12=stories.PRICE), Background()):
        assert all(words_before_the_details(cause) <= MOST_WORDS for cause in told(made.mixed(), background))


def test_a_promise_is_kept_only_if_it_was_kept_each_time() -> None:
    visit, judgement = made.broken()
    check = (
        visit.steps[2]
        .actions[0]
        .model_copy(update={"verb": "see", "sentence": 'see "Delivery" no later than in 3 working days'})
    )

    def checked(*held: Literal["held", "missed"]) -> Tone:
        actions = tuple(check.model_copy(update={"held": each == "held"}) for each in held)
        walked = visit.model_copy(update={"steps": (made.step(1, "Pay", actions=actions),)})
        (promise,) = promises([(walked, judgement)], Background())
        assert promise.what == '"Delivery" no later than in 3 working days'
        return promise.mark.tone

    assert checked("held") is Tone.FINE
    assert checked("held", "missed") is Tone.BROKEN


def test_a_run_that_came_to_no_promise_says_so() -> None:
    judged = [made.fine(made.TRACK)]
    text = render(made.run(judged), judged, files=set(), allure="")
    assert "No promise with a day to it was checked" in text
    assert "What the company promised" not in text


def test_a_finding_that_is_set_aside_says_until_when() -> None:
    aside = stories.OPEN.model_copy(update={"quarantined_until": stories.days_ago(-4).date()})
    cause = told([made.broken()], Background(stories.story(aside)))[0]
    assert cause.past.told == ("Set aside until 25 November: until then it fails no run",)
    assert cause.mark.word == "Does not work"
    assert stories.OPEN.verdict is Verdict.BROKEN
