"""A finding in, what helps with it out: what to do first, and how one will know that it is done."""

from dataclasses import dataclass

from harness.judge import Finding, FindingKind
from harness.reports.cx.words.speech import human_time, sentence

FIRST: dict[FindingKind, str] = {
    "broken step": "Do the same by hand on the live site, with the picture beside you, and mend it.",
    "site down": "Bring the site back.",
    "slow step": "Take the slowest page of this step and look what it waits for.",
    "slow page": "Take this page and look what it waits for.",
    "slow journey": "Take the slowest step of the journey and look what it waits for.",
    "annoyance": "Take away what is in the way.",
    "missing nicety": "Decide whether customers should see it here.",
    "journey out of date": "Bring the journey's file up to date.",
    "blocked": "Let the shopper in.",
    "not judged": "Walk it again.",
}
"""What to do first where the judge knows nothing better."""

DONE: dict[FindingKind, str] = {
    "broken step": "a shopper gets past {step} and sees what was promised",
    "site down": "the first page opens again",
    "slow step": "{step} takes no more than {limit}",
    "slow page": "the page at {step} keeps within {limit}",
    "slow journey": "the whole journey takes no more than {limit}",
    "annoyance": "shoppers come through without meeting it",
    "missing nicety": "shoppers see it at {step}",
    "journey out of date": "the walk comes to its end again",
    "blocked": "the shopper is let in",
    "not judged": "the walk comes to an end that can be judged",
}
"""How one will know, as it stands after "Done when"."""

CAUSES: dict[str, str] = {
    "error page": "Look up this minute in the errors of the site's servers: the picture has the time.",
    "server error": "Look up this minute in the errors of the site's servers.",
    "script error": "Hand it to those who program this page: its own program stopped.",
    "dead click": "Press the same button by hand, by mouse and by finger, and mend what should follow.",
    "no answer": "Look why the site's servers take so long at this step.",
    "sold out": "Bring the article back, or choose another one for the journey.",
    "other service": "Ask the service that did not answer, and let the page work without it.",
    "covered": "Move or remove what lies over it, on the same kind of screen.",
    "hidden": "Make it visible on the same kind of screen.",
}
"""The same for a cause that is known: it stands before what holds for all of a kind."""

VAGUE = ("Find out", "Look at the pictures")
"""How advice begins that needs to be followed by something to do."""


@dataclass(frozen=True)
class Advice:
    """What is to be done, and how one will know that it is."""

    what: str
    done_when: str


def advice_for(finding: Finding, step_name: str) -> Advice:
    """Return what to do about a finding.

    Args:
        finding: What the judge says; its own advice leads.
        step_name: The step where it was met, empty where there is none.
    """
    step = f'"{step_name}"' if step_name else "this place"
    limit = human_time(finding.limit_ms) if finding.limit_ms else "its limit"
    done = DONE.get(finding.kind, "").format(step=step, limit=limit)
    return Advice(
        what=_what(finding),
        done_when=sentence(done) if done else "",
    )


def _what(finding: Finding) -> str:
    """Lead with the judge's advice; where it only says to find out, say how."""
    said = sentence(finding.action)
    if said and not said.startswith(VAGUE):
        return said
    return " ".join(filter(None, [said, _by_cause(finding) or FIRST.get(finding.kind, "")]))


def _by_cause(finding: Finding) -> str:
    cause = finding.fingerprint.rpartition("|")[2]
    return next((text for begin, text in CAUSES.items() if cause.startswith(begin)), "")
