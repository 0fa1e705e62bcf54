"""One visit becomes one Allure result: its colour, its words, its steps."""

from pathlib import Path
from typing import Any

import pytest
from allure_commons import model2

from harness.judge import TURNS, Judgement, Verdict
from harness.record import Evidence, Friction, PageView, VisitRecord
from harness.reports.allure import AllureVisit, faulty_to_allure, to_allure
from tests.reports.allure import records as made

PICTURE = b"\xff\xd8 a picture \xff\xd9"


def allure(pair: tuple[VisitRecord, Judgement], folder: Path) -> AllureVisit:
    return to_allure(*pair, folder)


def labels(result: model2.TestResult) -> dict[str, str]:
    return {label.name: label.value for label in result.labels}


def parameters(item: model2.ExecutableItem) -> dict[str, str]:
    return {parameter.name: parameter.value for parameter in item.parameters}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("step-01.jpg", "step-01-thumbnail.jpg", "step-02.jpg", "step-02-thumbnail.jpg"):
        (tmp_path / name).write_bytes(PICTURE)
    return tmp_path


@pytest.mark.parametrize("pair", made.NIGHT, ids=lambda pair: pair[1].verdict)
def test_a_result_has_the_status_of_its_verdict(pair: tuple[VisitRecord, Judgement], folder: Path) -> None:
    result = allure(pair, folder).result

    assert result.status == TURNS[pair[1].verdict].allure_status
    assert labels(result)["verdict"] == pair[1].verdict
    assert labels(result)["whose turn"] == TURNS[pair[1].verdict].party


def test_a_result_says_where_it_belongs_and_who_owns_it(folder: Path) -> None:
    result = allure(made.BROKEN, folder).result

    assert result.name == "Apply a promo code · first-time-phone · SAVE10"
    assert labels(result) | {"tag": "promo"} == {
        "verdict": "broken",
        "whose turn": "company",
        "owner": "checkout-team",
        "severity": "critical",
        "persona": "first-time-phone",
        "touchpoint": "promo code",
        "device": "Pixel 7",
        "browser": "chromium-headless-shell 156.0",
        "tag": "promo",
        "epic": "Buy",
        "feature": "Apply a promo code",
        "parentSuite": "demo",
        "suite": "Buy",
        "subSuite": "Apply a promo code",
    }
    assert [label.value for label in result.labels if label.name == "tag"] == ["promo", "nightly"]


def test_the_message_is_the_headline_alone_so_that_equal_trouble_is_grouped(folder: Path) -> None:
    slow = allure(made.SLOW, folder).result

    assert slow.statusDetails.message == "Shoppers wait too long for the product page."
    assert parameters(slow.steps[0]) == {"took": "5200 ms", "allowed": "3000 ms"}


def test_the_trace_tells_a_developer_the_place_the_facts_and_the_command(folder: Path) -> None:
    assert allure(made.BROKEN, folder).result.statusDetails.trace == (
        "journeys/buy/promo-code.yaml:28\n"
        "  step 2: Apply the code\n"
        "  happened: check failed: The order total did not change.\n"
        "  action: see Order total\n"
        "  wanted: less than $40.00\n"
        "  seen: $40.00\n"
        '  on the page: text "Order total"\n'
        "  page: http://127.0.0.1:8000/basket (status 200)\n"
        "  script error: TypeError: x\n"
        "  the browser's words:\n"
        "    Locator expected to have text\n"
        "    Call log: waiting\n"
        "\n"
        "broken step, turn of the company (likely): "
        "Shoppers cannot use a promo code: the total stays the same.\n"
        '  The total should be less than "$40.00"; it was "$40.00".\n'
        "  Look at how the basket applies codes.\n"
        "  journeys/buy/promo-code.yaml:28\n"
        "\n"
        "to see it again: harness replay 2026-11-21-0200/buy-promo-code-first-time-phone"
    )


def test_a_fine_visit_has_no_message(folder: Path) -> None:
    assert allure(made.FINE, folder).result.statusDetails is None


def test_an_annoying_visit_is_green_and_can_be_filtered(folder: Path) -> None:
    result = allure(made.ANNOYING, folder).result

    assert result.status == "passed"
    assert labels(result)["tag"] == "annoying"


