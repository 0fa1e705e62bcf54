"""What has one reason is one entry."""

from harness.judge import Verdict
from harness.record import JourneyFacts
from harness.reports.cx.causes import causes
from harness.reports.cx.frictions import counted_in_run
from harness.reports.cx.lead import CANNOT, SLOW, headline

from . import records as made

BOTH = (made.PHONE, made.LAPTOP)


def test_the_same_finding_for_several_shoppers_is_one_entry() -> None:
    (cause,) = causes([made.broken(made.PROMO, who) for who in BOTH], CANNOT, set())
    assert cause.who == (
        "A first-time shopper on a phone (about 40 % of customers)",
        "A loyal customer on a laptop (about 25 % of customers)",
    )
    assert cause.also == ""


def test_one_outage_is_one_entry_that_names_what_else_it_stops() -> None:
    judged = [made.site_down(of, who) for of in made.EVERYTHING for who in BOTH]
    (cause,) = causes(judged, CANNOT, set())
    assert cause.also.startswith("7 more journeys: ")
    assert len(cause.walks) == 16


def test_a_part_that_several_journeys_share_is_one_entry() -> None:
    def sign_in(of: str) -> made.Judged:
        found = made.finding(
            "broken step",
            Verdict.BROKEN,
            f"Signing in fails on the way to {of}",
            place="journeys/parts/sign-in.yaml:7",
            step=1,
        )
        return made.visit(made.journey(f"buy/{of}", of)), made.judgement(found)

    assert len(causes([sign_in("order"), sign_in("account")], CANNOT, set())) == 1


def test_different_findings_stay_apart_and_the_worst_leads() -> None:
    minor = made.journey("help/minor", "Read the blog", severity="minor")
    blog = made.finding("broken step", Verdict.BROKEN, "The blog does not open", step=1)
    found = causes([(made.visit(minor), made.judgement(blog)), made.broken(made.PROMO)], CANNOT, set())
    assert [cause.sentence for cause in found] == [
        'Customers cannot apply a promo code: they are stopped at "Apply the code".',
        "The blog does not open.",
    ]


def test_an_entry_says_for_whom_it_works() -> None:
    (cause,) = causes(
        [made.broken(made.PROMO, made.PHONE), made.fine(made.PROMO, made.LAPTOP)], CANNOT, set()
    )
    assert cause.fine_for == ("A loyal customer on a laptop",)


def with_her_own_words(judged: made.Judged) -> made.Judged:
    visit, judgement = judged
    told = judgement.findings[0].model_copy(update={"of_one": "She cannot apply a promo code."})
    return visit, made.judgement(told)


def test_what_one_of_several_shoppers_met_is_said_of_her() -> None:
    met = with_her_own_words(made.broken(made.PROMO, made.PHONE))
    other = made.fine(made.SEARCH, made.LAPTOP)
    (cause,) = causes([met, other], CANNOT, set())
    assert cause.sentence == "She cannot apply a promo code."
    assert headline(made.run([met, other]), [met, other]) == "She cannot apply a promo code."


def test_what_all_shoppers_met_or_the_only_one_is_said_of_customers() -> None:
    phone, laptop = (with_her_own_words(made.broken(made.PROMO, who)) for who in BOTH)
    for judged in ([phone], [phone, laptop]):
        (cause,) = causes(judged, CANNOT, set())
        assert cause.sentence.startswith("Customers cannot apply a promo code: ")


def test_an_entry_says_that_nobody_else_tried_it() -> None:
    met = made.broken(made.PROMO, made.PHONE)
    (alone,) = causes([met, made.fine(made.SEARCH, made.LAPTOP)], CANNOT, set())
    assert alone.reach.endswith("; no other shopper tried it")
    (by_all,) = causes([made.broken(made.PROMO, who) for who in BOTH], CANNOT, set())
    assert by_all.reach == "2 shoppers, about 65 % of customers"


