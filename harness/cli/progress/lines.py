"""A judged visit in, its line on the terminal out, in the customer's words."""

from dataclasses import dataclass

from rich.text import Text

from harness.judge import Judgement, Verdict
from harness.record import VisitRecord

LABEL_WIDTH = 66  # with sign and seconds it fits 80 columns


@dataclass(frozen=True)
class Mark:
    """What a verdict looks like at the start of a line, and what it is called in a count."""

    sign: str
    style: str
    word: str


MARKS = {
    Verdict.FINE: Mark("✓", "green", "fine"),
    Verdict.BROKEN: Mark("✗", "bold red", "broken"),
    Verdict.SITE_DOWN: Mark("✗", "bold red", "site down"),
    Verdict.OVER_BUDGET: Mark("~", "yellow", "slow"),
    Verdict.ANNOYING: Mark("~", "yellow", "annoying"),
    Verdict.STOPPED_ON_PURPOSE: Mark("–", "blue", "stopped on purpose"),  # noqa: RUF001 -- a dash that is seen
    Verdict.OUTDATED: Mark("!", "magenta", "out of date"),
    Verdict.FAULTY_FILE: Mark("!", "magenta", "faulty file"),
    Verdict.NOT_JUDGED: Mark("?", "cyan", "not judged"),
    Verdict.BLOCKED: Mark("?", "cyan", "blocked as a robot"),
}


def label_of(visit: VisitRecord) -> str:
    """Return how a visit is called: `Apply a promo code · SAVE10, 10% · first-time-phone`."""
    row = ", ".join(visit.row.values())
    return " · ".join(word for word in (visit.journey.title, row, visit.persona.id) if word)


def seconds(duration_ms: float) -> str:
    """Return a duration for a narrow column: `1.2 s`, `2 min 5 s`."""
    if duration_ms < 60_000:  # noqa: PLR2004 -- a minute
        return f"{duration_ms / 1000:.1f} s"
    minutes, rest = divmod(round(duration_ms / 1000), 60)
    return f"{minutes} min {rest} s"


def line_of(visit: VisitRecord, judgement: Judgement) -> Text:
    """Return the line of a visit that has ended."""
    mark = MARKS[judgement.verdict]
    label = f"{label_of(visit):<{LABEL_WIDTH}}"
    reason = _reason(visit, judgement)
    return Text.assemble(
        (f"{mark.sign} ", mark.style),
        label,
        (f"  {seconds(visit.duration_ms):>7}", "dim"),
        (f"\n  {reason}" if reason else "", mark.style.removeprefix("bold ")),
    )


def _reason(visit: VisitRecord, judgement: Judgement) -> str:
    if judgement.verdict is Verdict.FINE:
        return ""
    stopped = visit.failed_step()
    if judgement.verdict is Verdict.BROKEN and stopped:
        detail = next((f.detail for f in judgement.findings if f.verdict is Verdict.BROKEN), "")
        return f'stopped at "{stopped.name}". {detail}'.rstrip()
    return judgement.headline
