"""The time zones of the IANA database, asked one by one: listing them all reads hundreds of files."""

from zoneinfo import ZoneInfo, available_timezones

from harness.grammar.near import did_you_mean


def time_zone_problem(name: str) -> str | None:
    """Return what is wrong with the name of a time zone, or None."""
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return f'unknown time zone "{name}". {did_you_mean(name, available_timezones())}'
    return None
