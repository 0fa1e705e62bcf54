"""What got slower is said when it is sure, and seldom when nothing changed: proven on made-up nights."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from harness.judge.comparable import walked_with
from harness.judge.figures import keyed
from harness.judge.trend import Trend, sure_in_run, trends
from harness.record import BrowserFacts, MachineLoad, VisitRecord

from .visits import step, view, visit

BROWSER = BrowserFacts(
    engine="chromium",
    kind="chromium-headless-shell",
    version="156.0",
    viewport_width_px=1280,
    viewport_height_px=800,
)
STEPS = tuple(f"Step {number}" for number in range(10))
SERIES = 200
NIGHTS = 34

Nights = Sequence[Mapping[str, float]]
"""Oldest first: how long each step took."""


@dataclass(frozen=True)
class Figure:
    """An earlier figure, as the history hands it on."""

    started_at: datetime
    value: float
    browser: str = "chromium-headless-shell 156, en-US"
    over: bool | None = False


def night(times: Mapping[str, float]) -> VisitRecord:
    steps = (
        step(index, name=name, active_ms=round(time_ms), page_views=())
        for index, (name, time_ms) in enumerate(times.items())
    )
    return visit(*steps, browser=BROWSER)


def found(nights: Nights, **earlier: Any) -> tuple[Trend, ...]:
    """Return what is said in the morning after the last of these nights."""
    now = night(nights[-1])
    days = enumerate(reversed(nights[:-1]), start=1)
    newest_first = [(now.started_at - timedelta(days=ago), times) for ago, times in days]
    past = {
        f"{name}|step time|": [
            Figure(**{"started_at": day, "value": times[name], **earlier}) for day, times in newest_first
        ]
        for name in nights[-1]
    }
    return trends(now, past)


def series(shift: Callable[[int, str], float] = lambda _night, _step: 1) -> Iterator[Nights]:
    """Yield series whose times vary by a quarter, now and then by much more, as those of shops do."""
    chance = random.Random(6)  # noqa: S311 -- no secret
    for _ in range(SERIES):
        usual = {name: chance.uniform(300, 3000) for name in STEPS}
        yield [
            {
                name: usual[name] * shift(at, name) * chance.lognormvariate(0, 0.25) * _hiccup(chance)
                for name in STEPS
            }
            for at in range(NIGHTS)
        ]


def _hiccup(chance: random.Random) -> float:
    return 3 if chance.random() < 0.03 else 1


def from_night(first: int, factor: float) -> Callable[[int, str], float]:
    return lambda at, name: factor if at >= first and name == "Step 3" else 1


def test_of_unchanged_series_hardly_one_in_twenty_is_told_to_have_changed() -> None:
    assert sum(bool(found(nights)) for nights in series()) <= SERIES * 0.05


def test_of_runs_in_which_nothing_changed_hardly_one_in_twenty_tells_that_something_did() -> None:
    visits = {str(number): found(nights) for number, nights in enumerate(series())}
    runs = [
        {name: told for name, told in visits.items() if int(name) // 10 == run and told}
        for run in range(SERIES // 10)
    ]
    assert sum(bool(sure_in_run(run, 10)) for run in runs) <= 1


def test_what_changed_in_one_visit_of_ten_is_told() -> None:
    changed = {
        str(number): found(nights) for number, nights in enumerate(series(from_night(NIGHTS - 5, 2.4)))
    }
    assert sum(bool(sure_in_run({name: told}, 10)) for name, told in changed.items() if told) >= SERIES * 0.8


@pytest.mark.parametrize(("factor", "direction"), [(2.4, "slower"), (0.3, "faster")])
def test_a_time_that_changed_much_five_nights_ago_is_told(factor: float, direction: str) -> None:
    told = [found(nights) for nights in series(from_night(NIGHTS - 5, factor))]
    right = [every for every in told if [(t.step, t.direction) for t in every] == [("Step 3", direction)]]
    assert len(right) >= SERIES * 0.9


def test_one_bad_night_is_no_trend() -> None:
    told = [found(nights) for nights in series(from_night(NIGHTS - 1, 5))]
    assert sum(bool(every) for every in told) <= SERIES * 0.05


def steady(*times_ms: float) -> Nights:
    return [{"Apply the code": time_ms} for time_ms in times_ms]


BEFORE = (1180, 1190, 1195, 1200, 1205, 1210, 1215, 1220)
NOW = (2850, 2880, 2900, 2920, 2950)


def test_it_is_told_in_plain_words_from_what_to_what_and_since_when() -> None:
    (trend,) = found(steady(*BEFORE, *NOW))
    assert trend.sentence == (
        'Got slower: "Apply the code" took 1.2 seconds; 2.9 seconds in the last 5 nights.'
    )
    assert trend.detail == (
        "Half of the 8 visits before took no longer than that;"
        " 19 of 20 took up to 1.2 seconds, now 3 seconds."
    )
    assert trend.chance == pytest.approx(
        2 / 1287
    )  # all 5 above all 8: one of C(13, 5) orders, and its mirror
    assert trend.effect == 1
    assert (trend.median_before_ms, trend.median_now_ms) == (1202, 2900)


def test_visits_of_one_day_are_not_called_nights() -> None:
    at = night({"Apply the code": 1}).started_at
    (trend,) = found(steady(*BEFORE, *NOW), started_at=at)
    assert trend.sentence.endswith("in the last 5 visits.")


@pytest.mark.parametrize(
    "nights",
    [
        steady(*BEFORE[1:], *NOW),
        steady(*BEFORE, *(time_ms + 90 for time_ms in BEFORE[:5])),
        steady(*(time_ms * 10 for time_ms in BEFORE), *(time_ms * 10 + 900 for time_ms in BEFORE[:5])),
    ],
    ids=["too few nights", "less than a tenth of a second", "less than a tenth of what it took"],
)
def test_what_nobody_can_be_sure_of_or_would_feel_is_not_told(nights: Nights) -> None:
    assert found(nights) == ()


@pytest.mark.parametrize("other", [{"browser": "firefox 150, en-US"}, {"over": None}])
def test_another_browser_and_a_busy_machine_do_not_compare(other: dict[str, object]) -> None:
    assert found(steady(*BEFORE, *NOW), **other) == ()


def test_nothing_is_said_of_a_visit_that_a_busy_machine_spoilt() -> None:
    spoilt = visit(
        step(
            active_ms=4000,
            duration_ms=4000,
            within_ms=3000,
            page_views=(),
            machine=MachineLoad(pressure=0.9),
        ),
        browser=BROWSER,
    )
    past = [Figure(spoilt.started_at, value) for value in (*reversed(NOW), *BEFORE)]
    assert trends(spoilt, {"Apply the code|step time|": past}) == ()


def test_a_key_is_the_same_every_night_whatever_number_an_order_has() -> None:
    first, second = (
        dict(keyed(visit(step(page_views=(view(title=f"Order {number}", lcp_ms=800),)))))
        for number in (1001, 2077)
    )
    assert first.keys() == second.keys()
    assert "Apply the code|LCP|Order #" in first


def test_what_compares_names_browser_and_persona() -> None:
    assert walked_with(visit(browser=BROWSER)) == "chromium-headless-shell 156, en-US"
    assert walked_with(visit()) == ""
