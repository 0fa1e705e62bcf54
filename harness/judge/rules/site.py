"""The site as a whole: nothing of it was ever seen, or it says that it is closed."""

import re

from harness.judge.failure import SERVER_ERROR, Failure
from harness.judge.ruling import Ruling, down
from harness.judge.signs.page_words import says_closed
from harness.judge.words import capital, ended, joined, quoted, what_the_page_said
from harness.words import entry, phrase

_MISSED = frozenset({"not found", "check failed"})
_PART = re.compile(
    r"search|checkout|basket|cart|account|payment|log.?in|sign.?in|order|product", re.IGNORECASE
)
"""A page that names a part of the shop speaks of that part only."""
_NO_SUCH_ADDRESS = "the address could not be found"
_BRING_BACK = entry("Bring the site back: no customer can do anything at all.")


def closed(failure: Failure) -> Ruling | None:
    """The site says that it is closed, with or without the status that goes with it."""
    health = failure.health
    said = next(filter(says_closed, (health.heading, health.title)), None)
    if said is None or _PART.search(said) or failure.something_was_seen:
        return None
    if failure.status < SERVER_ERROR and not (failure.little and failure.trouble.kind in _MISSED):
        return None
    sure = failure.first_page and failure.status >= SERVER_ERROR
    return down(
        "maintenance",
        phrase("{site} is closed: customers see no shop at all.", site=failure.visit.site),
        ended(phrase("The site says: {said}", said=quoted(said))),
        phrase("Open the site again. If it was closed on purpose, do not send the shopper at that time."),
        "certain" if sure else "likely",
    )


def never_reached(failure: Failure) -> Ruling | None:
    """Nothing of the site was ever seen: no page, or nothing but errors of its servers."""
    kind = failure.trouble.kind
    circles = "circles" in failure.trouble.message  # the site is there, only this page is not
    unreachable = kind in {"unreachable", "no answer"} and not failure.status and not circles
    if not failure.first_page or not (unreachable or failure.status >= SERVER_ERROR):
        return None
    first = phrase("The very first page did not come.")
    if unreachable:
        told = joined(first, f"{capital(failure.trouble.message)}.", what_the_page_said(failure.trouble))
        unknown = failure.trouble.message == _NO_SUCH_ADDRESS
        action = joined(
            phrase(_BRING_BACK), phrase("If its address is wrong, mend it in site.yaml.") if unknown else ""
        )
        sentence = phrase("{site} is down: customers see no shop at all.", site=failure.visit.site)
        return down("unreachable", sentence, told, action, "likely" if unknown else "certain")
    told = joined(first, phrase("The site answered with an error page."), what_the_page_said(failure.trouble))
    return down(
        "error page",
        phrase(
            "{site} seems to be down: the first page that customers open is an error page.",
            site=failure.visit.site,
        ),
        told,
        phrase(_BRING_BACK),
        "likely",
    )
