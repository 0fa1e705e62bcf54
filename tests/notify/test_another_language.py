"""In another language no word of English is left in a message, but what was found and what addresses need."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from harness.language.notify import ChannelSettings
from harness.notify.model import News
from harness.notify.news import Edition
from harness.notify.templates import Templates
from harness.words import Catalogue, speaking
from tests.reports.cx.records import BEGAN, LAPTOP, PROMO, SEARCH, broken, mixed, slow
from tests.words.made_up import english_in, made_up, texts_of
from tests.words.reading import Read

from .nights import life, made, sighting

TEAM = ChannelSettings("team", "slack", when=("always", "weekly"))
PUBLISHED = "https://reports.example"
MARKS = ("Samstag", "Do", "Fr", "Sa", "November", "UTC")
READ = {"text", "title", "value"}
"""The keys of JSON whose texts are read by people."""


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return made_up(tmp_path_factory.mktemp("words"))


def lives() -> Sequence[Any]:
    """Make a finding of every sort, with all that may be said of it."""
    return (
        life(1, "new", ticket="SHOP-1"),
        life(2, "reopened", slow(SEARCH)),
        life(3, "verified", fingerprints=("three",), good_runs=3),
        life(4, "again", fingerprints=("four",), state="flaky"),
        life(5, "again", fingerprints=("five",), state="fixed", quarantined_until=BEGAN.date()),
        life(6, "again", fingerprints=("six",), met_by=(sighting(broken(PROMO, LAPTOP)[0], "six"),)),
        life(7, "again", fingerprints=("seven",), runs_met=1, runs_in_a_row=1, action=""),
        life(8, "again", fingerprints=("eight",)),
        life(9, "again", fingerprints=("nine",)),
    )


def news_of(folder: Path) -> Iterator[News]:
    """Yield what is told of a night, of a week, and where nothing is open."""
    edition = Edition(made(folder / "runs", mixed(), *lives()), PUBLISHED, None)
    told = edition.for_channel(TEAM)
    assert told is not None
    yield from (told, edition.of_week(TEAM, BEGAN), edition.for_file())
    yield Edition(made(folder / "runs", []), PUBLISHED, None).of_week(TEAM, BEGAN)


def read_in(told: Any, key: str = "text") -> Iterator[str]:
    """Yield the texts of JSON that are read by people."""
    if isinstance(told, dict):
        for name, value in told.items():
            yield from read_in(value, name)
    elif isinstance(told, list):
        for value in told:
            yield from read_in(value, key)
    elif isinstance(told, str) and key in READ:
        yield told


def known(news: News) -> set[str]:
    """Return what was found, and what the journeys and records said."""
    said = [text for pair in mixed() for part in pair for text in texts_of(part)]
    links = (news.link, *(piece.link for piece in news.pieces))
    return {*MARKS, *links, *said, *(text for each in lives() for text in texts_of(each))}


@pytest.mark.parametrize("letter", ["email.txt", "email.html", "markdown.md", "summary.md"])
def test_no_english_is_left_in_a_text(other: Catalogue, tmp_path: Path, letter: str) -> None:
    with speaking(other):
        for news in news_of(tmp_path):
            text = Templates().fill(letter, news=news, shown=frozenset())
            read = Read(text).texts if letter.endswith("html") else text.splitlines()
            assert english_in("\n".join(read), known(news)) == []


@pytest.mark.parametrize("letter", ["slack.json", "teams.json"])
def test_no_english_is_left_in_a_post(other: Catalogue, tmp_path: Path, letter: str) -> None:
    with speaking(other):
        for news in news_of(tmp_path):
            read = list(read_in(json.loads(Templates().fill(letter, news=news))))
            assert len(read) > 3
            assert english_in("\n".join(read), known(news)) == []
