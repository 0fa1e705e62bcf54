"""What a visit costs a customer: time by the keystroke-level model, hassles, and how hard it was."""

from typing import Any

import pytest

from harness.judge import judge
from harness.judge.effort.handwork import BY_INPUT, MOUSE, hands_ms
from harness.judge.effort.measuring import effort_of
from harness.judge.effort.model import Effort
from harness.record import (
    ActionRecord,
    Filled,
    Friction,
    Ideal,
    JourneyFacts,
    MachineLoad,
    PageNotes,
    PersonaFacts,
    ShownTotal,
    StepRecord,
)

from .visits import PLACE, deed, step, trouble, view, visit

BANNER = Friction(kind="popup", what="Cookie banner", duration_ms=100)
NEWS = Friction(kind="popup", what="Newsletter", duration_ms=200)


def done(verb: str, sentence: str = "", **facts: Any) -> ActionRecord:
    return deed(verb).model_copy(update={"sentence": sentence or f"{verb} it", **facts})


def typed(label: str, characters: int | None = 5, same_as: str = "") -> ActionRecord:
    filled = Filled(field=label, characters=characters, same_as=same_as)
    return done("fill", f'fill "{label}" with "..."', filled=(filled,))


def told(*steps: StepRecord, **facts: Any) -> list[tuple[str, str]]:
    return [(hassle.kind, hassle.what) for hassle in effort_of(visit(*steps, **facts)).hassles]


def kinds(*steps: StepRecord, **facts: Any) -> list[str]:
    return [kind for kind, _ in told(*steps, **facts)]


def hard(*hassles: Friction, took_ms: int = 0, ideal: Ideal | None = None) -> Effort:
    walked = visit(step(friction=hassles, active_ms=took_ms))
    journey = walked.journey.model_copy(update={"ideal": ideal or Ideal()})
    return effort_of(walked.model_copy(update={"journey": journey}))


@pytest.mark.parametrize(
    ("action", "took_ms"),
    [
        (typed("Name", 10), 2850 + 2800),
        (typed("Password", None), 2850 + 8 * 280),
        (done("click"), 2650),
        (done("choose"), 3950),
        (done("drag"), 3750),
        (done("upload"), 5300),
        (done("press"), 1630),
        (done("sign in quickly", filled=typed("Name", 10).filled), 2650 + 5650),
    ],
    ids=lambda value: value.verb if isinstance(value, ActionRecord) else "",
)
def test_what_is_done_takes_as_long_as_the_model_says(action: ActionRecord, took_ms: int) -> None:
    assert hands_ms(action, MOUSE) == took_ms


def test_a_finger_types_slower_and_stays_where_it_is() -> None:
    assert hands_ms(typed("Name", 10), BY_INPUT["touch"]) == 2450 + 4000


def test_hands_and_waiting_are_added_up_without_cleanup_and_what_only_we_wait_for() -> None:
    walked = step(
        active_ms=3000,
        actions=(typed("Name", 10), done("should see", duration_ms=2000)),
        friction=(BANNER,),
    )
    effort = effort_of(visit(walked, step(1, part="cleanup", active_ms=5000, actions=(done("click"),))))
    assert (effort.hands_ms, effort.waiting_ms, effort.fields, effort.actions) == (5650 + 2650, 1100, 1, 1)
    assert effort.customer_time_ms == 9400


def test_the_effort_of_a_visit_that_stopped_is_unknown_and_its_hassles_are_not() -> None:
    judgement = judge(visit(step(friction=(NEWS,)), step(1, trouble=trouble("not found"))))
    assert judgement.effort
    assert (judgement.effort.is_known, judgement.effort.grade) == (False, None)
    assert judgement.effort.customer_time_ms is None
    assert [hassle.kind for hassle in judgement.effort.hassles] == ["interruption"]
    assert [each.ease for each in judgement.effort.steps] == [3, 0]


def test_a_visit_that_never_began_has_no_effort() -> None:
    assert judge(visit(step(outcome="not reached"), ending="not walked")).effort is None


