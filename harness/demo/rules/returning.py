"""An order's delivery and a day in, whether and until when it can be returned out."""

from dataclasses import dataclass
from datetime import date, timedelta

from harness.demo.rules.dates import medium_date

RETURN_DAYS = 30
LABEL_DAYS = 14
REASONS = {
    "too-small": "Too small",
    "too-large": "Too large",
    "not-as-expected": "Not as expected",
    "damaged": "Arrived damaged",
    "changed-mind": "Changed my mind",
}


@dataclass(frozen=True)
class LabelValidity:
    """Until when a return label can be handed in, and the season printed on it."""

    until: date
    season: str

    @property
    def in_words(self) -> str:
        """Write the last day."""
        return medium_date(self.until)


FORGOTTEN_LABEL = LabelValidity(date(2024, 1, 15), "Winter season 2023")
"""What the defect `outdated-label` prints."""


def label_validity(registered_on: date) -> LabelValidity:
    """Return until when the label of a return registered that day is good."""
    until = registered_on + timedelta(days=LABEL_DAYS)
    return LabelValidity(until, f"{_season(registered_on)} season {registered_on.year}")


def _season(day: date) -> str:
    return ("Winter", "Spring", "Summer", "Fall")[day.month % 12 // 3]


def return_refusal(delivered_on: date | None, today: date) -> str:
    """Say why an order cannot be returned today, or nothing."""
    if delivered_on is None:
        return "You can return this order once it has been delivered."
    last_day = delivered_on + timedelta(days=RETURN_DAYS)
    if today > last_day:
        return f"This order could be returned until {medium_date(last_day)}."
    return ""
