"""A field or button and a day in, the day chosen: by the browser's own field, by typing, or in a calendar."""

from typing import TYPE_CHECKING, Any

from harness.grammar.target import Meaning, Target
from harness.shopper.acting.days.calendar import OPENING_MS, Calendar
from harness.shopper.acting.days.native import give
from harness.shopper.acting.locating import frame_in
from harness.shopper.scripts import script
from harness.shopper.trouble.stopping import Obstacle
from harness.values.dates import read_day
from harness.values.model import Day, ReadingError
from harness.values.moments import Moment, read_moment, typed_day

if TYPE_CHECKING:
    import datetime as dt

    from playwright.sync_api import Locator

    from harness.shopper.acting.hands import Hands


def pick_date(hands: "Hands", field: Target, text: str) -> None:
    """Choose a day, or a time, as the page asks for it.

    Raises:
        Obstacle: The text names no day, or the day cannot be chosen.
    """
    moment = _moment(hands, text)
    control = hands.find(field, Meaning.DATE_FIELD)
    facts: dict[str, Any] = control.evaluate(script("calendar/field"))
    if facts["native"]:
        give(hands, control, facts["native"], moment)
        return
    if moment.day is None:
        raise Obstacle("journey fault", f'"{text}" names no day, and {field.plain} asks for one')
    root = (frame_in(hands.page, field.frame) if field.frame else hands.page).locator("html")
    locale, patience_ms = hands.looking.context.locale, hands.action_timeout_ms
    calendar = Calendar(root, locale, hands.press).opened_by(
        lambda: hands.press(control), timeout_ms=OPENING_MS if facts["isTyped"] else patience_ms
    )
    if calendar:
        calendar.take(moment.day, timeout_ms=patience_ms)
        _see_that_it_came(hands, control, moment.day)
    elif facts["isTyped"]:
        hands.type_into(control, typed_day(moment.day, locale, form=facts["form"]))
    else:
        raise Obstacle("check failed", "no calendar opens", wanted=f"a calendar for {field.plain} to open")


def _moment(hands: "Hands", text: str) -> Moment:
    try:
        return read_moment(text, hands.looking.context)
    except ReadingError as error:
        raise Obstacle("journey fault", str(error)) from error


def _see_that_it_came(hands: "Hands", control: "Locator", day: "dt.date") -> None:
    """See that the field does not say another day; what cannot be read is for the journey to check."""
    if not control.count():
        return
    said = control.evaluate(script("calendar/field"))["value"]
    try:
        read = read_day(said, hands.looking.context)
    except ReadingError:
        return
    if read != Day(day):
        raise Obstacle("check failed", "another day was taken", wanted=day.isoformat(), seen=said)