@pytest.mark.parametrize(
    ("hassles", "took_ms", "ideal_ms", "grade"),
    [
        ((), 0, None, "easy"),
        ((BANNER,), 0, None, "easy"),
        ((BANNER, BANNER), 0, None, "some effort"),
        ((NEWS,), 0, None, "some effort"),
        ((NEWS,) * 3, 0, None, "hard work"),
        ((), 11_000, 10_000, "easy"),
        ((), 12_000, 10_000, "some effort"),
        ((), 30_000, 10_000, "some effort"),
        ((NEWS,) * 3, 0, 10_000, "some effort"),
        ((NEWS,) * 3, 30_000, 10_000, "hard work"),
    ],
)
def test_hassles_and_the_ideal_make_the_grade(
    hassles: tuple[Friction, ...], took_ms: int, ideal_ms: int | None, grade: str
) -> None:
    assert hard(*hassles, took_ms=took_ms, ideal=Ideal(time_ms=ideal_ms)).grade == grade


def test_the_grade_says_why() -> None:
    assert hard(NEWS, ideal=Ideal(pages=1, time_ms=1000)).grade_says == (
        "Some effort: 1 hassle, and 3 seconds where 1 second would do."
    )


@pytest.mark.parametrize(
    ("deeds", "says"),
    [
        ((), "Easy: no hassle."),
        ((typed("Name"),), "Some effort: no hassle, and 1 field where 0 would do."),
    ],
)
def test_no_field_at_all_is_an_ideal_too(deeds: tuple[ActionRecord, ...], says: str) -> None:
    walked = visit(step(actions=deeds))
    journey = walked.journey.model_copy(update={"ideal": Ideal(fields=0)})
    assert effort_of(walked.model_copy(update={"journey": journey})).grade_says == says


def test_the_banner_that_decides_nothing_is_told_of() -> None:
    assert hard(BANNER).grade_says == "Easy: no hassle besides the banner for consent."


def test_hard_work_annoys_and_names_what_was_in_the_way() -> None:
    judgement = judge(visit(step(friction=(NEWS,) * 3)))
    assert judgement.verdict == "annoying"
    assert judgement.findings[0].sentence == "It is hard work for customers to apply a promo code."
    assert judgement.findings[0].detail == "Hard work: 3 hassles. Newsletter came up."


@pytest.mark.parametrize(
    ("label", "with_it"),
    [
        ("Confirm e-mail", []),
        ("Security code", []),
        ("Promo code", []),
        ("Discount code or gift card", []),
        ("Gutscheincode", []),
        ("Search", []),
        ("E-mail", [typed("Password", None)]),
    ],
)
def test_a_question_may_be_asked_again_to_make_sure_or_for_security(
    label: str, with_it: list[ActionRecord]
) -> None:
    assert kinds(step(actions=(typed(label, same_as="E-mail"), *with_it))) == []


@pytest.mark.parametrize("label", ["Post code", "ZIP code", "Gift message", "Company"])
def test_what_is_a_fact_about_her_is_not_excused(label: str) -> None:
    assert kinds(step(actions=(typed(label, same_as=label),))) == ["repeated question"]


def test_a_question_asked_again_is_told_with_what_it_was_called_before() -> None:
    assert told(step(actions=(typed("Your e-mail", same_as="E-mail"),))) == [
        (
            "repeated question",
            '"Your e-mail" was asked for again; the customer had given it before as "E-mail".',
        )
    ]


def test_an_error_is_a_hassle_unless_the_journey_looks_for_it() -> None:
    error = Friction(kind="visible error", what="This code has expired.")
    looks = done("see", 'see "This code has expired"')
    assert kinds(step(friction=(error,))) == ["visible error"]
    assert kinds(step(friction=(error,)), step(1, actions=(looks,))) == []


@pytest.mark.parametrize(
    "text", ["Please call us: 503 555 0100.", "Bitte wenden Sie sich an den Kundendienst.", "Contact support"]
)
def test_an_error_that_sends_elsewhere_is_a_change_of_channel(text: str) -> None:
    assert kinds(step(friction=(Friction(kind="visible error", what=text),))) == ["told to change channel"]


