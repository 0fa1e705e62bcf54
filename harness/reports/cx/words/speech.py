"""Numbers, durations, moments and lists in; the way people say them out, in the language that is spoken.

English is written here; how another language writes numbers and dates, the tables of CLDR say.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from harness.words import ENGLISH, language, locale, phrase, phrase_many


def is_english() -> bool:
    """Tell whether English is spoken."""
    return language() == ENGLISH.language


_ENDS = (".", "!", "?", "…", '."', '!"', '?"', '…"')
"""How a sentence ends; a quotation may bring its own end."""


def human_time(duration_ms: int) -> str:
    """Say a duration the way people do: `4.1 seconds`, `1 minute 5 seconds`."""
    seconds = duration_ms / 1000
    if seconds < 59.95:  # noqa: PLR2004 -- from here on it would round to 60.0 seconds
        tenths = round(seconds, 1)
        return phrase("under {time}", time=_unit(0.1, "second")) if tenths == 0 else _unit(tenths, "second")
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    large, small = (
        ((hours, "hour"), (minutes, "minute")) if hours else ((minutes, "minute"), (rest, "second"))
    )
    return " ".join(_unit(number, unit) for number, unit in (large, small) if number)


def _unit(number: float, unit: str) -> str:
    whole = int(number) if number == int(number) else number
    if is_english():
        return f"{whole} {unit}" if whole == 1 else f"{whole} {unit}s"
    from babel.units import format_unit  # noqa: PLC0415 -- English needs none of it

    return format_unit(whole, f"duration-{unit}", "long", locale=locale())


def percent(share: float) -> str:
    """Say a share: `55 %`."""
    if is_english():
        return f"{round(share * 100)} %"
    from babel.numbers import format_percent  # noqa: PLC0415 -- English needs none of it

    return format_percent(share, locale=locale())


def times(number: int) -> str:
    """Say how often: `once`, `twice`, `3 times`."""
    if number == 1:
        return phrase("once")
    return phrase("twice") if number == 2 else phrase_many("{number} time", "{number} times", number)  # noqa: PLR2004 -- that is twice


def listed(names: Sequence[str], *, most: int = 6) -> str:
    """List names in a sentence, the first few only: `a, b and c`."""
    if len(names) > most:
        return phrase("{names} and {number} more", names=", ".join(names[:most]), number=len(names) - most)
    if len(names) < 2:  # noqa: PLR2004 -- one is no list
        return "".join(names)
    return phrase("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])


def quoted(texts: Sequence[str]) -> list[str]:
    """Put each in quotes."""
    return [f'"{text}"' for text in texts]


def moment(at: datetime) -> str:
    """Say when, in universal time: `3 March 2026, 02:14 UTC`."""
    at = at.astimezone(UTC)
    return phrase("{day}, {time} UTC", day=day_of_year(at), time=clock(at))


def clock(at: datetime) -> str:
    """Say the time of day: `02:14`."""
    if is_english():
        return f"{at:%H:%M}"
    from babel.dates import format_time  # noqa: PLC0415 -- English needs none of it

    return format_time(at, "short", tzinfo=at.tzinfo, locale=locale())


def day(at: date) -> str:
    """Say a day: `19 November`; of a moment the day in universal time."""
    at = _in_universal_time(at)
    return f"{at.day} {at:%B}" if is_english() else _written(at, "MMMMd")


def day_of_year(at: date) -> str:
    """Say a day with its year: `19 November 2026`; of a moment the day in universal time."""
    at = _in_universal_time(at)
    return f"{at.day} {at:%B %Y}" if is_english() else _in_full(at, "long")


def whole_day(at: datetime) -> str:
    """Say a day so that it can be told from others: `Tuesday 3 November 2026`."""
    at = at.astimezone(UTC)
    return f"{at:%A} {at.day} {at:%B %Y}" if is_english() else _in_full(at, "full")


def short_day(at: datetime) -> str:
    """Say a day in little room: `3 Nov`."""
    at = at.astimezone(UTC)
    return f"{at.day} {at:%b}" if is_english() else _written(at, "MMMd")


def day_of_week(at: date) -> str:
    """Say a day of these weeks: `Tuesday, 17 November`."""
    return f"{at:%A}, {at.day} {at:%B}" if is_english() else _written(at, "MMMMEd")


def _in_universal_time(at: date) -> date:
    return at.astimezone(UTC) if isinstance(at, datetime) else at


def _in_full(at: date, length: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 -- English needs none of it

    return format_date(at, length, locale=locale())


def _written(at: date, parts: str) -> str:
    """Write these parts of a day in the order of the language."""
    from babel.dates import format_skeleton  # noqa: PLC0415 -- English needs none of it

    zone = at.tzinfo if isinstance(at, datetime) else None
    return format_skeleton(parts, at, tzinfo=zone, locale=locale())


def capital(text: str) -> str:
    """Begin with a capital, leave the rest as it was written."""
    return text[:1].upper() + text[1:]


def within(text: str) -> str:
    """Put a label into a sentence: English begins it small, and of others nobody knows."""
    return text.lower() if is_english() else text


def sentence(text: str) -> str:
    """End a text as a sentence ends."""
    text = capital(text.strip())
    return text if not text or text.endswith(_ENDS) else f"{text}."