def test_steps_are_coloured_by_what_was_judged(folder: Path) -> None:
    def colours(pair: tuple[VisitRecord, Judgement]) -> list[str]:
        return [step.status for step in allure(pair, folder).result.steps]

    assert colours(made.BROKEN) == ["passed", "failed", "skipped"]
    assert colours(made.SLOW) == ["broken"]
    assert colours(made.OUTDATED) == ["broken"]
    assert colours(made.NOT_JUDGED) == ["unknown"]
    assert colours(made.ON_PURPOSE) == ["skipped"]


def test_a_failed_step_is_never_green_even_when_nothing_was_found(folder: Path) -> None:
    result = to_allure(made.visit(made.NO_DISCOUNT), made.judged(Verdict.FINE), folder).result

    assert result.steps[0].status == "failed"


def test_a_step_holds_its_actions_and_pages_in_the_order_they_happened(folder: Path) -> None:
    first, second, _ = allure(made.BROKEN, folder).result.steps

    assert [(child.name, child.status) for child in first.steps] == [
        ("open /product/blue-shirt", "passed"),
        ('The page "Blue shirt" came up', "passed"),
        ('click "Add to basket"', "passed"),
        ("popup: the cookie banner lay over the page", "passed"),
    ]
    assert second.steps[-1].status == "failed"
    assert parameters(second.steps[-1]) == {"took": "40 ms", "place": "journeys/buy/promo-code.yaml:12"}


def test_a_page_tells_its_figures_and_leaves_out_what_was_not_measured(folder: Path) -> None:
    page = allure(made.BROKEN, folder).result.steps[0].steps[1]

    assert parameters(page) == {
        "address": "http://127.0.0.1:8000/product/blue-shirt",
        "why": "open",
        "status": "200",
        "first byte (TTFB)": "31 ms",
        "first content (FCP)": "120 ms",
        "largest content (LCP)": "180 ms, allowed 2500 ms",
        "layout shift (CLS)": "0.02",
        "loaded": "240 ms, allowed 4000 ms",
        "requests": "7",
        "size": "51 kB",
    }


def test_a_soft_navigation_says_once_what_it_cannot_have(folder: Path) -> None:
    view = PageView(
        url="http://127.0.0.1:8000/basket",
        title="Basket",
        soft=True,
        cause='click "Basket"',
        started_ms=1500,
        lcp_ms=640,
        lcp_element='heading "Your basket"',
        lcp_area_px=5100,
        cls=0.2,
        worst_shift=0.15,
        worst_shift_element='image "Advert"',
        inp_ms=48,
        inp_action='click "Remove"',
        inp_element='button "Remove"',
        long_tasks=0,
        tbt_ms=0,
        requests=3,
        third_party_requests=1,
        size_bytes=2000,
        sizes_unknown=1,
        cache="warm",
        missing={"ttfb_ms": "none", "load_ms": "none", "fcp_ms": "nothing was shown"},
    )
    step = made.step(1, "Look", page_views=(view,))
    page = to_allure(made.visit(step), made.judged(Verdict.FINE), folder).result.steps[0].steps[0]

    assert page.name == 'The page "Basket" came up (soft navigation)'
    assert parameters(page) == {
        "address": "http://127.0.0.1:8000/basket",
        "why": 'click "Basket"',
        "largest content (LCP)": "640 ms, allowed 2500 ms",
        "largest content": 'heading "Your basket", 5100 px²',
        "layout shift (CLS)": "0.2",
        "largest jump": 'image "Advert", 0.15',
        "slowest answer (INP)": "48 ms, allowed 200 ms",
        "slowest answer to": 'click "Remove", button "Remove"',
        "long tasks": "0",
        "blocked (TBT)": "0 ms",
        "requests": "3, 1 to others",
        "size": "2 kB, not counting 1 of others, size hidden",
        "cache": "warm",
        "not measured": "first byte (TTFB), loaded: none; first content (FCP): nothing was shown",
    }


def test_who_shopped_is_told_with_what_was_not_as_asked(folder: Path) -> None:
    persona = made.PHONE.model_copy(
        update={"applied": ("touch screen",), "not_applied": ("connection slow4g: this browser cannot",)}
    )
    visit = made.visit(made.SHIRT, persona=persona)
    result = to_allure(visit, made.judged(Verdict.FINE), folder).result

    assert parameters(result)["not as asked"] == "connection slow4g: this browser cannot"
    assert parameters(result)["found at the pages"] == "touch screen"
    assert "Not as asked of this shopper: connection slow4g: this browser cannot." in result.descriptionHtml


