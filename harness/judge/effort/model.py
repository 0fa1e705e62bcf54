"""What a visit cost a customer: two plain numbers, time and hassles, and never one index of both."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

HassleKind = Literal[
    "interruption",  # a popup or banner over the page
    "stuck interruption",
    "repeated question",
    "visible error",
    "dead click",
    "wait without feedback",  # over 1 s
    "long wait",  # over 10 s
    "typed text lost",
    "question of the browser",
    "forced account",
    "price grew",
    "pre-ticked extra",
    "told to change channel",
    "promise missing",
]

Grade = Literal["easy", "some effort", "hard work"]
Ease = Literal[0, 1, 2, 3, 4]
"""Of a step, from 4 (nothing in the way) to 0 (stopped here): computed from facts, not feelings."""


class Hassle(BaseModel):
    """One thing that made it harder: what it was in plain words, and what it cost the customer.

    Args:
        what: A whole sentence.
        step: Index of the step it belongs to.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: HassleKind
    what: str
    step: int
    cost_ms: int = 0


class StepEffort(BaseModel):
    """What one step asked of a customer: the work of her hands and eyes, and her waiting."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    step: int
    name: str
    hands_ms: int = 0
    waiting_ms: int = 0
    fields: int = 0
    actions: int = 0
    pages: int = 0
    hassles: int = 0
    ease: Ease | None = None


class Effort(BaseModel):
    """What a visit cost a customer.

    Args:
        is_known: Whether it came to its end; the effort of one that stopped is unknown, not low.
        ideal_ms: The customer time that the journey should need, where its author said so.
        grade: None where the effort is unknown.
        grade_says: The grade and why it is this one: `Easy: no hassle.`
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    is_known: bool
    hands_ms: int = 0
    waiting_ms: int = 0
    fields: int = 0
    actions: int = 0
    pages: int = 0
    ideal_ms: int | None = None
    ideal_fields: int | None = None
    ideal_pages: int | None = None
    grade: Grade | None = None
    grade_says: str = ""
    hassles: tuple[Hassle, ...] = ()
    steps: tuple[StepEffort, ...] = ()

    @property
    def customer_time_ms(self) -> int | None:
        """Hands and waiting together; None where the visit did not come to its end."""
        return self.hands_ms + self.waiting_ms if self.is_known else None
