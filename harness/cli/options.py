"""The options that commands share, each with its help; and those of a walk as pytest takes them."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from harness.cli.trouble import AskedError
from harness.compile.choosing import Choice
from harness.demo.defects import DEFECTS
from harness.language.known.commitments import COMMITTING
from harness.language.known.evidence import WORDS

SITE_VARIABLE = "HARNESS_SITE"
LEVELS = ("nothing", *COMMITTING)


class Report(StrEnum):
    """Which reports are made at the end."""

    FULL = "full"
    PAGE = "page"
    NONE = "none"


class Engine(StrEnum):
    """The browsers that a visit can be made with."""

    CHROMIUM = "chromium"
    FIREFOX = "firefox"
    WEBKIT = "webkit"


class FailOn(StrEnum):
    """What else makes a run end with 1."""

    SLOW = "slow"
    GATE = "gate"


def known(name: str, names: tuple[str, ...], what: str) -> str:
    """Return a name that is in the list.

    Raises:
        AskedError: It is not; the message has the nearest one, or all.
    """
    if name in names:
        return name
    near = get_close_matches(name, names, n=1)
    hint = f'Did you mean "{near[0]}"?' if near else f"Known: {', '.join(names)}."
    raise AskedError(f'unknown {what} "{name}". {hint}')


def _levels(names: list[str]) -> list[str]:
    return [known(name, LEVELS, "level") for name in names]


def _evidence(words: list[str]) -> list[str]:
    return [known(word, WORDS, "evidence") for word in words]


def _defects(names: list[str]) -> list[str]:
    return [known(name, tuple(DEFECTS), "defect") for name in names]


Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATHS", help="Folders or files. Default: ./journeys or the nearest one above."),
]
SiteName = Annotated[
    str,
    typer.Option(
        "--site",
        metavar="NAME",
        envvar=SITE_VARIABLE,
        help="Which of the sites of site.yaml to visit. Default: the file's default site.",
    ),
]
Allow = Annotated[
    list[str],
    typer.Option(
        metavar="LEVEL",
        callback=_levels,
        help="Let this run commit on the live site up to: message, account, order or return. May be repeated."
        " Without it a journey stops before the click that commits. The embedded shop allows everything"
        " unless you say --allow nothing.",
    ),
]
Defect = Annotated[
    list[str],
    typer.Option(
        metavar="NAME",
        callback=_defects,
        help="Switch a defect of the embedded shop on. May be repeated.",
    ),
]
Evidence = Annotated[
    list[str],
    typer.Option(
        metavar="LEVEL",
        callback=_evidence,
        help="What visits leave behind: full (pictures of every step, the default), lean (only where it"
        " failed), none; or one kind more: har, video, trace. May be repeated. With none, nothing is walked"
        " once more for its evidence.",
    ),
]
ProvenDefect = Annotated[
    list[str],
    typer.Option(
        "--defect", metavar="NAME", callback=_defects, help="Prove only this defect. May be repeated."
    ),
]
Headed = Annotated[bool, typer.Option("--headed", help="Show the browser's window.")]
SlowMotion = Annotated[
    int,
    typer.Option(
        "--slowmo",
        metavar="MS",
        min=0,
        show_default=False,
        help="Wait so many milliseconds after each action.",
    ),
]
ControlAddress = Annotated[
    str,
    typer.Option(
        "--control-address",
        metavar="URL",
        help="Asked when the site cannot be reached: if it does not answer either, the network is at fault.",
    ),
]
BrowserName = Annotated[
    Engine, typer.Option("--browser", metavar="NAME", help="Walk with chromium, firefox or webkit.")
]
Device = Annotated[
    str,
    typer.Option(metavar="NAME", help='Walk on this device instead of the persona\'s, such as "iPhone 15".'),
]
Workers = Annotated[
    str,
    typer.Option("--workers", "-n", metavar="N", help='Walk so many visits at once; "auto" is one a core.'),
]
Schedule = Annotated[
    str,
    typer.Option(
        "--schedule",
        metavar="NAME",
        help='Allow what the site file grants to this schedule, below "safety: allow:".',
    ),
]
LedgerPlace = Annotated[
    str,
    typer.Option(
        "--ledger",
        metavar="PLACE",
        help="Where it is written down what commits: a file, or postgresql://... Default: $HARNESS_LEDGER,"
        " else ledger.sqlite in the reports folder.",
    ),
]
HistoryPlace = Annotated[
    str,
    typer.Option(
        "--history",
        metavar="PLACE",
        help="Where runs are kept for good: a file, or postgresql://... Default: $HARNESS_HISTORY, else"
        " history.sqlite in the reports folder.",
    ),
]
Reports = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Where runs are kept. Default: reports/ beside the journeys."),
]
WhichReports = Annotated[
    Report,
    typer.Option(
        "--report",
        metavar="full|page|none",
        help="What to make at the end: both reports, only the page, none.",
    ),
]
Notify = Annotated[
    bool, typer.Option("--notify", help="Tell of the run by the channels of site.yaml, below notify.")
]
NotifyTo = Annotated[
    list[str],
    typer.Option("--notify-to", metavar="NAME", help="Tell of it by this channel only. May be repeated."),
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON object instead; progress goes to standard error.")
]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Show each failure's lines of YAML, for developers.")
]


@dataclass(frozen=True)
class Walk:
    """What is to be walked and how, as it was asked for on the command line."""

    paths: tuple[str, ...]
    reports: Path
    site: str = ""
    allow: tuple[str, ...] = ()
    schedule: str = ""
    ledger: str = ""
    history: str = ""
    defects: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    report: Report = Report.FULL
    browser: Engine = Engine.CHROMIUM
    headed: bool = False
    slowmo_ms: int = 0
    device: str = ""
    workers: str = ""
    as_json: bool = False
    verbose: bool = False
    choice: Choice = field(default_factory=Choice)
    selection: tuple[str, ...] = ()
    rest: tuple[str, ...] = field(default=())

    def pytest_arguments(self) -> list[str]:
        """Return pytest's own words for it."""
        arguments = [f"--reports={self.reports}", f"--report={self.report}", f"--site={self.site}"]
        arguments += [f"--allow={level}" for level in self.allow]
        arguments += [f"--schedule={self.schedule}"] if self.schedule else []
        arguments += [f"--ledger={self.ledger}"] if self.ledger else []
        arguments += [f"--history={self.history}"] if self.history else []
        arguments += [f"--defect={name}" for name in self.defects]
        arguments += [f"--evidence={word}" for word in self.evidence]
        arguments += [f"--browser={self.browser}"] if self.browser is not Engine.CHROMIUM else []
        arguments += ["--headed"] if self.headed else []
        arguments += [f"--slowmo={self.slowmo_ms}"] if self.slowmo_ms else []
        arguments += [f"--device={self.device}"] if self.device else []
        arguments += [f"--numprocesses={self.workers}"] if self.workers else []
        return [*arguments, *self.choice.arguments(), *self.selection, *self.rest, *self.paths]


def with_commands_below() -> typer.Typer:
    """Return a command that does something by itself, and has commands of its own below it."""
    return typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
        invoke_without_command=True,
    )
