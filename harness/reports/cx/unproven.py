"""A run in, what was not experienced out, by whose turn it is: grey, never green."""

from collections.abc import Sequence
from dataclasses import dataclass

from harness.judge import FindingKind
from harness.record import RunRecord
from harness.reports.cx.background import NOTHING_KNOWN, Background
from harness.reports.cx.causes import Cause, causes
from harness.reports.cx.tones import TONES, Judged, Tone
from harness.reports.cx.words import labels, sentences
from harness.words import phrase

KINDS: tuple[FindingKind, ...] = (
    "stopped on purpose",
    "journey out of date",
    "blocked",
    "not judged",
    "not walked",
    "faulty file",
    "machine busy",
)


@dataclass(frozen=True)
class UnprovenGroup:
    """Things that were not experienced for one reason; `are_files` says that its lines name journey files."""

    sentence: str
    turn: str = ""
    causes: tuple[Cause, ...] = ()
    lines: tuple[str, ...] = ()
    action: str = ""
    are_files: bool = False


def unproven(
    record: RunRecord, judged: Sequence[Judged], background: Background = NOTHING_KNOWN
) -> tuple[UnprovenGroup, ...]:
    """Return what nobody can vouch for after this run."""
    groups = [_group(kind, judged, background) for kind in KINDS]
    if record.faulty_files:
        files = tuple(file.file for file in record.faulty_files)
        told, turn = sentences.faulty_files(len(files)), phrase(labels.TURNS["faulty file"])
        mend = phrase(labels.MEND_FILE)
        groups.append(UnprovenGroup(told, turn, lines=files, action=mend, are_files=True))
    if record.elsewhere:
        told = sentences.elsewhere(len(record.elsewhere), record.site)
        groups.append(UnprovenGroup(told, lines=record.elsewhere))
    never = never_begun(record, judged)
    if never:
        groups.append(UnprovenGroup(sentences.never_begun(len(never)), lines=never))
    return tuple(group for group in groups if group.causes or group.lines)


def is_all_experienced(record: RunRecord, judged: Sequence[Judged]) -> bool:
    """Tell whether everything was experienced; times that a busy machine spoilt are not experiences."""
    fine = all(TONES[judgement.verdict] is not Tone.UNPROVEN for _, judgement in judged)
    return fine and not record.faulty_files and not never_begun(record, judged)


def unproven_visits(judged: Sequence[Judged]) -> int:
    """Count the visits that prove nothing about what customers can do."""
    return sum(TONES[judgement.verdict] is Tone.UNPROVEN for _, judgement in judged)


def never_begun(record: RunRecord, judged: Sequence[Judged]) -> tuple[str, ...]:
    """Return the planned visits of which there is no record."""
    walked = {visit.id for visit, _ in judged}
    return tuple(visit for visit in record.planned if visit not in walked)


def _group(kind: FindingKind, judged: Sequence[Judged], background: Background) -> UnprovenGroup:
    found = causes(judged, [kind], frozenset(), background)
    walks = len({walk for cause in found for walk in cause.walks})
    told = sentences.unproven_kind(kind, walks) if walks else ""
    return UnprovenGroup(told, phrase(labels.TURNS[kind]), causes=found)
