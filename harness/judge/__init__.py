"""Record in, findings and verdict out: all thresholds, and the words for them, live here."""

from harness.judge.contacts import told_not_contacted
from harness.judge.judging import judge
from harness.judge.model import SLOW_KINDS, Again, Finding, FindingKind, Judgement
from harness.judge.verdicts import OVER_ITS_LIMIT, SOUND, TURNS, Party, Turn, Verdict

__all__ = [
    "OVER_ITS_LIMIT",
    "SLOW_KINDS",
    "SOUND",
    "TURNS",
    "Again",
    "Finding",
    "FindingKind",
    "Judgement",
    "Party",
    "Turn",
    "Verdict",
    "judge",
    "told_not_contacted",
]