@pytest.mark.parametrize(
    ("label", "actions", "found"),
    [
        ("Insure my parcel", (), ["pre-ticked extra"]),
        ("Insure my parcel", (done("check", 'tick "Insure my parcel"'),), []),
        ("Insure my parcel (optional)", (done("check", 'tick "it"', ticked="Insure my parcel"),), []),
        ("Send me offers", (done("choose", 'choose "M" for "Size"', ticked="M"),), ["pre-ticked extra"]),
        ("Same as delivery address", (), []),
        ("Ich habe die Datenschutzerklärung gelesen", (), []),
        ("I have read the data protection notice", (), []),
        ("Geräteschutz für 2 Jahre", (), ["pre-ticked extra"]),
        ("Stay safe for $2.90", (), ["pre-ticked extra"]),
    ],
)
def test_a_ticked_box_is_a_hassle_where_it_sells_and_the_customer_has_not_touched_it(
    label: str, actions: tuple[ActionRecord, ...], found: list[str]
) -> None:
    assert kinds(step(actions=actions, notes=PageNotes(ticked=(label,)))) == found


def test_a_ticked_box_that_the_customer_clears_is_a_hassle_once() -> None:
    shown = PageNotes(ticked=("Insure my parcel *",))
    clears = done("uncheck", 'untick "insurance"', ticked="Insure my parcel", unticked="Insure my parcel")
    assert kinds(step(actions=(clears,)), step(1, notes=PageNotes(ticked=()))) == ["pre-ticked extra"]
    assert kinds(step(notes=shown), step(1, actions=(clears,))) == ["pre-ticked extra"]


def pages(before: str, after: str, *between: ActionRecord, label: str = "Order total") -> list[str]:
    def notes(text: str) -> PageNotes:
        return PageNotes(totals=(ShownTotal(label=label, text=text),), priced=("Fast, $5.00",))

    return kinds(step(notes=notes(before)), step(1, actions=between, notes=notes(after)))


@pytest.mark.parametrize(
    ("before", "after", "between", "found"),
    [
        ("$40.00", "$43.95", done("click", 'click "Continue"'), ["price grew"]),
        ("$40.00", "$43.95", done("choose", 'choose "Standard" for "Delivery"'), ["price grew"]),
        ("$40.00", "$43.95", done("choose", 'choose "Express" for "Delivery"'), []),
        ("$40.00", "$45.00", done("choose", 'choose "Fast" for "When"'), []),
        ("$40.00", "$80.00", done("click", 'click "Add to basket"'), []),
        ("$40.00", "$80.00", typed("Quantity"), []),
        ("$40.00", "$36.00", done("click", 'click "Continue"'), []),
        ("$40.00", "soon", done("click", 'click "Continue"'), []),
    ],
)
def test_a_total_that_grows_is_a_hassle_unless_something_was_chosen_that_costs(
    before: str, after: str, between: ActionRecord, found: list[str]
) -> None:
    assert pages(before, after, between) == found


OPENS = done("open", 'open "/"')
GOES_ON = done("click", 'click "Next"')
WRAPS = done("check", 'tick "wrapping"', ticked="Fast, $5.00")
EXPRESS = done("choose", 'choose "Express" for "Delivery"')
ADDS_ONE = done("click", 'click "Add to basket"')


@pytest.mark.parametrize(
    ("deeds", "totals", "found"),
    [
        (((OPENS, WRAPS), (GOES_ON,)), ("$40.00", "$44.40"), []),
        (((OPENS,), (WRAPS,), (GOES_ON,)), ("$40.00", "$40.00", "$44.40"), []),
        (((OPENS,), (EXPRESS,), (GOES_ON,)), ("$40.00", "$40.00", "$49.00"), []),
        (((OPENS,), (ADDS_ONE,), (GOES_ON,)), ("$40.00", "$40.00", "$80.00"), []),
        (((OPENS, WRAPS), (GOES_ON, EXPRESS), (GOES_ON,)), ("$40.00", "$44.40", "$49.00"), []),
        (((OPENS, ADDS_ONE), (GOES_ON,)), ("$40.00", "$43.95"), ["price grew"]),
        (((OPENS, EXPRESS, GOES_ON), (GOES_ON,)), ("$40.00", "$43.95"), ["price grew"]),
        (((OPENS,), (EXPRESS,), (GOES_ON,)), ("$40.00", "$49.00", "$53.95"), ["price grew"]),
    ],
)
def test_what_was_chosen_may_show_in_the_total_of_a_later_page_and_only_once(
    deeds: tuple[tuple[ActionRecord, ...], ...], totals: tuple[str, ...], found: list[str]
) -> None:
    brings = {OPENS.sentence, GOES_ON.sentence}
    steps = (
        step(
            at,
            actions=done_there,
            page_views=tuple(view().model_copy(update={"cause": cause}) for cause in brings),
            notes=PageNotes(totals=(ShownTotal(label="Total", text=total),), priced=("Fast, $5.00",)),
        )
        for at, (done_there, total) in enumerate(zip(deeds, totals, strict=True))
    )
    assert kinds(*steps) == found


