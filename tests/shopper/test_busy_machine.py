"""How busy the machine is goes into the record; only what it can explain is not judged."""

import os
from pathlib import Path

import pytest

from harness.judge import Verdict
from harness.shopper.machine.load import Machine, MachineReaders
from harness.shopper.machine.pressure import Calibration, Pressure, SystemPressure, pressure_reader
from harness.shopper.machine.programs import Family, Programs
from tests.pages import Page, serving
from tests.walking import Walked, Walker

JOURNEY = """\
journey: Look at the tea
limits: {load: 1s}
steps:
  - step: Look
    do:
      - open: /
    see: Sencha
"""
BUSY_PAGE = """\
<title>Tea</title><p>Sencha</p>
<script>const until = performance.now() + 1500; while (performance.now() < until);</script>
"""
SLOW_SITE = Page("<title>Tea</title><p>Sencha</p>", delay_s=1.5)


def machine(share: float, programs: Programs | None = None) -> MachineReaders:
    """Return readers of a machine on which some program always waits, for this share of the time."""
    system = SystemPressure()

    def pressure() -> Pressure:
        at_ms = (system() or Calibration()() or Pressure(0, 0)).at_ms
        return Pressure(at_ms, at_ms * share, recent=share)

    return MachineReaders(pressure, lambda: programs)


def look(walker: Walker, page: Page | str, readers: MachineReaders) -> Walked:
    walker.machine = readers
    with serving({"/": page}) as site:
        return walker.walk(JOURNEY, address=site.address)


def test_a_page_that_keeps_a_quiet_machine_busy_is_over_budget(walker: Walker) -> None:
    walked = look(walker, BUSY_PAGE, machine(0))
    assert walked.judgement.verdict == Verdict.OVER_BUDGET
    assert 'The page "Tea" took' in walked.judgement.findings[0].detail
    assert "1 second is allowed in this journey." in walked.judgement.findings[0].detail


def test_the_same_page_on_a_busy_machine_is_not_judged_and_told(walker: Walker) -> None:
    walked = look(walker, BUSY_PAGE, machine(1))
    (finding,) = walked.judgement.findings
    assert (walked.judgement.verdict, finding.kind) == (Verdict.FINE, "machine busy")
    assert finding.sentence == 'The time of "Look" was not judged: the shopper\'s own machine was busy.'


def test_a_site_that_answers_late_is_over_budget_however_busy_the_machine(walker: Walker) -> None:
    walked = look(walker, SLOW_SITE, machine(1))
    assert walked.judgement.verdict == Verdict.OVER_BUDGET


def test_a_visit_that_did_not_wait_itself_is_judged_on_a_busy_machine(walker: Walker) -> None:
    walked = look(walker, BUSY_PAGE, machine(1, Programs(9000, ran_ms={1: 100}, waited_ms={1: 500})))
    (step,) = walked.record.steps
    assert step.machine
    assert (step.machine.pressure, step.machine.waited_ms, step.machine.others_ms) == (1, 0, 0)
    assert walked.judgement.verdict == Verdict.OVER_BUDGET


def test_each_step_and_the_visit_tell_the_load_of_this_machine(walker: Walker) -> None:
    walked = look(walker, "<title>Tea</title><p>Sencha</p>", MachineReaders())
    (step,) = walked.record.steps
    assert step.machine
    assert walked.record.machine
    assert 0 <= step.machine.pressure <= 1


def test_without_any_reading_nothing_is_said_of_the_machine() -> None:
    watched = Machine(MachineReaders(lambda: None, lambda: None))
    watched.step_begins()
    assert (watched.step_ends(), watched.visit_ends()) == (None, None)


def test_threads_are_looked_at_only_where_the_machine_was_busy_of_late() -> None:
    looked: list[Programs] = []

    def programs() -> Programs:
        busy_ms = 100.0 * len(looked)
        looked.append(Programs(3 * busy_ms, ran_ms={1: busy_ms, 2: 5}, waited_ms={1: 2 * busy_ms, 2: 5}))
        return looked[-1]

    for share, times in ((0.01, 0), (0.5, 2)):
        watched = Machine(MachineReaders(machine(share).pressure, programs))
        watched.step_begins()
        load = watched.step_ends()
        assert len(looked) == times
        assert load is None or (load.waited_ms, load.others_ms) == ((200, 200) if times else (None, None))


def test_the_system_tells_its_pressure(tmp_path: Path) -> None:
    file = tmp_path / "cpu"
    file.write_text("some avg10=12.50 avg60=1.03 avg300=2.80 total=3128010452\nfull avg10=0.00\n", "ascii")
    pressure = SystemPressure(file)()
    assert pressure
    assert (pressure.waiting_ms, pressure.recent, pressure.estimated) == (3128010.452, 0.125, False)


@pytest.mark.parametrize("text", ["", "nothing of the kind\n", "some avg10=x total=y\n"])
def test_where_the_system_tells_nothing_a_calculation_estimates(tmp_path: Path, text: str) -> None:
    file = tmp_path / "cpu"
    file.write_text(text, "ascii")
    assert SystemPressure(file)() is None
    estimate = pressure_reader(file)
    first, second = estimate(), estimate()
    assert first
    assert second
    assert first.estimated
    assert 0 <= second.waiting_ms - first.waiting_ms <= second.at_ms - first.at_ms


@pytest.mark.skipif(not Path("/proc/self/schedstat").exists(), reason="this system does not count waiting")
def test_every_thread_of_this_process_tells_how_long_it_ran_and_waited() -> None:
    counted = Family()()
    assert counted
    assert 0 < counted.ran_ms[os.getpid()] <= counted.machine_ms
    assert counted.waited_ms[os.getpid()] >= 0
