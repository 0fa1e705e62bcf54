"""The page is healthy and the journey does not fit it: the author's."""

import re

from harness.judge.failure import CLIENT_ERROR, Failure
from harness.judge.ruling import Ruling, outdated
from harness.judge.words import capital, ended, joined, line_of, listed, name_of, quoted
from harness.words import phrase

_NEEDED = re.compile(
    r"(?:static|cdn|assets?|media|api|www|shop|checkout|secure|account|pay)\d*[.-]", re.IGNORECASE
)
"""How hosts begin that pages cannot do without; those that only count visitors are called otherwise."""
_SAID_NO = re.compile(r"and the customer (?:said no|wrote nothing)$")
_NEARLY_NOTHING = 40
_MISSED = frozenset({"not found", "check failed"})


def journey_fault(failure: Failure) -> Ruling | None:
    """The journey asks for what does not exist."""
    if failure.trouble.kind != "journey fault":
        return None
    detail = ended(capital(failure.trouble.message))
    return outdated(failure, "fault", detail, phrase("Mend {line}.", line=line_of(failure.trouble)))


def foreign_host(failure: Failure) -> Ruling | None:
    """The journey leads away from the site."""
    if failure.trouble.kind != "foreign host":
        return None
    if "private network" in failure.trouble.message:
        return outdated(
            failure,
            "private network",
            ended(capital(failure.trouble.message)),
            phrase(
                "Ask whoever looks after the names (DNS) of the shop. If it is tried out in a network of your"
                " own, give its address there in site.yaml."
            ),
        )
    return outdated(
        failure,
        "foreign host",
        phrase("The journey leads to {host}, which is not a host of this site.", host=failure.trouble.target),
        phrase('If it belongs to the site, list its host in site.yaml under "hosts:".'),
    )


def several(failure: Failure) -> Ruling | None:
    """Several things answer to one name."""
    if failure.trouble.kind != "ambiguous":
        return None
    matches = "; ".join(failure.trouble.matches)
    return outdated(
        failure,
        "ambiguous",
        phrase(
            "The page has several things called {target}: {matches}.",
            target=name_of(failure.trouble),
            matches=matches,
        ),
        phrase(
            'Say which one in {line}: with `in`, such as in row "...", or with 2nd.',
            line=line_of(failure.trouble),
        ),
    )


def kept_away(failure: Failure) -> Ruling | None:
    """The page lacks what our own site file keeps it from: not a defect that customers meet."""
    trouble, hosts = failure.trouble, failure.refused_hosts
    if trouble.kind not in _MISSED or trouble.seen is not None or trouble.twin or not hosts:
        return None
    own = tuple(host for host in hosts if failure.is_own(f"https://{host}/") and _NEEDED.match(host))
    bare = trouble.health is not None and len(failure.health.text) < _NEARLY_NOTHING
    program = failure.errors_of_ours and not failure.page_was_opened
    if not (own or bare or program or " in frame " in trouble.target):
        return None
    named = listed((own or hosts)[:4])
    return outdated(
        failure,
        "kept away",
        joined(
            phrase("{target} is not there as it should be.", target=name_of(failure.trouble)),
            phrase("The page asked for something from {hosts}, where this shopper does not go.", hosts=named),
        ),
        phrase('If the page needs it, list the host in site.yaml under "hosts:": {hosts}.', hosts=named),
        "likely",
    )


def unanswered_question(failure: Failure) -> Ruling | None:
    """The page asked something in a dialog, and the journey has no answer."""
    asked = next(filter(_SAID_NO.search, failure.health.dialogs), None)
    if asked is None or failure.trouble.kind not in _MISSED:
        return None
    return outdated(
        failure,
        "question",
        phrase("The page asked {question}: the journey has no answer to that.", question=asked),
        phrase("Say in the journey what the customer answers, before {line}.", line=line_of(failure.trouble)),
        "likely",
    )


def renamed(failure: Failure) -> Ruling | None:
    """The page is healthy and something similar stands in its place."""
    trouble = failure.trouble
    target = name_of(trouble)
    others = (name for name in trouble.near if f'"{trouble.target}"' not in name)
    new_name = trouble.twin or next(others, None)
    if trouble.kind != "not found" or not new_name or not _healthy(failure):
        return None
    return outdated(
        failure,
        "renamed",
        phrase("{target} is not on the page any more. In its place: {other}.", target=target, other=new_name),
        phrase(
            "If that is the same thing, change {target} to {other} in {line}.",
            target=target,
            other=new_name,
            line=line_of(trouble),
        ),
        "likely",
    )


def redesigned(failure: Failure) -> Ruling | None:
    """The page is healthy, and most names of the step are gone from it."""
    trouble = failure.trouble
    if trouble.kind != "not found" or not trouble.gone or not _healthy(failure):
        return None
    gone = listed(tuple(quoted(name) for name in trouble.gone))
    return outdated(
        failure,
        "redesigned",
        phrase(
            "The page seems to have been made anew: {gone} are not on it. There are: {there}.",
            gone=gone,
            there=listed(trouble.usable),
        ),
        phrase(
            "Look at the picture. If the page is right, bring the names up to date from {line} on.",
            line=line_of(trouble),
        ),
        "unsure",
    )


def _healthy(failure: Failure) -> bool:
    """Whether nothing on the page speaks for the site being broken."""
    return not (
        failure.status >= CLIENT_ERROR
        or failure.errors_shown
        or failure.said_it_failed
        or failure.health.lost_page
    )
