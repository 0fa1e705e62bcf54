"""Numbers, durations, moments and lists in; the way people say them out."""

from collections.abc import Sequence
from datetime import UTC, date, datetime


def human_time(duration_ms: int) -> str:
    """Say a duration the way people do: `4.1 seconds`, `1 minute 5 seconds`."""
    seconds = duration_ms / 1000
    if seconds < 59.95:  # noqa: PLR2004 -- from here on it would round to 60.0 seconds
        tenths = f"{seconds:.1f}".removesuffix(".0")
        return "under 0.1 seconds" if tenths == "0" else _count_unit(tenths, "second")
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    large, small = (
        ((hours, "hour"), (minutes, "minute")) if hours else ((minutes, "minute"), (rest, "second"))
    )
    parts = [_count_unit(str(number), unit) for number, unit in (large, small) if number]
    return " ".join(parts)


def _count_unit(number: str, unit: str) -> str:
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"


def count(number: int, one: str, many: str = "") -> str:
    """Count things: `1 walk`, `2 walks`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """Say how often: `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def listed(names: Sequence[str], *, most: int = 6) -> str:
    """List names in a sentence, the first few only: `a, b and c`."""
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def moment(at: datetime) -> str:
    """Say when, in universal time: `3 March 2026, 02:14 UTC`."""
    at = at.astimezone(UTC)
    return f"{at.day} {at:%B %Y, %H:%M} UTC"


def day(at: date) -> str:
    """Say a day: `19 November`; of a moment the day in universal time."""
    at = at.astimezone(UTC) if isinstance(at, datetime) else at
    return f"{at.day} {at:%B}"


def capital(text: str) -> str:
    """Begin with a capital, leave the rest as it was written."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """End a text as a sentence ends."""
    text = capital(text.strip())
    return text if not text or text[-1] in ".!?…" else f"{text}."
