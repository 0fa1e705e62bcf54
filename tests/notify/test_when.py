"""Messages wait through quiet hours, and a week is told at its moment."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from harness.language.notify import QuietHours, WeeklyMoment
from harness.notify.quiet import held_until, last_digest
from harness.notify.telling import send
from tests.reports.cx.records import BEGAN

from .desks import channels, desk
from .servers import Answer, hook
from .test_sending import tell, to


def test_what_falls_into_quiet_hours_is_sent_after_them(tmp_path: Path) -> None:
    quiet = ", quiet hours: 22:00-07:00"
    with hook() as server:
        (said,) = tell(tmp_path, to(server, more=quiet), now=BEGAN)
        still = [line.text for line in send(desk(tmp_path, to(server, more=quiet), now=BEGAN))]
        morning = BEGAN.replace(hour=7, minute=1)
        (sent,) = (line.text for line in send(desk(tmp_path, to(server, more=quiet), now=morning)))

    assert said.startswith("team: waits until 2026-11-21 ")
    assert still == [said]
    assert sent.startswith("team: sent: ")


def test_what_waited_is_not_sent_in_later_quiet_hours_either(tmp_path: Path) -> None:
    quiet = ", quiet hours: 22:00-07:00"
    with hook(Answer(500), Answer(500), Answer(500), Answer()) as server:
        (failed,) = tell(tmp_path, to(server, more=quiet), now=BEGAN.replace(hour=21))
        next_night = BEGAN + timedelta(days=1)
        (still,) = (line.text for line in send(desk(tmp_path, to(server, more=quiet), now=next_night)))

    assert failed.startswith("team: not sent, ")
    assert still.startswith("team: waits until 2026-11-22 ")
    assert len(server.posted) == 3


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("23:30", "07:00 tomorrow"),
        ("06:59", "07:00"),
        ("07:00", None),
        ("21:59", None),
        ("22:00", "07:00 tomorrow"),
    ],
)
def test_quiet_hours_go_over_midnight(now: str, until: str | None) -> None:
    clock = datetime.strptime(now, "%H:%M").time()  # noqa: DTZ007 -- a time of the day
    at = datetime.combine(BEGAN.date(), clock, UTC)
    found = held_until(at, QuietHours(clock.replace(22, 0), clock.replace(7, 0)), UTC)

    told = f"{found:%H:%M}{' tomorrow' if found.date() > at.date() else ''}" if found else None
    assert told == until


def test_the_week_is_told_once_at_its_moment(tmp_path: Path) -> None:
    weekly = ", when: weekly, digest: Monday 08:00"
    monday = datetime(2026, 11, 23, 8, 5, tzinfo=UTC)
    with hook() as server:
        first = tell(tmp_path, to(server, more=weekly), now=monday)
        again = tell(tmp_path, to(server, more=weekly), now=monday + timedelta(days=3))
        next_week = tell(tmp_path, to(server, more=weekly), now=monday + timedelta(days=7))

    assert [len(first), again, len(next_week)] == [1, [], 1]
    assert len(server.posted) == 2
    assert server.posted[0].told["is_digest"] is True
    assert server.posted[0].told["title"] == "Linden Lane: the week to 23 November"


def test_a_file_is_not_told_the_week_and_says_so(tmp_path: Path) -> None:
    lines = channels(pipeline="kind: junit, file: build/journeys.xml")

    assert tell(tmp_path, lines, "pipeline", weekly=True) == ["pipeline: is written by each run."]


def test_the_newest_moment_of_the_week_is_at_or_before_now() -> None:
    moment = WeeklyMoment(0, BEGAN.time().replace(hour=8))
    assert last_digest(datetime(2026, 11, 23, 7, 59, tzinfo=UTC), moment, UTC).day == 16
    assert last_digest(datetime(2026, 11, 23, 8, 0, tzinfo=UTC), moment, UTC).day == 23


def test_a_week_that_is_asked_for_again_was_told(tmp_path: Path) -> None:
    with hook() as server:
        lines = to(server, more=", when: [new, weekly]")
        first, again = tell(tmp_path, lines, weekly=True), tell(tmp_path, lines, weekly=True)

    assert first[0].startswith("team: sent: Linden Lane: the week to ")
    assert again[0].startswith("team: was told this already: Linden Lane: the week to ")
    assert len(server.posted) == 1
