"""A file that cannot be walked in, one failing test with its exact problems out."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from harness.judge import Verdict
from harness.language.model import Problem
from harness.plugin.ids import ReadableId
from harness.plugin.walking import note_verdict
from harness.record import FaultyFile


class FaultyJourneyError(Exception):
    """A file that cannot be walked, with all that is wrong in it."""


class FaultyItem(ReadableId, pytest.Item):
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
        self.stops: tuple[str, ...] = ()

    @property
    def culprits(self) -> str:
        """The files the problems stand in."""
        return " and ".join(dict.fromkeys(problem.place.file for problem in self.problems))

    @property
    def told(self) -> tuple[str, ...]:
        """What this test has to tell: all problems, and the other files that are not walked for them."""
        if self.told_elsewhere:
            return (f"not walked: {self.culprits} has problems. Mend them first.",)
        stops = (f"not walked for it: {', '.join(self.stops)}",) if self.stops else ()
        return (*map(str, self.problems), *stops)

    def runtest(self) -> None:
        """Fail with every problem of the file."""
        note_verdict(self, Verdict.FAULTY_FILE)
        if self.told_elsewhere:
            pytest.skip(self.told[0])
        raise FaultyJourneyError("\n\n".join(self.told))

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
        item.stops = _stopped_by(item, faulty)
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


def faulty_file(item: FaultyItem) -> FaultyFile:
    """Return a faulty file as the run's record tells it."""
    return FaultyFile(file=item.shown if item.told_elsewhere else item.culprits, problems=item.told)


def _stopped_by(item: FaultyItem, faulty: Sequence[FaultyItem]) -> tuple[str, ...]:
    needed = set(item.problems)
    others = (other for other in faulty if other.shown not in other.culprits)
    return tuple(other.shown for other in others if not needed.isdisjoint(other.problems))
