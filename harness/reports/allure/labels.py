"""A visit and its judgement in, what Allure groups, filters and compares by out."""

import hashlib
import json

from allure_commons.model2 import Label, Parameter
from allure_commons.types import LabelType

from harness.judge import Judgement, Verdict
from harness.record import VisitRecord

VERDICT_LABEL = "verdict"
"""The label by which a result finds its category."""

PERSONA_LABEL = "persona"
"""The label by which a result finds its environment."""

LEFT_BEHIND_LABEL = "left behind"
"""Stands in the place of a verdict on the result that tells what is still to be taken back."""


def labels(visit: VisitRecord, judgement: Judgement) -> list[Label]:
    """Say where the visit belongs, who walked it, what it came to and who owns it."""
    journey, persona = visit.journey, visit.persona
    named = [
        (VERDICT_LABEL, judgement.verdict.value),
        ("whose turn", judgement.turn.party.value),
        ("owner", journey.owner),
        (LabelType.SEVERITY, journey.severity),
        (PERSONA_LABEL, persona.id),
        ("touchpoint", journey.touchpoint),
        ("device", persona.device),
        ("browser", f"{visit.browser.kind} {visit.browser.version}" if visit.browser else None),
        *((LabelType.TAG, tag) for tag in journey.tags),
        (LabelType.EPIC, journey.stage.capitalize()),
        (LabelType.FEATURE, journey.title),
        (LabelType.PARENT_SUITE, visit.site),
        (LabelType.SUITE, journey.stage.capitalize()),
        (LabelType.SUB_SUITE, journey.title),
    ]
    if judgement.verdict is Verdict.ANNOYING:  # green in Allure: only a tag lets QA filter for it
        named.append((LabelType.TAG, Verdict.ANNOYING.value))
    return [Label(name=name, value=value) for name, value in named if value]


def parameters(visit: VisitRecord) -> list[Parameter]:
    """Say what tells this visit from others of its journey.

    Allure 3 derives a result's history from `testCaseId` and these, whatever `historyId` says: a value
    that changes from run to run must be `excluded`, or every night begins a new history.
    """
    told_apart = {"persona": visit.persona.id, **visit.row, "site": visit.site}
    told_only = {
        "device": visit.persona.device,
        "input": visit.persona.input,
        "network": visit.persona.network,
        "device is slower by": f"{visit.persona.cpu:g}x" if visit.persona.cpu else None,
        "language": visit.persona.locale,
        "found at the pages": ", ".join(visit.persona.applied),
        "not as asked": "; ".join(visit.persona.not_applied),
    }
    return [
        *(Parameter(name=name, value=value) for name, value in told_apart.items()),
        *(Parameter(name=name, value=value, excluded=True) for name, value in told_only.items() if value),
    ]


def test_case_id(journey_id: str) -> str:
    """Return what stays the same for all visits of a journey, whoever walks it."""
    return stable_hash("journey", journey_id)


def history_id(visit: VisitRecord) -> str:
    """Return what stays the same from run to run: journey, persona, row and site."""
    row = [part for item in sorted(visit.row.items()) for part in item]
    return stable_hash("visit", visit.journey.id, visit.persona.id, visit.site, *row)


def stable_hash(*parts: str) -> str:
    """Return 32 hexadecimal digits that tell these parts from any others."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]