ASKS = PageNotes(fields=("E-mail", "Password"))
STOPPED = step(1, trouble=trouble("not found", target="Continue as guest"), notes=ASKS)
GUEST = PersonaFacts(id="shopper", who="A guest", locale="en-US")


@pytest.mark.parametrize(
    ("before", "notes", "persona", "found"),
    [
        (step(), ASKS, GUEST, ["forced account"]),
        (step(), ASKS, GUEST.model_copy(update={"is_guest": False}), []),
        (step(), ASKS.model_copy(update={"ways_as_guest": ("Order as a guest",)}), GUEST, []),
        (step(notes=ASKS), ASKS, GUEST, []),
        (step(actions=(typed("Password", None),)), ASKS, GUEST, []),
        (step(), PageNotes(fields=("E-mail",)), GUEST, []),
    ],
)
def test_an_account_is_forced_where_a_guest_is_stopped_and_shown_no_other_way(
    before: StepRecord, notes: PageNotes, persona: PersonaFacts, found: list[str]
) -> None:
    stopped = STOPPED.model_copy(update={"notes": notes})
    walked = visit(before, stopped, persona=persona)
    assert [hassle.kind for hassle in effort_of(walked).hassles] == found
    assert (judge(walked).findings[0].fingerprint.rpartition("|")[2] == "account forced") is bool(found)


def test_an_account_is_forced_also_where_the_step_before_ended_on_the_page_that_asks() -> None:
    came = step(1, name="Go to the checkout", notes=ASKS)
    stopped = STOPPED.model_copy(update={"index": 2})
    walked = visit(step(notes=PageNotes(fields=("Size",))), came, stopped, persona=GUEST)
    assert [hassle.kind for hassle in effort_of(walked).hassles] == ["forced account"]


def test_more_than_ten_seconds_until_what_was_looked_for_is_a_long_wait() -> None:
    clicks = done("click", 'click "Pay"', duration_ms=6000)
    looks = done("see", duration_ms=5000)
    assert kinds(step(actions=(clicks, looks))) == ["long wait"]
    assert kinds(step(actions=(clicks, done("click"), looks))) == []


@pytest.mark.parametrize(
    ("duration_ms", "ttfb_ms", "found"),
    [(1500, 1500, ["wait without feedback"]), (1500, 100, []), (900, 900, [])],
)
def test_a_silence_is_told_where_it_was_the_sites_and_not_our_busy_machine(
    duration_ms: int, ttfb_ms: int, found: list[str]
) -> None:
    silent = Friction(kind="no feedback", what='click "Pay"', duration_ms=duration_ms)
    busy = MachineLoad(pressure=1, waited_ms=2000, others_ms=2000)
    page = view(ttfb_ms=ttfb_ms).model_copy(update={"cause": 'click "Pay"'})
    walked = step(friction=(silent,), machine=busy, duration_ms=2000, page_views=(page,))
    assert kinds(walked) == found


def test_a_journey_says_what_is_ideal() -> None:
    facts = JourneyFacts(
        id="buy/a", title="A", stage="buy", touchpoint="buying", place=PLACE, ideal=Ideal(fields=1)
    )
    asked = effort_of(visit(step(actions=(typed("A"), typed("B"))), journey=facts))
    assert (asked.ideal_fields, asked.grade) == (1, "some effort")
    assert asked.grade_says == "Some effort: no hassle, and 2 fields where 1 would do."
