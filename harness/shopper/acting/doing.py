"""A call in, done as a customer would do it: on the tab that is left, and again where a page was asleep."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness.grammar.target import Target
from harness.record import ActionRecord, Box, Place
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from harness.shopper.acting.calling import Call
    from harness.shopper.acting.hands import Hands
    from harness.shopper.noticing.entries import Entries


@dataclass(frozen=True)
class Mark:
    """What a journey says of a click.

    Args:
        commits: The level that it reaches.
        costs: The value that says what it costs.
        undoes: The level that it takes back.
        is_refused: Whether the shop is meant to refuse it.
    """

    commits: str = ""
    costs: str = ""
    undoes: str = ""
    is_refused: bool = False


@dataclass
class Doing:
    """An action while it is done."""

    verb: str
    sentence: str
    place: Place
    began_ms: int
    only_looks: bool = False
    is_told: bool = False

    def record(
        self, now_ms: int, *, held: bool = True, box: Box | None = None, entries: "Entries | None" = None
    ) -> ActionRecord:
        """Return it as it ended, with what was typed and ticked meanwhile."""
        return ActionRecord(
            verb=self.verb,
            sentence=self.sentence,
            place=self.place,
            started_ms=self.began_ms,
            duration_ms=now_ms - self.began_ms,
            held=held,
            only_looks=self.only_looks,
            is_told=self.is_told,
            box=box,
            filled=tuple(entries.of_this_action) if entries else (),
            ticked=entries.ticked if entries else "",
            unticked=entries.unticked if entries else "",
        )


def do(call: "Call", hands: "Hands", *, commits: bool) -> bool:
    """Do a call.

    Returns:
        Whether it was done twice, because the first press was lost on a page that was not awake yet.

    Raises:
        Obstacle: Something stood in the way.
    """
    hands.found, hands.aside = None, ""
    hands.entries.action_begins()
    hands.presses.looking()
    if call.verb.acts:
        hands.presses.acting(call.sentence)
    while not _done(call, hands):
        pass  # each time on another tab, so it comes to an end
    page = hands.page_if_there
    if page is not None and call.verb.acts:
        hands.presses.await_tab(page)
    if (
        commits
        or page is None
        or not _may_be_done_twice(call, hands)
        or not hands.presses.lost_on_waking(page)
    ):
        return False
    return _done_again(call, hands, page)


def _done_again(call: "Call", hands: "Hands", page: "Page") -> bool:
    """Do it once more; False where what was there is gone, for then the first press was heard late."""
    hands.presses.acting(call.sentence)
    try:
        call.do(hands)
    except Obstacle as obstacle:
        really = hands.accidents.behind(obstacle, None)
        if really.kind == "browser lost" or hands.page_if_there is None:
            raise really from obstacle
        if page.is_closed() or hands.found is None or not hands.found.count():
            return False
        raise
    return True


def _may_be_done_twice(call: "Call", hands: "Hands") -> bool:
    pointed = call.said[0] if call.said else None
    if call.verb.name != "click" or not isinstance(pointed, Target):
        return False
    return not hands.committing_names.sound_in(pointed)


def _done(call: "Call", hands: "Hands") -> bool:
    """Do it; False where nothing was done yet, and the customer looks at another tab by now."""
    page = hands.page_if_there
    try:
        call.do(hands)
    except Obstacle as obstacle:
        is_own = bool(call.verb.home)  # what it has done by then, only its author knows
        nothing_done = not call.verb.acts or (hands.found is None and not is_own)
        if obstacle.kind in {"not found", "check failed"} and nothing_done and hands.page_if_there != page:
            return False
        if obstacle.kind != "browser lost":
            raise
        really = hands.accidents.behind(obstacle, None)
        if really.kind != "tab closed" or hands.page_if_there is None:
            raise really from obstacle
        if nothing_done:
            return False
        if hands.presses.latest is None or is_own:
            raise really from obstacle
    return True
