"""The customer did something, the page is there, and what should follow does not: the company's."""

from harness.judge.failure import Failure
from harness.judge.rules.robots import mentioned_puzzle
from harness.judge.ruling import Confidence, Ruling, broken
from harness.judge.signs.services import called
from harness.judge.words import (
    capital,
    joined,
    line_of,
    name_of,
    quoted,
    what_is_wrong,
    what_the_page_said,
    what_was_missed,
)
from harness.record import Trouble
from harness.words import phrase

_MISSED = frozenset({"not found", "check failed"})


def script_failed(failure: Failure) -> Ruling | None:
    """A program of the site itself stopped when the customer acted."""
    if not failure.script_errors or failure.trouble.kind not in _MISSED or _looks_renamed(failure):
        return None
    detail = joined(
        phrase("The page's own program stopped with an error after the customer acted."),
        _nothing_happened(failure),
        what_was_missed(failure.trouble),
        what_the_page_said(failure.trouble),
    )
    what = phrase("the page's own program stops with an error")
    action = phrase("Mend the error in the page's own program; its words are in the report for testers.")
    return broken("script error", what, detail, action)


def nothing_happened(failure: Failure) -> Ruling | None:
    """What the customer did had no effect whatsoever."""
    deed = failure.health.dead_click
    if not deed or failure.trouble.kind not in _MISSED:
        return None
    detail = joined(_nothing_happened(failure), what_was_missed(failure.trouble), mentioned_puzzle(failure))
    sure = not (_looks_renamed(failure) or mentioned_puzzle(failure))
    action = phrase("Find out why nothing follows from it: customers press it and wait.")
    return broken(
        "dead click",
        phrase("nothing happens when they {deed}", deed=deed),
        detail,
        action,
        "certain" if sure else "likely",
    )


def others_failed(failure: Failure) -> Ruling | None:
    """A service of somebody else, which the site relies on, failed or never answered."""
    others = failure.others_that_failed
    if not others or failure.trouble.kind not in _MISSED or failure.trouble.seen is not None:
        return None
    service = called(others[0])
    detail = joined(
        phrase("{service} did not answer.", service=capital(service)),
        what_was_missed(failure.trouble),
        what_the_page_said(failure.trouble),
    )
    action = phrase("Ask those who run {host}; meanwhile tell customers what they can do.", host=others[0])
    return broken(
        f"other service: {others[0]}",
        phrase("{service} does not answer", service=service),
        detail,
        action,
        "likely",
    )


def servers_failed(failure: Failure) -> Ruling | None:
    """The site's servers answered with errors to what the page asked them."""
    if not failure.own_failures or failure.trouble.kind not in _MISSED or failure.trouble.seen is not None:
        return None
    detail = joined(
        phrase("The site's servers failed when the page asked them."),
        what_was_missed(failure.trouble),
        what_the_page_said(failure.trouble),
    )
    what = phrase("the site's servers fail")
    action = phrase("Look into the errors of the site's servers at this time.")
    return broken("server error", what, detail, action, "likely")


def never_answered(failure: Failure) -> Ruling | None:
    """The site was asked and never answered."""
    if not failure.health.unanswered or failure.trouble.kind not in _MISSED:
        return None
    detail = joined(
        phrase("The site was asked and never answered: the customer waits."), what_was_missed(failure.trouble)
    )
    action = phrase("Find out what the site's servers were busy with at this time.")
    return broken("no answer", phrase("the site never answers"), detail, action)


def said_so(failure: Failure) -> Ruling | None:
    """The page itself says in words what is wrong."""
    if not failure.errors_shown or failure.trouble.kind not in _MISSED or failure.trouble.seen is not None:
        return None
    detail = joined(what_was_missed(failure.trouble), what_the_page_said(failure.trouble))
    said = quoted(failure.errors_shown[0].rstrip("."))
    action = phrase(
        "Look up what the site's servers noted at this minute: it is the site itself that says so. "
        "If it is right to, let the journey ask for something else."
    )
    cause = f"{failure.trouble.kind}: {failure.trouble.target}"
    return broken(cause, phrase("the page says {said}", said=said), detail, action)


def not_as_promised(failure: Failure) -> Ruling:
    """Anything else: the page does not give what it should."""
    trouble, stuck = failure.trouble, failure.stuck_popup
    popup = phrase("{popup} lies over the page and cannot be closed.", popup=quoted(stuck)) if stuck else ""
    detail = joined(what_was_missed(trouble), popup, what_the_page_said(trouble), mentioned_puzzle(failure))
    or_else, confidence = _or_the_journey(failure)
    what = what_is_wrong(trouble)
    action = joined(_to_be_put_right(trouble, what), or_else)
    cause = f"{trouble.kind}: {trouble.target}"
    return broken(cause, what, detail, action, confidence)


def _to_be_put_right(trouble: Trouble, what: str) -> str:
    if trouble.kind == "check failed" and trouble.seen is not None and trouble.wanted:
        target, wanted = name_of(trouble), trouble.wanted
        return phrase("Put {target} right on the site: it should be {wanted}.", target=target, wanted=wanted)
    return phrase("Find out why {what}.", what=what)


def _or_the_journey(failure: Failure) -> tuple[str, Confidence]:
    """Return what the author may have to mend instead, and how sure the company's turn is."""
    trouble = failure.trouble
    line = line_of(trouble)
    if trouble.kind == "not found":
        return phrase("If it only has another name now, change it in {line}.", line=line), "unsure"
    if trouble.kind == "value unreadable":
        return phrase("If it is right as it stands, change the check in {line}.", line=line), "likely"
    if trouble.seen is None and trouble.near:
        return phrase(
            "If {other} is the same in other words, change it in {line}.", other=trouble.near[0], line=line
        ), "likely"
    return "", "certain"


def _nothing_happened(failure: Failure) -> str:
    deed = failure.health.dead_click
    return phrase("Nothing at all happened after the customer did this: {deed}.", deed=deed) if deed else ""


def _looks_renamed(failure: Failure) -> bool:
    """Whether a twin stands on a page the journey has just opened: then an error there is mere noise."""
    return failure.page_was_opened and failure.trouble.kind == "not found" and bool(failure.trouble.twin)
