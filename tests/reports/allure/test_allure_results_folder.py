"""A run's records become a complete results folder; a live result is overwritten with the same."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import allure_commons
import pytest
from allure_commons import model2
from allure_commons.logger import AllureFileLogger
from allure_commons.reporter import AllureReporter

from harness.record.folder import RunFolder
from harness.reports.allure import fill, hand_over, to_allure, write_results
from harness.reports.making import allure_history
from tests.reports.allure import records as made

PICTURE = b"\xff\xd8 a picture \xff\xd9"


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return made.night(tmp_path / "run", PICTURE)


def written(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(file.read_text()) for file in folder.glob("*-result.json")]


def test_every_visit_and_every_faulty_file_is_written(run: RunFolder) -> None:
    count = write_results(run, made.NIGHT, run.allure_results)

    names = {result["name"] for result in written(run.allure_results)}
    assert count == len(names) == len(made.NIGHT) + 1
    assert "journeys/buy/gift.yaml cannot be walked" in names


def test_every_attachment_that_is_named_lies_beside_the_results(run: RunFolder) -> None:
    write_results(run, made.NIGHT, run.allure_results)

    named = _named(run.allure_results)
    assert named == {file.name for file in run.allure_results.glob("*-attachment*")}
    assert named


def _named(folder: Path) -> set[str]:
    steps = [step for result in written(folder) for step in result.get("steps", [])]
    return {attachment["source"] for step in steps for attachment in step.get("attachments", [])}


def test_results_that_were_there_go(run: RunFolder) -> None:
    run.allure_results.mkdir()
    (run.allure_results / "old-result.json").write_text("{}")

    write_results(run, made.NIGHT[:1], run.allure_results)

    assert not (run.allure_results / "old-result.json").exists()
    assert [path.name for path in run.path.glob(".allure-results*")] == []


def test_writing_again_writes_the_same(run: RunFolder) -> None:
    def texts() -> list[str]:
        write_results(run, made.NIGHT, run.allure_results)
        return sorted(file.read_text() for file in run.allure_results.glob("*-result.json"))

    assert texts() == texts()


def test_the_environment_says_what_the_run_was_made_with(run: RunFolder) -> None:
    write_results(run, made.NIGHT, run.allure_results)

    assert (run.allure_results / "environment.properties").read_text().splitlines() == [
        "Site=demo",
        "Address=http\\://127.0.0.1\\:8000",
        "Run=2026-11-21-0200",
        "Began=2026-11-21\\ 02\\:00\\ UTC",
        "Browser=chromium\\ 156.0\\ (chromium-headless-shell)",
        "Shoppers=first-time-phone,\\ loyal-laptop",
        "Defects\\ switched\\ on=promo-ignored",
        "Mystery\\ shopper=0.1.0",
        "Playwright=1.65.2",
    ]


class FillsTheLiveResult:
    """Does what the pytest plugin does in allure's hook."""

    def __init__(self, run: RunFolder, results: Path) -> None:
        self.run = run
        self.results = results

    @allure_commons.hookimpl(tryfirst=True)
    def report_result(self, result: model2.TestResult) -> None:
        """Overwrite the result before it is written."""
        visit, judgement = made.BROKEN
        one = to_allure(visit, judgement, self.run.visit(visit.id))
        hand_over(one, self.results)
        fill(result, one)


@pytest.fixture
def live(run: RunFolder, tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "live"
    plugins = [FillsTheLiveResult(run, folder), cast(Any, AllureFileLogger)(folder)]
    for plugin in plugins:
        allure_commons.plugin_manager.register(plugin)
    yield folder
    for plugin in plugins:
        allure_commons.plugin_manager.unregister(plugin)


def test_a_live_result_ends_up_as_the_one_made_from_the_record(run: RunFolder, live: Path) -> None:
    reporter = cast(Any, AllureReporter)()
    begun = model2.TestResult(
        name="promo-code", uuid="live", status="broken", parameters=[model2.Parameter("x", "y")]
    )
    begun.labels = [
        model2.Label("host", "ci-7"),
        model2.Label("tag", "chromium"),
        model2.Label("suite", "buy"),
    ]
    reporter.schedule_test("live", begun)
    reporter.close_test("live")
    write_results(run, [made.BROKEN], run.allure_results)

    (from_live,) = written(live)
    (from_record,) = (r for r in written(run.allure_results) if r["status"] == "failed")
    assert from_live.pop("labels") == [*from_record.pop("labels"), {"name": "host", "value": "ci-7"}]
    assert from_live == from_record
    assert _named(live) == {file.name for file in live.glob("*-attachment*")}


def test_a_visit_walked_again_by_hand_is_no_run_in_the_trends(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path / "night")
    replay = made.RUN.model_copy(update={"replays": "buy-promo-code--phone"})

    assert allure_history(folder, made.RUN) == tmp_path / "allure-history.jsonl"
    assert allure_history(folder, replay) is None
