"""A file that cannot be walked in, one failing test with its exact problems out."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from harness.judge import Verdict
from harness.language.model import Problem
from harness.plugin.walking import note_verdict
from harness.record import FaultyFile


class FaultyJourneyError(Exception):
    """A file that cannot be walked, with all that is wrong in it."""


class FaultyItem(pytest.Item):
    """A file that cannot be walked, as one failing test.

    Where what is wrong stands in a file that many journeys need, such as `site.yaml`, the first test tells
    it. The others are skipped and name that file: they are not walked, and the run still ends with 4.
    """

    def __init__(self, *, problems: tuple[Problem, ...], shown: str, **rest: Any) -> None:
        """Take what is wrong.

        Args:
            problems: All that keeps the file from being walked; never empty.
            shown: What messages call the file itself.
            rest: pytest's own.
        """
        super().__init__(**rest)
        self.problems = problems
        self.shown = shown
        self.told_elsewhere = False

    @property
    def culprits(self) -> str:
        """The files the problems stand in."""
        return " and ".join(dict.fromkeys(problem.place.file for problem in self.problems))

    def runtest(self) -> None:
        """Fail with every problem of the file."""
        note_verdict(self, Verdict.FAULTY_FILE)
        if self.told_elsewhere:
            pytest.skip(f"not walked: {self.culprits} has problems. Mend them first.")
        raise FaultyJourneyError("\n\n".join(map(str, self.problems)))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ARG002 -- pytest's signature
        """Show the problems themselves, without a traceback."""
        return str(excinfo.value)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return the first faulty line, where it is in this file."""
        first = self.problems[0].place
        return self.path, first.line - 1 if first.file == self.shown else 0, self.name


def tell_once(items: Iterable[pytest.Item]) -> list[FaultyItem]:
    """Return the faulty files among the tests of a run, each problem to be told by one of them only.

    A file tells its own problems; where it is not among the tests, the first that needs it does.
    """
    faulty = [item for item in items if isinstance(item, FaultyItem)]
    told: set[Problem] = set()
    for item in sorted(faulty, key=lambda item: item.shown not in item.culprits):
        item.told_elsewhere = told.issuperset(item.problems)
        told.update(item.problems)
    return faulty


def keep_faulty(
    items: list[pytest.Item],
    before: Sequence[pytest.Item],
    config: pytest.Config,
    walks: Callable[[pytest.Item], object],
) -> None:
    """Put faulty files back that `-m` took out of a run of journeys: nobody knows their tags."""
    expression, keyword = config.getoption("markexpr"), config.getoption("keyword")
    kept = {*items}
    if expression and not keyword and any(walks(item) for item in kept):
        items += [item for item in before if isinstance(item, FaultyItem) and item not in kept]


def faulty_files(items: Sequence[FaultyItem]) -> list[FaultyFile]:
    """Return the faulty files as the run's record tells them, each with the journeys it stops."""
    return [_with_stopped(item, items) for item in items if not item.told_elsewhere]


def faulty_file(item: FaultyItem) -> FaultyFile:
    """Return what one test has to tell."""
    if item.told_elsewhere:
        return FaultyFile(file=item.shown, problems=(f"{item.culprits} has problems. Mend them first.",))
    return FaultyFile(file=item.culprits, problems=tuple(map(str, item.problems)))


def _with_stopped(item: FaultyItem, items: Sequence[FaultyItem]) -> FaultyFile:
    told = faulty_file(item)
    stopped = [
        other.shown
        for other in items
        if other.shown not in other.culprits and not set(item.problems).isdisjoint(other.problems)
    ]
    if not stopped:
        return told
    return told.model_copy(update={"problems": (*told.problems, f"not walked for it: {', '.join(stopped)}")})
