"""A folder in, a history with many visits in it and a run that is to be kept next out."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from harness.findings.model import Life
from harness.history.book import history_place
from harness.history.folders import Judged
from harness.history.history import History
from harness.history.keeping import keep_lines
from harness.history.lines import lines_of_experiences, lines_of_figures, lines_of_visits
from harness.history.living import live_through, lives_at
from harness.history.storage import Storage
from harness.history.tables import experiences, figures, lives, runs, visits
from harness.record import Budgets, PageView, RunRecord, StepRecord
from tests.reports.cx.records import EVERYTHING, PHONE, broken, fine, journey, slow

VISITS_A_RUN = 300
FIRST_NIGHT = datetime(2025, 1, 1, 2, tzinfo=UTC)
BUDGETS = Budgets(step_ms=3000, load_ms=4000, lcp_ms=2500, inp_ms=200, cls=0.1)
BROKEN, SLOW = 10, 20
"""How many visits of a run are so."""


def run_of(night: int, reports: Path) -> RunRecord:
    """Make a night's run, with a folder."""
    run = RunRecord(
        id=f"night-{night:04}",
        started_at=FIRST_NIGHT + timedelta(days=night),
        site="Linden Lane",
        address="https://shop.example",
        harness_version="0.1.0",
    )
    (reports / run.id / "visits").mkdir(parents=True)
    return run


def judged_on(night: int) -> list[Judged]:
    """Make the visits of a run, each with the figures of its pages and steps."""
    began = FIRST_NIGHT + timedelta(days=night)
    titles = (EVERYTHING[number % len(EVERYTHING)] for number in range(VISITS_A_RUN))
    journeys = [
        journey(f"{of.stage}/journey-{number}", f"{of.title}, kind {number}")
        for number, of in enumerate(titles)
    ]
    made = [broken(of, PHONE) for of in journeys[:BROKEN]]
    made += [slow(of, PHONE) for of in journeys[BROKEN:SLOW]]
    made += [fine(of, PHONE) for of in journeys[SLOW:]]
    return [
        (
            visit.model_copy(
                update={
                    "started_at": began,
                    "budgets": BUDGETS,
                    "steps": tuple(_with_page(step, night) for step in visit.steps),
                }
            ),
            judgement,
        )
        for visit, judgement in made
    ]


def _with_page(step: StepRecord, night: int) -> StepRecord:
    page = PageView(
        url=f"https://shop.example/{step.index}",
        title=step.name,
        cause='click "Next"',
        started_ms=0,
        ttfb_ms=80,
        lcp_ms=900 + night % 50,
        load_ms=1200 + night % 70,
        inp_ms=60,
        cls=0.01,
    )
    return step.model_copy(update={"page_views": (page,)})


def history_with(reports: Path, *, nights: int) -> History:
    """Make a history in which so many runs are kept; the lines are those that keeping a run writes."""
    storage = Storage(history_place("", reports))
    first = judged_on(0)
    with storage.writing() as connection:
        kept, _ = keep_lines(connection, run_of(0, reports), first, "headline")
        live_through(connection, kept, run_of(1, reports), first, None)
        told = [
            (visits, list(lines_of_visits(first))),
            (experiences, list(lines_of_experiences(first))),
            (figures, list(lines_of_figures(first))),
            (
                lives,
                [_line(life) for life in lives_at(connection, kept.shop).values()],
            ),
        ]
        for night in range(2, nights):
            run = run_of(night, reports)
            line = {"id": run.id, "started_at": run.started_at, "at": run.started_at, "last_number": 0}
            shop = {
                "shop": run.site,
                "site_id": "",
                "site": run.site,
                "address": "",
                "headline": "",
                "version": "",
            }
            added = insert(runs).values(line | shop).returning(runs.c.number)
            whose = {"run": connection.execute(added).scalar_one(), "shop": run.site, "at": run.started_at}
            for table, lines in told:
                connection.execute(insert(table), [each | whose for each in lines])
    return History(storage, reports)


def _line(life: Life) -> dict[str, str | int]:
    return {"number": life.number, "site_id": "", "state": life.state, "life": life.model_dump_json()}


def next_run(reports: Path, *, night: int) -> tuple[RunRecord, Sequence[Judged]]:
    """Make the run that is to be kept next."""
    return run_of(night, reports), judged_on(night)


def only_write(reports: Path, run: RunRecord, judged: Sequence[Judged]) -> None:
    """Write a run into the history, and ask for nothing."""
    with Storage(history_place("", reports)).writing() as connection:
        kept, _ = keep_lines(connection, run, judged, "headline")
        live_through(connection, kept, run, judged, None)
