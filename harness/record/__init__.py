"""What happened in a visit: frozen values, written as they happen, read back as JSON."""

from harness.record.asked import BrowserFacts, Budgets, JourneyFacts, PersonaFacts
from harness.record.base import Box, Place
from harness.record.page_view import PageView
from harness.record.run import FaultyFile, RunEnd, RunRecord
from harness.record.trouble import PageHealth, Trouble, TroubleKind
from harness.record.visit import (
    ActionRecord,
    Ending,
    Evidence,
    EvidenceKind,
    Friction,
    FrictionKind,
    Outcome,
    StepRecord,
    VisitRecord,
)

__all__ = [
    "ActionRecord",
    "Box",
    "BrowserFacts",
    "Budgets",
    "Ending",
    "Evidence",
    "EvidenceKind",
    "FaultyFile",
    "Friction",
    "FrictionKind",
    "JourneyFacts",
    "Outcome",
    "PageHealth",
    "PageView",
    "PersonaFacts",
    "Place",
    "RunEnd",
    "RunRecord",
    "StepRecord",
    "Trouble",
    "TroubleKind",
    "VisitRecord",
]
