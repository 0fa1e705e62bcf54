"""A kept run in, the story that its reports tell of the time before it out; nothing of the time after it."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, literal, select
from sqlalchemy.sql import ColumnElement

from harness.database.moments import Moment
from harness.history.evidence import Shown
from harness.history.folders import Judged
from harness.history.keeping import KeptRun
from harness.history.living import previous_of, told_of
from harness.history.model import EarlierFigure, EarlierVisit, Experience, Story
from harness.history.tables import experiences, figures, runs, visits
from harness.judge import Verdict
from harness.judge.trend import BEFORE_MOST, NEWEST, Trend, sure_in_run, trends

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
EARLIER_VISITS = 30
EARLIER_FIGURES = NEWEST - 1 + BEFORE_MOST
"""As many as trends look at."""

_Walk = tuple[str, datetime, str, dict[str, tuple[float, bool | None]]]
"""The run, when it began, what it was walked with, and by each figure's key its value and if it was over."""

_TOLD = ("run", "visit", "started_at", "verdict", "headline", "customer_time_ms", "hassles", "one_of_two")
_WORST_LAST = list(Verdict)


def story_of(connection: Connection, kept: KeptRun, judged: Sequence[Judged], reports: Path) -> Story:
    """Return what is known when a run ends.

    Args:
        connection: The history.
        kept: The run.
        judged: All its visits, with what they mean.
        reports: The folder of the runs, where evidence may still be.
    """
    previous = previous_of(connection, kept)
    return Story(
        lives=told_of(connection, kept),
        experiences=_experiences(connection, kept),
        previous_run=previous.id if previous else None,
        previous_at=previous.started_at if previous else None,
        previous_headline=previous.headline if previous else "",
        earlier=_earlier(connection, kept, reports),
        trends=_trends(connection, kept, judged),
    )


def _experiences(connection: Connection, kept: KeptRun) -> Mapping[str, Experience]:
    """Return by touchpoint what the newest run saw that came to know it: of its visits, the worst."""
    last = (
        select(experiences.c.touchpoint, func.max(experiences.c.at).label("at"))
        .where(experiences.c.shop == kept.shop, experiences.c.at <= kept.at)
        .group_by(experiences.c.touchpoint)
        .subquery()
    )
    asked = (
        select(experiences.c.touchpoint, visits, runs.c.id.label("run_id"))
        .select_from(last)
        .join(experiences, (experiences.c.touchpoint == last.c.touchpoint) & (experiences.c.at == last.c.at))
        .join(visits, (visits.c.run == experiences.c.run) & (visits.c.visit == experiences.c.visit))
        .join(runs, runs.c.number == visits.c.run)
        .where(experiences.c.shop == kept.shop)
    )
    mildest_first = sorted(connection.execute(asked), key=_weight)
    return {line[0]: _experience(line) for line in mildest_first}


def _weight(line: Row[Any]) -> tuple[int, Any]:
    return _WORST_LAST.index(Verdict(line.verdict)), line.started_at


def _experience(line: Row[Any]) -> Experience:
    return Experience(
        touchpoint=line[0],
        at=line.started_at,
        journey=line.journey,
        title=line.title,
        who=line.who,
        verdict=Verdict(line.verdict),
        run_id=line.run_id,
    )


def _earlier(connection: Connection, kept: KeptRun, reports: Path) -> Mapping[str, Sequence[EarlierVisit]]:
    now, earlier = visits.alias("now"), visits.alias("earlier")
    told = [*(earlier.c[name] for name in _TOLD), figures.c.walked_with]
    asked = (
        select(*told)
        .select_from(now)
        .join(earlier, of_the_same_visit(now, earlier, EARLIER_VISITS))
        .outerjoin(figures, (figures.c.run == earlier.c.run) & (figures.c.visit == earlier.c.visit))
        .where(now.c.run == kept.number)
        .order_by(earlier.c.at.desc())
    )
    began = {line.number: line.id for line in connection.execute(_began(kept))}
    shown = Shown(reports)
    found: defaultdict[str, list[EarlierVisit]] = defaultdict(list)
    for line in connection.execute(asked):
        found[line.visit].append(_visit(line, began[line.run], shown))
    return dict(found)


def _trends(connection: Connection, kept: KeptRun, judged: Sequence[Judged]) -> Mapping[str, Sequence[Trend]]:
    now, earlier = figures.alias("now"), figures.alias("earlier")
    asked = (
        select(earlier.c.visit, earlier.c.run, earlier.c.walked_with, earlier.c.figures)
        .select_from(now)
        .join(earlier, of_the_same_visit(now, earlier, EARLIER_FIGURES))
        .where(now.c.run == kept.number)
        .order_by(earlier.c.visit, earlier.c.at.desc())
    )
    began = {line.number: line for line in connection.execute(_began(kept))}
    visits_now = {visit.id: visit for visit, _ in judged}
    found: dict[str, Sequence[Trend]] = {}
    compared = 0
    for visit_id, lines in groupby(
        connection.execute(asked), key=itemgetter(0)
    ):  # one at a time: they are many
        walks = [
            (began[run].id, began[run].started_at, browser, json.loads(by)) for _, run, browser, by in lines
        ]
        moved = trends(visits_now[visit_id], _by_key(walks))
        compared += 1
        if moved:
            found[visit_id] = moved
    return sure_in_run(found, compared)


def _began(kept: KeptRun) -> Select[tuple[int, str, datetime]]:
    return select(runs.c.number, runs.c.id, runs.c.started_at).where(runs.c.shop == kept.shop)


def _by_key(walks: Sequence[_Walk]) -> Mapping[str, Sequence[EarlierFigure]]:
    """Return the figures of one visit's earlier walks by their keys, newest first."""
    keys = dict.fromkeys(key for _, _, _, figures_by_key in walks for key in figures_by_key)
    return {
        key: [
            EarlierFigure(run, at, measured[key][0], walked_with, measured[key][1])
            for run, at, walked_with, measured in walks
            if key in measured
        ]
        for key in keys
    }


def of_the_same_visit(now: Any, earlier: Any, most: int) -> ColumnElement[bool]:
    """Say that a line is of the same visit in one of so many runs before; there is an index for it."""
    each = earlier.element.alias()
    same = (each.c.shop == now.c.shop, each.c.visit == now.c.visit, each.c.at < now.c.at)
    oldest = select(each.c.at).where(*same).order_by(each.c.at.desc()).offset(most - 1).limit(1)
    since = func.coalesce(oldest.correlate(now).scalar_subquery(), literal(LONG_AGO, Moment))
    is_same = (earlier.c.shop == now.c.shop, earlier.c.visit == now.c.visit)
    return and_(*is_same, earlier.c.at < now.c.at, earlier.c.at >= since)


def _visit(line: Row[Any], run_id: str, shown: Shown) -> EarlierVisit:
    verdict = Verdict(line.verdict)
    return EarlierVisit(
        run_id=run_id,
        visit_id=line.visit,
        started_at=line.started_at,
        verdict=verdict,
        headline=line.headline,
        customer_time_ms=line.customer_time_ms,
        walked_with=line.walked_with or "",
        hassles=line.hassles,
        one_of_two=line.one_of_two,
        folder=shown.folder(run_id, line.visit),
    )
