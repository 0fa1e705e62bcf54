"""A history in, its runs with what came of them out; and those that are older than need be, removed."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, exists, func, select

from harness.history.keeping import KeptRun, kept_run
from harness.history.tables import lives, runs, visits
from harness.judge import Verdict


@dataclass(frozen=True)
class ListedRun:
    """A run with how many of its visits had which verdict, worst first."""

    run: KeptRun
    verdicts: dict[Verdict, int]


def listed(connection: Connection, *, site: str = "", last: int | None = None) -> list[ListedRun]:
    """Return the runs, newest first.

    Args:
        connection: The history.
        site: Only those of this site: what `sites:` calls it, or its name.
        last: At most so many.
    """
    asked = select(runs).order_by(runs.c.at.desc()).limit(last)
    if site:
        asked = asked.where((runs.c.site_id == site) | (runs.c.site == site))
    found = [kept_run(line) for line in connection.execute(asked)]
    numbers = [run.number for run in found]
    counted: defaultdict[int, Counter[Verdict]] = defaultdict(Counter)
    each = select(visits.c.run, visits.c.verdict, func.count().label("times"))
    if found:
        between = visits.c.run.between(min(numbers), max(numbers))
        for line in connection.execute(each.where(between).group_by(visits.c.run, visits.c.verdict)):
            counted[line.run][Verdict(line.verdict)] = line.times
    worst_first = list(reversed(Verdict))
    return [
        ListedRun(run, {verdict: n for verdict in worst_first if (n := counted[run.number][verdict])})
        for run in found
    ]


def names_of(connection: Connection) -> dict[str, set[str]]:
    """Return the shops by what they can be asked for by; one that only findings are left of, by its own."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in connection.execute(select(runs.c.shop, runs.c.site).distinct()):
        found[line.shop].add(line.shop)
        found[line.site].add(line.shop)
    for shop in connection.execute(select(lives.c.shop).distinct()).scalars():
        found[shop].add(shop)
    return dict(found)


def forget_before(connection: Connection, moment: datetime) -> int:
    """Remove the runs that began before a moment; findings stay as they stood then.

    Returns:
        How many there were.
    """
    later = lives.alias()
    is_outlived = exists().where(
        later.c.number == lives.c.number, later.c.at > lives.c.at, later.c.at < moment
    )
    connection.execute(delete(lives).where(lives.c.at < moment, is_outlived))
    return connection.execute(delete(runs).where(runs.c.started_at < moment)).rowcount


def count_before(connection: Connection, moment: datetime) -> int:
    """Return how many runs began before a moment."""
    asked = select(func.count()).select_from(runs).where(runs.c.started_at < moment)
    return connection.execute(asked).scalar_one()
