"""What Allure is told of one visit: a result, and the files it shows."""

from dataclasses import dataclass
from pathlib import Path

from allure_commons.model2 import TestResult


@dataclass(frozen=True)
class AttachedFile:
    """A file of the visit and the name it has in Allure's results folder."""

    source: Path
    file_name: str


@dataclass(frozen=True)
class AllureVisit:
    """One visit, or one faulty file, as Allure shows it; `retry` is its second walk."""

    result: TestResult
    files: tuple[AttachedFile, ...] = ()
    retry: TestResult | None = None

    @property
    def results(self) -> tuple[TestResult, ...]:
        """All that is written of it."""
        return (self.result, self.retry) if self.retry else (self.result,)
