"""Made-up pasts and prices for the page: what is known of a run's findings from the nights before."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from harness.findings.model import Decision, Life
from harness.history.model import Experience, Story
from harness.judge import Verdict
from harness.judge.cost.model import Input, Price, Range
from harness.reports.cx.background import Background
from harness.values.model import Money

from . import records as made

PROMO_CODE = "buy/promo-code/3/broken step/check failed"
SEARCH = "find/search/2/slow step"


def days_ago(number: int) -> datetime:
    return made.BEGAN - timedelta(days=number)


def life(number: int, sentence: str, *fingerprints: str, **more: Any) -> Life:
    """Make a finding that was met first in this run, unless told otherwise."""
    facts = {
        "kind": "broken step",
        "verdict": Verdict.BROKEN,
        "first_seen": made.BEGAN,
        "last_seen": made.BEGAN,
        "last_run": "2026-11-21-0200",
        **more,
    }
    return Life(
        number=number, sentence=sentence, fingerprints=fingerprints or (f"finding {number}",), **facts
    )


def said(number: int, days: int, **more: Any) -> Decision:
    return Decision(at=days_ago(days), by="Ada", number=number, **more)


OPEN = life(
    12,
    "Customers cannot apply a promo code",
    PROMO_CODE,
    state="owned",
    change="again",
    first_seen=days_ago(2),
    runs_in_a_row=3,
    runs_met=3,
    runs_tried=3,
    owner="Ada",
    ticket="SHOP-214",
    notes=(said(12, 1, note="The rule of SAVE10 was lost in the last release"),),
)
SLOW = life(15, "Customers wait too long", SEARCH, kind="slow step", verdict=Verdict.SLOW, change="new")
FIXED = life(
    9,
    "The label of a return cannot be printed",
    state="verified",
    change="verified",
    first_seen=days_ago(12),
    last_seen=days_ago(5),
    good_runs=3,
    owner="after-sales",
    notes=(said(9, 4, state="fixed"),),
)
GONE = life(10, "The chat does not open", state="verified", change="verified", good_runs=3)
QUIET = life(11, "The invoice names the wrong day", change="not met", good_runs=1, first_seen=days_ago(9))
UNTRIED = life(13, "The refund takes too long", change="not tried", first_seen=days_ago(9))
BACK = life(14, "The search finds nothing", state="reopened", change="reopened", reopened=1)


def story(*lives: Life, **more: Any) -> Story:
    """Make a past with a run before this one."""
    facts = {
        "lives": lives or (OPEN, SLOW, FIXED, GONE, QUIET, UNTRIED, BACK),
        "previous_run": "2026-11-20-0200",
        "previous_at": days_ago(1),
        "previous_headline": "1 of 8 things customers try does not work.",
        "experiences": {
            touchpoint: Experience(
                touchpoint,
                days_ago(5),
                "help/x",
                title,
                "A loyal customer on a laptop",
                Verdict.FINE,
                "earlier",
            )
            for touchpoint, title in (("chat", "Ask in the chat"), ("invoice", "Get the invoice"))
        },
        **more,
    }
    return Story(**facts)


def dollars(low: int, high: int) -> Range:
    return Range(low=Money(Decimal(low), "USD"), high=Money(Decimal(high), "USD"))


PRICE = Price(
    a_day=dollars(310, 700),
    so_far=dollars(620, 1400),
    next_30_days=dollars(9300, 21000),
    inputs=(
        Input(name="visits a day", value="4,000", source="Web analytics", as_of=date(2026, 11, 1)),
        Input(name="order value", value="$62", source="Finance"),
    ),
)


def background(**prices: Price) -> Background:
    """Make the background of a priced night; the keys are `number_12` and so on."""
    return Background(story(), {int(name.partition("_")[2]): price for name, price in prices.items()})


NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
