"""A request of the journey that was not answered as it should be: the company's, the page set aside."""

from harness.judge.failure import SERVER_ERROR, Failure
from harness.judge.rules.robots import TOO_MANY
from harness.judge.ruling import Ruling, broken
from harness.judge.words import capital, ended, joined, line_of
from harness.words import phrase

VERB = "request"
_REFUSED = frozenset({401, 403})
_NO_ANSWER = frozenset({"unreachable", "no answer"})


def answered_otherwise(failure: Failure) -> Ruling | None:
    """The site's servers did not answer what the journey asked them, or something else."""
    trouble = failure.trouble
    if trouble.verb != VERB or failure.status == TOO_MANY:
        return None
    if trouble.kind in _NO_ANSWER:
        detail = ended(f"{trouble.target}: {trouble.message}")
        action = phrase("Find out why the site's servers do not answer this.")
        return broken(
            trouble.kind, phrase("the site does not answer {target}", target=trouble.target), detail, action
        )
    if trouble.kind == "error page":
        return _by_status(failure)
    about = (
        phrase("{target} is not what it should be", target=trouble.target)
        if trouble.target.startswith('"')
        else phrase("the answer to {target} is not what it should be", target=trouble.target)
    )
    there = ended(capital(trouble.seen)) if trouble.kind == "not found" and trouble.seen else ""
    return broken(
        f"{trouble.kind}: {trouble.target}",
        trouble.message if trouble.kind == "not found" else about,
        joined(ended(capital(trouble.message)), there),
        phrase(
            "Find out why. If the answer is right as it is, change what is expected in {line}.",
            line=line_of(trouble),
        ),
        "certain" if trouble.kind == "check failed" else "likely",
    )


def _by_status(failure: Failure) -> Ruling:
    trouble, status = failure.trouble, failure.status
    detail = ended(capital(trouble.message))
    line = line_of(trouble)
    if status >= SERVER_ERROR:
        action = phrase("Look into the errors of the site's servers at this time.")
        return broken(
            "server error",
            phrase("the site's servers fail at {target}", target=trouble.target),
            detail,
            action,
        )
    if status in _REFUSED:
        action = phrase(
            "Find out why. If it needs a key or a sign-in that is out of date, mend {line}.", line=line
        )
        return broken(
            "refused", phrase("the site refuses {target}", target=trouble.target), detail, action, "unsure"
        )
    action = phrase("Find out why. If it is asked otherwise now, change {line}.", line=line)
    what = phrase("{target} is answered with {status}", target=trouble.target, status=status)
    return broken(f"status: {trouble.target}", what, detail, action, "likely")
