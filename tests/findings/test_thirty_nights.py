"""Thirty nights of one shop: what each finding is after each of them."""

from collections.abc import Iterator

import pytest

from harness.findings.model import Decision, Life

from .nights import Nights, night, said, until

TABLE = """
night | promo phone | promo laptop | order phone | search phone | said before it    | findings after it
1     | fine        |              | fine        | fine         |                   |
2     | down        |              | down        | down         |                   | 1 new: new
3     | fine        |              | fine        | fine         |                   | 1 new: not met
4     | fine        |              | fine        | fine         |                   | 1 new: not met
5     | fine        |              | fine        | fine         |                   | 1 verified: verified
6     | broken      |              | fine        | fine         |                   | 2 new: new
7     | broken      |              | fine        | fine         | 2 owner           | 2 owned: again
8     | broken      |              | fine        | slow         | 2 cause known     | 2 cause known: again
9     | fine        |              | fine        | slow         | 2 fixed           | 2 fixed: not met
10    | fine        |              | fine        | slow         |                   | 2 fixed: not met, 3 new: new
11    | fine        |              | fine        | slow         |                   | 2 verified: verified, 3 new: again
12    | fine        |              | flaky       | fine         |                   | 3 new: not met, 4 flaky: new
13    | fine        |              | fine        | slow         |                   | 3 new: again, 4 flaky: not met
14    | fine        |              | broken      | fine         | 3 fixed           | 3 fixed: not met, 4 new: new
15    | fine        |              | broken      | fine         |                   | 3 fixed: not met, 4 new: again
16    | fine        |              | broken      | slow         |                   | 3 fixed: not tried, 4 new: again
17    | fine        |              | broken      | slow         | 4 quarantine 19   | 3 reopened: reopened, 4 new: again Q
18    | unwalked    |              | unwalked    | unwalked     |                   | 3 reopened: not tried, 4 new: not tried Q
19    | fine        |              | broken      | fine         |                   | 3 reopened: not met, 4 new: again Q
20    | fine        |              | broken      | fine         |                   | 3 reopened: not met, 4 new: again
21    | fine        |              | broken      | fine         | 4 fixed           | 3 verified: verified, 4 reopened: reopened
22    | broken      |              | broken      | fine         |                   | 2 reopened: reopened, 4 reopened: again
23    | renamed     |              | broken      | fine         |                   | 2 reopened: again, 4 reopened: again
24    | renamed     | fine         | early       | fine         |                   | 2 reopened: again, 4 reopened: not tried, 5 new: new
25    | fine        | renamed      | fine        | fine         | 4 fixed           | 2 reopened: again, 4 fixed: not met, 5 new: not met
26    | fine        | fine         | fine        | fine         |                   | 2 reopened: not met, 4 fixed: not met, 5 new: not met
27    | fine        | unwalked     | fine        | fine         |                   | 2 reopened: not tried, 4 verified: verified, 5 verified: verified
28    | fine        | fine         | flaky       | fine         | 2 fixed           | 2 fixed: not met, 4 flaky: reopened
29    | fine        | fine         | fine        | fine         |                   | 2 verified: verified, 4 flaky: not met
30    | down        | down         | down        | down         |                   | 1 reopened: reopened, 4 flaky: not tried
"""  # noqa: E501 -- a table


def decision(number: int, words: str) -> Iterator[Decision]:
    if not words:
        return
    about, what = words.split(" ", 1)
    if what == "owner":
        yield said(number, int(about), owner="kim")
    elif what.startswith("quarantine"):
        yield said(number, int(about), quarantined_until=until(int(what.split(" ")[1])))
    else:
        yield said(number, int(about), state=what)


def shown(life: Life, number: int) -> str:
    quarantined = " Q" if life.is_quarantined(until(number)) else ""
    return f"{life.number} {life.state}: {life.change}{quarantined}"


def is_told(life: Life) -> bool:
    return life.is_open or life.change == "verified"


@pytest.fixture(scope="module")
def nights() -> dict[int, tuple[Life, ...]]:
    shop, after = Nights(), {}
    for number, outcomes, words, _ in rows():
        after[number] = shop.walk(number, outcomes, list(decision(number, words)))
    return after


def rows() -> Iterator[tuple[int, dict[str, str], str, str]]:
    heads, *lines = ([cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines())
    for number, *cells in lines:
        outcomes = {name: cell for name, cell in zip(heads[1:5], cells[:4], strict=True) if cell}
        yield int(number), outcomes, cells[4], cells[5]


@pytest.mark.parametrize(
    ("number", "expected"), [(number, findings) for number, _, _, findings in rows()], ids=str
)
def test_after_each_night_the_findings_are(
    nights: dict[int, tuple[Life, ...]], number: int, expected: str
) -> None:
    assert ", ".join(shown(life, number) for life in nights[number] if is_told(life)) == expected


def life(nights: dict[int, tuple[Life, ...]], after: int, number: int) -> Life:
    return next(each for each in nights[after] if each.number == number)


def test_one_outage_is_one_finding_with_all_that_it_stops(nights: dict[int, tuple[Life, ...]]) -> None:
    outage = life(nights, 2, 1)
    assert outage.sentence == "Northfold is down: customers see no shop at all."
    assert {sighting.journey for sighting in outage.met_by} == {"buy/promo", "buy/order", "buy/search"}


def test_a_finding_counts_the_nights_that_met_it_and_those_that_could_have(
    nights: dict[int, tuple[Life, ...]],
) -> None:
    order = life(nights, 24, 4)
    assert (order.first_seen, order.last_seen) == (night(12), night(23))
    assert (order.runs_met, order.runs_tried, order.runs_in_a_row) == (10, 11, 9)


def test_what_comes_back_after_it_was_gone_begins_anew(nights: dict[int, tuple[Life, ...]]) -> None:
    promo = life(nights, 22, 2)
    assert (promo.first_seen, promo.runs_met, promo.runs_tried, promo.reopened) == (night(22), 1, 1, 1)


def test_a_finding_tells_for_whom_it_works(nights: dict[int, tuple[Life, ...]]) -> None:
    assert life(nights, 24, 2).fine_for == ("A loyal customer on a laptop",)
    assert life(nights, 25, 2).fine_for == ("A first-time shopper on a phone",)


def test_what_people_said_stays_with_the_finding(nights: dict[int, tuple[Life, ...]]) -> None:
    promo = life(nights, 30, 2)
    assert promo.owner == "kim"
    assert [note.state for note in promo.notes] == [None, "cause known", "fixed", "fixed"]
