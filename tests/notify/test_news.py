"""Which finding is told whom, on which occasion, in which words."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from harness.history.folders import Findings, write_findings
from harness.language.notify import ChannelSettings, Only
from harness.notify.news import MOST, Edition
from harness.record.folder import RunFolder
from tests.reports.cx.records import (
    LAPTOP,
    PHONE,
    PROMO,
    SEARCH,
    broken,
    fine,
    not_judged,
    slow,
    stopped_on_purpose,
)

from .nights import life, made, sighting


def edition(folder: Path, judged: list[Any], *lives: Any, **story: Any) -> Edition:
    return Edition(made(folder, judged, *lives, **story), "https://reports.shop.example", None)


def channel(*when: str, **more: Any) -> ChannelSettings:
    said: dict[str, Any] = {"when": when} if when else {}
    return ChannelSettings("team", "slack", **said, **more)


@pytest.mark.parametrize(
    ("change", "usually", "broken_ones"),
    [
        ("new", ["new"], ["new"]),
        ("reopened", ["reopened"], ["reopened"]),
        ("verified", ["fixed"], []),
        ("again", [], ["open"]),
        ("not met", [], []),
        ("not tried", [], []),
    ],
)
def test_what_is_told_depends_on_what_the_run_did_to_a_finding(
    tmp_path: Path, change: str, usually: list[str], broken_ones: list[str]
) -> None:
    told = edition(tmp_path, [broken()], life(7, change))

    def sorts(*when: str) -> list[str]:
        news = told.for_channel(channel(*when))
        return [piece.sort for piece in news.pieces] if news else []

    assert sorts() == usually
    assert sorts("broken") == broken_ones


def test_a_piece_tells_what_whom_since_when_whose_and_what_to_do(tmp_path: Path) -> None:
    news = edition(tmp_path, [broken()], life(7, "reopened", ticket="SHOP-5")).for_channel(channel())

    assert news is not None
    (piece,) = news.pieces
    assert piece.cannot == 'Customers cannot apply a promo code: they are stopped at "Apply the code".'
    assert piece.who == ("A first-time shopper on a phone (about 40 % of customers)",)
    assert piece.since == "Thursday, 19 November, after it was gone"
    assert (piece.owner, piece.ticket) == ("checkout-team", "SHOP-5")
    assert piece.action == "Check the rule of the code SAVE10 in the basket."
    page, _, anchor = piece.link.rpartition("#")
    assert page.startswith("https://reports.shop.example/2026-11-21-0200/journeys/")
    assert anchor.startswith("walk-buy-promo-code")
    assert news.title == f"Linden Lane: back again: {piece.cannot}"


@pytest.mark.parametrize(
    ("only", "is_told"),
    [
        (Only(), True),
        (Only(severity=("blocker", "critical")), True),
        (Only(severity=("minor",)), False),
        (Only(stage=("buy",), owner=("checkout-team",), touchpoint=("promo code",)), True),
        (Only(stage=("buy",), owner=("after-sales",)), False),
    ],
)
def test_owners_get_their_own(tmp_path: Path, only: Only, *, is_told: bool) -> None:
    told = edition(tmp_path, [broken()], life(7, "new"))

    assert (told.for_channel(channel(only=only)) is not None) is is_told


def test_one_cause_is_one_piece_with_all_that_it_stops(tmp_path: Path) -> None:
    first, second = broken(PROMO, PHONE), broken(SEARCH, LAPTOP)
    met = tuple(sighting(visit, "cause") for visit, _ in (first, second))
    news = edition(tmp_path, [first, second], life(7, "new", met_by=met)).for_channel(channel())

    assert news is not None
    assert [piece.also for piece in news.pieces if piece.number == 7] == [
        "1 more journey: Find a product by search"
    ]


def test_what_the_history_does_not_know_is_told_as_new(tmp_path: Path) -> None:
    news = edition(tmp_path, [broken(), slow()], problem="It is locked.").for_channel(channel())

    assert news is not None
    assert [(piece.sort, piece.number) for piece in news.pieces] == [("new", None), ("new", None)]
    assert news.notices == ("What is new cannot be told apart from what is old: It is locked.",)


@pytest.mark.parametrize("problem", ["", "It is locked."])
def test_what_makes_no_finding_is_no_news(tmp_path: Path, problem: str) -> None:
    visit, judgement = slow()
    once = judgement.findings[0].model_copy(update={"confidence": "unsure"})
    judged = [fine(PROMO), not_judged(), (visit, judgement.model_copy(update={"findings": (once,)}))]

    assert edition(tmp_path, judged, problem=problem).for_channel(channel()) is None


def test_a_run_that_proved_nothing_is_told_each_time(tmp_path: Path) -> None:
    judged = [not_judged()]
    blind = edition(tmp_path, judged, life(3, "again", judged[0]))
    wished = edition(tmp_path, [stopped_on_purpose()])

    news = blind.for_channel(channel())
    assert news is not None
    assert news.headline == "Nothing was proven: no walk came to an end that can be judged."
    assert wished.for_channel(channel()) is None


def test_where_all_is_well_only_who_always_wants_it_is_told(tmp_path: Path) -> None:
    told = edition(tmp_path, [fine(PROMO)])

    assert told.for_channel(channel()) is None
    news = told.for_channel(channel("always"))
    assert news is not None
    assert (news.title, news.works) == (
        "Linden Lane: Everything customers tried worked.",
        "1 of 1 visit went well.",
    )


def test_a_message_stays_short_and_says_how_many_it_leaves_out(tmp_path: Path) -> None:
    lives = [life(number, "new", fingerprints=(str(number),)) for number in range(1, MOST + 4)]
    news = edition(tmp_path, [fine(PROMO)], *lives).for_channel(channel())

    assert news is not None
    assert (len(news.pieces), news.left_out) == (MOST, 3)


def test_the_week_tells_all_that_is_open_and_what_is_gone(tmp_path: Path) -> None:
    told = edition(tmp_path, [fine(PROMO)], life(1, "not met"), life(2, "verified", good_runs=3))

    news = told.of_week(channel("weekly"), told.made.run.started_at)

    assert [(piece.number, piece.sort) for piece in news.pieces] == [(1, "open"), (2, "fixed")]
    assert news.headline == "1 finding is open; 1 finding turned out to be gone."


@pytest.mark.parametrize(
    ("judged", "only", "headline"),
    [
        (fine(PROMO), Only(), "Nothing is open: customers can do all that was tried."),
        (stopped_on_purpose(), Only(), "Nothing is open."),
        (fine(PROMO), Only(owner=("after-sales",)), "Nothing of yours is open."),
    ],
)
def test_a_week_without_findings_says_no_more_than_is_known(
    tmp_path: Path, judged: Any, only: Only, headline: str
) -> None:
    told = edition(tmp_path, [judged])

    assert told.of_week(channel("weekly", only=only), told.made.run.started_at).headline == headline


def test_the_week_knows_what_earlier_runs_verified(tmp_path: Path) -> None:
    told = edition(tmp_path, [fine(PROMO)], life(3, "reopened", fingerprints=("3",)))
    for days, number in ((2, 2), (3, 3), (9, 9)):  # 3 is back since, 9 is no news any more
        began = told.made.run.started_at - timedelta(days=days)
        folder = RunFolder(tmp_path / f"run-{number}")
        folder.write_run(told.made.run.model_copy(update={"id": folder.path.name, "started_at": began}))
        write_findings(folder, Findings(lives=(life(number, "verified", good_runs=3),)))

    news = told.of_week(channel("weekly"), told.made.run.started_at)

    assert [(piece.number, piece.sort) for piece in news.pieces] == [(3, "reopened"), (2, "fixed")]
