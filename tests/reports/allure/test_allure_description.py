"""The description leads with the verdict, shows pictures without a request, and trusts no site."""

import base64
from pathlib import Path

import pytest

from harness.judge import Verdict
from harness.record import Evidence
from harness.reports.allure import to_allure
from tests.reports.allure import records as made

PICTURE = b"\xff\xd8 a picture \xff\xd9"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "step-01-thumbnail.jpg").write_bytes(PICTURE)
    (tmp_path / "step-02-thumbnail.jpg").write_bytes(PICTURE)
    return tmp_path


def test_the_headline_leads_and_each_finding_says_whose_turn_it_is(folder: Path) -> None:
    html = to_allure(*made.BROKEN, folder).result.descriptionHtml

    assert "<strong>Shoppers cannot use a promo code: the total stays the same.</strong>" in html
    assert "A first-time shopper on a phone wanted to: Apply a promo code." in html
    assert "What to do (company): Look at how the basket applies codes." in html
    assert "How sure: likely, not certain; the pictures tell more." in html
    assert "harness replay 2026-11-21-0200/buy-promo-code-first-time-phone" in html


def test_a_fine_visit_leads_with_a_plain_word(folder: Path) -> None:
    assert "<strong>All went well.</strong>" in to_allure(*made.FINE, folder).result.descriptionHtml


def test_pictures_lie_inside_the_description(folder: Path) -> None:
    html = to_allure(*made.BROKEN, folder).result.descriptionHtml

    assert html.count(f'src="data:image/jpeg;base64,{base64.b64encode(PICTURE).decode()}"') == 2
    assert "://" not in html


def test_a_ring_lies_on_the_place_that_broke_and_only_there(folder: Path) -> None:
    html = to_allure(*made.BROKEN, folder).result.descriptionHtml

    assert html.count("border-radius:999px") == 1
    assert "left:10.00%;top:25.00%;width:25.00%;height:10.00%" in html


def test_a_step_without_a_picture_says_why(tmp_path: Path) -> None:
    steps = (
        made.step(1, "Look", evidence=(Evidence(kind="thumbnail", problem="page closed"),)),
        made.step(2, "Look again", evidence=()),
        made.step(3, "Look on"),
        made.PAY,
    )

    html = to_allure(made.visit(*steps), made.judged(Verdict.FINE), tmp_path).result.descriptionHtml

    for why in (
        "no picture: page closed",
        "no picture: none was taken",
        "no picture: No such file",
        "not reached",
    ):
        assert why in html


def test_text_of_the_site_stays_text(folder: Path) -> None:
    evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    found = made.finding(Verdict.BROKEN, evil, detail=evil, action=evil, step=0)
    visit = made.visit(made.step(1, evil), persona=made.PHONE.model_copy(update={"who": evil}))

    html = to_allure(visit, made.judged(Verdict.BROKEN, found), folder).result.descriptionHtml

    assert "<script" not in html
    assert "<img src=x" not in html
    assert html.count("&lt;script&gt;") >= 4


def test_a_log_to_paste_is_folded_into_the_description_and_into_the_developers_text(folder: Path) -> None:
    visit, judgement = made.BROKEN
    leading = judgement.findings[0].model_copy(update={"letter": "Traceback of <ours>"})
    told = to_allure(visit, judgement.model_copy(update={"findings": (leading,)}), folder).result

    assert "<summary>Text to send</summary>" in told.descriptionHtml
    assert "Traceback of &lt;ours&gt;" in told.descriptionHtml
    assert told.statusDetails
    assert "    Traceback of <ours>" in told.statusDetails.trace
