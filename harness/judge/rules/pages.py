"""A page that came as an error, never came, or came to an end under the customer: the company's."""

from harness.judge.failure import CLIENT_ERROR, SERVER_ERROR, Failure
from harness.judge.ruling import Ruling, broken
from harness.judge.signs.page_words import says_not_there
from harness.judge.words import capital, ended, joined, line_said, quoted, what_the_page_said
from harness.words import entry, phrase

_FORBIDDEN = (401, 403)
_BREAKS_DOWN = entry("Find out what the page asks too much of the browser for.")
_OR_MEMORY = entry("If other pages break down too, look at the memory of the machine that runs the shopper.")
_CIRCLES = entry("Find out which addresses of this page send customers on to one another.")
_NEVER_COMES = entry("the page never comes")
_CLAUSES = {
    "the page sent the customer round in circles": entry("the page sends them round in circles"),
    "the site did not take the call": entry("the site does not take the call"),
    "the site hung up without an answer": entry("the site hangs up without an answer"),
}
"""By what the shopper noted: the same as it stands within a sentence."""
_COMES_TO_AN_END = entry("Find out why this page never comes to an end.")


def error_page(failure: Failure) -> Ruling | None:
    """The servers failed, by status or in the page's own words."""
    said = failure.said_it_failed
    if failure.status < SERVER_ERROR and not (said and failure.trouble.kind in {"not found", "check failed"}):
        return None
    heading = said or failure.health.heading
    words = ended(phrase("The page says: {said}", said=quoted(heading))) if heading else ""
    detail = joined(
        phrase("The site answered with an error page."), words, what_the_page_said(failure.trouble)
    )
    what = phrase("the site answers with an error page")
    return broken(
        "error page", what, detail, phrase("Look into the errors of the site's servers at this time.")
    )


def dead_page(failure: Failure) -> Ruling | None:
    """There is no such page, or it may not be seen."""
    said = next(filter(says_not_there, (failure.health.heading, failure.health.title)), None)
    gone = said and failure.little and failure.trouble.kind in {"not found", "check failed"}
    if failure.status < CLIENT_ERROR and not gone:
        return None
    forbidden = failure.status in _FORBIDDEN
    what = phrase("the page may not be seen") if forbidden else phrase("the page does not exist")
    detail = joined(f"{capital(what)}.", what_the_page_said(failure.trouble))
    if failure.page_was_opened and failure.deed:
        action = phrase(
            "Bring the page back. If it was taken away on purpose, change the address in {line}.",
            line=line_said(failure.deed.place),
        )
        return broken("dead page", what, detail, action, "unsure")
    action = phrase("Mend the link that leads here, or bring the page back.")
    return broken("dead page", what, detail, action, "unsure" if forbidden else "certain")


def lost_in_the_middle(failure: Failure) -> Ruling | None:
    """The page was there, and then was no more, or was no page at all."""
    ends = {
        "page hung": (
            phrase("the page takes no notice of them any more"),
            phrase("The page's own program never comes to rest: nothing the customer does has an effect."),
            phrase("Find out what keeps the page busy."),
        ),
        "page crashed": (
            phrase("the page breaks down"),
            phrase("The page broke down in the customer's hands."),
            joined(phrase(_BREAKS_DOWN), phrase(_OR_MEMORY)),
        ),
        "tab closed": (
            phrase("the page closes itself"),
            phrase("The page closed itself while the customer was on it."),
            phrase("Keep the page open, or lead customers on."),
        ),
        "download": (
            phrase("a file comes instead of a page"),
            joined(phrase("A file came where customers expect a page."), _files(failure)),
            phrase("Show the page. If customers are meant to get a file here, say so in the journey."),
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
        waited = phrase("The customer waited and nothing came.")
        detail = joined(f"{capital(failure.trouble.message)}.", waited)
        return broken(kind, phrase("the site never answers"), detail, phrase(_COMES_TO_AN_END))
    message = failure.trouble.message if kind == "unreachable" else str(lost)
    action = phrase(_CIRCLES) if "circles" in message else phrase("Find out why this page cannot be reached.")
    if "certificate" in message or "secure" in message:
        action = phrase("Renew or mend the certificate: browsers warn customers and show no page.")
    return broken("unreachable", _as_clause(message), f"{capital(message)}.", action)


def _as_clause(message: str) -> str:
    told = _CLAUSES.get(message) or ("" if message.startswith(("the ", "no ")) else _NEVER_COMES)
    return phrase(told) or message


def _files(failure: Failure) -> str:
    names = ", ".join(failure.health.downloads[:3])
    return phrase("It is called {names}.", names=quoted(names)) if names else ""
