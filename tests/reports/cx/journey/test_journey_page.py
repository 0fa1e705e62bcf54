"""The page of a journey as a reader opens it: in a real browser, on a desk, on a phone, on paper."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright

from harness.history.model import Story
from harness.judge import Verdict
from harness.record.folder import RunFolder
from harness.reports.cx import write_page
from harness.reports.cx.words.nights import state
from tests.reports.cx import records as made
from tests.reports.cx.nights import earlier, kept, saying, with_effort
from tests.reports.cx.pictures import draw, local_browser
from tests.reports.cx.stories import OPEN
from tests.reports.cx.test_words import technical_words_in

PAGE = "buy-promo-code--first-time-phone.html"
SECTIONS = [
    "Step by step",
    "What broke or annoyed",
    "Now, and when it last went well",
    "What it costs",
    "What was promised",
    "What changed since it last went well",
    "The last runs",
    "What we did not experience",
]


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with local_browser(playwright) as shown_by:
        yield shown_by


@pytest.fixture(scope="module")
def pages(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the pages of a night with something of everything, the third with a broken promo code."""
    reports = tmp_path_factory.mktemp("reports")
    folder = RunFolder(reports / "2026-11-21-0200")
    then = reports / "2026-11-18-0200/visits/buy-promo-code-first-time-phone"
    good = saying(
        with_effort(made.fine(made.PROMO), 4, 4, 4, 4), 3, '- heading "Basket"\n- text: Total $36', then
    )
    before = (earlier(1, Verdict.BROKEN), earlier(2, Verdict.BROKEN), kept(good, then, nights_ago=3))
    broken = saying(
        with_effort(made.broken(), 4, 2, 0, None),
        3,
        '- heading "Basket"\n- text: Total $40',
        folder.visit("buy-promo-code-first-time-phone"),
    )
    judged = [broken, *made.mixed()[1:]]
    draw(browser, judged, folder.path)
    story = Story(lives=(OPEN,), previous_run="2026-11-20-0200", earlier={broken[0].id: before})
    write_page(folder, made.run(judged), judged, story)
    return folder.path / "journeys"


def opened(browser: Browser, page: Path, *, wide: int = 1280, dark: bool = False) -> tuple[Page, list[str]]:
    """Open a page and return it with the addresses it asked for."""
    shown = browser.new_page(
        viewport={"width": wide, "height": 800},
        color_scheme="dark" if dark else "light",
    )
    asked: list[str] = []
    shown.on("request", lambda request: asked.append(request.url))
    shown.goto(page.as_uri())
    return shown, asked


def test_each_journey_and_persona_has_a_page(pages: Path) -> None:
    personas = {(visit.journey.id, visit.persona.id) for visit, _ in made.mixed()}
    assert len(list(pages.glob("*.html"))) == len(personas)


def test_the_sections_stand_in_the_order_in_which_they_are_read(browser: Browser, pages: Path) -> None:
    page, _ = opened(browser, pages / PAGE)
    assert page.locator("h1").inner_text().startswith("Customers cannot apply a promo code")
    assert page.locator("h2").all_inner_texts() == SECTIONS
    head = page.locator("header").inner_text()
    assert "Since Thursday 19 November 2026." in head
    assert "Failed 3 of the last 3 nights, 2 shoppers." in head
    page.close()


def test_what_broke_has_an_owner_an_action_a_number_and_a_picture(browser: Browser, pages: Path) -> None:
    page, _ = opened(browser, pages / PAGE)
    told = page.locator("article.met").inner_text()
    for fact in (f"No. 12: {state(OPEN)}", "Ada", "SHOP-214", "Check the rule of the code SAVE10"):
        assert fact in told
    page.locator("article.met").get_by_role("link", name="Apply the code").click()
    assert page.locator("li.frame:target .mark").inner_text().strip() == "Stopped here"
    page.close()


def test_the_last_good_picture_lies_in_the_run_itself(browser: Browser, pages: Path) -> None:
    page, _ = opened(browser, pages / PAGE)
    good = page.locator(".compared .fine")
    assert good.inner_text().strip() == "Last good: Wednesday 18 November 2026"
    file = pages / (good.locator("img").get_attribute("src") or "")
    assert file.resolve().read_bytes() == b"a good picture"
    assert file.resolve().is_relative_to(pages.parent)
    assert '"Total" is now $40; last time it was $36.' in page.locator(".rest").inner_text()
    page.close()


