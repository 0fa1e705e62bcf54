"""A customer chooses a day: in the browser's own field, by typing, or in a calendar of the shop's."""

import datetime as dt

import pytest

from harness.language.model import Persona
from tests.pages import serving
from tests.shopper.calendars import ARIA_DIALOG, NATIVE, READ_ONLY_FIELD, TWO_MONTHS
from tests.walking import Walked, Walker

JOURNEY = """\
journey: Choose the day
commits: cart
steps:
  - step: Choose it
    do:
      - open: /
{picks}
    see:
      - {seen}
"""


def picked(walker: Walker, page: str, *picks: str, seen: str, frame: bool = False) -> Walked:
    listed = "\n".join(f"      - {pick}" for pick in picks)
    pages = {"/": "<iframe title=Shop src=/in width=900 height=700></iframe>" if frame else page, "/in": page}
    with serving(pages) as site:
        return walker.walk(JOURNEY.format(picks=listed, seen=seen), address=site.address)


@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_the_browsers_own_fields_get_what_they_want(walker: Walker, hand: str) -> None:
    walker.persona = Persona(id="kim", who="Kim", input=hand)

    walked = picked(
        walker,
        NATIVE,
        'pick date: {Day: 24 December 2026, Moment: "2026-12-24 14:30", Month: Dec 24, Week: 2026-12-24}',
        'pick date: {Time: "2:30 pm", Birthday: 5 March 1990, Since: 5 March 1990}',
        *(
            'see: {Day: "2026-12-24", Moment: "2026-12-24T14:30"}',
            'see: {Month: "2026-12", Week: "2026-W52"}',
        ),
        *('see: {Time: "14:30"}', 'see: {Birthday: "05/03/1990"}'),
        seen='Since: "3/5/1990"',
    )

    assert walked.judgement.verdict == "fine", walked.judgement.findings


@pytest.mark.parametrize(
    ("page", "field", "day", "seen"),
    [
        (ARIA_DIALOG, "Choose the day", "24 December 2026", "Delivery day: 12/24/2026"),
        (ARIA_DIALOG, "Choose the day", "2027-02-27", "Delivery day: 02/27/2027"),
        (READ_ONLY_FIELD, "Delivery day", "2026-08-01", 'Delivery day: "2026-08-01"'),
        (TWO_MONTHS, "Liefertag", "30 January 2027", "Liefertag: 30.01.2027"),
        (TWO_MONTHS, "Liefertag", "2026-12-24", "Liefertag: 24.12.2026"),
    ],
    ids=[
        "dialog, next month",
        "dialog, over the year",
        "read only, back",
        "two months, on",
        "the second month",
    ],
)
def test_a_day_is_taken_in_a_calendar(walker: Walker, page: str, field: str, day: str, seen: str) -> None:
    walked = picked(walker, page, f"pick date: {{{field}: {day}}}", seen=seen)

    assert walked.judgement.verdict == "fine", walked.judgement.findings
    assert walked.record.steps[0].friction == ()


def test_a_calendar_is_walked_through_by_keys_and_within_a_frame(walker: Walker) -> None:
    walker.persona = Persona(id="kim", who="Kim", input="keyboard")
    picks = ('switch to: frame "Shop"', "pick date: {Choose the day: 24 December 2026}")

    walked = picked(walker, ARIA_DIALOG, *picks, seen="Delivery day: 12/24/2026", frame=True)

    assert walked.judgement.verdict == "fine", walked.judgement.findings


def test_days_are_counted_from_today(walker: Walker) -> None:
    tomorrow = dt.datetime.now(dt.UTC).astimezone().date() + dt.timedelta(days=1)

    walked = picked(walker, NATIVE, "pick date: {Day: tomorrow}", seen=f'Day: "{tomorrow.isoformat()}"')

    assert walked.judgement.verdict == "fine", walked.judgement.findings


@pytest.mark.parametrize(
    ("page", "pick", "message"),
    [
        (ARIA_DIALOG, "{Choose the day: 2026-12-20}", "2026-12-20 cannot be chosen in the calendar"),
        (READ_ONLY_FIELD, "{Delivery day: 2026-12-20}", "2026-12-20 cannot be chosen in the calendar"),
        (NATIVE, "{Day: 2028-01-01}", "2028-01-01 cannot be chosen: the field does not go so far"),
    ],
    ids=["disabled", "disabled by its class", "out of range"],
)
def test_a_day_that_cannot_be_chosen_is_told(walker: Walker, page: str, pick: str, message: str) -> None:
    walked = picked(walker, page, f"pick date: {pick}", seen="Delivery")

    trouble = walked.record.steps[0].trouble
    assert trouble
    assert (walked.judgement.verdict, trouble.kind, trouble.message) == ("broken", "disabled", message)
    assert f"cannot be used. {message}." in walked.judgement.findings[0].detail


def test_a_button_that_opens_no_calendar_is_told(walker: Walker) -> None:
    walked = picked(
        walker, "<h1>Delivery</h1><button>Day</button>", "pick date: {Day: tomorrow}", seen="Delivery"
    )

    trouble = walked.record.steps[0].trouble
    assert trouble
    assert (walked.judgement.verdict, trouble.message) == ("broken", "no calendar opens")
