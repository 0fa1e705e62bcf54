"""The answer to a request in, what keeps it from being the one that was expected out; and values of it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from harness.grammar.near import nearest
from harness.shopper.trouble.stopping import Obstacle
from harness.values.checks import compare_all
from harness.values.json_paths import Missing, Tree, names_of, value_at
from harness.values.model import ReadingError, ValueContext, quoted
from harness.values.notation import notation_of

if TYPE_CHECKING:
    from harness.verbs.request import Asking

LEFT_IN_TECHNICAL = 1000
"""How much of an unexpected answer is kept for developers."""
MOST_NAMES = 8


class _Figure(str):
    """A number as the answer has it, so that `19.90` stays so."""

    __slots__ = ()


@dataclass(frozen=True)
class Statuses:
    """Which statuses are expected: `201`, or a class of them, `2xx`."""

    expected: tuple[str, ...]

    def fits(self, status: int) -> bool:
        """Whether a status is expected, by itself or by its class."""
        return not {str(status), f"{status // 100}xx"}.isdisjoint(self.expected)

    def __str__(self) -> str:
        return " or ".join(self.expected)


@dataclass(frozen=True)
class Answer:
    """What the servers answered."""

    asking: "Asking"
    status: int
    content: bytes

    @staticmethod
    def statuses_of(asking: "Asking") -> Statuses:
        """Return which statuses a request expects; by default any that means success."""
        said = _fields(asking.expect).get("status")
        return Statuses(tuple(map(str, said)) if isinstance(said, list) else ("2xx",))

    def check(self, context: ValueContext) -> None:
        """Look whether the answer is as expected.

        Raises:
            Obstacle: It is not; says what was asked and what came.
        """
        statuses, what = self.statuses_of(self.asking), self.asking.spoken
        if not statuses.fits(self.status):
            raise Obstacle(
                "error page",
                f"{what} was answered with {self.status}, expected {statuses}",
                target=what,
                wanted=str(statuses),
                seen=str(self.status),
                technical=self.content[:LEFT_IN_TECHNICAL].decode(errors="replace"),
            )
        for path, words in _fields(_fields(self.asking.expect).get("json")).items():
            self._compare(path, _fields(words), context)

    def remembered(self, context: ValueContext) -> Mapping[str, str]:
        """Return the values that are to be remembered.

        Raises:
            Obstacle: There is none at a path, or more than one.
        """
        return {name: self._value(str(path), context) for name, path in _fields(self.asking.remember).items()}

    def _compare(self, path: str, words: Mapping[str, Any], context: ValueContext) -> None:
        seen = self._value(path, context)
        where = f'"{path}" in the answer to {self.asking.spoken}'
        try:
            results = compare_all(tuple(words.items()), seen, context)
        except ReadingError as error:
            raise Obstacle("value unreadable", f"{where}: {error}", where, seen=seen) from error
        failed = next((result for result in results if not result.holds), None)
        if failed:
            message = f"{where} is {failed.seen}, expected {failed.wanted}"
            raise Obstacle("check failed", message, where, wanted=failed.wanted, seen=seen)

    def _value(self, path: str, context: ValueContext) -> str:
        """Return the text of the one value at a path."""
        what = self.asking.spoken
        found = value_at(self._json, path)
        if isinstance(found, Missing):
            message = f'the answer to {what} has no "{path}"'
            raise Obstacle("not found", message, target=what, seen=_names_told(found, path))
        if isinstance(found, dict | list):
            where = f'"{path}" in the answer to {what}'
            message = f"{where} is no single value: it holds {_listed(tuple(found))}"
            raise Obstacle("value unreadable", message, target=where)
        return _text(found, context)

    @cached_property
    def _json(self) -> Tree:
        try:
            tree: Tree = json.loads(self.content, parse_float=_Figure, parse_int=_Figure)
        except (ValueError, RecursionError) as error:
            begins = quoted(self.content[:LEFT_IN_TECHNICAL].decode(errors="replace"))
            message = f"the answer to {self.asking.spoken} is no JSON: it begins with {begins}"
            raise Obstacle("value unreadable", message, target=self.asking.spoken) from error
        return tree


def _fields(tree: Tree) -> Mapping[str, Tree]:
    return tree if isinstance(tree, dict) else {}


def _text(value: Tree, context: ValueContext) -> str:
    """Return a value as the site would write it: what is remembered is compared with its pages."""
    if isinstance(value, _Figure):
        plain = f"{Decimal(value):f}"
        return plain.replace(".", notation_of(context.locale).decimal)
    return value if isinstance(value, str) else json.dumps(value)


def _names_told(missing: Missing, path: str) -> str:
    """Return what there is where a path ends, the name that was probably meant first."""
    pieces = [piece for piece in missing.at.split(".") if piece]
    wanted = names_of(path)[len(pieces)]
    near = nearest(wanted, missing.known)
    known = dict.fromkeys([*([near] if near else []), *missing.known])
    there = f'at "{missing.at}"' if missing.at else "in it"
    return f"{there} is {_listed(tuple(known))}"


def _listed(names: Sequence[object]) -> str:
    shown = [f'"{name}"' for name in names if isinstance(name, str)][:MOST_NAMES]
    if names and not shown:
        return f"{len(names)} items"
    more = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else ""
    return f"{', '.join(shown)}{more}" if shown else "nothing"
