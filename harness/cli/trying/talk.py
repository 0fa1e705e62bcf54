"""How a visit goes in, lines for its author out, and what she answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Error as BrowserError
from rich.console import Console
from rich.text import Text

from harness.browser.bounded import TimeIsUp, at_most
from harness.cli.naming import show, show_nearest
from harness.cli.progress.lines import MARKS
from harness.cli.terminal import print_indented
from harness.cli.trying.asking import ask
from harness.cli.trying.choosing import Chosen
from harness.explain.explaining import explain
from harness.judge import Verdict, judge
from harness.plugin.short_failure import told_at_its_lines
from harness.record import Trouble, VisitRecord
from harness.record.folder import RunFolder
from harness.record.journal import read_visit
from harness.shopper import Shopper
from harness.shopper.trouble.stopping import JourneyStopped, Obstacle, StoppedOnPurpose
from harness.targets.looking import look
from harness.targets.model import Targets

LOOKING_MS = 60_000
"""How long a page may take to be read for what can be named; a long one has thousands of things."""


@dataclass
class Talk:
    """Tells and asks at the terminal; without somebody to answer it only tells."""

    console: Console
    asks: bool

    @contextmanager
    def telling_of(self, number: int, name: str) -> Iterator[None]:
        """Tell which step is walked now, and how it went, on one line."""
        self.console.print(Text(f"{number + 1:>2}. {name}"), end="", soft_wrap=True)
        mark = MARKS[Verdict.NOT_JUDGED]  # unless it comes to one of the ends below
        try:
            yield
            mark = MARKS[Verdict.FINE]
        except JourneyStopped:
            mark = MARKS[Verdict.BROKEN]
            raise
        except StoppedOnPurpose:
            mark = MARKS[Verdict.STOPPED_ON_PURPOSE]
            raise
        finally:
            self.console.print(Text(f"  {mark.sign}", mark.style))

    def step_ahead(self, number: int, chosen: Chosen) -> None:
        """Tell what will be done in a step."""
        told = explain(chosen.visit.journey, chosen.surroundings, chosen.visit.site).steps[number]
        print_indented(self.console, told.step, "    ", begin=f"\n{number + 1:>2}. ", style="bold")
        for sentence in told.sentences:
            print_indented(self.console, sentence, "    ")

    def failure(self, shopper: Shopper, folder: RunFolder) -> VisitRecord:
        """Tell what the failure of a step means, as after a run; return what is recorded by now."""
        record = read_visit(folder.visit(shopper.visit.id)).model_copy(update={"ending": "stopped"})
        text = told_at_its_lines(record, judge(record), shopper.visit.base)
        self.console.print(Text(f"\n{text}\n"), soft_wrap=True)
        return record

    def nearest(self, shopper: Shopper, trouble: Trouble) -> None:
        """Tell what on the page comes nearest to what was not found."""
        found = self._look(shopper, nearest_to=trouble.target)
        if found:
            show_nearest(found, self.console, verb=trouble.verb, wanted=trouble.target)

    def targets(self, shopper: Shopper) -> None:
        """Tell all that can be named on the page she looks at."""
        found = self._look(shopper)
        if found:
            show(found, self.console)

    def _look(self, shopper: Shopper, *, nearest_to: str = "") -> Targets | None:
        try:
            with at_most(LOOKING_MS):
                return look(
                    shopper.page,
                    shopper.visit.site.names,
                    scrub=shopper.scrubber.text,
                    nearest_to=nearest_to,
                )
        except (BrowserError, Obstacle, TimeIsUp):
            self.says("there is no page to look at, or none that answers.", "yellow")
            return None

    def says(self, text: str, style: str = "") -> None:
        """Tell something else."""
        self.console.print(Text(text, style), soft_wrap=True)

    def question(self, ways: str, shopper: Shopper) -> str:
        """Ask what to do next; return the answer in small letters."""
        text = Text(f"\n{ways}\n> ", "cyan")
        answer = ask(lambda: self.console.print(text, end="", soft_wrap=True), shopper)
        self.console.print()
        return answer
