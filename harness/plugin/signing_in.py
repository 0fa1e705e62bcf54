"""An outfit in, a shopper about to set out out: signed in, where she is to be, once for many visits.

She signs in, and is looked at whether she still is, in browser contexts of their own: what a visit measures
is the same with and without. A sign-in that fails is a failed step of the visit.
"""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from harness.compile.source import compile_journey
from harness.language.known.evidence import WantedEvidence
from harness.plugin.outfit import Outfit
from harness.plugin.sessions import Refused, who_is
from harness.shopper.trouble.stopping import JourneyStopped

if TYPE_CHECKING:
    from playwright.sync_api import StorageState

    from harness.language.model import SigningIn, Step, Use
    from harness.shopper import Shopper

LOOKING = "looking"
"""The folder, below a visit's own, for as long as it is looked whether she is still signed in."""

LOOKING_MS = 5000
"""Who is signed in sees it by then; it is waited for in vain whenever a session has ended."""

OF_THE_MACHINE = frozenset({"browser lost", "no network", "no room", "harness fault"})
"""What stops a sign-in and says nothing about it: the next visit tries again."""


def set_out(
    outfit: Outfit, folder: Path, evidence: WantedEvidence | None = None, *, retry_of: str = ""
) -> "Shopper":
    """Make a shopper in a fresh browser context: signed in, a guest, or stopped at the door.

    Args:
        outfit: What she is given.
        folder: Where the record of this walk goes.
        evidence: What it is to leave behind, if not what the operator and the journey ask for.
        retry_of: Why this visit is walked anew, if it is.
    """
    signs_in, known, who = outfit.visit.persona.signs_in, outfit.run.signed_in, who_is(outfit.visit)
    if signs_in is None:
        return outfit.shopper(folder, evidence, retry_of=retry_of)
    at_the_door = _beginning_with(outfit, (signs_in.use, signs_in.look))
    if not is_own_failure(outfit):
        shopper = at_the_door.shopper(folder, evidence, retry_of=retry_of)
        return _stop_as_before(shopper, known.refused[who])
    session = known.sessions.pop(who, None)
    if session is None or not _still_works(session, signs_in, outfit, folder):
        shopper = at_the_door.shopper(folder, evidence, retry_of=retry_of)
        session = _sign_in(shopper, signs_in, outfit)
        if session is None:
            return shopper
    known.sessions[who] = session
    return replace(outfit, session=session).shopper(folder, evidence, retry_of=retry_of)


def is_own_failure(outfit: Outfit) -> bool:
    """Tell whether this visit may sign in: no other one has tried in vain. Shops lock who tries too often."""
    refused = outfit.run.signed_in.refused.get(who_is(outfit.visit))
    return refused is None or refused.visit_id == outfit.visit.id


def _beginning_with(outfit: Outfit, steps: "tuple[Use | Step, ...]") -> Outfit:
    journey = outfit.visit.journey
    return replace(
        outfit, visit=replace(outfit.visit, journey=replace(journey, steps=(*steps, *journey.steps)))
    )


def _sign_in(shopper: "Shopper", signs_in: "SigningIn", outfit: Outfit) -> "StorageState | None":
    """Walk the part; where that fails, the shopper is left with her record, stopped at the door."""
    known, who = outfit.run.signed_in, who_is(outfit.visit)
    try:
        _walk((signs_in.use, signs_in.look), shopper, signs_in)
        session = shopper.at_the_door.session()
    except JourneyStopped as stopped:
        shopper.at_the_door.refused = stopped
        if stopped.trouble.kind not in OF_THE_MACHINE:
            known.refused[who] = Refused(outfit.visit.id, tuple(shopper.at_the_door.notebook.steps))
        return None
    except Exception as fault:  # noqa: BLE001 -- a defect of ours, or Ctrl-C in disguise: the walk tells them apart
        shopper.at_the_door.refused = fault
        return None
    known.refused.pop(who, None)
    shopper.at_the_door.forget_visit()
    return session


def _still_works(session: "StorageState", signs_in: "SigningIn", outfit: Outfit, folder: Path) -> bool:
    patience_ms = min(outfit.patience_ms, LOOKING_MS)
    looking = replace(
        _beginning_with(outfit, (signs_in.look,)), session=session, patience_ms=patience_ms
    ).shopper(folder / LOOKING, WantedEvidence.of(["none"]))
    try:
        _walk((signs_in.look,), looking, signs_in)
    except JourneyStopped:
        return False
    finally:
        looking.at_the_door.forget_visit()
        shutil.rmtree(folder / LOOKING, ignore_errors=True)
    return True


def _walk(steps: "tuple[Use | Step, ...]", shopper: "Shopper", signs_in: "SigningIn") -> None:
    visit = shopper.visit
    journey = replace(visit.journey, place=signs_in.place, steps=steps, cleanup=())
    compile_journey(journey, visit.parts).runnable(visit.base)(shopper)


def _stop_as_before(shopper: "Shopper", refused: Refused) -> "Shopper":
    """Let her stop where another visit was stopped, without trying again."""
    shopper.at_the_door.notebook.take_over(refused.steps)
    trouble = next(step.trouble for step in refused.steps if step.trouble)
    shopper.at_the_door.refused = JourneyStopped(trouble)
    return shopper
