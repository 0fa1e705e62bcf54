"""A finding's life and its price in, what the page tells of them out."""

from dataclasses import dataclass

from harness.findings.model import Life
from harness.history.model import Story
from harness.judge.cost.model import Price
from harness.judge.cost.telling import rests_on
from harness.record import VisitRecord
from harness.reports.cx.tones import TONES, Tone
from harness.reports.cx.words import money, nights
from harness.words import entry, phrase

NOTHING_REMEMBERED = entry("Not priced: nothing is known of earlier runs.")
"""As in a replay, or where the history cannot be asked: no figure of the company's would help."""


_TELLS_NOTHING = {Tone.BROKEN, Tone.UNPROVEN}


@dataclass(frozen=True)
class Past:
    """What is known of a finding beside this run: all of it is empty where nothing is remembered.

    Args:
        since: Since when it is met, in how many nights.
        told: What else stands out: that it came back, that it is set aside.
        notes: What people noted of it.
    """

    number: str = ""
    state: str = ""
    since: str = ""
    ticket: str = ""
    told: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cost:
    """What it costs: in a line, in all, and what that rests on; `most` is 0 where nobody knows."""

    a_day: str
    in_all: str
    rests_on: tuple[str, ...]
    most: float = 0.0

    @property
    def is_priced(self) -> bool:
        """Whether the company has said enough to tell."""
        return self.most > 0


def past_of(life: Life | None, visit: VisitRecord, story: Story) -> Past:
    """Return what is remembered of a finding, which leads with this visit."""
    if life is None:
        return Past()
    now = visit.started_at
    told = (nights.came_back(life), nights.set_aside(life, now))
    return Past(
        number=nights.number(life),
        state=nights.state(life),
        since=_since(life, visit, story) if story.previous_run else phrase(nights.FIRST_MET),
        ticket=life.ticket,
        told=tuple(filter(None, told)),
        notes=nights.notes(life),
    )


def _since(life: Life, visit: VisitRecord, story: Story) -> str:
    """Say since when it is met; of what stops customers also when the same visit last went well."""
    since = nights.since(life, visit.started_at)
    before = (then for then in story.earlier.get(visit.id, ()) if then.started_at < life.first_seen)
    fine = next((then.started_at for then in before if TONES[then.verdict] not in _TELLS_NOTHING), None)
    return nights.worked_before(since, fine) if fine and TONES[life.verdict] is Tone.BROKEN else since


def cost_of(price: Price | None, *, is_unknown: bool = False) -> Cost:
    """Return what a finding costs, or that it is not priced and what is missing.

    Args:
        price: The price, where the finding is remembered: only then is known how often it is met.
        is_unknown: Whether there would be a price if the finding were remembered.
    """
    if price is None:
        return Cost(phrase(NOTHING_REMEMBERED) if is_unknown else "", "", ())
    most = float(price.a_day.high.amount) if price.a_day else 0.0
    return Cost(money.a_day(price), money.in_all(price) or money.missing(price), rests_on(price), most)
