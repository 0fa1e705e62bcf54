"""The time zones of the IANA database, asked one by one: listing them all reads hundreds of files."""

from zoneinfo import ZoneInfo, available_timezones

from harness.grammar.near import nearest


def time_zone_problem(name: str) -> str | None:
    """Return what is wrong with the name of a time zone, or None."""
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        near = nearest(name, available_timezones())
        remedy = f'Did you mean "{near}"?' if near else "Write continent and city, such as Europe/Paris."
        return f'unknown time zone "{name}". {remedy}'
    return None
