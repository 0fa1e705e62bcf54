"""What is spoiled, and what came of it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal["amount", "heading", "message", "button", "page"]
Operator = Literal["gone", "other", "stays", "disabled", "dead", "error page"]
Fate = Literal["noticed", "survived", "not counted"]


class Frozen(BaseModel):
    """Base: frozen, and strict about what it is made of."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Point(Frozen):
    """One thing that a customer could see on a page in the clean walk.

    `path` and `label` have `#` for digits, because order numbers change; `seen` is as it stood there.
    """

    kind: Kind
    path: str
    label: str
    seen: str


class Mutation(Frozen):
    """One thing spoiled in one way. `value` is what an amount stays at."""

    operator: Operator
    kind: Kind
    path: str
    label: str
    seen: str
    value: str = ""


class Assignment(Frozen):
    """What the plugin is to do in a run: spoil these things by visit; with nothing given, note what is seen.

    Args:
        folder: Where it writes what it noted, a file a visit.
        mutations: By the name of the visit.
        patience_ms: How long the shopper waits for one thing.
    """

    folder: str
    mutations: dict[str, tuple[Mutation, ...]] = Field(default_factory=dict)
    patience_ms: int | None = None


class Noted(Frozen):
    """What came of one walk: the things that were seen, or whether anything was spoiled."""

    points: tuple[Point, ...] = ()
    applied: bool = False


class Tried(Frozen):
    """A mutation and what became of it; `reason` says why it is not counted."""

    mutation: Mutation
    fate: Fate
    reason: str = ""


class Checked(Frozen):
    """A journey, and how much of what it walks past it checks; `problem` says why nothing was tried."""

    journey: str
    title: str
    tried: tuple[Tried, ...] = ()
    problem: str = ""

    def count(self, fate: Fate) -> int:
        """Return how many mutations came to this."""
        return sum(each.fate == fate for each in self.tried)
