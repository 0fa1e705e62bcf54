"""A step's record in, the most that the shopper's own busy machine may have added to its times out.

A time is longer for a busy machine by no more than (1) some program waited for a processor, (2) the threads
of this visit waited, added up, and (3) other programs ran: where only our own were at work, a customer's
browser has the same to wait for. What is over its limit even without the least of these is slow, however busy
the machine was. While the site works on its answer nothing of ours runs: measured on two cores, the first
byte comes in time up to twice as many visits as cores, where what the browser then makes of the page takes
half as long again.
"""

from harness.record import StepRecord, VisitRecord

HONEST_SHARE = 0.3
"""Up to this share of a time may be waiting: measured on two cores, times are right below it, and 15 %
longer and more from twice as much."""


def waited_ms(step: StepRecord) -> int:
    """Return the most that waiting for a processor may have added to a step; 0 where nothing is known."""
    load = step.machine
    if load is None:
        return 0
    known = (round(load.pressure * step.duration_ms), load.waited_ms, load.others_ms)
    return min(most for most in known if most is not None)


def waited_between(visit: VisitRecord, from_ms: int, until_ms: int) -> int:
    """Return the same for a span of the visit: for all steps that it touches."""
    touched = (s for s in visit.steps if s.started_ms < until_ms and s.started_ms + s.duration_ms > from_ms)
    return sum(waited_ms(step) for step in touched)


def site_worked_ms(step: StepRecord) -> int:
    """Return how long the site took for the first bytes of a step's pages."""
    return sum(view.ttfb_ms or 0 for view in step.page_views if not view.soft)


def explains(measured_ms: int, limit_ms: int, added_ms: int) -> bool:
    """Tell whether a time may be over its limit only because the machine was busy.

    Args:
        measured_ms: What was measured.
        limit_ms: What is allowed.
        added_ms: The most that the machine may have added.
    """
    return added_ms > HONEST_SHARE * measured_ms and measured_ms - added_ms <= limit_ms
