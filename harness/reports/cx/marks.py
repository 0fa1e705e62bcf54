"""Verdict in, the mark out by which a reader knows it: a colour with an icon, and always a word."""

from dataclasses import dataclass

from harness.judge import Verdict
from harness.reports.cx.tones import TONES, Tone
from harness.reports.cx.words import labels
from harness.words import phrase


@dataclass(frozen=True)
class Mark:
    """An icon in its colour with the word that says the same."""

    tone: Tone
    word: str


def mark_of(verdict: Verdict) -> Mark:
    """Return the mark of a verdict."""
    return Mark(TONES[verdict], phrase(labels.VERDICTS[verdict]))
