"""What happened in a visit: frozen values, written as they happen, read back as JSON."""

from harness.record.model import (
    ActionRecord,
    Box,
    BrowserFacts,
    Ending,
    Evidence,
    FaultyFile,
    Friction,
    JourneyFacts,
    PageHealth,
    PageView,
    PersonaFacts,
    Place,
    RunRecord,
    StepRecord,
    Trouble,
    VisitRecord,
)

__all__ = [
    "ActionRecord",
    "Box",
    "BrowserFacts",
    "Ending",
    "Evidence",
    "FaultyFile",
    "Friction",
    "JourneyFacts",
    "PageHealth",
    "PageView",
    "PersonaFacts",
    "Place",
    "RunRecord",
    "StepRecord",
    "Trouble",
    "VisitRecord",
]
