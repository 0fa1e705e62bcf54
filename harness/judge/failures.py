"""A step that failed in, whose turn it is and the words for it out.

Each rule looks at the evidence and either decides or leaves it to the next: the first to decide wins.
"""

from collections.abc import Callable
from typing import Literal

from harness.judge.failure import CLIENT_ERROR, SERVER_ERROR, Failure, Ruling
from harness.judge.model import Finding
from harness.judge.verdicts import Verdict
from harness.judge.words import (
    joined,
    quoted_unless_quoted,
    what_customers_cannot_do,
    what_the_page_said,
    what_was_missed,
)

Rule = Callable[[Failure], Ruling | None]


def judge_failure(failure: Failure) -> Finding:
    """Decide whose turn it is."""
    ruling = next(filter(None, (rule(failure) for rule in RULES)))
    visit, step, trouble = failure.visit, failure.step, failure.trouble
    where = "site" if ruling.kind == "site down" else f"{visit.journey.id}|{step.name}"
    return Finding(
        kind=ruling.kind,
        verdict=ruling.verdict,
        sentence=ruling.sentence or what_customers_cannot_do(visit, step),
        detail=ruling.detail,
        action=ruling.action,
        step=step.index,
        fingerprint=f"{where}|{ruling.kind}|{ruling.cause}",
        confidence=ruling.confidence,
        place=f"{trouble.place.file}:{trouble.place.line}",
    )


def _our_own_fault(failure: Failure) -> Ruling | None:
    if failure.trouble.kind not in {"harness fault", "browser lost", "no network", "missing value"}:
        return None
    remedies = {
        "harness fault": "Report it with the words in the report for testers: it is our own defect.",
        "browser lost": "Run it again; if the browser keeps dying, look at the memory of the machine.",
        "no network": "Connect the machine that runs the shopper to the network.",
        "missing value": failure.trouble.message,
    }
    return Ruling(
        Verdict.NOT_JUDGED,
        "not judged",
        failure.trouble.kind,
        detail=_sentence(failure.trouble.message),
        action=remedies[failure.trouble.kind],
        sentence=f'"{failure.visit.journey.title}" could not be judged: the shopper herself was stopped.',
    )


def _journey_fault(failure: Failure) -> Ruling | None:
    if failure.trouble.kind == "foreign host":
        return _outdated(
            failure,
            "foreign host",
            f"The journey leads to {failure.trouble.target}, which is not a host of this site.",
            'If it belongs to the site, list its host in site.yaml under "hosts:".',
        )
    if failure.trouble.kind != "journey fault":
        return None
    return _outdated(failure, "fault", _sentence(failure.trouble.message), f"Mend {_line(failure)}.")


def _site_down(failure: Failure) -> Ruling | None:
    unreachable = failure.trouble.kind in {"unreachable", "no answer"} and not failure.status
    if not failure.first_page or not (unreachable or failure.status >= SERVER_ERROR):
        return None
    told = joined("The very first page did not come.", what_the_page_said(failure.trouble))
    return Ruling(
        Verdict.SITE_DOWN,
        "site down",
        "unreachable" if unreachable else "error page",
        detail=told if not unreachable else joined(told, f"{_sentence(failure.trouble.message)}."),
        action="Bring the site back: no customer can do anything at all.",
        sentence=f"{failure.visit.site} is down: customers see no shop at all.",
    )


def _site_failed(failure: Failure) -> Ruling | None:
    """Decide on pages that came with an error, or never came."""
    kind = failure.trouble.kind
    if kind in {"unreachable", "no answer", "page crashed"} and failure.status < CLIENT_ERROR:
        waited = "The customer waited and nothing came." if kind == "no answer" else ""
        detail = joined(f"{_sentence(failure.trouble.message)}.", waited)
        return _broken(kind, detail, "Find out why this page never comes to an end.")
    if failure.status >= SERVER_ERROR:
        detail = joined("The site answered with an error page.", what_the_page_said(failure.trouble))
        return _broken("error page", detail, "Look into the errors of the site's servers at this time.")
    if failure.status >= CLIENT_ERROR:
        detail = joined("The page does not exist or may not be seen.", what_the_page_said(failure.trouble))
        return _broken("dead page", detail, "Mend the link that leads here, or bring the page back.")
    return None


def _page_never_came(failure: Failure) -> Ruling | None:
    if not failure.health.lost_page:
        return None
    detail = f"{_sentence(failure.health.lost_page)}."
    return _broken("unreachable", detail, "Find out why this page never comes to an end.")


