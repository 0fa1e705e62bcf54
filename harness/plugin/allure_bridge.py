"""allure-pytest's results in, the same results as the record and the judge tell them out.

allure-pytest carries the results and decides nothing: what a visit looks like in Allure is made by one
pure function, here for the live run and in `harness report` for an old one.
"""

from typing import TYPE_CHECKING, Any

import allure_commons
import pytest
from allure_commons.logger import AllureFileLogger
from allure_pytest.listener import AllureListener

from harness.plugin.faulty import FaultyItem, faulty_file
from harness.plugin.run import RUN
from harness.plugin.walking import JUDGED
from harness.record import RunRecord

if TYPE_CHECKING:
    from collections.abc import Callable

    from allure_commons.model2 import TestResult, TestResultContainer


class AllureBridge:
    """Listens to allure's own hooks while journeys are walked."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
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

    def walking(self, item: pytest.Item) -> None:
        """Remember which test is under way: allure's hooks do not say."""
        self._item = item

    @allure_commons.hookimpl(tryfirst=True)
    def report_result(self, result: "TestResult") -> None:
        """Tell the result of a visit as record and judgement have it."""
        # Imported here: the first page need not wait for what is told once a visit is over.
        from harness.reports.allure.live import fill, hand_over_files  # noqa: PLC0415 -- see above
        from harness.reports.allure.result import faulty_to_allure, to_allure  # noqa: PLC0415 -- see above

        item = self._item
        if isinstance(item, FaultyItem):
            fill(result, faulty_to_allure(faulty_file(item), self._run_record()))
            return
        judged = item.stash.get(JUDGED, None) if item else None
        if judged is None:
            return
        visit, judgement = judged
        made = to_allure(visit, judgement, self._config.stash[RUN].folder.visit(visit.id))
        fill(result, made)
        hand_over_files(made)

    @allure_commons.hookimpl(tryfirst=True)
    def report_container(self, container: "TestResultContainer") -> None:
        """Drop the set-up of browsers: thirty lines before the first step help nobody."""
        container.befores.clear()
        container.afters.clear()

    def _run_record(self) -> RunRecord:
        return self._config.stash[RUN].folder.read_run()

    def _register(self, plugin: object) -> None:
        allure_commons.plugin_manager.register(plugin)
        self._config.add_cleanup(_unregister(plugin))


def _unregister(plugin: object) -> "Callable[[], Any]":
    return lambda: allure_commons.plugin_manager.unregister(plugin)
