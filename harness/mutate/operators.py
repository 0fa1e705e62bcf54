"""What was seen on a clean walk in, the mutations worth trying out; and each told in plain words."""

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from harness.mutate.model import Kind, Mutation, Operator, Point

OPERATORS: dict[Operator, tuple[Kind, str]] = {
    "gone": ("amount", "{thing} was missing"),
    "other": ("amount", "{thing} read another amount"),
    "stays": ("amount", "{thing} stayed at {value}"),
    "disabled": ("button", "{thing} could not be pressed"),
    "dead": ("button", "{thing} did nothing"),
    "error page": ("page", "{thing} was an error page"),
}
"""What can be done to a thing: to which kind of thing, and how it is told."""

ONE_OF_MANY = "#"
"""In a label: rows that differ in a number only, such as orders, are not one thing at two moments."""

REMOVED: tuple[Kind, ...] = ("amount", "heading", "message", "button")
"""What can be `gone`."""

THINGS: dict[Kind, str] = {
    "amount": 'the amount {seen} of "{label}"',
    "heading": 'the heading "{seen}"',
    "message": 'the message "{seen}"',
    "button": 'the button "{seen}"',
    "page": "the page",
}


def mutations_of(points: Iterable[Point]) -> tuple[Mutation, ...]:
    """Return every mutation of what was seen, each thing once, in the order in which it was seen."""
    seen: dict[tuple[Kind, str, str], Point] = {}
    amounts: dict[str, str] = {}
    found: dict[Mutation, None] = {}
    for point in points:
        before = amounts.get(point.label) if point.kind == "amount" else None
        if before and before != point.seen and ONE_OF_MANY not in point.label:
            found[_mutation("stays", point, before)] = None
        if point.kind == "amount":
            amounts[point.label] = point.seen
        if seen.setdefault((point.kind, point.path, point.label), point) is point:
            found.update(dict.fromkeys(_of(point)))
    return tuple({_key(mutation): mutation for mutation in found}.values())


def sample(mutations: Sequence[Mutation], most: int, seed: int) -> tuple[Mutation, ...]:
    """Choose so many, as evenly among the operators as can be; the same seed chooses the same ones."""
    shuffled = list(mutations)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 -- a sample, not a secret
    by_operator = [[m for m in shuffled if m.operator == operator] for operator in OPERATORS]
    dealt = chain.from_iterable(zip_longest(*by_operator))
    return tuple([mutation for mutation in dealt if mutation is not None][:most])


def told(mutation: Mutation) -> str:
    """Tell a mutation to somebody who asks what nobody noticed."""
    thing = THINGS[mutation.kind].format(seen=mutation.seen, label=mutation.label)
    words = OPERATORS[mutation.operator][1].format(thing=thing, value=mutation.value)
    return f"{words}, on {mutation.path}"


def _of(point: Point) -> Iterator[Mutation]:
    if point.kind in REMOVED:
        yield _mutation("gone", point)
    for operator, (kind, _) in OPERATORS.items():
        if kind == point.kind and operator not in {"gone", "stays"}:
            yield _mutation(operator, point)


def _mutation(operator: Operator, point: Point, value: str = "") -> Mutation:
    return Mutation(
        operator=operator,
        kind=point.kind,
        path=point.path,
        label=point.label,
        seen=point.seen,
        value=value,
    )


def _key(mutation: Mutation) -> tuple[str, ...]:
    return (mutation.operator, mutation.kind, mutation.path, mutation.label)
