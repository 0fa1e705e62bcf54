"""Judged visits in, what their pages took as Allure's metrics out, each with its limit."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from harness.judge.figures import Measured, page_figures
from harness.record import PageView, StepRecord, VisitRecord
from harness.reports.allure.labels import stable_hash
from harness.reports.allure.page_figures import NAMES
from harness.reports.allure.steps import epoch_ms

METRICS_FILE = "pages-perf.json"
"""By the end of its name Allure knows it."""


@dataclass(frozen=True)
class Shown:
    """How a kind of figure shows: its name, its unit, how many of ours make one of it, the digits it has."""

    name: str
    unit: str = ""
    divisor: int = 1
    digits: int = 0


SHOWN: Mapping[str, Shown] = {
    "load": Shown(NAMES["load_ms"], "ms"),
    "LCP": Shown(NAMES["lcp_ms"], "ms"),
    "INP": Shown(NAMES["inp_ms"], "ms"),
    "CLS": Shown(NAMES["cls"], digits=3),
    "weight": Shown("size", "kB", 1000),
    "requests": Shown("requests"),
}
"""By the figure's cause."""


@dataclass(frozen=True)
class Metric:
    """One figure of one page for one shopper, as often as it was measured in the run."""

    persona: str
    page: str
    shown: Shown
    limit: float

    @property
    def key(self) -> str:
        """What stays the same from run to run, as long as the limit does."""
        told = (self.persona, self.page, self.shown.name, f"{self.limit:g}")
        return f"{self.page} {self.shown.name} {stable_hash(*told)[:8]}"

    @property
    def title(self) -> str:
        """What was measured and what is allowed."""
        return f"{self.page}: {self.shown.name}, allowed {self.limit:g} {self.shown.unit}".rstrip()


Sample = tuple[Metric, float, int]
"""What was measured, how much it was, and when, as Allure counts it."""


def samples(visits: Iterable[VisitRecord]) -> Iterator[Sample]:
    """Yield every figure of a page that has a limit, but for those that a busy machine may have spoilt."""
    for visit in visits:
        for step in visit.steps:
            if step.outcome == "passed":
                yield from _of_step(visit, step)


def _of_step(visit: VisitRecord, step: StepRecord) -> Iterator[Sample]:
    for view in step.page_views:
        page = view.title or urlsplit(view.url).path or view.url
        for measured in page_figures(visit, step.model_copy(update={"page_views": (view,)})):
            if not measured.machine_may_explain_it:
                yield _sample(visit, view, page, measured)


def _sample(visit: VisitRecord, view: PageView, page: str, measured: Measured) -> Sample:
    shown = SHOWN[measured.figure.cause]
    metric = Metric(visit.persona.id, page, shown, measured.limit / shown.divisor)
    return metric, round(measured.value / shown.divisor, shown.digits), epoch_ms(visit, view.started_ms)


def write_metrics(visits: Iterable[VisitRecord], results: Path) -> None:
    """Write what the pages of a run took where Allure reads it; nothing where nothing was measured."""
    told = [
        {
            "id": stable_hash(metric.key, str(number)),
            "key": metric.key,
            "value": value,
            "start": at_ms,
            "stop": at_ms,
        }
        for number, (metric, value, at_ms) in enumerate(samples(visits))
    ]
    file = results / METRICS_FILE
    file.unlink(missing_ok=True)
    if told:
        file.write_text(json.dumps(told), encoding="utf-8")


def performance(metrics: Sequence[Metric]) -> dict[str, Any]:
    """Return how Allure names and groups the metrics: a group for each shopper."""
    return {
        "groups": {metric.persona: {"title": metric.persona} for metric in metrics},
        "metrics": {
            metric.key: {
                "title": metric.title,
                "unit": metric.shown.unit,
                "better": "lower",
                "group": metric.persona,
            }
            for metric in metrics
        },
    }
