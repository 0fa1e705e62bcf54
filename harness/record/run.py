"""What one invocation planned to do, and with what."""

from datetime import datetime

from harness.record.base import Recorded


class FaultyFile(Recorded):
    """A journey file that could not be walked, with its problems as told to the author."""

    file: str
    problems: tuple[str, ...]


class RunRecord(Recorded):
    """All visits of one invocation: what was planned, and with what."""

    id: str
    started_at: datetime
    site: str
    address: str
    harness_version: str
    planned: tuple[str, ...] = ()
    faulty_files: tuple[FaultyFile, ...] = ()
    defects: tuple[str, ...] = ()
