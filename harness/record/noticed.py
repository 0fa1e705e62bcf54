"""What a visit notices of the work a page gives its customers: observations, small and frozen."""

from pydantic import Field

from harness.record.base import Recorded


class Filled(Recorded):
    """One field that was filled in; never what was typed into it.

    Args:
        field: Its label, as the journey says it; empty where only a team's own verb knows it.
        characters: How many were typed; None of a secret, whose length nobody shall know.
        same_as: The label under which the same was typed before, on another page of this visit.
    """

    field: str
    characters: int | None = Field(default=None, ge=0)
    same_as: str = ""


class ShownTotal(Recorded):
    """Money beside the word total: both as the page shows them."""

    label: str
    text: str


class PageNotes(Recorded):
    """What the page says at the end of a step of what it asks of its customers.

    Args:
        fields: Labels of the fields it asks to be filled in.
        ticked: Labels of the boxes that are ticked, whoever has ticked them.
        totals: What it says that all costs together.
        priced: Names of boxes, buttons and options to choose from that stand beside an amount of money.
        ways_as_guest: Controls that lead on without an account.
    """

    fields: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    totals: tuple[ShownTotal, ...] = ()
    priced: tuple[str, ...] = ()
    ways_as_guest: tuple[str, ...] = ()
