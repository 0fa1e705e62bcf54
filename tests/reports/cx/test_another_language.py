"""In another language no word of English is left on the pages, but what the site and the record said."""

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import pytest

from harness.history.model import Story
from harness.judge import Verdict
from harness.judge.cost.telling import rests_on, span
from harness.record import FaultyFile, OpenEffect, SideEffects
from harness.record.folder import RunFolder
from harness.reports.cx import summary_lines, write_page
from harness.reports.cx.frictions import met
from harness.reports.cx.page import render
from harness.reports.cx.words import sentences, speech
from harness.words import Catalogue, speaking
from tests.reports.cx import records as made
from tests.reports.cx import stories
from tests.reports.cx.nights import earlier, kept, saying, with_effort
from tests.words.made_up import LANGUAGE, english_in, made_up, texts_of
from tests.words.reading import Read

WRITTEN_BY_THE_LANGUAGE = (
    "Oktober",
    "November",
    "Okt",
    "Nov",
    "UTC",
    "Stunde",
    "Minuten",
    "Minute",
    "Sekunden",
)
DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
NAMES = ("Apply", "Mystery Shopper", "chromium", "headless", "shell", *WRITTEN_BY_THE_LANGUAGE, *DAYS)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return made_up(tmp_path_factory.mktemp("words"))


def known_of(judged: Sequence[made.Judged], *more: object) -> Collection[str]:
    """Return what the journeys, the records and the judge said of them."""
    said = [text for pair in judged for part in pair for text in texts_of(part)]
    said += [hassle.what.rstrip(".") for pair in judged for hassle in met(*pair)]
    said += [text for each in more for text in texts_of(each)]
    return {*NAMES, *said}


def check(page: str, known: Collection[str]) -> None:
    assert f'<html lang="{LANGUAGE}">' in page
    read = Read(page).texts
    assert len(read) > 30
    assert english_in("\n".join(read), known) == []


def pages_of(other: Catalogue, folder: Path) -> Iterator[tuple[str, Collection[str]]]:
    """Yield every page of a third night, with what is known to its readers already."""
    run = RunFolder(folder / "2026-11-21-0200")
    then = folder / "2026-11-18-0200/visits/buy-promo-code-first-time-phone"
    good = with_effort(made.fine(made.PROMO), 4, 4, 4, 4)
    good = saying(good, 3, '- heading "Basket"\n- text: Total $36', then)
    before = (earlier(1, Verdict.BROKEN), earlier(2, Verdict.BROKEN), kept(good, then, nights_ago=3))
    with speaking(other):
        broken = with_effort(made.broken(), 4, 2, 0, None)
        walked = with_effort(made.fine(made.TRACK), 4, 3, 2, 1)
        judged = [broken, *made.mixed()[1:-1], walked]
        for visit, _ in judged:
            for each in visit.steps:
                for piece in filter(lambda piece: piece.file, each.evidence):
                    picture = run.visit(visit.id) / str(piece.file)
                    picture.parent.mkdir(parents=True, exist_ok=True)
                    picture.write_bytes(b"a picture")
        story = Story(
            lives=(stories.OPEN,),
            previous_run="2026-11-20-0200",
            earlier={broken[0].id: before, walked[0].id: (earlier(1), earlier(2))},
        )
        write_page(run, made.run(judged), judged, story)
        known = known_of(judged, stories.OPEN)
    for file in run.path.rglob("*.html"):
        yield file.read_text(encoding="utf-8"), known


def test_no_english_is_left_on_any_page_of_a_run(other: Catalogue, tmp_path: Path) -> None:
    told = list(pages_of(other, tmp_path))
    assert len(told) > 8
    for page, known in told:
        check(page, known)


def test_nor_where_much_is_remembered_and_left_behind(other: Catalogue) -> None:
    effect = OpenEffect(
        level="order",
        journey="Place an order as a guest",
        state="undo failed",
        since=stories.days_ago(1),
        marker="MS-1",
        why="",
        amount="$40",
    )
    record = made.run(
        made.mixed(),
        faulty_files=(FaultyFile(file="journeys/gift.yaml", problems=()),),
        elsewhere=("Collect it",),
        planned=("never begun",),
        side_effects=SideEffects(debts=(effect,)),
        defects=("a defect",),
    )
    judged, background = made.mixed(), stories.background(number_12=stories.PRICE)
    with speaking(other):
        page = render(record, judged, background=background, files=frozenset(), allure="")
        lines = summary_lines(record, judged)
        story = background.story
        prices = (stories.PRICE.a_day, stories.PRICE.so_far, stories.PRICE.next_30_days)
        costs = [*(span(each) for each in prices if each), *rests_on(stories.PRICE)]
        remembered = [
            *costs,
            *story.lives,
            story.previous_headline,
            *(each.title for each in story.experiences.values()),
        ]
        known = known_of(judged, record, *remembered)
        check(page, known)
    assert english_in("\n".join(lines), known) == []


def test_numbers_and_days_are_written_as_the_language_writes_them(other: Catalogue) -> None:
    with speaking(other):
        assert speech.human_time(4100) == "4,1 Sekunden"
        assert speech.human_time(65_000) == "1 Minute 5 Sekunden"
        assert speech.percent(0.55) == "55\N{NO-BREAK SPACE}%"
        assert re.search(r"21\. November 2026, 02:00", speech.moment(made.BEGAN))
        assert speech.day(made.BEGAN) == "21. November"
        assert speech.whole_day(made.BEGAN) == "Samstag, 21. November 2026"
        assert speech.short_day(made.BEGAN) == "21. Nov."
        assert "3" in sentences.hassle("Øø", 3, 0)
