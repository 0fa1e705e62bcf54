"""The machine, its browser and the shopper herself: what no site and no journey can help."""

from harness.judge.failure import Failure
from harness.judge.letters import log_of
from harness.judge.ruling import Ruling
from harness.judge.verdicts import Verdict
from harness.judge.words import capital, ended
from harness.words import entry, phrase

REASONS = {
    "harness fault": (
        entry("the shopper herself has a defect"),
        entry("The shopper stumbled over a defect of her own; the site may be fine."),
        entry("Report it with the log in the report for testers: it is our own defect."),
    ),
    "browser lost": (
        entry("the browser was lost"),
        entry("The browser ended in the middle of the walk."),
        entry("Run it again; if the browser keeps dying, look at the memory of the machine."),
    ),
    "no network": (
        entry("this machine has no network"),
        entry("The machine that runs the shopper reaches nothing at all."),
        entry("Connect the machine that runs the shopper to the network."),
    ),
    "no room": (
        entry("this machine is full"),
        entry("The disk or the memory of the machine that runs the shopper is full."),
        entry("Make room on the machine that runs the shopper, then run it again."),
    ),
    "no ledger": (entry("the ledger could not be written"), "", ""),
    "missing value": (entry("a value was not provided"), "", ""),
}


def stopped_ourselves(failure: Failure) -> Ruling | None:
    """The shopper was stopped by what the operator looks after."""
    kind = failure.trouble.kind
    if kind not in REASONS:
        return None
    why, detail, action = map(phrase, REASONS[kind])
    message = ended(capital(failure.trouble.message))
    return Ruling(
        Verdict.NOT_JUDGED,
        "not judged",
        kind,
        detail=detail or message,
        action=action or message,
        sentence=phrase('"{title}" could not be judged: {why}.', title=failure.visit.journey.title, why=why),
        letter=log_of(failure) if kind == "harness fault" else "",
    )
