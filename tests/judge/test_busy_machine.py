"""A busy machine excuses what it can explain and no more; what it excuses is told all the same."""

from typing import Any

import pytest

from harness.judge import Finding, Verdict, judge
from harness.record import Budgets, MachineLoad, StepRecord

from .visits import earlier, step, view, visit

NOT_JUDGED = "machine busy"
FINGERPRINTS = {
    "slow": "buy/promo-code|Apply the code|slow|step time",
    NOT_JUDGED: "buy/promo-code|Apply the code|machine busy|step time",
}


def took(measured_ms: int, machine: MachineLoad | None, **facts: Any) -> StepRecord:
    """Return a step that may take three seconds."""
    given = {"within_ms": 3000, "page_views": (), **facts}
    return step(active_ms=measured_ms, duration_ms=measured_ms, machine=machine, **given)


def only(*steps: StepRecord, **facts: Any) -> Finding:
    (finding,) = judge(visit(*steps, **facts)).findings
    return finding


STEPS = [
    ("nothing known of the machine", 4000, None, "slow step"),
    ("a quiet machine", 4000, MachineLoad(pressure=0.1), "slow step"),
    ("waiting as every browser does", 3200, MachineLoad(pressure=0.29), "slow step"),
    ("so much waiting that it may be the reason", 4000, MachineLoad(pressure=0.6), NOT_JUDGED),
    ("too long even without the waiting", 9000, MachineLoad(pressure=0.6), "slow step"),
    ("others waited, this visit did not", 4000, MachineLoad(pressure=0.9, waited_ms=100), "slow step"),
    ("this visit waited itself", 4000, MachineLoad(pressure=0.9, waited_ms=1500), NOT_JUDGED),
    ("many threads waited at once", 4000, MachineLoad(pressure=0.1, waited_ms=9000), "slow step"),
    (
        "others hardly ran: our own threads wait",
        4000,
        MachineLoad(pressure=0.9, waited_ms=9000, others_ms=99),
        "slow step",
    ),
    ("others ran all the time", 4000, MachineLoad(pressure=0.9, waited_ms=9000, others_ms=4000), NOT_JUDGED),
    ("an estimate counts as well", 4000, MachineLoad(pressure=0.6, estimated=True), NOT_JUDGED),
]


@pytest.mark.parametrize(
    ("measured_ms", "machine", "kind"), [s[1:] for s in STEPS], ids=[s[0] for s in STEPS]
)
def test_a_step_is_excused_only_by_what_waiting_can_explain(
    measured_ms: int, machine: MachineLoad | None, kind: str
) -> None:
    assert only(took(measured_ms, machine)).kind == kind


def test_what_is_not_judged_is_told_and_changes_no_verdict() -> None:
    judgement = judge(visit(took(4000, MachineLoad(pressure=0.6))))
    (finding,) = judgement.findings
    assert judgement.verdict == finding.verdict == Verdict.FINE
    assert finding.sentence == (
        'The time of "Apply the code" was not judged: the shopper\'s own machine was busy.'
    )
    assert finding.detail == (
        '"Apply the code" took 4 seconds; 3 seconds are allowed for this step.'
        " Up to 2.4 seconds of it may be the machine's own waiting."
    )


def test_while_the_site_works_on_its_answer_no_machine_is_the_reason() -> None:
    busy = MachineLoad(pressure=0.95)
    slow_site, slow_page = view(ttfb_ms=3100, load_ms=3900), view(ttfb_ms=100, load_ms=3900)
    assert only(took(4000, busy, page_views=(slow_site,))).kind == "slow step"
    assert only(took(4000, busy, page_views=(slow_page,))).kind == NOT_JUDGED


@pytest.mark.parametrize(
    ("figures", "kind"),
    [
        ({"lcp_ms": 3000, "ttfb_ms": 100}, NOT_JUDGED),
        ({"lcp_ms": 3000, "ttfb_ms": 2600}, "slow page"),
        ({"load_ms": 4500, "ttfb_ms": 100}, NOT_JUDGED),
        ({"inp_ms": 300}, NOT_JUDGED),
        ({"cls": 0.3}, "slow page"),
        ({"size_bytes": 9_000_000}, "slow page"),
        ({"requests": 500}, "slow page"),
    ],
    ids=str,
)
def test_times_of_pages_are_excused_and_what_no_machine_changes_is_judged(
    figures: dict[str, Any], kind: str
) -> None:
    budgets = Budgets(weight_bytes=2_000_000, requests=80)
    walked = step(page_views=(view(**figures),), duration_ms=5000, machine=MachineLoad(pressure=0.9))
    assert only(walked, budgets=budgets).kind == kind


def test_a_page_that_came_up_in_the_next_step_is_measured_by_that_steps_machine_too() -> None:
    first = step(0, page_views=(view(lcp_ms=4000),), duration_ms=500, machine=MachineLoad(pressure=0.1))
    quiet, busy = (
        step(1, started_ms=500, duration_ms=5000, machine=MachineLoad(pressure=share), page_views=())
        for share in (0.1, 0.9)
    )
    assert only(first, quiet).kind == "slow page"
    assert only(first, busy).kind == NOT_JUDGED


def test_what_is_certain_is_told_rather_than_what_is_not() -> None:
    pages = (view(lcp_ms=20_000, ttfb_ms=0), view(cls=0.2))
    walked = step(page_views=pages, duration_ms=20_000, machine=MachineLoad(pressure=0.95))
    assert only(walked).fingerprint.endswith("|slow|CLS")


def test_a_whole_journey_is_excused_by_the_waiting_in_its_steps() -> None:
    steps = [
        step(n, active_ms=4000, duration_ms=4000, page_views=(), machine=MachineLoad(pressure=0.5))
        for n in range(3)
    ]
    assert only(*steps, budgets=Budgets(journey_ms=10_000)).kind == NOT_JUDGED
    assert only(*steps, budgets=Budgets(journey_ms=5000)).kind == "slow journey"


def test_a_visit_that_was_not_judged_counts_neither_way_among_the_last_five() -> None:
    slow, spoilt = earlier(FINGERPRINTS["slow"]), earlier(FINGERPRINTS[NOT_JUDGED])
    visited = visit(took(4000, MachineLoad(pressure=0)))
    without = judge(visited, [slow, spoilt, spoilt, spoilt, earlier(), slow]).findings[0]
    assert without.confidence == "certain"
    assert without.detail.endswith("It was in 3 of the last 4 visits.")
    spoilt_only = judge(visited, [spoilt, spoilt, slow]).findings[0]
    assert spoilt_only.confidence == "unsure"
