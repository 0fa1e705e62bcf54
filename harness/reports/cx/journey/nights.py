"""A visit and its earlier runs in, a mark a run out, with links to those still there, and customer time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from harness.history.model import EarlierVisit
from harness.reports.cx.journey.walked import Walked
from harness.reports.cx.marks import Mark, mark_of
from harness.reports.cx.words import effort as effort_words
from harness.reports.cx.words import journey as words
from harness.reports.cx.words.speech import short_day
from harness.words import phrase

MOST = 29
WIDE, HIGH = 300, 36


@dataclass(frozen=True)
class Night:
    """One run: `says` is all of it for those who cannot see; `href` leads to its page, if there is one."""

    mark: Mark
    day: str
    says: str
    href: str
    is_now: bool = False


@dataclass(frozen=True)
class Nights:
    """The last runs, the oldest first; `line` is the customer time as an SVG path, told in `line_says`."""

    marks: tuple[Night, ...]
    says: str
    line: str
    line_says: str


def nights(of: Walked, page_of: Callable[[str], str]) -> Nights | None:
    """Return the history of a visit, or None for the first.

    Args:
        of: The visit.
        page_of: Returns the link to this page in another run, empty where there is none.
    """
    if not of.earlier:
        return None
    earlier = list(reversed(of.earlier[:MOST]))
    now = EarlierVisit(
        run_id=of.visit.run_id,
        visit_id=of.visit.id,
        started_at=of.visit.started_at,
        verdict=of.judgement.verdict,
        headline=of.judgement.headline,
        customer_time_ms=of.judgement.effort.customer_time_ms if of.judgement.effort else None,
        one_of_two=of.judgement.again == "not again",
    )
    marks = [_night(then, page_of(then.run_id)) for then in earlier]
    line, says = _line([*earlier, now])
    return Nights((*marks, _night(now, "", is_now=True)), _says([*earlier, now]), line, says)


def _night(then: EarlierVisit, href: str, *, is_now: bool = False) -> Night:
    mark = mark_of(then.verdict)
    word = phrase(words.ONE_OF_TWO) if then.one_of_two else mark.word
    return Night(mark, short_day(then.started_at), words.night(then.started_at, word), href, is_now)


def _says(walks: Sequence[EarlierVisit]) -> str:
    counts: dict[str, int] = {}
    for then in walks:
        word = mark_of(then.verdict).word
        counts[word] = counts.get(word, 0) + 1
    return words.last_runs(len(walks), counts)


def _line(walks: Sequence[EarlierVisit]) -> tuple[str, str]:
    """Draw the customer time of those that came to their end; what stopped leaves a gap."""
    known = [then.customer_time_ms for then in walks if then.customer_time_ms is not None]
    if len(known) < 2:  # noqa: PLR2004 -- one point is no line
        return "", ""
    low, high = min(known), max(known)
    path, pen_is_down = [], False
    for place, then in enumerate(walks):
        time_ms = then.customer_time_ms
        if time_ms is None:
            pen_is_down = False
            continue
        x = WIDE * (place + 0.5) / len(walks)
        y = HIGH / 2 if high == low else 3 + (HIGH - 6) * (high - time_ms) / (high - low)
        path.append(f"L{x:g} {y:.4g}" if pen_is_down else f"M{x:g} {y:.4g}h.01")
        pen_is_down = True
    return " ".join(path), effort_words.time_over_nights(low, high)
