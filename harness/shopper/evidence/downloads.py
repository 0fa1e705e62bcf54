"""Files that a journey has downloaded in, kept with the visit, without secrets and of bounded size."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness.record import Evidence

if TYPE_CHECKING:
    from harness.language.known.evidence import WantedEvidence
    from harness.shopper.acting.downloading import TakenFile
    from harness.shopper.evidence.collector import Files

MOST_BYTES = 20_000_000
_TEXTS = frozenset({"csv", "text", "web page"})
_SUFFIXES = {"pdf": "pdf", "png": "png", "jpg": "jpg", "zip": "zip", "csv": "csv"}
TOO_LARGE = "the file is larger than 20 MB"
WITH_A_SECRET = "a secret was typed, and a file of this kind cannot be cleaned of it"  # noqa: S105 -- a sentence


@dataclass
class Downloads:
    """Keeps files. Their names and suffixes are ours: what a shop sends is never run by opening it."""

    files: "Files"
    wanted: "WantedEvidence"
    _number: int = 0

    def keep(self, taken: "TakenFile") -> tuple[Evidence, ...]:
        """Keep a file, or say why it is not kept; with the level `none` nothing is."""
        if not self.wanted.keeps_downloads:
            return ()
        if taken.size_bytes > MOST_BYTES:
            return (Evidence(kind="download", problem=TOO_LARGE),)
        scrubber, file_type = self.files.scrubber, taken.type
        if scrubber.knows_any and file_type not in _TEXTS:
            return (Evidence(kind="download", problem=WITH_A_SECRET),)
        self._number += 1
        name = f"download-{self._number}.{_SUFFIXES.get(file_type, 'txt' if file_type in _TEXTS else 'bin')}"
        cleaned = scrubber.content(taken.content) if file_type in _TEXTS else taken.content
        return (self.files.keep("download", name, lambda file: file.write_bytes(cleaned)),)
