"""What customers want to use is there, and they cannot get at it."""

from harness.judge.effort.asked import forces_account
from harness.judge.failure import Failure
from harness.judge.ruling import Ruling, broken, outdated
from harness.judge.signs.page_words import closes, says_in_stock, says_sold_out
from harness.judge.words import capital, ended, joined, line_of, name_of, quoted, what_the_page_said
from harness.language.known.page_words import AS_GUEST
from harness.words import entry, phrase

_CLOSE = entry("Let customers close what lies over the page.")


def interruption_unlisted(failure: Failure) -> Ruling | None:
    """Something lies over it that customers close, and the site file does not list: the author's."""
    trouble = failure.trouble
    closing = next(filter(closes, trouble.ways_out), None)
    if trouble.kind != "covered" or failure.stuck_popup or closing is None:
        return None
    target, button = name_of(trouble), quoted(closing)
    return outdated(
        failure,
        "interruption",
        joined(
            phrase("{cover} lies over {target}.", cover=quoted(trouble.cover), target=target)
            if trouble.cover
            else phrase("Something lies over {target}.", target=target),
            phrase("Customers can close it with {button}; the journey does not.", button=button),
        ),
        phrase('List it in site.yaml under "interruptions:", with click: {closing}.', closing=closing),
        "likely",
    )


def covered(failure: Failure) -> Ruling | None:
    """Something lies over it that customers cannot remove."""
    stuck, kind = failure.stuck_popup, failure.trouble.kind
    if kind != "covered" and not (stuck and kind in {"no answer", "not found", "out of reach"}):
        return None
    target = name_of(failure.trouble)
    what = (
        phrase("{popup} lies over the page and cannot be closed", popup=quoted(stuck))
        if stuck
        else phrase("something lies over {target}", target=target)
    )
    unreachable = phrase("{target} cannot be reached.", target=target)
    told = f"{capital(what)}." if stuck else _lies_over_it(failure.trouble.cover)
    return broken("covered", what, joined(unreachable, told), phrase(_CLOSE))


def _lies_over_it(cover: str) -> str:
    return (
        phrase("{cover} lies over it.", cover=quoted(cover)) if cover else phrase("Something lies over it.")
    )


def sold_out(failure: Failure) -> Ruling | None:
    """The article is not to be had: the page says so, or what would buy it is out of use or gone."""
    trouble = failure.trouble
    said = {
        "disabled": (failure.health.text,),
        "check failed": (failure.health.text,) if says_in_stock(trouble.target) else (),
        "not found": tuple(filter(None, (trouble.twin, *trouble.near[:1]))),
    }.get(trouble.kind, ())
    if not any(map(says_sold_out, said)):
        return None
    target = name_of(trouble)
    there = (
        phrase("{target} is there but cannot be used.", target=target)
        if trouble.kind == "disabled"
        else phrase("{target} is not there.", target=target)
    )
    instead = (
        phrase("In its place: {other}.", other=trouble.twin)
        if trouble.kind == "not found" and trouble.twin
        else ""
    )
    detail = joined(there, phrase("The page says that the article is sold out."), instead)
    action = phrase(
        "Bring the article back. Or let the journey take another one, before {line}.", line=line_of(trouble)
    )
    return broken("sold out", phrase("the article is sold out"), detail, action, "likely")


def account_forced(failure: Failure) -> Ruling | None:
    """The way on as a guest is not there, and an account is asked for."""
    trouble = failure.trouble
    if trouble.kind != "not found" or not AS_GUEST.search(trouble.target):
        return None
    if not forces_account(failure.visit, failure.step):
        return None
    asks = phrase("The page asks for an account, and shows a guest no way on without one.")
    detail = joined(phrase("{target} is not there.", target=name_of(trouble)), asks)
    action = phrase("Let customers order without an account; offer them one afterwards.")
    return broken("account forced", phrase("an account is asked for"), detail, action, "likely")


def out_of_use(failure: Failure) -> Ruling | None:
    """It is disabled."""
    if failure.trouble.kind != "disabled":
        return None
    target = name_of(failure.trouble)
    seen = ended(capital(failure.trouble.seen)) if failure.trouble.seen else ""
    detail = joined(
        phrase("{target} is there but cannot be used.", target=target),
        seen,
        what_the_page_said(failure.trouble),
    )
    return broken(
        "disabled",
        phrase("{target} cannot be used", target=target),
        detail,
        phrase("Find out why it cannot be used, and tell customers."),
    )


def out_of_reach(failure: Failure) -> Ruling | None:
    """No key leads to it, and this customer uses nothing but keys."""
    trouble = failure.trouble
    if trouble.kind != "out of reach":
        return None
    what = phrase("{target} cannot be reached with the keyboard", target=name_of(trouble))
    return broken(
        f"out of reach: {trouble.target}",
        what,
        f"{what}: {trouble.seen}." if trouble.seen else f"{what}.",
        phrase(
            "Make it a real button, link or field, so that Tab comes to it and a key presses it (WCAG 2.1.1)."
        ),
    )


def out_of_sight(failure: Failure) -> Ruling | None:
    """It is on the page where nobody sees it."""
    if failure.trouble.kind != "hidden":
        return None
    target = name_of(failure.trouble)
    detail = joined(
        phrase("{target} is there but cannot be seen.", target=target), what_the_page_said(failure.trouble)
    )
    action = phrase(
        "Show it to customers. If they open a menu first, add that to the journey before {line}.",
        line=line_of(failure.trouble),
    )
    return broken("hidden", phrase("{target} cannot be seen", target=target), detail, action, "likely")
