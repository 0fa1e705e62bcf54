"""A walked run in, its reports, its last words and its exit code out."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.judge import Verdict
from harness.judge.verdicts import NOTHING_PROVEN, exit_code
from harness.language.folder import SUFFIXES
from harness.plugin.run import Run
from harness.plugin.walking import SLOW_PROPERTY, VERDICT_PROPERTY
from harness.record.journal import RecordError

if TYPE_CHECKING:
    from harness.reports.making import MadeReports


class Ending:
    """Hears of every test of the run, walked here or by a worker, and ends it."""

    def __init__(self, run: Run, config: pytest.Config) -> None:
        self.run = run
        self.verdicts: list[Verdict] = []
        self.slow = False
        self.other_failures = 0
        self.made: MadeReports | None = None
        self.problem = ""
        self._config = config

    @property
    def _begun(self) -> bool:
        """Whether any journey was begun, or refused for its faults."""
        return bool(self.verdicts) or next(self.run.folder.visits(), None) is not None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take the verdict from a test's report."""
        properties = dict(report.user_properties)
        verdict = properties.get(VERDICT_PROPERTY)
        if verdict and report.when != "teardown":
            self.verdicts.append(Verdict(str(verdict)))
            self.slow = self.slow or bool(properties.get(SLOW_PROPERTY))
        elif report.failed and _worker_died(report):
            self.verdicts.append(Verdict.NOT_JUDGED)
        elif report.failed:
            self.other_failures += 1

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Make the reports and set the exit code, before the terminal has its last word."""
        self.run.end()
        self._make(session.config.getoption("--report"))
        session.exitstatus = self._exit_status(exitstatus)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say what the reports say, and where they are."""
        if self.problem:
            terminalreporter.write_line(f"the reports could not be made: {self.problem}", red=True)
        if self.made is None:
            return
        terminalreporter.section(f"mystery shopper: {self.made.headline}")
        for line in self.made.lines:
            terminalreporter.write_line(line)
        terminalreporter.write_line(f"the page: {self.made.page}")
        if self.made.allure_page:
            terminalreporter.write_line(f"Allure:   {self.made.allure_page}")
        elif self.made.allure_problem:
            terminalreporter.write_line(f"no Allure page: {self.made.allure_problem}")

    def _exit_status(self, status: int) -> int:
        """Return the run's exit code; what pytest itself could not do comes first."""
        if status not in {0, 1}:
            return status
        fail_on_slow = self._config.getoption("--fail-on") == "slow"
        if self.other_failures:
            return 1
        if self.verdicts:
            return exit_code(self.verdicts, slow_fails=self.slow and fail_on_slow)
        return NOTHING_PROVEN if self.run.planned and not status else status

    def _make(self, how: str) -> None:
        if how == "none" or not self._begun:
            return
        from harness.reports.making import make_reports  # noqa: PLC0415 -- nothing waits for it but the end

        try:
            self.made = make_reports(self.run.folder, allure_page=how == "full", say=lambda _line: None)
            if self.verdicts:
                self.run.folder.point_latest_here()
        except (RecordError, OSError) as error:
            self.problem = str(error)


def _worker_died(report: pytest.TestReport) -> bool:
    """Whether pytest-xdist reports the death of a worker, which was on a journey."""
    return report.when not in {"setup", "call", "teardown"} and Path(report.location[0]).suffix in SUFFIXES
