"""A journey in, a problem for each "refused:" of what is not committed to, or not looked at, out."""

from harness.language.known.commitments import COMMITTING
from harness.language.model import Journey
from harness.language.reading.reading import Reading
from harness.language.rules.surroundings import Surroundings, flat


def check_refused(journey: Journey, reading: Reading, surroundings: Surroundings) -> None:
    """Report a refusal of nothing, and one that nobody sees: the ledger would take it for no order at all."""
    for step, place in flat(journey.all_steps, surroundings.parts):
        if not step.is_refused:
            continue
        at = reading.find("refused:", place) if step.place == place else place
        if step.commits not in COMMITTING:
            message = '"refused:" goes with "commits:": nothing else can be refused. Take it out.'
            reading.problem(at, message)
        elif not any(claim.verb == "see" for claim in step.see):
            message = "nothing here shows that the shop refuses it. Add to this step: see: with what it says."
            reading.problem(at, message)
