"""A text in, the same out without the sentences that only those need who write or run journeys."""

import re

from harness.reports.share.masking import MASK

COMMANDS = (
    "check",
    "compile",
    "doctor",
    "finding",
    "history",
    "ledger",
    "notify",
    "preflight",
    "replay",
    "report",
    "run",
    "setup",
)
"""Those that a page may tell its reader to type."""

_OURS = re.compile(rf"\bharness (?:{'|'.join(COMMANDS)})\b|[\w/-]\.ya?ml\b")
_SENTENCE = re.compile(r"(?:(?!(?<=[.!?])\s).)+", re.DOTALL)


def for_others(text: str) -> str:
    """Leave out each sentence that names a command or a file of the journeys; of nothing else, say so."""
    if not _OURS.search(text):
        return text
    kept = _SENTENCE.sub(lambda sentence: "" if _OURS.search(sentence[0]) else sentence[0], text)
    return kept if kept.strip() else MASK
