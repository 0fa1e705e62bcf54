"""A judged visit in, its line on the terminal out, in the customer's words."""

from dataclasses import dataclass

from harness.judge import Finding, Judgement, Party, Verdict
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
    Verdict.SLOW: Mark("~", "yellow", "slow"),
    Verdict.OVER_BUDGET: Mark("~", "yellow", "over its limit"),
    Verdict.ANNOYING: Mark("~", "yellow", "annoying"),
    Verdict.STOPPED_ON_PURPOSE: Mark("–", "blue", "stopped on purpose"),  # noqa: RUF001 -- a dash that is seen
    Verdict.NOT_WALKED: Mark("–", "blue", "not walked"),  # noqa: RUF001 -- the same
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


def line_of(visit: VisitRecord) -> str:
    """Return the line of a visit that has ended, after its sign."""
    return f"{label_of(visit):<{LABEL_WIDTH}}  {seconds(visit.duration_ms):>7}"


def reason_of(visit: VisitRecord, judgement: Judgement) -> str:
    """Return why a visit is not fine, in a sentence or two; empty when it is."""
    if judgement.verdict is Verdict.FINE or not judgement.findings:
        return ""
    stopped, leading = visit.failed_step(), judgement.findings[0]
    if judgement.verdict is Verdict.BROKEN and stopped:
        return f'stopped at "{stopped.name}". {leading.detail}'.rstrip()
    return " ".join(filter(None, (leading.sentence, *_more_for(leading))))


def _more_for(finding: Finding) -> tuple[str, ...]:
    """Return what whoever is at the terminal needs to act: authors their line, operators also the remedy."""
    match finding.party:
        case Party.AUTHOR:
            return (finding.detail,)
        case Party.OPERATOR | Party.OPERATIONS:
            told = finding.action.lower() in finding.detail.lower()
            return (finding.detail,) if told else (finding.detail, finding.action)
        case _:
            return ()
