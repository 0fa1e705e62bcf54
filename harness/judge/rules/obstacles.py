"""What customers want to use is there, and they cannot get at it."""

from harness.judge.effort.asked import forces_account
from harness.judge.failure import Failure
from harness.judge.ruling import Ruling, broken, outdated
from harness.judge.signs.page_words import closes, says_in_stock, says_sold_out
from harness.judge.words import capital, ended, joined, line_of, name_of, quoted, what_the_page_said
from harness.language.known.page_words import AS_GUEST

_CLOSE = "Let customers close what lies over the page."


def interruption_unlisted(failure: Failure) -> Ruling | None:
    """Something lies over it that customers close, and the site file does not list: the author's."""
    trouble = failure.trouble
    closing = next(filter(closes, trouble.ways_out), None)
    if trouble.kind != "covered" or failure.stuck_popup or closing is None:
        return None
    what = quoted(trouble.cover) if trouble.cover else "Something"
    over = f"{what} lies over {name_of(trouble)}."
    return outdated(
        failure,
        "interruption",
        f"{over} Customers can close it with {quoted(closing)}; the journey does not.",
        f'List it in site.yaml under "interruptions:", with click: {closing}.',
        "likely",
    )


def covered(failure: Failure) -> Ruling | None:
    """Something lies over it that customers cannot remove."""
    stuck, kind = failure.stuck_popup, failure.trouble.kind
    if kind != "covered" and not (stuck and kind in {"no answer", "not found", "out of reach"}):
        return None
    target = name_of(failure.trouble)
    what = (
        f"{quoted(stuck)} lies over the page and cannot be closed"
        if stuck
        else f"something lies over {target}"
    )
    cover = f"{quoted(failure.trouble.cover)} lies" if failure.trouble.cover else "Something lies"
    told = f"{what[:1].upper()}{what[1:]}." if stuck else f"{cover} over it."
    return broken("covered", what, f"{target} cannot be reached. {told}", _CLOSE)


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
    there = "is there but cannot be used" if trouble.kind == "disabled" else "is not there"
    instead = f"In its place: {trouble.twin}." if trouble.kind == "not found" and trouble.twin else ""
    detail = joined(f"{name_of(trouble)} {there}.", "The page says that the article is sold out.", instead)
    action = f"Bring the article back, or let the journey take another one, before {line_of(trouble)}."
    return broken("sold out", "the article is sold out", detail, action, "likely")


def account_forced(failure: Failure) -> Ruling | None:
    """The way on as a guest is not there, and an account is asked for."""
    trouble = failure.trouble
    if trouble.kind != "not found" or not AS_GUEST.search(trouble.target):
        return None
    if not forces_account(failure.visit, failure.step):
        return None
    asks = "The page asks for an account, and shows a guest no way on without one."
    detail = f"{name_of(trouble)} is not there. {asks}"
    action = "Let customers order without an account; offer them one afterwards."
    return broken("account forced", "an account is asked for", detail, action, "likely")


def out_of_use(failure: Failure) -> Ruling | None:
    """It is disabled."""
    if failure.trouble.kind != "disabled":
        return None
    target = name_of(failure.trouble)
    seen = ended(capital(failure.trouble.seen)) if failure.trouble.seen else ""
    detail = joined(f"{target} is there but cannot be used.", seen, what_the_page_said(failure.trouble))
    return broken(
        "disabled",
        f"{target} cannot be used",
        detail,
        "Find out why it cannot be used, and tell customers.",
    )


def out_of_reach(failure: Failure) -> Ruling | None:
    """No key leads to it, and this customer uses nothing but keys."""
    trouble = failure.trouble
    if trouble.kind != "out of reach":
        return None
    what = f"{name_of(trouble)} cannot be reached with the keyboard"
    return broken(
        f"out of reach: {trouble.target}",
        what,
        f"{what}: {trouble.seen}.",
        "Make it a real button, link or field, so that Tab comes to it and a key presses it (WCAG 2.1.1).",
    )


def out_of_sight(failure: Failure) -> Ruling | None:
    """It is on the page where nobody sees it."""
    if failure.trouble.kind != "hidden":
        return None
    target = name_of(failure.trouble)
    detail = joined(f"{target} is there but cannot be seen.", what_the_page_said(failure.trouble))
    action = (
        "Show it to customers. If they open a menu first, add that to the journey before "
        f"{line_of(failure.trouble)}."
    )
    return broken("hidden", f"{target} cannot be seen", detail, action, "likely")
