"""A defect in, the proof that it is found out: by one real run of `harness` on the embedded shop."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from harness.demo.expected import FOUND, Found
from harness.selftest.shop_journeys import every_journey, first_visit_of
from harness.selftest.walks import CannotWalkError, Walks

FINE, DOWN = "fine", "site down"
SLOW, BUSY = "over budget", "machine busy"
NO_DEFECT = "no defect"


@dataclass(frozen=True)
class Proof:
    """Whether one defect was found as it must be.

    Args:
        name: The defect, or `no defect` for the clean walk of all journeys.
        journey: The journey that was walked.
        expected: The verdict that is right, and where.
        found: What was found instead, or the same.
        complaint: What is wrong with it; empty when all is well.
        could_walk: Whether there was anything to compare; without, this machine is to be mended.
    """

    name: str
    journey: str
    expected: str
    found: str
    complaint: str = ""
    could_walk: bool = True

    @property
    def ok(self) -> bool:
        """Whether the shopper can be trusted with this."""
        return not self.complaint


def prove(defect: str, walks: Walks) -> Proof:
    """Walk one journey with a defect switched on, and compare what is found with what must be."""
    wanted = FOUND[defect]
    expected = wanted.verdict if wanted.verdict == DOWN else f'{wanted.verdict} at "{wanted.step}"'
    try:
        visits = walks.walk([first_visit_of(wanted.journey)], defect=defect)
    except CannotWalkError as error:
        return Proof(defect, wanted.journey, expected, "not walked", str(error), could_walk=False)
    visit = visits[0]
    return Proof(
        defect,
        wanted.journey,
        expected,
        visit["verdict"],
        _complaint(visit, wanted),
        could_walk=visit["turn"] != "operator" and not _was_too_busy(visit, wanted),
    )


def prove_clean(defects: Sequence[str], walks: Walks) -> Proof:
    """Walk the journeys without any defect: each must be fine, else what is found above proves nothing."""
    chosen = dict.fromkeys(FOUND[defect].journey for defect in defects)
    paths = every_journey() if set(defects) == set(FOUND) else [first_visit_of(name) for name in chosen]
    what = f"{len(paths)} journeys" if len(paths) > 1 else next(iter(chosen))
    try:
        visits = walks.walk(paths)
    except CannotWalkError as error:
        return Proof(NO_DEFECT, what, FINE, "not walked", str(error), could_walk=False)
    wrong = [visit for visit in visits if visit["verdict"] != FINE]
    return Proof(
        NO_DEFECT,
        what,
        FINE,
        ", ".join(dict.fromkeys(visit["verdict"] for visit in wrong)) or FINE,
        " ".join(f"{visit['label']}: {_sentence(visit)}" for visit in wrong),
        could_walk=all(visit["turn"] != "operator" for visit in wrong),
    )


def _was_too_busy(visit: dict[str, Any], wanted: Found) -> bool:
    """Whether a time that is too long could not be judged, because this machine had other work."""
    busy = any(finding["kind"] == BUSY for finding in visit["findings"])
    return busy and visit["verdict"] == FINE and wanted.verdict == SLOW


def _complaint(visit: dict[str, Any], wanted: Found) -> str:
    """Say what is not as it should be: the verdict, the step or the words of the leading finding."""
    if visit["verdict"] != wanted.verdict:
        return f"judged {visit['verdict']}: {_sentence(visit) or 'nothing was noticed.'}"
    if wanted.hassle:
        return _complaint_of_hassle(visit, wanted)
    leading = visit["findings"][0]
    if wanted.verdict != DOWN and f'"{wanted.step}"' not in leading["sentence"]:
        return f'the right verdict at the wrong step; "{wanted.step}" was expected: {leading["sentence"]}'
    if wanted.words not in leading["detail"]:
        return f"the right verdict in other words; expected: {wanted.words} Said: {leading['detail']}"
    return ""


def _complaint_of_hassle(visit: dict[str, Any], wanted: Found) -> str:
    """Say what is not as it should be with what only made it harder: its kind, its step or its words."""
    effort = visit["effort"]
    steps = {step["step"]: step["name"] for step in effort["steps"]}
    met = [(hassle["kind"], steps[hassle["step"]], hassle["what"]) for hassle in effort["hassles"]]
    if any((kind, step) == (wanted.hassle, wanted.step) and wanted.words in what for kind, step, what in met):
        return ""
    said = " ".join(what for _, _, what in met)
    return f'no {wanted.hassle} at "{wanted.step}" with these words: {wanted.words} Said: {said}'


def _sentence(visit: dict[str, Any]) -> str:
    finding = next(iter(visit["findings"]), None)
    return f"{finding['sentence']} {finding['detail']}".strip() if finding else ""
