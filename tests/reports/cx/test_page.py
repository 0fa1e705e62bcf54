"""The page as a reader opens it: in a real browser, on a desk, on a phone, on paper."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Playwright

from harness.record.folder import RunFolder
from harness.reports.cx import write_page

from . import records as made
from . import stories
from .pictures import draw, local_browser

DESK = (1280, 900)
PHONE = (360, 780)
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module")
def shown_by(playwright: Playwright) -> Iterator[Browser]:
    with local_browser(playwright) as browser:
        yield browser


@pytest.fixture(scope="module")
def mixed_page(shown_by: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    run = tmp_path_factory.mktemp("mixed")
    judged = made.mixed()
    draw(shown_by, judged, run)
    record = made.run(judged, faulty_files=(made.FAULTY,))
    return write_page(RunFolder(run), record, judged, stories.story())


def opened(
    browser: Browser, path: Path, size: tuple[int, int], scheme: Scheme = "light"
) -> tuple[Page, list[str]]:
    """Open the page and return it with the addresses it asked for."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    return page, asked


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_shows_its_headline_and_never_scrolls_sideways(
    shown_by: Browser, mixed_page: Path, size: tuple[int, int], scheme: Scheme
) -> None:
    page, _ = opened(shown_by, mixed_page, size, scheme)
    assert page.get_by_role("heading", level=1).inner_text().startswith("Customers cannot apply a promo code")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.close()


def test_the_page_asks_nobody_outside(shown_by: Browser, mixed_page: Path) -> None:
    page, asked = opened(shown_by, mixed_page, DESK)
    page.wait_for_load_state("networkidle")
    run = mixed_page.parent.as_uri()
    assert [url for url in asked if not url.startswith((run, "data:"))] == []
    page.close()


def test_every_picture_loads_and_says_what_it_shows(shown_by: Browser, mixed_page: Path) -> None:
    page, _ = opened(shown_by, mixed_page, DESK)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate("document.querySelectorAll('img').forEach(i => i.loading = 'eager')")
    page.wait_for_function("[...document.images].every(i => i.complete)")
    pictures = page.evaluate("[...document.images].map(i => [i.naturalWidth, i.alt])")
    assert len(pictures) == 4
    assert all(wide and alt for wide, alt in pictures)
    page.close()


def test_the_ring_lies_on_the_place_that_broke(shown_by: Browser, mixed_page: Path) -> None:
    page, _ = opened(shown_by, mixed_page, PHONE)
    ring = page.locator("article.broken .ring.broken")
    picture = page.locator("article.broken img")
    ring.scroll_into_view_if_needed()
    inner, outer = ring.bounding_box(), picture.bounding_box()
    assert inner
    assert outer
    x, y, width, height = made.APPLY_BUTTON["first-time-phone"]
    wide, high = made.SCREENS["first-time-phone"]
    assert (inner["x"] - outer["x"]) / outer["width"] == pytest.approx(x / wide, abs=0.01)
    assert (inner["y"] - outer["y"]) / outer["height"] == pytest.approx(y / high, abs=0.01)
    assert inner["width"] / outer["width"] == pytest.approx(width / wide, abs=0.01)
    assert inner["height"] / outer["height"] == pytest.approx(height / high, abs=0.01)
    page.close()


def test_every_link_on_the_page_leads_somewhere(shown_by: Browser, mixed_page: Path) -> None:
    page, _ = opened(shown_by, mixed_page, DESK)
    links = page.evaluate("[...document.links].map(a => a.getAttribute('href'))")
    for link in set(links):
        file, _, place = link.partition("#")
        target = mixed_page.parent / (file or mixed_page.name)
        assert target.is_file(), link
        assert not place or target.read_text(encoding="utf-8").count(f'id="{place}"') == 1, link
    page.close()


def test_headings_never_skip_a_level_and_names_are_unique(shown_by: Browser, mixed_page: Path) -> None:
    page, _ = opened(shown_by, mixed_page, DESK)
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    names = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(names) == len(set(names))
    page.close()


def test_every_colour_comes_with_a_word(shown_by: Browser, mixed_page: Path) -> None:
    page, _ = opened(shown_by, mixed_page, DESK)
    marks = page.locator(".mark").evaluate_all(
        "all => all.map(m => [m.querySelector('svg') !== null, m.textContent.trim()])"
    )
    assert marks
    assert all(has_icon and word for has_icon, word in marks)
    page.close()


def test_the_page_prints_on_two_sheets(shown_by: Browser, mixed_page: Path) -> None:
    page, _ = opened(shown_by, mixed_page, DESK)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) <= 2
    page.close()


def test_the_words_of_a_site_are_never_taken_for_markup(shown_by: Browser, tmp_path: Path) -> None:
    attack = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    of = made.journey("buy/attack", attack, owner=attack, why=attack, touchpoint=attack)
    judged = [made.broken(of)]
    path = write_page(RunFolder(tmp_path), made.run(judged), judged)
    page, _ = opened(shown_by, path, DESK)
    assert page.locator("script, img[src=x]").count() == 0
    assert page.get_by_text(attack).count() > 0
    page.close()


def test_the_page_links_to_allure_only_when_it_is_there(tmp_path: Path) -> None:
    run, judged = RunFolder(tmp_path), [made.fine(made.TRACK)]
    assert "allure/index.html" not in write_page(run, made.run(judged), judged).read_text(encoding="utf-8")
    run.allure_report.parent.mkdir()
    run.allure_report.touch()
    assert "allure/index.html" in write_page(run, made.run(judged), judged).read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_sixty_walks_and_very_long_words_still_fit(
    shown_by: Browser, tmp_path: Path, size: tuple[int, int]
) -> None:
    endless = made.journey("find/endless", "Donaudampfschifffahrt" * 12, owner="x" * 200, touchpoint="y" * 80)
    judged = [*made.many(), made.broken(endless)]
    path = write_page(RunFolder(tmp_path), made.run(judged), judged)
    page, _ = opened(shown_by, path, size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert len(list(path.parent.glob("journeys/*.html"))) == 61
    page.close()


def test_a_run_without_any_walk_has_a_page_too(tmp_path: Path) -> None:
    text = write_page(RunFolder(tmp_path), made.run([], faulty_files=(made.FAULTY,)), []).read_text(
        encoding="utf-8"
    )
    assert "Nothing was experienced: no walk was made." in text
    assert "journeys/buy/gift-card.yaml" in text


def test_the_same_run_gives_the_same_page(tmp_path: Path) -> None:
    judged = made.mixed()
    first = write_page(RunFolder(tmp_path), made.run(judged), judged).read_bytes()
    assert write_page(RunFolder(tmp_path), made.run(judged), judged).read_bytes() == first


def test_defects_asked_for_are_told(tmp_path: Path) -> None:
    judged = [made.broken()]
    path = write_page(RunFolder(tmp_path), made.run(judged, defects=("promo-ignored",)), judged)
    assert "switched on in the embedded shop for this run: promo-ignored." in path.read_text(encoding="utf-8")
