"""Whom a finding hits and the company's own figures in, what doing nothing costs out.

Lost orders a day = visits a day x share of the customers x how often it is met x completion x those who do
not come back. Money a day = lost orders x order value x margin, and, where the company says so, what
contacts cost and what those are worth who leave for good. Nothing is ever assumed: a figure that is missing
is named.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from harness.judge.cost.model import Input, Price, Range
from harness.judge.cost.spans import Span
from harness.judge.statistics.wilson import wilson
from harness.record import BusinessFacts, BusinessFigure
from harness.values.model import Money
from harness.words import entry, phrase

AHEAD_DAYS = 30
LEAST_DAYS = 0.5
"""What a few hours have cost is nobody's question; two nightly runs are a little less than a day apart."""

BY_ORDERS = ("completion", "order value", "margin")
STOPPED = (*BY_ORDERS, "share who come back")
SLOW = (*BY_ORDERS, "lost orders per second")
BESIDES = (("share who contact", "contact cost"), ("churn change", "yearly value"))
"""Counted too where the company gives both: how many of those who cannot go on, and what each costs."""

OUR_VISITS = entry("our own visits")
PERSONAS_FILE = "personas.yaml"


@dataclass(frozen=True)
class Affected:
    """Whom a finding hits, how often, and for how long by now.

    Args:
        touchpoints: Where it is met; it is priced at the dearest of them, as a customer is lost only once.
        personas: Who met it, each with her share of the customers, 0 to 1, where personas.yaml says one.
        times_met: How often it was met, of `times_tried` that it could have been.
        days: Since it was first seen.
        seconds_over: How much longer than allowed customers wait; None where they cannot go on at all.
    """

    touchpoints: Sequence[str]
    personas: Mapping[str, float | None]
    times_met: int
    times_tried: int
    days: float
    seconds_over: float | None = None


def price(affected: Affected, business: BusinessFacts | None) -> Price:
    """Return what a finding costs, or what the company has not said to tell.

    Args:
        affected: Whom it hits.
        business: The company's figures; None where it has given none.
    """
    if business and business.is_faulty:
        return Price(is_faulty=True)
    tried = [_At(touchpoint, affected, business or BusinessFacts()) for touchpoint in affected.touchpoints]
    told = [at for at in tried if not at.missing]
    if told:
        dearest = max(told, key=lambda at: at.a_day().high)
        elsewhere = (name for at in tried for name in at.missing_there)
        return dearest.price(left_out=(*dearest.left_out, *elsewhere))
    missing = min((at.missing for at in tried), key=len, default=())
    return Price(missing=missing)


