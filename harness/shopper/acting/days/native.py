"""A moment in, given to the browser's own field for days, months, weeks or times as it wants it."""

from typing import TYPE_CHECKING

from harness.shopper.scripts import script
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from harness.shopper.acting.hands import Hands
    from harness.values.moments import Moment


def give(hands: "Hands", field: "Locator", kind: str, moment: "Moment") -> None:
    """Give a moment to a field.

    Raises:
        Obstacle: The field asks for more than the moment says, or does not take that day.
    """
    value = value_for(kind, moment)
    if value is None:
        lacks = "time of day" if moment.day else "day"
        raise Obstacle("journey fault", f"the field asks for a {lacks}, and the journey names none")
    hands.input.give_moment(field, value, timeout_ms=hands.action_timeout_ms)
    if field.evaluate(script("calendar/field"))["isOutside"]:
        told = f"{value} cannot be chosen: the field does not go so far"
        raise Obstacle("disabled", told, seen=told)


def value_for(kind: str, moment: "Moment") -> str | None:
    """Return what a field of this type takes (HTML, "dates and times"); None where the moment lacks it."""
    day, time = moment.day, moment.time
    if kind == "time":
        return time
    if day is None or (kind == "datetime-local" and time is None):
        return None
    year, week, _ = day.isocalendar()
    return {
        "date": day.isoformat(),
        "datetime-local": f"{day.isoformat()}T{time}",
        "month": f"{day:%Y-%m}",
        "week": f"{year}-W{week:02}",
    }[kind]
