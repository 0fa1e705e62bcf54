"""A finding in, what helps with it out: what to do first, and how one will know that it is done."""

from dataclasses import dataclass

from harness.judge import Finding, FindingKind
from harness.reports.cx.words.speech import human_time, sentence
from harness.words import entry, phrase

FIRST: dict[FindingKind, str] = {
    "broken step": entry("Do the same by hand on the live site, with the picture beside you, and mend it."),
    "site down": entry("Bring the site back."),
    "slow step": entry("Take the slowest page of this step and look what it waits for."),
    "slow page": entry("Take this page and look what it waits for."),
    "slow journey": entry("Take the slowest step of the journey and look what it waits for."),
    "annoyance": entry("Take away what is in the way."),
    "missing nicety": entry("Decide whether customers should see it here."),
    "journey out of date": entry("Bring the journey's file up to date."),
    "blocked": entry("Let the shopper in."),
    "not judged": entry("Walk it again."),
}
"""What to do first where the judge knows nothing better."""

DONE: dict[FindingKind, str] = {
    "broken step": entry("a shopper gets past {step} and sees what was promised"),
    "site down": entry("the first page opens again"),
    "slow step": entry("{step} takes no more than {limit}"),
    "slow page": entry("the page at {step} keeps within {limit}"),
    "slow journey": entry("the whole journey takes no more than {limit}"),
    "annoyance": entry("shoppers come through without meeting it"),
    "missing nicety": entry("shoppers see it at {step}"),
    "journey out of date": entry("the walk comes to its end again"),
    "blocked": entry("the shopper is let in"),
    "not judged": entry("the walk comes to an end that can be judged"),
}
"""How one will know, as it stands after "Done when"."""

CAUSES: dict[str, str] = {
    "error page": entry("Look up this minute in the errors of the site's servers: the picture has the time."),
    "server error": entry("Look up this minute in the errors of the site's servers."),
    "script error": entry("Hand it to those who program this page: its own program stopped."),
    "dead click": entry(
        "Press the same button by hand, by mouse and by finger, and mend what should follow."
    ),
    "no answer": entry("Look why the site's servers take so long at this step."),
    "sold out": entry("Bring the article back, or choose another one for the journey."),
    "other service": entry("Ask the service that did not answer, and let the page work without it."),
    "covered": entry("Move or remove what lies over it, on the same kind of screen."),
    "hidden": entry("Make it visible on the same kind of screen."),
}
"""The same for a cause that is known: it stands before what holds for all of a kind."""

VAGUE = entry("Find out"), entry("Look at the pictures")
"""How advice begins that needs to be followed by something to do: in each language in the same words."""


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
    step = f'"{step_name}"' if step_name else phrase("this place")
    limit = human_time(finding.limit_ms) if finding.limit_ms else phrase("its limit")
    done = phrase(DONE.get(finding.kind, ""), step=step, limit=limit)
    return Advice(
        what=_what(finding),
        done_when=sentence(done) if done else "",
    )


def _what(finding: Finding) -> str:
    """Lead with the judge's advice; where it only says to find out, say how."""
    said = sentence(finding.action)
    if said and not said.startswith(tuple(map(phrase, VAGUE))):
        return said
    return " ".join(filter(None, [said, phrase(_by_cause(finding) or FIRST.get(finding.kind, ""))]))


def _by_cause(finding: Finding) -> str:
    cause = finding.fingerprint.rpartition("|")[2]
    return next((text for begin, text in CAUSES.items() if cause.startswith(begin)), "")
