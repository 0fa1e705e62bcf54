"""A calendar on the page in, the page of it with a certain month out, turned to as a customer does."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from harness.shopper.acting.waiting import wait_for
from harness.shopper.scripts import script
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    import datetime as dt

    from playwright.sync_api import Locator

MOST_PAGES = 240
"""Twenty years of months: who is to go further, types."""
OPENING_MS = 700
"""A calendar comes with the press that opens it; a field that has none is typed into after that."""


@dataclass(frozen=True)
class Control:
    """Something to press in a calendar."""

    path: str
    is_off: bool


@dataclass(frozen=True)
class Month:
    """A month as it is shown; `number` counts months from the year 0."""

    number: int
    part: str
    days: tuple[Control, ...]
    next: Control | None
    back: Control | None


@dataclass(frozen=True)
class Calendar:
    """The months that can be seen in the document of a field.

    Args:
        root: The document's outermost element: the field may stand in a frame.
        locale: The language of the site, for names of months.
        press: Presses a control as this customer does.
        others: Calendars of the page that are not meant.
    """

    root: "Locator"
    locale: str
    press: Callable[["Locator"], None]
    others: frozenset[str] = frozenset()

    def months(self) -> tuple[Month, ...]:
        """Return the months that are shown just now."""
        facts = self.root.evaluate(script("calendar/months"), self.locale)
        return tuple(
            Month(
                each["year"] * 12 + each["month"] - 1,
                each["part"],
                tuple(Control(day["path"], day["isOff"]) for day in each["days"]),
                _control(each["next"]),
                _control(each["back"]),
            )
            for each in facts
            if each["part"] not in self.others
        )

    def opened_by(self, press: Callable[[], None], *, timeout_ms: int) -> "Calendar | None":
        """Press what opens a calendar, and return that one; None where none comes.

        One that was there before is meant only where no other one comes; where it went away, it was
        open already, and is opened again.
        """
        before = frozenset(month.part for month in self.months())
        press()
        new = replace(self, others=before)
        if new.is_shown(timeout_ms=OPENING_MS if before else timeout_ms):
            return new
        if before and not self.months():
            press()
        return self if before and self.is_shown(timeout_ms=timeout_ms) else None

    def is_shown(self, *, timeout_ms: int) -> bool:
        """Wait until it can be seen; False where it does not come."""
        return bool(wait_for(self.root.page, lambda: self.months() or None, timeout_ms=timeout_ms))

    def take(self, day: "dt.date", *, timeout_ms: int) -> None:
        """Turn to the month of a day, and press the day.

        Raises:
            Obstacle: The calendar does not go so far, or the day cannot be chosen.
        """
        month = self._turn_to(day, timeout_ms=timeout_ms)
        pressed = month.days[day.day - 1]
        if pressed.is_off:
            told = f"{day:%Y-%m-%d} cannot be chosen in the calendar"
            raise Obstacle("disabled", told, seen=told)
        self.press(self._at(pressed))

    def _turn_to(self, day: "dt.date", *, timeout_ms: int) -> Month:
        wanted = day.year * 12 + day.month - 1
        for _ in range(MOST_PAGES):
            shown = self.months()
            found = next((month for month in shown if month.number == wanted), None)
            if found or not shown:
                break
            goes_on = wanted > shown[-1].number
            edge = shown[-1] if goes_on else shown[0]
            turn = edge.next if goes_on else edge.back
            if turn is None or turn.is_off:
                break
            self.press(self._at(turn))
            if not self._has_turned(shown, timeout_ms=timeout_ms):
                break
        else:
            found = None
        if found is None:
            told = f"the calendar does not lead to {day:%B %Y}"
            raise Obstacle("disabled", told, seen=told)
        return found

    def _has_turned(self, shown: tuple[Month, ...], *, timeout_ms: int) -> bool:
        before = [month.number for month in shown]

        def look() -> bool | None:
            now = [month.number for month in self.months()]
            return True if now and now != before else None

        return bool(wait_for(self.root.page, look, timeout_ms=timeout_ms))

    def _at(self, control: Control) -> "Locator":
        return self.root.locator(control.path)


def _control(facts: dict[str, Any] | None) -> Control | None:
    return Control(facts["path"], facts["isOff"]) if facts else None
