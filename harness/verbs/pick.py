"""`pick date`: choose a day, however the page asks for it."""

from typing import TYPE_CHECKING

from harness.verbs.verb import DateField, DayText, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("pick {day} for {field}")
def pick_date(shopper: "Acting", field: DateField, day: DayText) -> None:
    """Choose a day in a calendar, or type it where there is none: `tomorrow`, `24 December 2026`."""
    shopper.read_over()
    shopper.pick_date(field, day)
