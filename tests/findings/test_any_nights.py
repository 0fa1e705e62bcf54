"""Whatever the nights are, the findings' numbers and dates hold."""

from hypothesis import given, settings
from hypothesis import strategies as st

from harness.findings.lives import live_on
from harness.findings.model import Decision, Life
from harness.findings.recognising import is_certain, met_in, names_of

from .nights import VERIFIED_AFTER, Nights, said, until

VISITS = ("promo phone", "promo laptop", "order phone", "search phone")
OUTCOMES = ("fine", "broken", "renamed", "flaky", "down", "early", "slow", "unwalked")
SAID = (
    {"state": "owned"},
    {"state": "cause known"},
    {"state": "fixed"},
    {"owner": "kim"},
    {"note": "looked at it"},
    {"quarantined_until": until(9)},
)
A_NIGHT = st.tuples(
    st.dictionaries(st.sampled_from(VISITS), st.sampled_from(OUTCOMES)),
    st.lists(st.tuples(st.integers(1, 5), st.sampled_from(SAID)), max_size=2),
)


def decisions(number: int, words: list[tuple[int, dict[str, object]]]) -> list[Decision]:
    return [said(number, about, **what) for about, what in words]


@settings(max_examples=60, deadline=None)
@given(st.lists(A_NIGHT, max_size=12))
def test_numbers_stay_and_whatever_is_met_is_open(
    nights: list[tuple[dict[str, str], list[tuple[int, dict[str, object]]]]],
) -> None:
    shop = Nights()
    for number, (outcomes, words) in enumerate(nights, start=1):
        before = {life.number: life for life in shop.lives}
        after = {life.number: life for life in shop.walk(number, outcomes, decisions(number, words))}
        assert len(after) == len(shop.lives)
        assert before.keys() <= after.keys()
        assert all(set(life.fingerprints) <= set(after[n].fingerprints) for n, life in before.items())
        names = [name for life in shop.lives for name in life.fingerprints]
        assert len(names) == len(set(names))
        assert all(life.first_seen <= life.last_seen for life in shop.lives)
        assert all(life.runs_met <= life.runs_tried for life in shop.lives)
        for hit in (hit for group in met_in(shop.told[-1][1]) for hit in group if is_certain(hit)):
            met = [life for life in shop.lives if hit.visit.id in {each.visit_id for each in life.met_by}]
            assert any(life.is_open and life.last_seen == shop.told[-1][0].started_at for life in met)
            assert any(name in life.fingerprints for life in shop.lives for name in names_of(hit))


@settings(max_examples=30, deadline=None)
@given(st.lists(A_NIGHT, max_size=10))
def test_the_same_nights_told_again_give_the_same_findings(
    nights: list[tuple[dict[str, str], list[tuple[int, dict[str, object]]]]],
) -> None:
    shop = Nights()
    for number, (outcomes, words) in enumerate(nights, start=1):
        shop.walk(number, outcomes, decisions(number, words))
    lives: tuple[Life, ...] = ()
    numbers = 0
    for run, judged, told in shop.told:
        lives = live_on(lives, run, judged, told, numbers + 1, VERIFIED_AFTER)
        numbers = max((life.number for life in lives), default=0)
    assert lives == shop.lives
