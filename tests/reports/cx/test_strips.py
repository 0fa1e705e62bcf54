"""The strip shows where it broke."""

from harness.record import ActionRecord, Box, Friction, PageView, Place
from harness.reports.cx.marks import Mark
from harness.reports.cx.strips import Frame, strip
from harness.reports.cx.tones import Tone

from . import records as made


def files_of(judged: made.Judged) -> set[str]:
    visit, _ = judged
    return {f"visits/{visit.id}/{e.file}" for step in visit.steps for e in step.evidence if e.file}


def frames_of(judged: made.Judged) -> tuple[Frame, ...]:
    return strip(*judged, files_of(judged))


def test_the_place_that_broke_is_ringed_in_per_cent_of_the_picture() -> None:
    picture = frames_of(made.broken(made.PROMO, made.LAPTOP))[2].picture
    assert picture
    assert picture.ring
    assert (picture.ring.left, picture.ring.top) == (59.38, 37.5)
    assert (picture.ring.width, picture.ring.height) == (8.59, 5.5)
    assert picture.ring.tone is Tone.BROKEN
    assert picture.alt.startswith("The site after step 3, Apply the code (stopped here).")
    assert picture.alt.endswith("A red ring marks the place where it stopped.")


def test_a_step_that_was_not_reached_is_a_grey_place_without_seconds() -> None:
    last = frames_of(made.broken())[3]
    assert (last.absent, last.time, last.picture) == ("Not reached", "", None)
    assert last.mark
    assert last.mark.tone is Tone.UNPROVEN


def test_a_picture_that_is_not_on_disk_is_said_to_be_missing() -> None:
    assert strip(*made.fine(made.SEARCH), set())[0].absent == "The picture is missing"


def test_a_picture_that_could_not_be_taken_is_said_to_be_so() -> None:
    assert frames_of(made.site_down(made.SEARCH))[0].absent == "No picture could be taken"


def test_without_a_thumbnail_the_picture_itself_is_shown() -> None:
    judged = made.fine(made.SEARCH)
    full = f"visits/{judged[0].id}/step-01.jpg"
    picture = strip(*judged, {full})[0].picture
    assert picture
    assert picture.thumbnail == picture.href == full


def test_a_step_over_its_limit_once_is_not_called_slow() -> None:
    mark = frames_of(made.over_its_limit())[1].mark
    assert mark == Mark(Tone.OVER_LIMIT, "Over its limit")


def test_a_slow_step_and_a_hassle_are_amber() -> None:
    marks = [frames_of(made.slow())[1].mark, frames_of(made.annoying())[1].mark]
    assert [mark and mark.word for mark in marks] == ["Slow", "Hassle"]


def test_one_popup_that_closes_is_told_but_does_not_stand_out() -> None:
    banner = Friction(kind="popup", what="Cookie banner", duration_ms=80)
    step = made.step(1, "Open the shop", friction=(banner,))
    frame = frames_of((made.visit(made.SEARCH, steps=(step,)), made.judgement()))[0]
    assert frame.mark is None
    assert frame.notes == ("Cookie banner came up (2.7 seconds of the customer's time).",)


def test_which_way_was_taken_and_what_was_waited_for_is_told() -> None:
    told = {
        "if see": 'if see "Sign in": no, so not taken',
        "click": 'click "Print"',
        "wait for": 'wait for "Ready", because it is printed',
    }
    actions = tuple(
        ActionRecord(
            verb=verb,
            sentence=sentence,
            place=Place(file="journeys/buy/a.yaml", line=7),
            started_ms=0,
            duration_ms=2_300,
            is_told=verb != "click",
        )
        for verb, sentence in told.items()
    )
    step = made.step(1, "Print the label", actions=actions)
    frame = frames_of((made.visit(made.SEARCH, steps=(step,)), made.judgement()))[0]
    assert frame.notes == (
        'If see "Sign in": no, so not taken.',
        'Wait for "Ready", because it is printed: 2.3 seconds.',
    )


def test_an_out_of_date_journey_is_never_red() -> None:
    mark = frames_of(made.outdated())[2].mark
    assert mark
    assert (mark.tone, mark.word) == (Tone.UNPROVEN, "Stopped here")


def test_no_ring_is_drawn_on_a_page_that_came_after_the_click() -> None:
    visit, judgement = made.broken()
    at = Place(file="journeys/x.yaml", line=1)
    click = ActionRecord(
        verb="click",
        sentence='click "Apply"',
        place=at,
        started_ms=100,
        duration_ms=9,
        box=Box(x=1, y=1, width=9, height=9),
    )
    view = PageView(url="https://shop.example/next", cause="click", started_ms=150)
    failed = visit.steps[2].model_copy(update={"actions": (click,), "page_views": (view,)})
    judged = visit.model_copy(update={"steps": (*visit.steps[:2], failed)}), judgement
    picture = frames_of(judged)[2].picture
    assert picture
    assert picture.ring is None


def test_no_ring_is_drawn_outside_the_picture() -> None:
    visit, judgement = made.broken()
    (action,) = visit.steps[2].actions
    below = action.model_copy(update={"box": Box(x=10, y=5000, width=50, height=20)})
    failed = visit.steps[2].model_copy(update={"actions": (below,)})
    picture = frames_of((visit.model_copy(update={"steps": (failed,)}), judgement))[0].picture
    assert picture
    assert picture.ring is None
