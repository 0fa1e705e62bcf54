"""People are written to in the hours that the owner of the site names, by the clock of the site."""

from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from harness.language.safety import ContactHours
from harness.ledger import Ledger, ledger_place
from harness.shopper.committing.kill_switch import KillSwitch
from harness.shopper.committing.terms import Terms

WORKING_DAYS = ContactHours(frozenset(range(5)), time(9), time(17), "Mon-Fri 09:00-17:00")


def terms_in(folder: Path, *hours: ContactHours) -> Terms:
    return Terms(
        granted=frozenset({"message"}),
        site="shop",
        open_ledger=lambda: Ledger.open(ledger_place(str(folder / "ledger.sqlite"), folder)),
        zone=ZoneInfo("America/New_York"),
        kill_switch=KillSwitch("", folder),
        contact_hours=hours,
    )


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (datetime(2026, 11, 20, 15, 0, tzinfo=UTC), ""),
        (datetime(2026, 11, 20, 14, 0, tzinfo=UTC), ""),
        (
            datetime(2026, 11, 20, 22, 0, tzinfo=UTC),
            "it is Friday 17:00 there, and people are contacted Mon-Fri 09:00-17:00",
        ),
        (
            datetime(2026, 11, 21, 15, 0, tzinfo=UTC),
            "it is Saturday 10:00 there, and people are contacted Mon-Fri 09:00-17:00",
        ),
    ],
)
def test_messages_wait_for_the_hours_of_the_site(tmp_path: Path, moment: datetime, told: str) -> None:
    assert terms_in(tmp_path, WORKING_DAYS).closed_for("message", moment) == told


def test_orders_need_nobody_and_without_hours_it_is_always_time(tmp_path: Path) -> None:
    night = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)

    assert terms_in(tmp_path, WORKING_DAYS).closed_for("order", night) == ""
    assert terms_in(tmp_path).closed_for("message", night) == ""
