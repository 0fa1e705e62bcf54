"""A walked run in, its reports, its last words and its exit code out."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.findings.quarantine import Decides, pardoned
from harness.judge import SLOW_KINDS, Finding, Verdict
from harness.judge.verdicts import TURNS, exit_code
from harness.judge.words import elsewhere_line
from harness.language.folder import SUFFIXES
from harness.plugin import notifying
from harness.plugin.allure_bridge import results_folder
from harness.plugin.ctrl_c import CTRL_C
from harness.plugin.owed import left_behind
from harness.plugin.run import Run
from harness.plugin.stopping import AFTER_FAILURES, Stopping
from harness.plugin.walking import LEFT_OUT_PROPERTY, VERDICT_PROPERTY, VISIT_PROPERTY, left_out
from harness.record.journal import RecordError
from harness.words import speaking

if TYPE_CHECKING:
    from harness.notify.model import Line
    from harness.reports.making import Judged, MadeReports

INTERRUPTED = 2


class Ending(Stopping):
    """Hears of every test of the run, walked here or by a worker, and ends it."""

    def __init__(self, run: Run, config: pytest.Config) -> None:
        super().__init__()
        self.run = run
        self.verdicts: list[tuple[str, Verdict]] = []
        self.other_failures = 0
        self.judged: list[Judged] = []
        self.made: MadeReports | None = None
        self.told: list[Line] = []
        self.problem = ""
        self._config = config

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take the verdict from a test's report."""
        properties = dict(report.user_properties)
        verdict = properties.get(VERDICT_PROPERTY)
        if LEFT_OUT_PROPERTY in properties:
            self.leave_out(*left_out(report.user_properties))
        if verdict and report.when != "teardown":
            self.verdicts.append((str(properties.get(VISIT_PROPERTY, "")), Verdict(str(verdict))))
        elif report.failed and _worker_died(report):
            self.verdicts.append(("", Verdict.NOT_JUDGED))
        elif report.failed:
            self.other_failures += 1

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Make the reports and set the exit code, once the workers have ended, before the last words."""
        self.run.end()
        try:
            with speaking(self.run.catalogue):
                self._close(session)
                self._make(session.config.getoption("--report"))
        except (RecordError, OSError) as error:
            self.problem = str(error)
        with speaking(self.run.catalogue):
            self.told = list(notifying.tell(self._config, self.made, self.run, session))
        self._ask_the_gate()
        session.exitstatus = self._exit_status(exitstatus)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say what the reports say, and where they are."""
        if self.problem:
            terminalreporter.write_line(f"the reports could not be made: {self.problem}", red=True)
        if self.run.elsewhere and not self.judged:
            terminalreporter.write_line(elsewhere_line(self.run.elsewhere), yellow=True)
        if self.made:
            terminalreporter.section(f"mystery shopper: {self.made.headline}")
            for line in self.made.lines:
                terminalreporter.write_line(line)
        if self.judged:
            from harness.reports.making import unwalked_lines  # noqa: PLC0415 -- see `_close`

            for line in unwalked_lines(self.judged):
                terminalreporter.write_line(line)
        if self.made:
            self._say_where(self.made, terminalreporter)
        for told in self.told:
            terminalreporter.write_line(f"told:     {told.text}", yellow=told.is_trouble)

    def _say_where(self, made: "MadeReports", terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.write_line(f"the page: {made.page}")
        if made.allure:
            terminalreporter.write_line(f"Allure:   {made.allure.page}")
            terminalreporter.write_line(made.allure.gate.line)
        elif made.allure_problem:
            terminalreporter.write_line(f"no Allure page: {made.allure_problem}")

    def _close(self, session: pytest.Session) -> None:
        """Hold what was planned against what was recorded, and tell Allure of what is missing."""
        if not (self.run.folder.path / "run.json").exists():
            return
        from harness.reports.allure.live import complete_results  # noqa: PLC0415 -- only the end needs them
        from harness.reports.making import judged_visits  # noqa: PLC0415 -- the same

        self.run.folder.write_side_effects(left_behind(self.run))
        self.run.folder.write_end(self.at_end_of(session, interrupted=self._config.stash[CTRL_C].pressed))
        self.judged = judged_visits(self.run.folder)
        self.verdicts += [(visit.id, judgement.verdict) for visit, judgement in self.judged]
        complete_results(self.run.folder, self.judged, results_folder(self._config))

    def _exit_status(self, status: int) -> int:
        """Return the run's exit code; what pytest itself could not do comes first."""
        if self._config.stash[CTRL_C].pressed:
            return INTERRUPTED
        by_maxfail = status == INTERRUPTED and AFTER_FAILURES in self.end.stopped  # with workers, `-x` is 2
        if status not in {0, 1} and not by_maxfail:
            return status
        if self.other_failures:
            return 1
        if self.verdicts:
            aside = self._pardoned(_fails)
            verdicts = [Verdict.FINE if visit in aside else verdict for visit, verdict in self.verdicts]
            return exit_code(verdicts, slow_fails=self._slow_fails() or self._gate_fails())
        return status

    def _slow_fails(self) -> bool:
        """Whether the operator wants what is slow to fail, and something is that is not quarantined."""
        slow = {visit.id for visit, judgement in self.judged if any(map(_is_slow, judgement.findings))}
        return self._config.getoption("--fail-on") == "slow" and bool(slow - self._pardoned(_is_slow))

    def _gate_fails(self) -> bool:
        """Whether the operator wants a quality gate that is not passed to fail."""
        allure = self.made.allure if self.made else None
        asked = self._config.getoption("--fail-on") == "gate"
        return asked and allure is not None and not allure.gate.is_passed

    def _pardoned(self, decides: Decides) -> frozenset[str]:
        """Return the visits whose quarantine counts; none where they ended a run before its end."""
        if self.made is None or AFTER_FAILURES in self.end.stopped:
            return frozenset()
        day = self.made.run.started_at.date()
        return pardoned(self.judged, self.made.story.lives, day, decides=decides)

    def _make(self, how: str) -> None:
        begun = bool(self.verdicts) or next(self.run.folder.visits(), None) is not None
        if how == "none" or not begun:
            return
        from harness.reports.making import make_reports, unwalked  # noqa: PLC0415 -- see `_close`

        self.made = make_reports(
            self.run.folder,
            allure_page=how == "full",
            judged=self.judged,
            history=self._config.getoption("--history"),
            say=lambda _line: None,
        )
        if len(unwalked(self.judged)) < len(self.judged) or self.made.run.faulty_files:
            self.run.folder.point_latest_here()

    def _ask_the_gate(self) -> None:
        """Let nothing pass a quality gate that nobody could ask."""
        if self._config.getoption("--fail-on") == "gate" and not (self.made and self.made.allure):
            self.verdicts.append(("", Verdict.NOT_JUDGED))
            self.problem = self.problem or "--fail-on gate needs Allure's report, and there is none"


def _fails(finding: Finding) -> bool:
    return TURNS[finding.verdict].exit_code != 0


def _is_slow(finding: Finding) -> bool:
    return finding.kind in SLOW_KINDS and finding.confidence == "certain"


def _worker_died(report: pytest.TestReport) -> bool:
    """Whether pytest-xdist reports the death of a worker, which was on a journey."""
    return report.when not in {"setup", "call", "teardown"} and Path(report.location[0]).suffix in SUFFIXES