@dataclass(frozen=True)
class _At:
    """A finding at one touchpoint, with the company's figures there."""

    touchpoint: str
    affected: Affected
    business: BusinessFacts

    @cached_property
    def shares(self) -> Mapping[str, BusinessFigure]:
        """The shares of those who met it, as far as somebody has said them."""
        return dict(_shares(self.affected.personas, self.business))

    @property
    def needed(self) -> tuple[str, ...]:
        """The figures, besides visits and shares, without which there is no price."""
        return STOPPED if self.affected.seconds_over is None else SLOW

    @property
    def missing(self) -> tuple[str, ...]:
        """What nobody has said, without which there is no price."""
        visits = () if self._said("visits per day") else (self._named("visits per day"),)
        figures = (name for name in self.needed if not self._said(name))
        shares = () if self.shares else map(_share_of, self.affected.personas)
        return (*visits, *figures, *shares)

    @property
    def missing_there(self) -> tuple[str, ...]:
        """What nobody has said of this touchpoint, each with the touchpoint's name."""
        names = ("visits per day", *self.needed)
        return tuple(self._of_touchpoint(name) for name in names if not self._said(name))

    @property
    def besides(self) -> tuple[tuple[str, str], ...]:
        """What is counted besides orders; a slow page makes nobody call that the company knows of."""
        if self.affected.seconds_over is not None:
            return ()
        return tuple(pair for pair in BESIDES if all(map(self._said, pair)))

    @property
    def left_out(self) -> tuple[str, ...]:
        """What is not in the price because nobody has said it."""
        shares = (_share_of(persona) for persona in self.affected.personas if persona not in self.shares)
        is_stopped = self.affected.seconds_over is None
        pairs = (pair for pair in BESIDES if is_stopped and pair not in self.besides)
        return (*shares, *(name for pair in pairs for name in pair))

    def customers(self) -> Span:
        """Return how many meet it in a day."""
        hit = Span.between(0, 0)
        for share in self.shares.values():
            hit += Span.of(share)
        return self._figure("visits per day") * hit.at_most_all() * self.rate()

    def rate(self) -> Span:
        """Return how often it is met."""
        return Span.between(*wilson(self.affected.times_met, self.affected.times_tried))

    def orders(self) -> Span:
        """Return how many orders are lost in a day."""
        ordering = self.customers() * self._figure("completion")
        over = self.affected.seconds_over
        if over is None:
            return ordering * self._figure("share who come back").rest()
        lost = self._figure("lost orders per second") * Span.between(over, over)
        return ordering * lost.at_most_all()

    def a_day(self) -> Span:
        """Return what a day of it costs."""
        money = self.orders() * self._figure("order value") * self._figure("margin")
        for share, each in self.besides:
            money += self.customers() * self._figure(share) * self._figure(each)
        return money

    def price(self, *, left_out: tuple[str, ...]) -> Price:
        """Return the price in round figures, and what is not in it."""
        a_day, orders, rate = self.a_day(), self.orders().rounded(), self.rate()
        days = Span.between(self.affected.days, self.affected.days)
        return Price(
            a_day=self._range(a_day),
            so_far=self._range(a_day * days) if self.affected.days >= LEAST_DAYS else None,
            next_30_days=self._range(a_day * Span.between(AHEAD_DAYS, AHEAD_DAYS)),
            orders_a_day=(orders.low, orders.high),
            failure_rate=(float(rate.low), float(rate.high)),
            inputs=tuple(self._inputs()),
            left_out=left_out,
        )

    def _range(self, span: Span) -> Range:
        ends, currency = span.rounded(), self.business.currency
        return Range(low=Money(ends.low, currency), high=Money(ends.high, currency))

    def _inputs(self) -> Iterator[Input]:
        low, high = wilson(self.affected.times_met, self.affected.times_tried)
        met = phrase(
            "{times} of {visits} times: {low} to {high}",
            times=self.affected.times_met,
            visits=self.affected.times_tried,
            low=f"{low:.0%}",
            high=f"{high:.0%}",
        )
        yield Input(name=phrase("how often it is met"), value=met, source=phrase(OUR_VISITS))
        for persona, share in self.shares.items():
            yield _input(_share_of(persona), share)
        besides = (name for pair in self.besides for name in pair)
        for name in ("visits per day", *self.needed, *besides):
            if figure := self._said(name):
                yield _input(self._named(name), figure)

    def _said(self, name: str) -> BusinessFigure | None:
        return self.business.figure(name, self.touchpoint)

    def _figure(self, name: str) -> Span:
        said = self._said(name)
        if said is None:
            raise KeyError(name)
        return Span.of(said)

    def _named(self, name: str) -> str:
        return self._of_touchpoint(name) if name == "visits per day" else name

    def _of_touchpoint(self, name: str) -> str:
        return phrase('{figure} of "{touchpoint}"', figure=name, touchpoint=self.touchpoint)


def _shares(
    personas: Mapping[str, float | None], business: BusinessFacts
) -> Iterator[tuple[str, BusinessFigure]]:
    for persona, share in personas.items():
        if persona in business.shares:
            yield persona, business.shares[persona]
        elif share is not None:
            ends = Span.between(share, share)
            yield (
                persona,
                BusinessFigure(low=ends.low, high=ends.high, written=f"{share:.0%}", source=PERSONAS_FILE),
            )


def _share_of(persona: str) -> str:
    return phrase('share of "{persona}"', persona=persona)


def _input(name: str, figure: BusinessFigure) -> Input:
    return Input(name=name, value=figure.written, source=figure.source, as_of=figure.as_of)