def test_where_all_customers_are_hit_nobody_is_missed() -> None:
    all_of_them = made.PHONE.model_copy(update={"share": 1.0})
    met = made.broken(made.PROMO, all_of_them)
    (cause,) = causes([met, made.fine(made.SEARCH, made.LAPTOP)], CANNOT, set())
    assert cause.reach == "A first-time shopper on a phone: all customers"


def test_a_slow_entry_tells_how_long_each_shopper_waited() -> None:
    judged = [made.slow(measured_ms=3400), made.slow(persona=made.LAPTOP, measured_ms=4100)]
    (cause,) = causes(judged, SLOW, set())
    assert cause.who == (
        "A loyal customer on a laptop (about 25 % of customers): 4.1 seconds",
        "A first-time shopper on a phone (about 40 % of customers): 3.4 seconds",
    )


def test_a_slow_entry_without_detail_sets_the_time_against_its_limit() -> None:
    visit, judgement = made.slow()
    bare = judgement.findings[0].model_copy(update={"detail": ""})
    (cause,) = causes([(visit, made.judgement(bare))], SLOW, set())
    assert cause.time == "4.1 seconds, the limit is 3 seconds"


def test_the_site_is_quoted_when_the_finding_does_not() -> None:
    (cause,) = causes([made.broken()], CANNOT, set())
    assert cause.said == '"Something went wrong, please try again."'


def test_a_finding_without_detail_tells_what_was_expected_and_seen() -> None:
    visit, judgement = made.broken()
    bare = judgement.findings[0].model_copy(update={"detail": ""})
    (cause,) = causes([(visit, made.judgement(bare))], CANNOT, set())
    assert cause.detail == "Expected: an order total 10 % below $40.00; the customer saw: $40.00."


def test_a_journey_without_owner_asks_for_one() -> None:
    (cause,) = causes([made.broken(made.POLICY)], CANNOT, set())
    assert cause.owner == "Nobody yet: name an owner in the journey."


def test_an_annoyance_that_decides_nothing_is_only_counted() -> None:
    banner = made.finding("annoyance", Verdict.FINE, "A consent banner appeared")
    judged = [(made.visit(made.SEARCH), made.judgement(banner))]
    assert causes(judged, ["annoyance"], set()) == ()


def test_popups_are_counted_over_the_run_and_technical_friction_stays_out() -> None:
    assert counted_in_run([made.annoying(), made.annoying(persona=made.LAPTOP)]) == (
        "Newsletter popup came up (4 times in 2 walks, about 4.2 seconds each time).",
    )


def test_two_causes_at_one_step_stay_two_entries() -> None:
    first, judgement = made.broken(made.PROMO, made.PHONE)
    other = judgement.findings[0].model_copy(
        update={"fingerprint": "another cause", "detail": "Something lies over it."}
    )
    judged = [(first, judgement), (made.visit(made.PROMO, made.LAPTOP), made.judgement(other))]
    assert len(causes(judged, CANNOT, set())) == 2


def test_one_slow_step_of_many_journeys_is_one_entry() -> None:
    (cause,) = causes([made.slow(of) for of in (made.SEARCH, made.TRACK, made.POLICY)], SLOW, set())
    assert cause.also == "2 more journeys: Track an order and Find the returns policy"


def test_one_trouble_of_ours_is_one_entry_however_many_walks_it_cost() -> None:
    def offline(of: JourneyFacts) -> made.Judged:
        found = made.finding(
            "not judged",
            Verdict.NOT_JUDGED,
            f'"{of.title}" could not be judged: the shopper herself was stopped.',
            detail="This machine reaches nothing at all.",
        )
        return made.visit(of), made.judgement(found)

    (cause,) = causes([offline(of) for of in made.EVERYTHING], ["not judged"], set())
    assert len(cause.walks) == 8


def test_being_over_the_limit_once_is_not_said_to_be_doubtful() -> None:
    visit, judgement = made.slow()
    once = judgement.findings[0].model_copy(update={"confidence": "unsure"})
    (cause,) = causes([(visit, made.judgement(once))], SLOW, set())
    assert cause.certainty == ""
