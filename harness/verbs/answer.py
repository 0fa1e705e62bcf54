"""`answer`: know beforehand what to say when the page asks."""

from typing import TYPE_CHECKING

from harness.verbs.verb import Question, Reply, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


OK, CANCEL = "OK", "Cancel"
"""The buttons of every dialog of the browser; any other reply is typed into a prompt."""


@verb("answer {question} with {reply}", acts=False)
def answer(shopper: "Acting", question: Question, reply: Reply) -> None:
    """Answer the next dialog of the browser that asks this, in the same step: OK, Cancel, or a text."""
    shopper.answer(question, reply)
