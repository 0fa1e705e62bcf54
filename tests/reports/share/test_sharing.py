"""The copy for others: whole, readable by anybody, and without anything that is nobody's business."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Playwright

from harness import words
from harness.cli import commands
from harness.judge.cost.telling import rests_on
from harness.record.folder import RunFolder
from harness.reports.cx import write_page
from harness.reports.cx.page import render
from harness.reports.cx.words import money
from harness.reports.share.for_others import COMMANDS, for_others
from harness.reports.share.masking import MASK, Masking
from harness.reports.share.pages import Copy, shared_page
from harness.reports.share.sharing import ShareError, pack, share
from tests.reports.cx import records as made
from tests.reports.cx import stories
from tests.reports.cx.pictures import local_browser

from .nights import SECRETIVE, run_of, told_too_much, visits


@pytest.fixture(scope="module")
def shown_by(playwright: Playwright) -> Iterator[Browser]:
    with local_browser(playwright) as browser:
        yield browser


@pytest.fixture(scope="module")
def copy(shown_by: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    judged = told_too_much()
    run = run_of(judged, tmp_path_factory.mktemp("run"), shown_by)
    to = tmp_path_factory.mktemp("shared") / "copy"
    share(run, visits(judged), to)
    return to


def test_no_file_of_the_copy_tells_who_the_shopper_is_or_where_we_are(copy: Path) -> None:
    files = [path for path in copy.rglob("*") if path.is_file()]
    assert len([file for file in files if file.suffix == ".html"]) == 3
    for file in files:
        assert not re.search(r"pat|doe|visits", file.relative_to(copy).as_posix()), file
        if file.suffix == ".html":
            text = file.read_text(encoding="utf-8")
            assert [word for word in SECRETIVE if re.search(rf"\b{re.escape(word)}\b", text)] == [], file
            assert "/home/" not in text
            assert str(copy.parent.parent) not in text


def test_nothing_for_developers_is_in_the_copy(copy: Path) -> None:
    for page in copy.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "harness replay" not in text
        assert "harness report" not in text
        assert ".jsonl" not in text
    assert not (copy / "allure").exists()


def test_what_only_the_team_can_do_something_about_stays_with_it(tmp_path: Path) -> None:
    judged = [made.broken(), made.outdated(), made.stopped_on_purpose(made.ORDER)]
    told = {
        1: 'Change "A" to "B" in journeys/return/start-a-return.yaml, line 4. Make it anew: harness compile.',
        0: "Bring the article back. Or let the journey take another one, before journeys/x.yaml, line 3.",
        2: "To prove it, allow this run to commit: harness run --allow order.",
    }
    for place, action in told.items():
        visit, judgement = judged[place]
        finding = judgement.findings[0].model_copy(update={"action": action})
        judged[place] = visit, judgement.model_copy(update={"findings": (finding,)})
    run = RunFolder(tmp_path / "run")
    record = made.run(judged, faulty_files=(made.FAULTY,))
    run.write_run(record)
    write_page(run, record, judged)
    share(run, visits(judged), tmp_path / "copy")
    for page in (tmp_path / "copy").rglob("*.html"):
        text = unescape(page.read_text(encoding="utf-8"))
        assert not re.search(r"\.yaml|harness [a-z]|What to do</dt><dd></dd>|What to do: *<", text), page
        assert MASK not in text.partition("<footer>")[0]
    front = (tmp_path / "copy" / "index.html").read_text(encoding="utf-8")
    assert "Bring the article back." in front
    assert "1 journey file could not be read" in front


def test_each_command_of_ours_is_left_out_of_a_copy_by_its_name() -> None:
    catalogue = (Path(words.__file__).parent / "messages.pot").read_text(encoding="utf-8")
    assert set(re.findall(r"harness (\w+)", catalogue)) & set(commands.COMMANDS) <= set(COMMANDS)
    assert set(COMMANDS) <= set(commands.COMMANDS)
    assert for_others("The site is down. Type: harness history rebuild. Bring it back.") == (
        "The site is down.  Bring it back."
    )
    assert for_others("See journeys/site.yaml.") == MASK


def test_the_copy_works_from_a_file_and_every_link_and_picture_of_it_is_there(
    copy: Path, shown_by: Browser
) -> None:
    page = shown_by.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for file in copy.rglob("*.html"):
        page.goto(file.as_uri())
        page.evaluate("document.querySelectorAll('img').forEach(i => i.loading = 'eager')")
        page.wait_for_function("[...document.images].every(i => i.complete)")
        assert page.evaluate("[...document.images].every(i => i.naturalWidth > 0)")
        for link in page.evaluate("[...document.links].map(a => a.getAttribute('href'))"):
            target, _, place = link.partition("#")
            text = (file.parent / target).resolve() if target else file
            assert text.is_file(), link
            assert not place or f'id="{place}"' in text.read_text(encoding="utf-8"), link
    assert asked
    assert all(url.startswith((copy.as_uri(), "data:")) for url in asked)
    page.close()


def test_the_copy_holds_the_pictures_of_its_pages_and_no_other(copy: Path) -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in copy.rglob("*.html"))
    assert {path.name for path in (copy / "pictures").iterdir()} == set(
        re.findall(r"pictures/(\d+\.jpg)", text)
    )


def test_the_copy_says_that_it_is_one_and_which_pictures_are_unreadable(copy: Path) -> None:
    text = (copy / "index.html").read_text(encoding="utf-8")
    assert "A copy for sharing: personal data reads •••••" in text
    assert "Made unreadable, because it may show personal data." in text


def test_words_of_a_site_are_still_never_taken_for_markup(tmp_path: Path, shown_by: Browser) -> None:
    attack = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    judged = [made.broken(made.journey("buy/attack", attack, why=attack))]
    run = run_of(judged, tmp_path / "run", shown_by)
    share(run, visits(judged), tmp_path / "copy")
    page = shown_by.new_page()
    for file in (tmp_path / "copy").rglob("*.html"):
        page.goto(file.as_uri())
        assert page.locator("script, img[src=x]").count() == 0
        assert page.get_by_text(attack).count() > 0
    page.close()


def test_a_folder_with_something_else_in_it_is_left_as_it_is(tmp_path: Path, shown_by: Browser) -> None:
    judged = [made.fine(made.TRACK)]
    run = run_of(judged, tmp_path / "run", shown_by)
    to = tmp_path / "copy"
    to.mkdir()
    (to / "holiday.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ShareError) as refused:
        share(run, visits(judged), to)
    assert str(refused.value) == (
        f'{to}: there is something else in this folder, such as "holiday.txt". '
        "Name a new folder, or an empty one."
    )
    assert [path.name for path in to.iterdir()] == ["holiday.txt"]
    with pytest.raises(ShareError, match="a copy cannot lie within its own run"):
        share(run, visits(judged), run.path / "copy")


def test_a_newer_copy_takes_the_place_of_an_earlier_one(tmp_path: Path, shown_by: Browser) -> None:
    before, after = [made.broken(), made.fine(made.TRACK)], [made.fine(made.TRACK)]
    to = tmp_path / "copy"
    share(run_of(before, tmp_path / "one", shown_by), visits(before), to)
    share(run_of(after, tmp_path / "two", shown_by), visits(after), to)
    assert len(list((to / "journeys").iterdir())) == 1


def test_allure_goes_along_only_where_it_is_asked_for(tmp_path: Path, shown_by: Browser) -> None:
    judged = [made.fine(made.TRACK)]
    run = run_of(judged, tmp_path / "run", shown_by)
    run.allure_report.parent.mkdir()
    run.allure_report.write_text("all of it", encoding="utf-8")
    share(run, visits(judged), tmp_path / "without")
    share(run, visits(judged), tmp_path / "with", with_allure=True)
    assert not (tmp_path / "without" / "allure").exists()
    assert (tmp_path / "with" / "allure" / "index.html").read_text(encoding="utf-8") == "all of it"


def test_one_file_holds_the_whole_copy_and_overwrites_nothing(copy: Path, tmp_path: Path) -> None:
    file = tmp_path / "copy.zip"
    pack(copy, file)
    with ZipFile(file) as packed:
        assert "index.html" in packed.namelist()
        assert not [name for name in packed.namelist() if name.startswith((".", "/"))]
    with pytest.raises(ShareError, match="there is such a file already"):
        pack(copy, file)


def test_what_a_price_rests_on_notes_and_what_was_switched_on_stay_with_the_team() -> None:
    judged = [made.broken()]
    background = stories.background(number_12=stories.PRICE)
    record = made.run(judged).model_copy(update={"defects": ("promo-ignored",)})
    own = render(record, judged, background=background, files=set(), allure="")
    copied = shared_page(
        own, "index.html", Copy(Masking([]), [], is_clear=lambda _: True, has=lambda _: False)
    )
    priced = background.price_of(stories.OPEN)
    assert priced
    for figure in rests_on(priced):
        assert figure in unescape(own)
        assert figure not in unescape(copied)
    for kept_back in ("The rule of SAVE10 was lost", "promo-ignored"):
        assert kept_back in own
        assert kept_back not in copied
    assert money.a_day(priced) in unescape(copied)
