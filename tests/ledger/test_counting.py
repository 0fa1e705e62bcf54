from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from harness.language.safety import NO_CAPS, Caps
from harness.ledger import Allowance, CapReachedError, Claim, Entry, Event, OutcomeUnknownError, Process
from harness.ledger.counting import refuse
from harness.ledger.model import What
from harness.values.model import Money

from .claims import a_claim, dollars

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
SOMEBODY = Process("host", "boot", 1, "then")


def before(
    claim: Claim, *later: What, at: datetime = NOW, is_at_work: bool = False, times: int = 1
) -> list[Entry]:
    events = tuple(Event(each, at, SOMEBODY) for each in ("claimed", *later))
    return [Entry(number, claim, events, is_at_work=is_at_work) for number in range(1, times + 1)]


def sentence(
    claim: Claim, entries: list[Entry], caps: Caps, *, handled: tuple[str, ...] = (), now: datetime = NOW
) -> str:
    with pytest.raises(CapReachedError) as refused:
        refuse(claim, entries, Allowance(caps, BERLIN, handled), now)
    return str(refused.value)


def passes(
    claim: Claim, entries: list[Entry], caps: Caps, *, handled: tuple[str, ...] = (), now: datetime = NOW
) -> None:
    refuse(claim, entries, Allowance(caps, BERLIN, handled), now)


@pytest.mark.parametrize(
    ("level", "told"),
    [
        ("order", 'placed. Wait for tomorrow, or raise "orders per day" in the site file.'),
        ("return", 'started. Wait for tomorrow, or raise "returns per day" in the site file.'),
        ("message", 'sent. Wait for tomorrow, or raise "messages per day" in the site file.'),
        ("account", 'opened. Wait for tomorrow, or raise "accounts per day" in the site file.'),
    ],
)
def test_one_more_than_the_owner_allows_in_a_day_is_refused(level: str, told: str) -> None:
    caps = Caps(2, 2, 2, 2, None, None)
    one = a_claim(level=level)

    passes(one, before(one, "placed"), caps)
    assert sentence(one, before(one, "placed", times=2), caps) == f"2 of 2 {level}s of this day are {told}"


def test_where_none_is_allowed_tomorrow_helps_nobody() -> None:
    told = sentence(a_claim(), [], Caps(orders_a_day=0))
    assert told == 'no order is allowed here. Raise "orders per day: 0" in the site file.'


def test_a_claim_under_way_and_an_unknown_outcome_of_another_journey_hold_a_place() -> None:
    other = a_claim(journey="buy/gift")
    held = before(other, is_at_work=True) + before(other, "outcome unknown")

    assert sentence(a_claim(), held, Caps(orders_a_day=2)).startswith("2 of 2 orders of this day are placed.")


def test_what_was_not_placed_or_not_even_pressed_gives_its_place_back() -> None:
    one = a_claim()
    passes(one, before(one, "withdrawn") + before(one, "outcome unknown", "not placed"), Caps(orders_a_day=1))


def test_what_was_undone_was_done_that_day_all_the_same() -> None:
    one = a_claim()
    assert sentence(one, before(one, "placed", "undone"), Caps(orders_a_day=1)).startswith("1 of 1 orders")


def test_a_day_begins_and_ends_at_the_shop() -> None:
    one = a_claim()
    late = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)  # in Berlin it is the 22nd already

    assert sentence(one, before(one, "placed", at=late), Caps(orders_a_day=1, open_orders=None))
    passes(one, before(one, "placed", at=late.replace(hour=22)), Caps(orders_a_day=1, open_orders=None))
    passes(one, before(one, "placed"), Caps(orders_a_day=1), now=NOW.replace(hour=23))


def test_the_day_on_which_the_clocks_change_is_a_day() -> None:
    allowance = Allowance(NO_CAPS, BERLIN)
    begins = allowance.day_begins(datetime(2026, 10, 25, 20, tzinfo=UTC))

    assert begins.astimezone(UTC) == datetime(2026, 10, 24, 22, tzinfo=UTC)


def test_open_orders_of_other_days_are_counted_until_they_are_undone_or_settled() -> None:
    caps = Caps(open_orders=1)
    long_ago = NOW.replace(month=1)
    one = a_claim()

    assert sentence(one, before(one, "placed", at=long_ago), caps) == (
        "1 of 1 open orders are there. Undo or settle them (harness ledger --open lists them), or raise"
        ' "open orders" in the site file.'
    )
    passes(one, before(one, "placed", "undone", at=long_ago), caps)
    passes(one, before(one, "placed", "settled", at=long_ago), caps)
    passes(replace(one, level="message"), before(one, "placed", at=long_ago), caps)
    passes(one, before(one, "placed", at=long_ago), caps, handled=("order",))


def test_more_money_than_the_owner_allows_in_a_day_is_refused() -> None:
    caps = Caps(money_a_day=dollars("100.00"))
    one = a_claim(cost=dollars("40.10"))

    passes(one, before(one, "placed"), caps)
    assert sentence(one, before(one, "placed", times=2), caps) == (
        "this day has cost 80.20 USD, this order costs 40.10 USD, and 100.00 USD a day are allowed."
        ' Wait for tomorrow, or raise "money per day" in the site file.'
    )
    passes(a_claim(cost=dollars("19.80")), before(one, "placed", times=2), caps)
    passes(replace(one, level="message", cost=None), before(one, "placed", times=2), caps)


def test_money_that_cannot_be_counted_is_refused() -> None:
    caps = Caps(money_a_day=dollars("100.00"))

    assert sentence(a_claim(cost=None), [], caps) == (
        'what the order "marker of buy/order--anna" costs is not known, and 100.00 USD a day are allowed.'
        ' Name the value that says it with "costs:" at the step that commits.'
    )
    assert sentence(a_claim(cost=Money(Decimal(4), "EUR")), [], caps) == (
        'the order "marker of buy/order--anna" costs 4 EUR, and 100.00 USD a day are allowed: two currencies'
        ' cannot be added. Name the site\'s own under "money:" in the site file.'
    )
    passes(a_claim(cost=None), [], Caps())


@pytest.mark.parametrize("amount", ["-1", "NaN", "Infinity"])
def test_nothing_costs_less_than_nothing_or_no_number(amount: str) -> None:
    with pytest.raises(ValueError, match="is no cost"):
        a_claim(cost=dollars(amount))


def test_the_same_journey_is_not_walked_on_while_nobody_knows_what_became_of_it() -> None:
    unknown = before(a_claim(), at=NOW.replace(day=20))
    with pytest.raises(OutcomeUnknownError) as refused:
        passes(a_claim("another visit"), unknown, NO_CAPS)

    assert refused.value.numbers == (1,)
    assert str(refused.value) == (
        "nobody knows whether the order of 2026-11-20 12:00 UTC with the marker"
        ' "marker of buy/order--anna" was placed. Look for that marker at the shop, or settle it: harness'
        ' ledger settle "marker of buy/order--anna" --note "what you found"'
    )
    passes(a_claim(journey="buy/gift"), unknown, NO_CAPS)
    for resolved in (("outcome unknown", "not placed"), ("settled",), ("placed, confirmation lost",)):
        passes(a_claim(), before(a_claim(), *resolved), NO_CAPS)
    passes(a_claim(), before(a_claim(), is_at_work=True), NO_CAPS)
