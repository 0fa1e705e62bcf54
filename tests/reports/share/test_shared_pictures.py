"""Pictures of a copy: as they are only where their pages tell nothing of the shopper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Playwright

from harness.reports.share.sharing import share
from tests.reports.cx import records as made
from tests.reports.cx.pictures import local_browser

from .nights import run_of, told_too_much, visits


@pytest.fixture(scope="module")
def shown_by(playwright: Playwright) -> Iterator[Browser]:
    with local_browser(playwright) as browser:
        yield browser


def test_a_picture_that_may_show_who_she_is_keeps_no_letter(tmp_path: Path, shown_by: Browser) -> None:
    judged = told_too_much()[:1]
    run = run_of(judged, tmp_path / "run", shown_by)
    unreadable = share(run, visits(judged), tmp_path / "copy")
    assert unreadable
    clear = {(run.visit(judged[0][0].id) / "step-01.jpg").read_bytes()}
    shown = {path.read_bytes() for path in (tmp_path / "copy" / "pictures").iterdir()}
    seen = {path.read_bytes() for path in run.visit(judged[0][0].id).glob("step-0[234].jpg")}
    assert clear & shown
    assert not seen & shown


def width_of(picture: Path) -> int:
    with Image.open(picture) as opened:
        return opened.width


def test_a_picture_of_an_earlier_run_is_shown_where_its_own_page_tells_nothing(
    tmp_path: Path, shown_by: Browser
) -> None:
    judged = [made.fine(made.TRACK)]
    run = run_of(judged, tmp_path / "run", shown_by)
    good = run.path / "last-good" / "track"
    good.mkdir(parents=True)
    for name, text in (("clear", "- heading Basket"), ("told", "- text: Hello Pat Doe"), ("unknown", None)):
        Image.new("RGB", (300, 200), "red").save(good / f"{name}.jpg")
        if text:
            (good / f"{name}.yaml").write_text(text, encoding="utf-8")
    shown = "".join(f'<img src="last-good/track/{n}.jpg" alt="">' for n in ("clear", "told", "unknown"))
    run.cx_page.write_text(shown, encoding="utf-8")

    assert share(run, visits(judged), tmp_path / "copy") >= 2

    pictures = sorted((tmp_path / "copy" / "pictures").iterdir())[:3]
    wide = [width_of(path) for path in pictures]
    assert wide[0] == 300
    assert max(wide[1:]) < 50


def test_pictures_that_lead_out_of_the_run_are_left_out(tmp_path: Path, shown_by: Browser) -> None:
    judged = [made.broken()]
    outside = tmp_path / "outside.jpg"
    Image.new("RGB", (10, 10)).save(outside)
    run = run_of(judged, tmp_path / "run", shown_by)
    stolen = run.visit(judged[0][0].id) / "step-03.jpg"
    stolen.unlink()
    stolen.symlink_to(outside)
    run.cx_page.write_text('<img src="../outside.jpg" alt=""><a href="/etc/passwd">x</a>', encoding="utf-8")
    share(run, visits(judged), tmp_path / "copy")
    assert (tmp_path / "copy" / "index.html").read_text(encoding="utf-8") == "<a>x</a>"
    shown = {path.read_bytes() for path in (tmp_path / "copy" / "pictures").iterdir()}
    assert outside.read_bytes() not in shown
