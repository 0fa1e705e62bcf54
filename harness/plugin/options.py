"""The command line's own options in, a run's settings out."""

import argparse
import os
import sys
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.compile.choosing import SAID_BY, Choice
from harness.language.known.commitments import COMMITMENTS, includes
from harness.language.known.devices import DEVICES
from harness.language.known.evidence import WORDS, WantedEvidence

if TYPE_CHECKING:
    from harness.compile.visits import PlannedVisit
    from harness.language.model import Journey

UNKNOWN = pytest.StashKey[str | None]()
"""What is wrong with a word that was asked for; refused only later, as pytest goes on when told so here."""

SITE_VARIABLE = "HARNESS_SITE"
ALWAYS_GRANTED = frozenset({"nothing", "cart"})
"""A guest basket in a fresh browser leaves no debt."""


def add_notify_options(group: pytest.OptionGroup) -> None:
    """Add the options that tell others of a run."""
    group.addoption(
        "--notify",
        action="store_true",
        default=False,
        help='tell of the run by the channels that the site file names below "notify:"',
    )
    group.addoption(
        "--notify-to",
        action="append",
        default=[],
        metavar="NAME",
        help="tell of the run by this channel only; may be given more than once",
    )


def add_options(parser: pytest.Parser) -> None:
    """Add the options of a run to pytest's own."""
    group = parser.getgroup("mystery shopper", "walking journeys")
    for kind in SAID_BY:
        group.addoption(
            f"--{kind}",
            action="append",
            default=[],
            metavar="NAME",
            help=f"walk only what has this {kind}; may be given more than once",
        )
    group.addoption(
        "--site",
        metavar="NAME",
        default=None,
        help=f"which of the sites of site.yaml to visit (default: what ${SITE_VARIABLE} says, else the one"
        " that the file says)",
    )
    group.addoption(
        "--allow",
        action="append",
        default=[],
        choices=[level for level in COMMITMENTS if level not in ALWAYS_GRANTED] + ["nothing"],
        help="let this run commit up to this level on the live site: message, account, order or return."
        " May be given more than once. Without it a journey stops before the control that commits."
        " The embedded shop allows everything unless `--allow nothing` is given.",
    )
    group.addoption(
        "--schedule",
        metavar="NAME",
        default="",
        help='let this run commit what the site file grants to this schedule, below "safety: allow:"',
    )
    group.addoption(
        "--ledger",
        metavar="PLACE",
        default="",
        help="where it is written down what commits: a file, or postgresql://... (default: $HARNESS_LEDGER,"
        " else ledger.sqlite in the reports folder)",
    )
    group.addoption(
        "--history",
        metavar="PLACE",
        default="",
        help="where runs are kept for good, to tell what is new: a file, or postgresql://... (default:"
        " $HARNESS_HISTORY, else history.sqlite in the reports folder)",
    )
    group.addoption(
        "--reports",
        metavar="DIR",
        default=None,
        help="where runs are written (default: reports/ in pytest's root folder)",
    )
    group.addoption(
        "--report",
        choices=["full", "page", "none"],
        default="page",
        help="what to make at the end: full (with the Allure page), page (only the page for customer"
        " experience, the default), none",
    )
    group.addoption(
        "--defect",
        action="append",
        default=[],
        metavar="NAME",
        help="switch a defect of the embedded shop on, where `site: demo` is visited; may be repeated",
    )
    group.addoption(
        "--evidence",
        action="append",
        default=[],
        metavar="LEVEL",
        type=_evidence_word,
        help="what visits leave behind: full (pictures of every step, the default), lean (pictures only where"
        " something failed) or none; or one kind more: har, video, trace. May be given more than once, and"
        " stands above what journeys ask for. With none, nothing is walked again for its evidence.",
    )
    group.addoption(
        "--control-address",
        metavar="URL",
        default="",
        help="asked when the site's host cannot be reached: if this address does not answer either, it is the"
        " network of this machine, and the site is not blamed",
    )
    group.addoption(
        "--fail-on",
        choices=["slow", "gate"],
        default=None,
        help="also end with 1: slow, when a page or step was over its limit in 3 of the last 5 visits; gate,"
        " when Allure's quality gate is not passed",
    )
    add_notify_options(group)


def site_asked(config: pytest.Config) -> str:
    """Return the name of the site to visit; empty for the default one."""
    asked: str | None = config.getoption("--site")
    return os.environ.get(SITE_VARIABLE, "") if asked is None else asked


def choice_of(config: pytest.Config) -> Choice:
    """Return what the operator chose among journeys by what they say of themselves."""
    return Choice.of(**{kind: config.getoption(f"--{kind}") for kind in SAID_BY})


def wanted_evidence(config: pytest.Config, journey: "Journey") -> WantedEvidence:
    """Return what a visit of this journey leaves behind: the operator's word stands above the author's."""
    return WantedEvidence.of(config.getoption("--evidence") or journey.evidence)


def _evidence_word(text: str) -> str:
    if text in WORDS:
        return text
    raise argparse.ArgumentTypeError(f'unknown evidence "{text}". Known: {", ".join(WORDS)}.')


def refuse_contradictions(config: pytest.Config) -> None:
    """Refuse options of other plugins that a run of journeys would otherwise quietly not obey.

    Raises:
        pytest.UsageError: What is wrong and what to do instead.
    """
    if len(config.getoption("--browser") or ()) > 1:
        raise pytest.UsageError("journeys are walked in one browser at a time: give --browser once a run.")
    control = config.getoption("--control-address")
    if control and not control.startswith(("http://", "https://")):
        raise pytest.UsageError(f'--control-address: "{control}" is no address. Begin with https://')
    device = config.getoption("--device")
    if device and device not in DEVICES:
        near = get_close_matches(device, DEVICES, n=1)
        raise pytest.UsageError(
            f'--device: unknown device "{device}".' + (f' Did you mean "{near[0]}"?' if near else "")
        )


def wants_window_in_vain(config: pytest.Config) -> bool:
    """Say whether a window is wanted where no screen can show one."""
    return bool(config.getoption("--headed")) and not has_screen()


def has_screen() -> bool:
    """Say whether a window can be shown here; macOS and Windows always have a screen."""
    return sys.platform in {"darwin", "win32"} or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def on_chosen_device(visit: "PlannedVisit", config: pytest.Config) -> "PlannedVisit":
    """Return the visit with the device the operator wants for all; the record then says so."""
    device = config.getoption("--device")
    return replace(visit, persona=replace(visit.persona, device=device)) if device else visit


def granted_levels(allowed: list[str], *, embedded: bool) -> frozenset[str]:
    """Return every level this run may commit to.

    Args:
        allowed: What the operator allowed.
        embedded: Whether the site is the embedded shop, which allows everything by itself.
    """
    if embedded and not allowed:
        return frozenset(COMMITMENTS)
    reached = {level for level in COMMITMENTS for grant in allowed if includes(grant, level)}
    return ALWAYS_GRANTED | reached


def reports_folder(config: pytest.Config) -> Path:
    """Return where runs are written."""
    chosen = config.getoption("--reports")
    return Path(chosen).absolute() if chosen else config.rootpath / "reports"
