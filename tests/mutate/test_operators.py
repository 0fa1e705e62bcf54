"""What was seen becomes mutations: each thing once, in each way, and a sample that is the same each time."""

from harness.mutate.model import Point
from harness.mutate.operators import OPERATORS, mutations_of, sample, told


def point(kind: str, label: str, seen: str = "", path: str = "/basket") -> Point:
    return Point.model_validate({"kind": kind, "path": path, "label": label, "seen": seen or label})


POINTS = (
    point("page", "/basket"),
    point("amount", "Order total", "$40.00"),
    point("button", "Apply"),
    point("heading", "Your basket"),
    point("message", "Promo code SAVE# applied", "Promo code SAVE10 applied"),
    point("amount", "Order total", "$36.00"),
    point("button", "Apply"),
)


def test_each_thing_is_spoiled_in_each_way_once() -> None:
    assert [told(mutation) for mutation in mutations_of(POINTS)] == [
        "the page was an error page, on /basket",
        'the amount $40.00 of "Order total" was missing, on /basket',
        'the amount $40.00 of "Order total" read another amount, on /basket',
        'the button "Apply" was missing, on /basket',
        'the button "Apply" could not be pressed, on /basket',
        'the button "Apply" did nothing, on /basket',
        'the heading "Your basket" was missing, on /basket',
        'the message "Promo code SAVE10 applied" was missing, on /basket',
        'the amount $36.00 of "Order total" stayed at $40.00, on /basket',
    ]


def test_a_sample_is_even_and_the_same_each_time() -> None:
    everything = mutations_of(POINTS)

    chosen = sample(everything, most=6, seed=3)

    assert {mutation.operator for mutation in chosen} == set(OPERATORS)
    assert chosen == sample(everything, most=6, seed=3)
    assert sorted(map(told, sample(everything, most=99, seed=1))) == sorted(map(told, everything))
