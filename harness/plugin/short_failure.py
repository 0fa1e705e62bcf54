"""A visit that failed in, what the terminal shows of it out: the line of the YAML, and whose turn it is."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.plugin.walking import JUDGED, SHOPPER, JourneyFailed
from harness.shopper.trouble.stopping import JourneyStopped

if TYPE_CHECKING:
    from _pytest._code.code import (  # what `getrepr` returns; they have no public names
        ExceptionChainRepr,
        ReprExceptionInfo,
    )

    from harness.judge import Judgement
    from harness.record import VisitRecord
    from harness.shopper import Shopper

LONG = frozenset({"long", "native"})
"""The values of `--tb` that ask for every frame; with any other one the failure is told in short."""

SURE = {"certain": "", "likely": " (likely)", "unsure": " (not sure: look at the picture)"}

LINES_BEFORE, LINES_AFTER = 3, 1


def show_failure(item: pytest.Item, call: pytest.CallInfo[None], report: pytest.TestReport) -> None:
    """Tell in a test's report what its failed visit means, and take every secret out of the report."""
    shopper = item.stash.get(SHOPPER, None)
    if shopper is None:
        return
    judged = item.stash.get(JUDGED, None)
    if judged and call.excinfo and isinstance(call.excinfo.value, JourneyStopped | JourneyFailed):
        if item.config.option.tbstyle in LONG:
            report.sections.append(("What customers meet", told(*judged)))
        else:
            report.longrepr = _short(call.excinfo, *judged, base=shopper.visit.base)
            if item.config.option.tbstyle == "line":  # pytest itself prints place and headline
                report.longrepr.reprtraceback.reprentries = ()
    _scrub(report, shopper)


def _short(
    error: pytest.ExceptionInfo[BaseException], visit: "VisitRecord", judgement: "Judgement", *, base: Path
) -> "ReprExceptionInfo | ExceptionChainRepr":
    file, line = _place(visit, judgement)
    text = told(visit, judgement, lines=_lines_around(base / file, line))
    shown_as = pytest.ExceptionInfo.from_exception(AssertionError(text).with_traceback(error.tb))
    shown = shown_as.getrepr(style="value", chain=False)
    if shown.reprcrash:  # what `--tb=line` and the last lines of pytest show
        shown.reprcrash.path, shown.reprcrash.lineno = file, line
        shown.reprcrash.message = judgement.headline
    return shown


def told_at_its_lines(visit: "VisitRecord", judgement: "Judgement", base: Path) -> str:
    """Tell a failure that is still on the screen: with its lines of the YAML, and not how to see it again."""
    file, line = _place(visit, judgement)
    return told(visit, judgement, lines=_lines_around(base / file, line), is_gone=False)


def told(
    visit: "VisitRecord", judgement: "Judgement", lines: Iterable[str] = (), *, is_gone: bool = True
) -> str:
    """Tell a failure in three blocks: what customers meet, where in the YAML, whose turn it is."""
    from harness.reports.allure.trace import replay_command  # noqa: PLC0415 -- a run that goes well needs none

    leading = judgement.findings[0]
    step = visit.failed_step()
    near = step.trouble.near if step and step.trouble else ()
    file, line = _place(visit, judgement)
    blocks = [
        (leading.sentence, leading.detail),
        (f"{file}:{line}:" + (f' at "{step.name}"' if step else ""), *lines),
        (
            f"On the page: {', '.join(near)}" if near else "",
            f"Whose turn: {leading.party}{SURE[leading.confidence]}. {leading.action}",
            f"To see it again: {replay_command(visit)}" if is_gone else "",
        ),
    ]
    return "\n\n".join("\n".join(filter(None, block)) for block in blocks)


def _lines_around(path: Path, number: int) -> Iterator[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):  # moved since: the place still says where it was
        return
    first, last = max(1, number - LINES_BEFORE), min(len(lines), number + LINES_AFTER)
    for shown in range(first, last + 1):
        yield f"  {'>' if shown == number else ' '} {shown:>3} | {lines[shown - 1]}".rstrip()


def _place(visit: "VisitRecord", judgement: "Judgement") -> tuple[str, int]:
    file, _, line = judgement.findings[0].place.rpartition(":")
    return (file, int(line)) if file else (visit.journey.place.file, visit.journey.place.line)


def _scrub(report: pytest.TestReport, shopper: "Shopper") -> None:
    """Mask secrets: pytest's own traceback shows the arguments of functions, and what was printed."""
    scrub, shown = shopper.scrubber.text, report.longreprtext
    if isinstance(report.longrepr, tuple):  # a skipped test: file, line, reason
        file, line, reason = report.longrepr
        report.longrepr = (file, line, scrub(reason))
    elif scrub(shown) != shown:
        report.longrepr = scrub(shown)
    report.sections = [(name, scrub(text)) for name, text in report.sections]
