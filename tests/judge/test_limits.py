"""Each figure against its limit, in plain words, with where the limit comes from."""

from typing import Any

import pytest

from harness.judge import Finding, Verdict, judge
from harness.record import Budgets, LimitSource, PageBudget
from harness.record.budgets import FIGURES

from .visits import step, view, visit

ON_SITE = {figure: LimitSource(level="site") for figure in FIGURES}
BUDGETS = Budgets(weight_bytes=2_000_000, requests=80, journey_ms=60_000, sources=ON_SITE)

CASES: list[tuple[dict[str, Any], str, str]] = [
    (
        {"lcp_ms": 2600},
        'To watch: customers wait too long at "Apply the code".',
        'The page "Basket" took 2.6 seconds to show its main content; 2.5 seconds are allowed on this site.',
    ),
    (
        {"load_ms": 4040},
        'To watch: customers wait too long at "Apply the code".',
        'The page "Basket" took 4.04 seconds to be complete; 4 seconds are allowed on this site.',
    ),
    (
        {"inp_ms": 210},
        'To watch: the page is slow to answer what customers do at "Apply the code".',
        'The page "Basket" took 0.21 seconds to answer what the customer did; 0.2 seconds are allowed on this site.',  # noqa: E501 -- as told
    ),
    (
        {"cls": 0.31},
        'To watch: the page jumps before the eyes of customers at "Apply the code".',
        'The page "Basket" moved what was already there by 0.31; 0.1 is allowed on this site.',
    ),
    (
        {"size_bytes": 3_140_000},
        'To watch: customers have to load too much at "Apply the code".',
        'The page "Basket" weighs 3.1 MB; 2 MB are allowed on this site.',
    ),
    (
        {"requests": 120},
        'To watch: customers have to load too many pieces at "Apply the code".',
        'The page "Basket" is put together from 120 pieces; 80 pieces are allowed on this site.',
    ),
]


def only(visited: Any) -> Finding:
    (finding,) = judge(visited).findings
    return finding


@pytest.mark.parametrize(
    ("figures", "sentence", "detail"), CASES, ids=[next(iter(case[0])) for case in CASES]
)
def test_a_figure_over_its_limit_is_told_in_its_own_words(
    figures: dict[str, Any], sentence: str, detail: str
) -> None:
    finding = only(visit(step(page_views=(view(title="Basket", **figures),)), budgets=BUDGETS))
    assert (finding.verdict, finding.kind) == (Verdict.OVER_BUDGET, "slow page")
    assert finding.sentence == sentence
    assert finding.detail.startswith(f"{detail} As this shopper saw it, once.")
    assert finding.action


@pytest.mark.parametrize(
    "figures",
    [
        {"lcp_ms": 2500, "load_ms": 4000, "inp_ms": 200, "cls": 0.1, "size_bytes": 2_000_000, "requests": 80},
        {"lcp_ms": None, "load_ms": None, "inp_ms": None, "cls": None, "size_bytes": None, "requests": None},
    ],
    ids=["at its limits", "not measured"],
)
def test_within_its_limits_or_unmeasured_a_page_is_not_told(figures: dict[str, Any]) -> None:
    assert judge(visit(step(page_views=(view(**figures),)), budgets=BUDGETS)).findings == ()


def test_weight_and_requests_have_no_limit_unless_somebody_says_so() -> None:
    heavy = view(size_bytes=90_000_000, requests=900)
    assert judge(visit(step(page_views=(heavy,), active_ms=9000))).findings == ()


def test_a_page_that_may_not_jump_at_all_is_told_when_it_does() -> None:
    still, jumping = (
        judge(visit(step(page_views=(view(cls=cls),)), budgets=Budgets(cls=0))) for cls in (0, 0.01)
    )
    assert (still.verdict, jumping.verdict) == (Verdict.FINE, Verdict.OVER_BUDGET)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (None, "2.5 seconds are allowed."),
        (LimitSource(level="site"), "2.5 seconds are allowed on this site."),
        (LimitSource(level="stage", name="buy"), '2.5 seconds are allowed in the stage "buy".'),
        (LimitSource(level="journey"), "2.5 seconds are allowed in this journey."),
        (LimitSource(level="persona", name="phone"), '2.5 seconds are allowed for the persona "phone".'),
    ],
)
def test_where_a_limit_comes_from_is_told(source: LimitSource | None, words: str) -> None:
    budgets = Budgets(sources={"lcp_ms": source} if source else {})
    assert words in only(visit(step(page_views=(view(lcp_ms=9000),)), budgets=budgets)).detail


def test_a_page_has_its_own_limit_and_the_other_pages_keep_theirs() -> None:
    budgets = Budgets(pages=(PageBudget(page="Basket*", lcp_ms=1000),))
    here, elsewhere = view(title="Basket", lcp_ms=1200), view(title="Home", lcp_ms=1200)
    assert judge(visit(step(page_views=(elsewhere,)), budgets=budgets)).findings == ()
    detail = only(visit(step(page_views=(here, elsewhere)), budgets=budgets)).detail
    assert 'took 1.2 seconds to show its main content; 1 second is allowed on the page "Basket*".' in detail


def test_a_journey_takes_as_long_as_its_steps_without_the_cleanup() -> None:
    steps = (step(0, active_ms=8000), step(1, name="Pay", active_ms=9000))
    cleanup = step(2, name="Empty the basket", active_ms=9000, part="cleanup")
    within, over = (Budgets(journey_ms=limit) for limit in (17_000, 16_000))
    assert judge(visit(*steps, cleanup, budgets=within)).findings == ()
    finding = only(visit(*steps, cleanup, budgets=over))
    assert (finding.kind, finding.step, finding.verdict) == ("slow journey", None, Verdict.OVER_BUDGET)
    assert finding.sentence == "To watch: it takes customers too long to apply a promo code."
    assert finding.detail.startswith("All steps together took 17 seconds; 16 seconds are allowed.")
    assert finding.place == "journeys/buy/promo-code.yaml:1"


def test_a_journey_that_stopped_has_no_time() -> None:
    assert (
        judge(visit(step(active_ms=8000), budgets=Budgets(journey_ms=1), ending="cut short")).findings[1:]
        == ()
    )


def test_the_author_of_a_step_is_nearer_than_any_other_limit() -> None:
    budgets = Budgets(step_ms=1000, sources=ON_SITE)
    assert judge(visit(step(active_ms=2000, within_ms=3000), budgets=budgets)).findings == ()
    finding = only(visit(step(active_ms=2000), budgets=budgets))
    assert '"Apply the code" took 2 seconds; 1 second is allowed on this site.' in finding.detail
