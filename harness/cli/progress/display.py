"""pytest's events in, lines in the customer's words out, while pytest's own lines go elsewhere."""

import time
from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Self

import pytest
from rich.console import Console, Group
from rich.live import Live
from rich.spinner import Spinner
from rich.text import Text

from harness.cli.own_trouble import sentence_of
from harness.cli.progress.following import Following
from harness.cli.progress.lines import MARKS, line_of, reason_of, seconds
from harness.cli.terminal import print_indented
from harness.judge import Judgement, Verdict
from harness.judge.words import elsewhere_line
from harness.plugin import make_ready
from harness.plugin.ending import Ending
from harness.plugin.run import RUN
from harness.plugin.walking import VERDICT_PROPERTY
from harness.record import VisitRecord
from harness.record.folder import RunFolder

Judged = tuple[VisitRecord, Judgement]


@dataclass(eq=False)  # pytest's plugin manager keeps plugins in a set
class Display:
    """A pytest plugin that shows a run as it goes, and keeps what its end is told from."""

    console: Console
    judged: list[Judged] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    folder: RunFolder | None = None
    ending: Ending | None = None
    last_words: str = ""
    is_interrupted: bool = False
    _planned: int = 0
    _doing: str = "Getting ready"
    _live: Live | None = None
    _following: Following | None = None
    _began: float = field(default_factory=time.monotonic)

    def __enter__(self) -> Self:
        if self.console.is_terminal and not self.console.is_dumb_terminal:
            self._live = Live(
                console=self.console,
                get_renderable=self._under_way,
                refresh_per_second=8,
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._live:
            self._live.stop()

    def say(self, line: str) -> None:
        """Show what takes longer."""
        self._doing = line.rstrip(". ")
        if not self._live:
            self.console.print(Text(line))

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """The titles of journeys that were chosen and are not for this site."""
        return self.ending.run.elsewhere if self.ending else ()

    @property
    def duration_ms(self) -> float:
        """How long it took by now."""
        return (time.monotonic() - self._began) * 1000

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """Learn where the run is written and who ends it."""
        make_ready(session.config)
        self.folder = session.config.stash[RUN].folder
        self._following = Following(self.folder)
        plugins = session.config.pluginmanager.get_plugins()
        self.ending = next((plugin for plugin in plugins if isinstance(plugin, Ending)), None)

    def pytest_runtest_logstart(self) -> None:
        """Say what will be walked, once the first visit begins."""
        if self._planned or not self.folder:
            return
        run = self.folder.read_run()
        self._planned = len(run.planned) + len(run.faulty_files)
        visits = "1 visit" if len(run.planned) == 1 else f"{len(run.planned)} visits"
        with_defects = f", with {', '.join(run.defects)} switched on" if run.defects else ""
        self._doing = ""
        where = f" to {run.site} at {run.address}" if run.planned else ": no file could be read"
        told = f"{visits}{where}{with_defects}"
        print_indented(self.console, told, "", style="bold")
        if run.elsewhere:
            print_indented(self.console, elsewhere_line(run.elsewhere), "", style="cyan")
        self.console.print()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Show what has ended: visits as they were judged, files that cannot be walked, all other trouble."""
        verdict = dict(report.user_properties).get(VERDICT_PROPERTY)
        if report.when == "call" and verdict == Verdict.FAULTY_FILE:
            self._show_faulty(report)
        elif report.failed and not verdict:
            self._show_failure(report)
        self._show_judged()

    def _show_judged(self) -> None:
        for visit, judgement in self._following.newly_judged() if self._following else ():
            self.judged.append((visit, judgement))
            self._show(judgement.verdict, line_of(visit), reason_of(visit, judgement))

    def _show_faulty(self, report: pytest.TestReport) -> None:
        self._show(Verdict.FAULTY_FILE, "this file cannot be walked:")
        problems = Text("\n".join(f"  {line}" for line in report.longreprtext.splitlines()))
        self.console.print(problems, style=MARKS[Verdict.FAULTY_FILE].style, soft_wrap=True)

    def _show_failure(self, report: pytest.TestReport) -> None:
        said = report.longreprtext.strip().splitlines() or ["no reason was given"]
        self._show(Verdict.NOT_JUDGED, report.nodeid.rpartition("::")[2], said[-1])

    def _show(self, verdict: Verdict, line: str, reason: str = "") -> None:
        mark = MARKS[verdict]
        self.counts[mark.word] += 1
        self.console.print(Text.assemble((f"{mark.sign} ", mark.style), line))
        print_indented(self.console, reason, "  ", style=mark.style.removeprefix("bold "))

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Keep why the run was ended early."""
        if isinstance(excinfo.value, pytest.exit.Exception):
            self.last_words = str(excinfo.value)
        else:
            self.is_interrupted = True

    def pytest_internalerror(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Keep what failed in the harness itself, or in a plugin."""
        self.last_words = sentence_of(excinfo.value)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self) -> Generator[None, None, None]:
        """Show that the reports are being made."""
        self._doing = "Making the reports"
        self._show_judged()
        self._following = None
        yield

    def _under_way(self) -> Group:
        going = self._following.under_way() if self._following else []
        lines = [
            Text.assemble(f"{visit.label}", (f": {visit.doing}" if visit.doing else "", "dim"))
            for visit in going
        ]
        lines = lines or [Text(self._doing)]
        done = sum(self.counts.values())
        counted = [f"{number} {word}" for word, number in self.counts.items()]
        told = [f"{done} of {self._planned}", *counted] if self._planned else []
        told.append(seconds(self.duration_ms))
        return Group(
            *(Spinner("dots", line, style="cyan") for line in lines), Text("  " + " · ".join(told), "dim")
        )
