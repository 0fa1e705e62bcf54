"""Workers of one run, and whoever else visits from this machine, take turns at a site."""

import signal
import time
from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from harness.pace import SiteTurns
from harness.record.journal import JOURNAL

from .conftest import MakeProject
from .project import BARE, FINE, Project
from .tiny_shop import TinyShop


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    files = {f"journeys/find/look-{number}.yaml": FINE for number in range(3)}
    return make_project(files, pace="{visits at once: 1}", patience_ms=5000)


def test_two_workers_visit_one_after_the_other(project: Project) -> None:
    outcome = project.run("journeys", "-n", "2", *BARE)

    assert outcome.code == 0, outcome.text
    visits = sorted(outcome.visits.values(), key=lambda visit: visit.started_at)
    ends = [visit.started_at + timedelta(milliseconds=visit.duration_ms) for visit in visits]
    assert len(visits) == 3
    assert [end <= later.started_at for end, later in zip(ends, visits[1:], strict=False)] == [True] * 2
    assert any(visit.waited_ms for visit in visits)


def test_ctrl_c_ends_the_wait_for_a_turn_at_once(project: Project, tiny_shop: TinyShop) -> None:
    place = urlsplit(tiny_shop.address).netloc
    turns = SiteTurns.at(project.path / "reports" / ".pace", place, visits_at_once=1, page_loads=None)
    others = turns.visit()
    assert others
    before = tiny_shop.asked["GET /"]

    run = project.start("journeys/find/look-0.yaml", *BARE)
    try:
        until = time.monotonic() + 60
        while not _waits(project) and time.monotonic() < until:
            time.sleep(0.1)
        run.send_signal(signal.SIGINT)
        told, _ = run.communicate(timeout=60)
    finally:
        run.kill()
        others.give_back()

    assert run.returncode == 2, told
    assert tiny_shop.asked["GET /"] == before


def _waits(project: Project) -> bool:
    journals = project.path.glob(f"reports/*/visits/*/{JOURNAL}")
    return any('"still": true' in journal.read_text("utf-8") for journal in journals)
