"""A page that came as an error, never came, or came to an end under the customer: the company's."""

from harness.judge.failure import CLIENT_ERROR, SERVER_ERROR, Failure
from harness.judge.ruling import Ruling, broken
from harness.judge.signs.page_words import says_not_there
from harness.judge.words import capital, ended, joined, quoted, what_the_page_said

_FORBIDDEN = (401, 403)
_BREAKS_DOWN = "Find out what the page asks too much of the browser for."
_OR_MEMORY = "If other pages break down too, look at the memory of the machine that runs the shopper."
_CIRCLES = "Find out which addresses of this page send customers on to one another."
_COMES_TO_AN_END = "Find out why this page never comes to an end."


def error_page(failure: Failure) -> Ruling | None:
    """The servers failed, by status or in the page's own words."""
    said = failure.said_it_failed
    if failure.status < SERVER_ERROR and not (said and failure.trouble.kind in {"not found", "check failed"}):
        return None
    heading = said or failure.health.heading
    words = ended(f"The page says: {quoted(heading)}") if heading else ""
    detail = joined("The site answered with an error page.", words, what_the_page_said(failure.trouble))
    what = "the site answers with an error page"
    return broken("error page", what, detail, "Look into the errors of the site's servers at this time.")


def dead_page(failure: Failure) -> Ruling | None:
    """There is no such page, or it may not be seen."""
    said = next(filter(says_not_there, (failure.health.heading, failure.health.title)), None)
    gone = said and failure.little and failure.trouble.kind in {"not found", "check failed"}
    if failure.status < CLIENT_ERROR and not gone:
        return None
    forbidden = failure.status in _FORBIDDEN
    what = "the page may not be seen" if forbidden else "the page does not exist"
    detail = joined(f"{capital(what)}.", what_the_page_said(failure.trouble))
    if failure.page_was_opened and failure.deed:
        action = (
            "Bring the page back. If it was taken away on purpose, change the address in "
            f"{failure.deed.place.file}, line {failure.deed.place.line}."
        )
        return broken("dead page", what, detail, action, "unsure")
    action = "Mend the link that leads here, or bring the page back."
    return broken("dead page", what, detail, action, "unsure" if forbidden else "certain")


def lost_in_the_middle(failure: Failure) -> Ruling | None:
    """The page was there, and then was no more, or was no page at all."""
    ends = {
        "page hung": (
            "the page takes no notice of them any more",
            "The page's own program never comes to rest: nothing the customer does has an effect.",
            "Find out what keeps the page busy.",
        ),
        "page crashed": (
            "the page breaks down",
            "The page broke down in the customer's hands.",
            f"{_BREAKS_DOWN} {_OR_MEMORY}",
        ),
        "tab closed": (
            "the page closes itself",
            "The page closed itself while the customer was on it.",
            "Keep the page open, or lead customers on.",
        ),
        "download": (
            "a file comes instead of a page",
            joined("A file came where customers expect a page.", _files(failure)),
            "Show the page. If customers are meant to get a file here, say so in the journey.",
        ),
    }
    kind = failure.trouble.kind
    if kind not in ends:
        return None
    what, detail, action = ends[kind]
    return broken(kind, what, detail, action, "likely" if kind == "page crashed" else "certain")


def never_came(failure: Failure) -> Ruling | None:
    """The page was asked for and never came."""
    kind, lost = failure.trouble.kind, failure.health.lost_page
    if kind not in {"unreachable", "no answer"} and not lost:
        return None
    if kind == "no answer":
        detail = f"{capital(failure.trouble.message)}. The customer waited and nothing came."
        return broken(kind, "the site never answers", detail, _COMES_TO_AN_END)
    message = failure.trouble.message if kind == "unreachable" else str(lost)
    action = _CIRCLES if "circles" in message else "Find out why this page cannot be reached."
    if "certificate" in message or "secure" in message:
        action = "Renew or mend the certificate: browsers warn customers and show no page."
    return broken("unreachable", _as_clause(message), f"{capital(message)}.", action)


def _as_clause(message: str) -> str:
    return {
        "the page sent the customer round in circles": "the page sends them round in circles",
        "the site did not take the call": "the site does not take the call",
        "the site hung up without an answer": "the site hangs up without an answer",
    }.get(message, message if message.startswith(("the ", "no ")) else "the page never comes")


def _files(failure: Failure) -> str:
    names = ", ".join(failure.health.downloads[:3])
    return f"It is called {quoted(names)}." if names else ""
