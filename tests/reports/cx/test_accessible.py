"""The front page for everybody: looked at by axe, enlarged to 400 per cent, walked through by keyboard."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Playwright

from harness.judge.cost.model import Price
from harness.reports.cx.background import NOTHING_KNOWN, Background
from harness.reports.cx.page import render

from . import records as made
from . import stories
from .pictures import draw, local_browser

BOTH = (made.PHONE, made.LAPTOP)
NIGHTS: dict[str, tuple[list[made.Judged], Background]] = {
    "a mixed night": (made.mixed(), stories.background(number_12=stories.PRICE, number_15=Price())),
    "an outage": (
        [made.site_down(of, who) for of in made.EVERYTHING for who in BOTH],
        Background(stories.story(stories.FIXED)),
    ),
    "all fine": ([made.fine(of, who) for of in made.EVERYTHING for who in BOTH], NOTHING_KNOWN),
    "all grey": ([made.stopped_on_purpose(), made.not_judged(), made.outdated()], NOTHING_KNOWN),
}


@pytest.fixture(scope="module")
def shown_by(playwright: Playwright) -> Iterator[Browser]:
    with local_browser(playwright) as browser:
        yield browser


@pytest.fixture(scope="module", params=NIGHTS)
def page_of_a_night(
    shown_by: Browser, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Path:
    judged, background = NIGHTS[request.param]
    run = tmp_path_factory.mktemp("night")
    draw(shown_by, judged, run)
    files = {path.relative_to(run).as_posix() for path in run.glob("visits/*/*.jpg")}
    page = run / "index.html"
    page.write_text(
        render(made.run(judged), judged, background=background, files=files, allure=""), encoding="utf-8"
    )
    return page


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_serious(
    shown_by: Browser, page_of_a_night: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = shown_by.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page.goto(page_of_a_night.as_uri())
    found = Axe().run(page).response["violations"]
    assert [v["id"] for v in found if v["impact"] in {"serious", "critical"}] == []
    page.close()


def test_nothing_is_lost_at_four_hundred_per_cent(shown_by: Browser, page_of_a_night: Path) -> None:
    page = shown_by.new_page(viewport={"width": 320, "height": 256})
    page.goto(page_of_a_night.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_every_link_is_reached_by_tab_and_shows_that_it_is(shown_by: Browser, page_of_a_night: Path) -> None:
    page = shown_by.new_page(viewport={"width": 1280, "height": 800})
    page.goto(page_of_a_night.as_uri())
    links = page.locator("a[href]").count()
    for _ in range(links):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert page.evaluate("document.activeElement === [...document.links].at(-1)")
    page.close()
