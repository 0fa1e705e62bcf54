"""What a failed program wrote in, the one line of it that says why out."""

import re

LIBRARY = re.compile(r"error while loading shared libraries: (\S+?):")
ERROR = re.compile(r"^(?:Error|E|ERROR): ")


def complaint_in(written: str) -> str:
    """Return the system's word about a missing library, else the first error, else the last line."""
    if library := LIBRARY.search(written):
        return f"{library.group(1)} is missing"
    lines = [line.strip() for line in written.splitlines() if line.strip()]
    errors = [line for line in lines if ERROR.match(line)]
    return (errors[:1] or lines[-1:] or ["it said nothing"])[0].removesuffix(", caused by")
