"""The board: when each touchpoint was last really experienced, by whom, and how that went."""

from datetime import timedelta

from harness.history.model import Experience, Story
from harness.judge import Verdict
from harness.language.known.stages import TOUCHPOINTS
from harness.reports.cx.background import Background
from harness.reports.cx.board import BoardRow, board
from harness.reports.cx.tones import Tone
from harness.reports.cx.words import labels

from . import records as made

EARLIER = made.BEGAN - timedelta(days=5)


def rows_of(judged: list[made.Judged], *earlier: str) -> dict[str, BoardRow]:
    experiences = {
        touchpoint: Experience(
            touchpoint,
            EARLIER,
            "buy/x",
            "Place an order",
            "A loyal customer",
            Verdict.FINE,
            "2026-11-16-0200",
        )
        for touchpoint in earlier
    }
    rows = board(judged, Background(Story(experiences=experiences)))
    return {row.touchpoint: row for row in rows}


def test_every_touchpoint_has_a_row_with_words_of_its_own() -> None:
    assert list(rows_of([])) == [labels.TOUCHPOINT_ROWS[touchpoint] for touchpoint in TOUCHPOINTS]


def test_what_nobody_ever_experienced_is_grey() -> None:
    chat = rows_of(made.mixed())["The chat"]
    assert (chat.is_grey, chat.mark.tone, chat.mark.word) == (True, Tone.UNPROVEN, "Never experienced")


def test_this_run_tells_its_worst_walk_and_how_many_more_there_were() -> None:
    promo = rows_of(made.mixed())["A promo code"]
    assert (promo.mark.word, promo.when) == ("Does not work", "In this run, 21 November 2026")
    assert promo.told == "A first-time shopper on a phone: Apply a promo code, and 1 more walk."
    assert promo.href.startswith("journeys/buy-promo-code--first-time-phone.html#")


def test_what_works_for_some_walks_is_not_said_not_to_work_at_all() -> None:
    judged = [made.broken(made.PROMO), made.fine(made.PROMO, made.LAPTOP), made.fine(made.TRACK)]
    promo = rows_of(judged)["A promo code"]
    assert (promo.mark.tone, promo.mark.word) == (Tone.BROKEN, "1 of 2 walks does not work")


def test_any_walk_on_a_phone_experiences_the_site_on_a_phone() -> None:
    visit, judgement = made.fine(made.TRACK)
    assert visit.browser
    on_a_phone = visit.model_copy(update={"browser": visit.browser.model_copy(update={"has_touch": True})})
    assert rows_of([(visit, judgement)])["The site on a phone"].is_grey
    assert rows_of([(on_a_phone, judgement)])["The site on a phone"].mark.word == "Works"


def test_what_only_an_earlier_run_experienced_tells_its_day() -> None:
    help_pages = rows_of([made.fine(made.TRACK)], "help")["The help pages"]
    assert (help_pages.when, help_pages.told) == ("16 November 2026", "A loyal customer: Place an order.")


def test_a_walk_that_proved_nothing_leaves_the_row_as_it_was() -> None:
    tried = [made.stopped_on_purpose(made.ORDER)]
    assert rows_of(tried)["Buying"].is_grey
    assert rows_of(tried, "buying")["Buying"].told == (
        "A loyal customer: Place an order. 1 walk in this run proved nothing."
    )


def test_touchpoints_of_the_companys_own_stand_at_the_end() -> None:
    gift = made.fine(made.journey("buy/gift", "Wrap a gift", touchpoint="gift wrapping"))
    assert list(rows_of([gift]))[-1] == "Gift wrapping"


def test_the_board_is_the_same_every_time() -> None:
    assert board(made.mixed()) == board(made.mixed())