def test_what_hindered_the_customer_and_what_was_not_seen_is_yellow_in_a_green_step(folder: Path) -> None:
    step = made.step(
        1,
        "Look around",
        actions=(made.action("should see You save", verb="should see", held=False),),
        friction=(Friction(kind="dead click", what='nothing happened after "Apply"', duration_ms=1000),),
        missing_nice_to_see=("You save",),
    )

    result = to_allure(made.visit(step), made.judged(Verdict.FINE), folder).result

    assert result.steps[0].status == "passed"
    assert {child.status for child in result.steps[0].steps} == {"broken"}
    assert [child.name for child in result.steps[0].steps] == [
        "should see You save",
        'dead click: nothing happened after "Apply"',
        'Not on the page, though it should be: "You save"',
    ]


def test_each_step_shows_its_screenshot_under_a_name_that_is_not_the_steps(folder: Path) -> None:
    visit = allure(made.BROKEN, folder)

    (shown,) = visit.result.steps[0].attachments
    assert (shown.name, shown.type) == ("Screenshot: what the customer saw", "image/jpeg")
    assert shown.source == "buy-promo-code-first-time-phone-step-01-attachment.jpg"
    assert visit.files[0].file_name == shown.source
    assert visit.files[0].source.read_bytes() == PICTURE


@pytest.mark.parametrize(
    ("piece", "told"),
    [
        (Evidence(kind="screenshot", problem="page closed"), "No screenshot: page closed"),
        (Evidence(kind="screenshot", file="lost.jpg"), "No screenshot: the file is gone"),
    ],
)
def test_missing_evidence_is_told_where_it_is_missing(piece: Evidence, told: str, tmp_path: Path) -> None:
    visit = to_allure(
        made.visit(made.step(1, "Look", evidence=(piece,))), made.judged(Verdict.FINE), tmp_path
    )

    assert [(child.name, child.status) for child in visit.result.steps[0].steps] == [(told, "unknown")]
    assert visit.files == ()


def test_a_history_is_told_by_journey_persona_row_and_site_alone(folder: Path) -> None:
    def identity(**more: Any) -> tuple[str, str]:
        result = to_allure(made.visit(made.SHIRT, **more), made.judged(Verdict.FINE), folder).result
        return result.historyId, result.testCaseId

    first = identity(row={"code": "SAVE10"})
    later: dict[str, Any] = {
        "id": "x",
        "run_id": "y",
        "address": "http://127.0.0.1:9",
        "versions": {},
        "browser": None,
    }
    assert identity(row={"code": "SAVE10"}, **later) == first
    for other in ({"row": {"code": "X"}}, {"persona": made.LAPTOP}, {"site": "live"}):
        history, case = identity(**({"row": {"code": "SAVE10"}} | other))
        assert history != first[0]
        assert case == first[1]


def test_what_may_change_from_run_to_run_is_excluded_from_history(folder: Path) -> None:
    counted = {p.name: p.value for p in allure(made.BROKEN, folder).result.parameters if not p.excluded}

    assert counted == {"persona": "first-time-phone", "code": "SAVE10", "site": "demo"}


def test_a_visit_is_timed_in_milliseconds_since_1970(folder: Path) -> None:
    result = allure(made.BROKEN, folder).result

    assert result.start == 1795226400000
    assert result.stop - result.start == 4200
    assert result.steps[1].start - result.start == 2000


def test_a_faulty_file_is_one_broken_result_with_its_problems() -> None:
    result = faulty_to_allure(made.FAULTY, made.RUN).result

    assert result.status == "broken"
    assert result.name == "journeys/buy/gift.yaml cannot be walked"
    assert result.statusDetails.message == (
        'journeys/buy/gift.yaml:3:5: unknown verb "clik". Did you mean "click"?'
    )
    assert result.statusDetails.trace == "to see it again: harness check journeys/buy/gift.yaml"
    assert labels(result)["epic"] == "Buy"
    assert labels(result)["verdict"] == "faulty file"
