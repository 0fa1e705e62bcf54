"""A judged run in, `journeys/<journey>--<persona>.html` out: a page for each journey and persona."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from harness.findings.grouping import grouped
from harness.judge import FindingKind
from harness.record import RunRecord
from harness.record.folder import RunFolder
from harness.reports.cx.background import Background
from harness.reports.cx.journey.met import frame_anchor
from harness.reports.cx.journey.page import RunFacts, journey_page
from harness.reports.cx.journey.walked import JOURNEYS, by_page, file_of, walked
from harness.reports.cx.sheets import sheet
from harness.reports.cx.tones import Judged

ACTED_ON: tuple[FindingKind, ...] = (
    *("broken step", "site down", "slow journey", "slow step", "slow page", "annoyance", "missing nicety"),
    *("journey out of date", "blocked", "not judged", "stopped on purpose", "faulty file", "not walked"),
)


def write_journey_pages(
    run: RunFolder, record: RunRecord, judged: Sequence[Judged], background: Background
) -> None:
    """Write the pages of all journeys of a run; pictures of earlier runs that they show are copied into it.

    Args:
        run: The folder of the run.
        record: What it was about.
        judged: Every visit with its judgement.
        background: What is known beside it.

    Raises:
        OSError: The folder cannot be written.
    """
    folder = run.path / JOURNEYS
    folder.mkdir(parents=True, exist_ok=True)
    facts = RunFacts(
        folder=run.path,
        record=record,
        judged=judged,
        background=background,
        files={path.relative_to(run.path).as_posix() for path in run.path.glob("visits/*/*.jpg")},
        groups=grouped(judged, ACTED_ON),
        page_in=_pages_of_other_runs(run.path.parent),
    )
    template = sheet("journey.html.j2")
    for key, pairs in by_page(judged).items():
        of = [walked(pair, background.story, run.path / "visits") for pair in pairs]
        page = journey_page(of, facts, file_of(key))
        text = template.render(page=page, frame_anchor=frame_anchor)
        _write(folder / file_of(key), text)


def _pages_of_other_runs(runs: Path) -> Callable[[str, str], str]:
    @cache
    def files(run_id: str) -> frozenset[str]:
        folder = runs / run_id
        pages = {f"{JOURNEYS}/{path.name}" for path in (folder / JOURNEYS).glob("*.html")}
        return frozenset(pages | ({"index.html"} if (folder / "index.html").is_file() else set()))

    def page_in(run_id: str, file: str) -> str:
        there = files(run_id)
        own = f"{JOURNEYS}/{file}"
        found = own if own in there else "index.html" if "index.html" in there else ""
        return f"../../{run_id}/{found}" if found else ""

    return page_in


def _write(file: Path, text: str) -> None:
    draft = file.with_suffix(".part")
    draft.write_text(text, encoding="utf-8")
    draft.replace(file)