@pytest.mark.parametrize("name", [PAGE, "find-search--first-time-phone.html", "return-start-a-return*.html"])
@pytest.mark.parametrize("wide", [1280, 360])
def test_nothing_is_seriously_in_the_way_of_any_reader(
    browser: Browser, pages: Path, name: str, wide: int
) -> None:
    page, _ = opened(browser, next(pages.glob(name)), wide=wide, dark=wide == 360)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in {"serious", "critical"}] == []
    page.close()


def test_the_page_asks_nobody_outside_and_its_links_lead_somewhere(browser: Browser, pages: Path) -> None:
    page, asked = opened(browser, pages / PAGE)
    page.wait_for_load_state("networkidle")
    run = pages.parent.as_uri()
    assert [url for url in asked if not url.startswith((run, "data:"))] == []
    for link in page.evaluate("[...document.links].map(a => a.getAttribute('href'))"):
        file, _, place = link.partition("#")
        text = (pages / (file or PAGE)).read_bytes()
        assert not place or text.count(f'id="{place}"'.encode()) == 1, link
    assert page.locator("script").count() == 0
    page.close()


def test_it_prints_on_two_sheets(browser: Browser, pages: Path) -> None:
    assert sheets_of(browser, pages / PAGE) <= 2


@pytest.mark.parametrize(("rows", "causes"), [(4, 1), (2, 2)])
def test_broken_rows_print_on_two_sheets_as_well(
    browser: Browser, tmp_path: Path, rows: int, causes: int
) -> None:
    folder = RunFolder(tmp_path / "2026-11-21-0200")
    judged, before = [], {}
    for number in range(rows):
        fine, broke = (
            made.of_row(pair, {"code": f"SAVE{number}"})
            for pair in (made.fine(made.PROMO), made.broken(made.PROMO))
        )
        finding = broke[1].findings[0].model_copy(update={"fingerprint": f"cause {number % causes}"})
        judged.append((broke[0], broke[1].model_copy(update={"findings": (finding,)})))
        then = tmp_path / "2026-11-19-0200/visits" / fine[0].id
        last_good = kept(fine, then, nights_ago=2)
        draw(browser, [fine], then.parents[1])
        before[fine[0].id] = (earlier(1, Verdict.BROKEN), last_good, *(earlier(n) for n in range(3, 31)))
    draw(browser, judged, folder.path)
    write_page(folder, made.run(judged), judged, Story(previous_run="2026-11-20-0200", earlier=before))
    assert sheets_of(browser, folder.path / "journeys" / PAGE) == 2


def sheets_of(browser: Browser, file: Path) -> int:
    page, _ = opened(browser, file)
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    return len(re.findall(rb"/Type\s*/Page\b", printed))


def test_no_technical_words_stand_above_what_is_for_developers(browser: Browser, pages: Path) -> None:
    for file in pages.glob("*.html"):
        page, _ = opened(browser, file)
        page.evaluate("document.querySelector('.developers').remove()")
        assert technical_words_in(page.locator("body").inner_text()) == [], file.name
        page.close()


def test_a_first_run_without_pictures_or_history_reads_well_too(browser: Browser, tmp_path: Path) -> None:
    judged = [made.site_down(made.TRACK)]
    write_page(RunFolder(tmp_path), made.run(judged), judged)
    page, _ = opened(browser, next((tmp_path / "journeys").glob("*.html")))
    told = page.locator("body").inner_text()
    for said in (
        "This is the first run that is remembered.",
        "No picture could be taken",
        "Customer time and hassles were not measured in this walk.",
        "There is no good walk to compare with yet.",
        "This is the first time that it was walked.",
    ):
        assert said in told
    page.close()


def test_the_words_of_a_site_are_never_taken_for_markup(browser: Browser, tmp_path: Path) -> None:
    attack = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    of = made.journey("buy/attack", attack, owner=attack, why=attack)
    judged = [made.broken(of)]
    write_page(RunFolder(tmp_path), made.run(judged), judged)
    page, _ = opened(browser, next((tmp_path / "journeys").glob("*.html")))
    assert page.locator("script, img[src=x]").count() == 0
    assert page.get_by_text(attack).count() > 0
    page.close()
