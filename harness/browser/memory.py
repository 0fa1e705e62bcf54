"""A question in, the answer of a moment ago out, or None; kept in the user's cache folder."""

import contextlib
import hashlib
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

# A good diagnosis is trusted for a day: long enough for a night's runs, short enough to notice changes.
MAX_AGE_S = 24 * 60 * 60


def cache_folder() -> Path:
    """Return this user's folder for things that can be made again."""
    if own := os.environ.get("XDG_CACHE_HOME"):
        return Path(own) / "mystery-shopper"
    caches = "~/Library/Caches" if sys.platform == "darwin" else "~/.cache"
    return Path(caches).expanduser() / "mystery-shopper"


def file_identity(path: Path) -> list[str | int]:
    """Return what changes when the file is replaced: its path, modification time in ns, size in bytes."""
    stat = path.stat()
    return [str(path), stat.st_mtime_ns, stat.st_size]


def boot_identity() -> str:
    """Return what changes when the machine starts anew; empty where the system does not tell."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return ""


def recall(subject: str, question: object) -> Any | None:
    """Return the answer remembered for this question, or None when there is none, an old or a broken one."""
    path = _path(subject, question)
    try:
        if time.time() - path.stat().st_mtime > MAX_AGE_S:
            return None
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None


def remember(subject: str, question: object, answer: object) -> None:
    """Keep a JSON answer; a cache folder that cannot be written only costs time, so it is no error."""
    path = _path(subject, question)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        _forget_old(path.parent)
        fresh = path.with_suffix(f".{os.getpid()}")  # several workers may write the same answer at once
        fresh.write_text(json.dumps(answer), "utf-8")
        fresh.replace(path)


def _forget_old(folder: Path) -> None:
    for path in folder.iterdir():
        if time.time() - path.stat().st_mtime > MAX_AGE_S:
            path.unlink(missing_ok=True)


def _path(subject: str, question: object) -> Path:
    digest = hashlib.sha256(json.dumps(question).encode()).hexdigest()[:24]
    return cache_folder() / "browser" / f"{subject}-{digest}.json"