def _script_failed(failure: Failure) -> Ruling | None:
    if not failure.health.script_errors:
        return None
    detail = joined(
        "Nothing happened after the customer acted: the page's own program stopped with an error.",
        what_was_missed(failure.trouble),
        what_the_page_said(failure.trouble),
    )
    return _broken(
        "script error",
        detail,
        "Mend the error in the page's own program; its words are in the report for testers.",
    )


def _in_the_way(failure: Failure) -> Ruling | None:
    stuck, kind = failure.stuck_popup, failure.trouble.kind
    target = quoted_unless_quoted(failure.trouble.target)
    if kind == "covered" or (stuck and kind in {"no answer", "not found"}):
        what = f'"{stuck}" lies over the page and cannot be closed.' if stuck else "Something lies over it."
        detail = joined(f"{target} cannot be reached.", what)
        return _broken("covered", detail, "Let customers close what lies over the page.")
    if kind in _WHY_NOT:
        how, action = _WHY_NOT[kind]
        detail = joined(f"{target} is there but {how}.", what_the_page_said(failure.trouble))
        return _broken(kind, detail, action.format(line=_line(failure)))
    return None


_WHY_NOT = {
    "disabled": ("cannot be used", "Find out what the page waits for, and tell customers."),
    "hidden": (
        "cannot be seen",
        "Show it to customers. If they open a menu first, add that to the journey before {line}.",
    ),
}


def _ambiguous(failure: Failure) -> Ruling | None:
    if failure.trouble.kind != "ambiguous":
        return None
    listed = "; ".join(failure.trouble.matches)
    return _outdated(
        failure,
        "ambiguous",
        f"The page has several things called {quoted_unless_quoted(failure.trouble.target)}: {listed}.",
        f'Say which one in {_line(failure)}: with `in`, such as in row "...", or with 2nd.',
    )


def _renamed(failure: Failure) -> Ruling | None:
    trouble = failure.trouble
    target = quoted_unless_quoted(trouble.target)
    others = (name for name in trouble.near if f'"{trouble.target}"' not in name)
    new_name = trouble.twin or next(others, None)
    if trouble.kind != "not found" or not new_name or failure.health.visible_errors:
        return None
    return _outdated(
        failure,
        "renamed",
        f"{target} is not on the page any more. In its place: {new_name}.",
        f"If that is the same thing, change {target} to {new_name} in {_line(failure)}.",
        confidence="likely",
    )


def _never_answered(failure: Failure) -> Ruling | None:
    if not failure.health.unanswered:
        return None
    detail = joined(
        "The site was asked and never answered: the customer waits.", what_was_missed(failure.trouble)
    )
    return _broken("no answer", detail, "Find out what the site's servers were busy with at this time.")


def _not_as_promised(failure: Failure) -> Ruling | None:
    stuck = failure.stuck_popup
    popup = f'"{stuck}" lies over the page and cannot be closed.' if stuck else ""
    detail = joined(what_was_missed(failure.trouble), popup, what_the_page_said(failure.trouble))
    missing = failure.trouble.kind == "not found"
    renamed = f" If it only has another name now, change it in {_line(failure)}." if missing else ""
    return Ruling(
        Verdict.BROKEN,
        "broken step",
        f"{failure.trouble.kind}: {failure.trouble.target}",
        detail=detail,
        action=f"Find out why customers do not get what the page should give them here.{renamed}",
        confidence="unsure" if missing else "certain",
    )


RULES: tuple[Rule, ...] = (
    _our_own_fault,
    _journey_fault,
    _site_down,
    _in_the_way,
    _site_failed,
    _page_never_came,
    _ambiguous,
    _script_failed,
    _renamed,
    _never_answered,
    _not_as_promised,
)


def _broken(cause: str, detail: str, action: str) -> Ruling:
    return Ruling(Verdict.BROKEN, "broken step", cause, detail, action)


def _outdated(
    failure: Failure,
    cause: str,
    detail: str,
    action: str,
    confidence: Literal["certain", "likely"] = "certain",
) -> Ruling:
    return Ruling(
        Verdict.OUTDATED,
        "journey out of date",
        cause,
        detail,
        action,
        confidence,
        sentence=f'The journey "{failure.visit.journey.title}" is out of date at "{failure.step.name}".',
    )


def _line(failure: Failure) -> str:
    place = failure.trouble.place
    return f"{place.file}, line {place.line}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
