"""A step that failed in, whose turn it is and the words for it out.

Each rule looks at the evidence and either decides or leaves it to the next: the first to decide wins.
"""

from collections.abc import Callable

from harness.judge.causes import cause_of_failure, steady
from harness.judge.failure import Failure
from harness.judge.model import Finding
from harness.judge.rules import author, obstacles, operator, outcomes, pages, requests, robots, site
from harness.judge.ruling import Ruling
from harness.judge.words import what_customers_cannot_do, what_customers_meet, what_one_cannot_do

Rule = Callable[[Failure], Ruling | None]

RULES: tuple[Rule, ...] = (
    operator.stopped_ourselves,
    robots.turned_away,
    robots.asked_to_be_human,
    author.journey_fault,
    author.foreign_host,
    requests.answered_otherwise,
    site.closed,
    site.never_reached,
    robots.asked_too_often,
    robots.refused_at_the_door,
    pages.error_page,
    pages.dead_page,
    pages.lost_in_the_middle,
    obstacles.interruption_unlisted,
    obstacles.covered,
    pages.never_came,
    robots.puzzle_unsolved,
    author.several,
    author.kept_away,
    author.unanswered_question,
    obstacles.sold_out,
    obstacles.account_forced,
    obstacles.out_of_use,
    obstacles.out_of_reach,
    obstacles.out_of_sight,
    outcomes.script_failed,
    outcomes.nothing_happened,
    author.renamed,
    author.redesigned,
    outcomes.others_failed,
    outcomes.servers_failed,
    outcomes.said_so,
    outcomes.never_answered,
    outcomes.not_as_promised,
)
"""In this order; docs/verdicts.md tells it to users."""

WHOLE_SITE = frozenset({"site down", "blocked"})


def judge_failure(failure: Failure) -> Finding:
    """Decide whose turn it is."""
    ruling = next(filter(None, (rule(failure) for rule in RULES)))
    visit, step, trouble = failure.visit, failure.step, failure.trouble
    where = "site" if ruling.kind in WHOLE_SITE else f"{visit.journey.id}|{step.name}"
    return Finding(
        kind=ruling.kind,
        verdict=ruling.verdict,
        sentence=ruling.sentence or _headline(failure, ruling),
        of_one="" if ruling.sentence or _goes_on(failure) else what_one_cannot_do(visit, step, ruling.what),
        detail=ruling.detail,
        action=ruling.action,
        step=step.index,
        fingerprint=f"{where}|{ruling.kind}|{steady(ruling.cause)}",
        cause=cause_of_failure(failure, ruling),
        confidence=ruling.confidence,
        place=f"{trouble.place.file}:{trouble.place.line}",
        letter=ruling.letter,
    )


def _headline(failure: Failure, ruling: Ruling) -> str:
    tell = what_customers_meet if _goes_on(failure) else what_customers_cannot_do
    return tell(failure.visit, failure.step, ruling.what)


def _goes_on(failure: Failure) -> bool:
    """Whether customers are not stopped, but read something wrong."""
    trouble = failure.trouble
    read = trouble.kind in {"check failed", "value unreadable"} and trouble.seen is not None
    return read or (trouble.kind == "check failed" and failure.something_was_seen)
