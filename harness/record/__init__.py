"""What happened in a visit: frozen values, written as they happen, read back as JSON."""

from harness.record.asked import BrowserFacts, Ideal, JourneyFacts, PersonaFacts
from harness.record.base import Box, Place
from harness.record.budgets import Budgets, LimitSource, PageBudget, SlowWhen
from harness.record.business import BusinessFacts, BusinessFigure
from harness.record.contacts import NotContacted
from harness.record.machine import MachineLoad
from harness.record.noticed import Filled, PageNotes, ShownTotal
from harness.record.page_view import PageView
from harness.record.run import FaultyFile, RunEnd, RunRecord
from harness.record.side_effects import EffectState, HeldBack, OpenEffect, SideEffect, SideEffects
from harness.record.trouble import PageHealth, Trouble, TroubleKind
from harness.record.visit import (
    INTERRUPTIONS,
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
    "INTERRUPTIONS",
    "ActionRecord",
    "Box",
    "BrowserFacts",
    "Budgets",
    "BusinessFacts",
    "BusinessFigure",
    "EffectState",
    "Ending",
    "Evidence",
    "EvidenceKind",
    "FaultyFile",
    "Filled",
    "Friction",
    "FrictionKind",
    "HeldBack",
    "Ideal",
    "JourneyFacts",
    "LimitSource",
    "MachineLoad",
    "NotContacted",
    "OpenEffect",
    "Outcome",
    "PageBudget",
    "PageHealth",
    "PageNotes",
    "PageView",
    "PersonaFacts",
    "Place",
    "RunEnd",
    "RunRecord",
    "ShownTotal",
    "SideEffect",
    "SideEffects",
    "SlowWhen",
    "StepRecord",
    "Trouble",
    "TroubleKind",
    "VisitRecord",
]
