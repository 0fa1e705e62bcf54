"""The time zones of the IANA database, asked one by one: listing them all reads hundreds of files."""

from zoneinfo import ZoneInfo, available_timezones

from harness.grammar.near import nearest

SHORT_NAMES = {
    **dict.fromkeys(("PST", "PDT", "PT"), "America/Los_Angeles"),
    **dict.fromkeys(("MDT", "MT"), "America/Denver"),
    **dict.fromkeys(("CST", "CDT", "CT"), "America/Chicago"),
    **dict.fromkeys(("EDT", "ET"), "America/New_York"),
    "BST": "Europe/London",
    "CEST": "Europe/Berlin",
    "EEST": "Europe/Athens",
    "IST": "Asia/Kolkata",
    "JST": "Asia/Tokyo",
    **dict.fromkeys(("AEST", "AEDT"), "Australia/Sydney"),
}
"""What people say for a zone and the database has not, with the largest place that means it."""


def time_zone_problem(name: str) -> str | None:
    """Return what is wrong with the name of a time zone, or None."""
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        near = SHORT_NAMES.get(name.upper()) or nearest(name, available_timezones())
        remedy = f'Did you mean "{near}"?' if near else "Write continent and city, such as Europe/Paris."
        return f'unknown time zone "{name}". {remedy}'
    return None
