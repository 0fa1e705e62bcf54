"""allure-pytest's results in, the same results as the record and the judge tell them out.

allure-pytest carries the results and decides nothing: what a visit looks like in Allure is made by one
pure function, here for the live run and in `harness report` for an old one.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import allure_commons
import pytest
from allure_commons.logger import AllureFileLogger
from allure_pytest.listener import AllureListener

from harness.judge import judge
from harness.plugin.collecting import visit_of
from harness.plugin.faulty import FaultyItem, faulty_file
from harness.plugin.run import RUN
from harness.plugin.walking import JUDGED, left_out
from harness.record import RunRecord
from harness.record.coverage import NOBODY_KNOWS

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from allure_commons.model2 import TestResult, TestResultContainer

    from harness.judge import Judgement
    from harness.record import VisitRecord

BRIDGE = pytest.StashKey["AllureBridge"]()


class AllureBridge:
    """Listens to allure's own hooks while journeys are walked."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._unended: Path | None = None
        self._item: pytest.Item | None = None

    def start(self) -> None:
        """Write Allure results into the run's folder, unless the operator chose a folder herself."""
        self._register(self)
        if self._config.getoption("--alluredir"):
            return
        listener = AllureListener(self._config)
        self._config.pluginmanager.register(listener, "allure_listener")
        self._register(listener)
        folder = str(self._config.stash[RUN].folder.allure_results)
        self._register(AllureFileLogger(folder))

    def begins(self, visit: "VisitRecord") -> None:
        """Write the result that stands when the run dies in this visit; its end replaces it."""
        from harness.reports.allure.live import write_unended  # noqa: PLC0415 -- only journeys need it
        from harness.reports.allure.result import to_allure  # noqa: PLC0415 -- the same

        result = to_allure(visit, judge(visit), Path()).result
        self._unended = write_unended(result, results_folder(self._config))

    def walking(self, item: pytest.Item) -> None:
        """Remember which test is under way: allure's hooks do not say."""
        self._item = item

    @allure_commons.hookimpl(hookwrapper=True)
    def report_result(self, result: "TestResult") -> "Generator[None, None, None]":
        """Tell the result of a visit as record and judgement have it; once written, it is the only one."""
        self._fill(result)
        yield
        if self._unended:
            self._unended.unlink(missing_ok=True)
            self._unended = None

    def _fill(self, result: "TestResult") -> None:
        # Imported here: the first page need not wait for what is told once a visit is over.
        from harness.reports.allure.live import fill, hand_over  # noqa: PLC0415 -- see above
        from harness.reports.allure.result import faulty_to_allure, to_allure  # noqa: PLC0415 -- see above

        item = self._item
        if isinstance(item, FaultyItem):
            fill(result, faulty_to_allure(faulty_file(item), self._run_record()))
            return
        judged = (item.stash.get(JUDGED, None) or self._unwalked(item)) if item else None
        if judged is None:
            return
        visit, judgement = judged
        made = to_allure(visit, judgement, self._config.stash[RUN].folder.visit(visit.id))
        fill(result, made)
        hand_over(made, results_folder(self._config))

    @allure_commons.hookimpl(tryfirst=True)
    def report_container(self, container: "TestResultContainer") -> None:
        """Drop the set-up of browsers: thirty lines before the first step help nobody."""
        container.befores.clear()
        container.afters.clear()

    def _unwalked(self, item: pytest.Item) -> "tuple[VisitRecord, Judgement] | None":
        """Return a visit that nobody walked as it was planned, with the reason."""
        planned = visit_of(item)
        record = self._config.stash[RUN].plan.get(planned.id) if planned else None
        if record is None:
            return None
        _, skipped = left_out(item.user_properties)
        told = {"ending": "left out" if skipped else "not walked", "reason": skipped or NOBODY_KNOWS}
        visit = record.model_copy(update=told)
        return visit, judge(visit)

    def _run_record(self) -> RunRecord:
        return self._config.stash[RUN].folder.read_run()

    def _register(self, plugin: object) -> None:
        allure_commons.plugin_manager.register(plugin)
        self._config.add_cleanup(_unregister(plugin))


def results_folder(config: pytest.Config) -> Path:
    """Return where the results for Allure go: the operator's folder, or the run's own."""
    chosen = config.getoption("--alluredir")
    return Path(chosen).absolute() if chosen else config.stash[RUN].folder.allure_results


def _unregister(plugin: object) -> "Callable[[], Any]":
    return lambda: allure_commons.plugin_manager.unregister(plugin)
