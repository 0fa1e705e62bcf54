"""Allure's page, made by the real Allure and opened from disk in the real browser."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from harness.history.model import Story
from harness.judge import TURNS, Judgement, Verdict
from harness.record import VisitRecord
from harness.reports.allure import AllureHtml, about, make_html, write_results
from harness.reports.allure.node import InstalledAllure, installed_allure, user_cache
from tests.reports.allure import records as made

SHOP = """<body style="font: 16px sans-serif; margin: 0">
<header style="background: #234; color: #fff; padding: 16px">Blue Shirt Shop</header>
<main style="padding: 20px"><h1>Your basket</h1><p>Blue shirt <b>$40.00</b></p>
<input placeholder="Promo code"><button>Apply</button><p>Order total $40.00</p></main></body>"""
STOLEN = "http://127.0.0.1:9/stolen.gif"


@dataclass(frozen=True)
class Report:
    """A page that was made in the second night, and the history both nights left."""

    html: AllureHtml
    history: Path
    said: tuple[str, ...]


@pytest.fixture(scope="session")
def report(shell: Browser, tmp_path_factory: pytest.TempPathFactory) -> Report:
    shop = shell.new_page(viewport={"width": 400, "height": 800})
    shop.set_content(SHOP)
    picture = shop.screenshot(type="jpeg", quality=60)
    shop.close()
    folder = tmp_path_factory.mktemp("allure")
    said: list[str] = []
    history = folder / "history.jsonl"
    run = made.night(folder / "run", picture)
    write_results(run, _last_night(), run.allure_results)
    make_html(
        run.allure_results,
        run.path / "allure",
        about=about("Last night", _last_night(), Story(), made.BEGAN.date()),
        history=history,
        say=said.append,
    )
    write_results(run, made.NIGHT, run.allure_results)
    html = make_html(
        run.allure_results,
        run.path / "allure",
        about=about("Mystery shopper", made.NIGHT, Story(), made.BEGAN.date()),
        history=history,
        say=said.append,
    )
    return Report(html, history, tuple(said))


def _last_night() -> list[tuple[VisitRecord, Judgement]]:
    """Return a night before, in which the promo code still worked."""
    earlier = made.BEGAN.replace(day=20)
    fine = made.judged(Verdict.FINE)
    return [
        (visit.model_copy(update={"started_at": earlier, "steps": (made.SHIRT,)}), fine)
        for visit, _ in made.NIGHT
    ]


@pytest.fixture
def requests() -> list[str]:
    return []


@pytest.fixture
def opened(shell: Browser, report: Report, requests: list[str]) -> Iterator[Page]:
    page = shell.new_page(viewport={"width": 1280, "height": 1600})
    page.on("request", lambda request: requests.append(request.url))
    page.goto(report.html.page.as_uri())
    expect(page.get_by_role("heading", name="Mystery shopper")).to_be_visible()
    yield page
    page.close()


def open_result(page: Page, name: str) -> None:
    page.get_by_text(name).first.click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def test_the_page_is_one_file_with_every_result(report: Report, opened: Page) -> None:
    assert report.html.results == len(made.NIGHT) + 1
    assert [file.name for file in report.html.page.parent.iterdir()] == ["index.html"]
    assert report.html.size_bytes == report.html.page.stat().st_size
    expect(opened.get_by_role("button", name=f"Results {report.html.results}")).to_be_visible()
    assert opened.title().strip() == "Mystery shopper"


def test_statuses_are_those_of_the_verdicts(opened: Page) -> None:
    for name in ("Failed 2", "Broken 3", "Passed 2", "Skipped 1", "Unknown 1"):
        expect(opened.get_by_role("button", name=name, exact=True)).to_be_visible()


def test_every_category_shows_with_the_sentence_that_groups_it(opened: Page) -> None:
    opened.get_by_role("button", name="Categories 5").click()

    for category in {turn.category for turn in TURNS.values() if turn.category}:
        expect(opened.get_by_text(category, exact=True)).to_be_visible()
    for sentence in (
        "Shoppers cannot use a promo code: the total stays the same.",
        "Shoppers wait too long for the product page.",
        'The page now says "Send it back".',
        "The browser died; nothing is known of the shop.",
        "The shop does not answer at all.",
    ):
        expect(opened.get_by_text(sentence)).to_be_visible()
    expect(opened.get_by_text(re.compile("Product errors|Test errors"))).to_have_count(0)


def test_the_broken_step_stands_out_with_its_picture(opened: Page) -> None:
    open_result(opened, "Apply a promo code · first-time-phone · SAVE10")

    expect(opened.get_by_text("Category: Broken step")).to_be_visible()
    expect(
        opened.get_by_text("see Order total less than $40.00")
    ).to_be_visible()  # only failed steps are open
    expect(opened.get_by_text('click "Add to basket"')).to_have_count(0)
    expect(opened.get_by_text("to see it again: harness replay")).to_be_visible()
    opened.get_by_text("Screenshot: what the customer saw").click()
    image = opened.locator("img[src^='blob:'], img[src^='data:image/jpeg']").first
    expect(image).to_be_visible()
    assert image.evaluate("image => image.naturalWidth") == 400


def test_the_strip_of_pictures_shows_without_a_click(opened: Page) -> None:
    open_result(opened, "Apply a promo code · first-time-phone · SAVE10")

    strip = opened.frame_locator("iframe").first
    expect(strip.get_by_text("What to do (company): Look at how the basket applies codes.")).to_be_visible()
    expect(strip.get_by_role("img", name="After step 1")).to_be_visible()
    ring = strip.locator("span[style*='999px']").bounding_box()
    picture = strip.get_by_role("img", name="After step 2").bounding_box()
    assert ring
    assert picture
    assert (ring["x"] - picture["x"]) / picture["width"] == pytest.approx(0.1, abs=0.02)
    assert (ring["y"] - picture["y"]) / picture["height"] == pytest.approx(0.25, abs=0.02)


def test_the_past_shows_under_the_same_history(report: Report, opened: Page) -> None:
    lines = [json.loads(line) for line in report.history.read_text().splitlines()]
    assert [line["name"] for line in lines] == ["Last night", "Mystery shopper"]

    open_result(opened, "Apply a promo code · first-time-phone · SAVE10")
    opened.get_by_role("button", name="History 1").click()

    expect(opened.get_by_text("Nov 20, 2026").or_(opened.get_by_text("11/20/2026")).first).to_be_visible()


def test_the_environment_names_browser_and_site(opened: Page) -> None:
    expect(opened.get_by_text("chromium 156.0 (chromium-headless-shell)")).to_be_visible()
    expect(opened.get_by_text("http://127.0.0.1:8000", exact=True)).to_be_visible()


def test_nothing_outside_the_file_is_asked_for(report: Report, opened: Page, requests: list[str]) -> None:
    open_result(opened, "Apply a promo code · first-time-phone · SAVE10")
    opened.frame_locator("iframe").first.get_by_role("img").first.wait_for()

    outside = [url for url in requests if not url.startswith(("data:", "blob:", "about:"))]
    assert outside == [report.html.page.as_uri()]
    assert b"googletagmanager" not in report.html.page.read_bytes()


def test_a_picture_that_a_site_smuggles_in_is_refused_by_the_browser(opened: Page) -> None:
    refused: list[str] = []
    opened.on("console", lambda message: refused.append(message.text))
    answered: list[str] = []
    opened.on("response", lambda response: answered.append(response.url))

    opened.evaluate(
        "url => new Promise(done => { const i = new Image(); i.onerror = done; i.src = url; })", STOLEN
    )

    assert any("Content Security Policy" in text for text in refused)
    assert STOLEN not in answered


def test_allure_is_fetched_once_and_then_used_offline(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    said: list[str] = []

    allure = installed_allure(user_cache(), said.append)

    assert isinstance(allure, InstalledAllure)
    assert (allure.home / "node_modules" / "allure").is_dir()
    assert said == []
    assert len(report.said) <= 1


def test_the_page_can_be_read_on_a_phone(shell: Browser, report: Report) -> None:
    page = shell.new_page(viewport={"width": 390, "height": 844})
    page.goto(report.html.page.as_uri())
    open_result(page, "Apply a promo code · first-time-phone · SAVE10")

    strip = page.frame_locator("iframe").first
    expect(strip.get_by_role("img", name="After step 1")).to_be_visible()
    wider_px = strip.locator("html").evaluate("html => html.scrollWidth - html.clientWidth")
    page.close()
    assert wider_px <= 0
