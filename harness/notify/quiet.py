"""A moment and a channel's hours in, until when it waits and when its week was last to be told out."""

from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from harness.language.notify import ChannelSettings, QuietHours, WeeklyMoment


def zone_of(channel: ChannelSettings, site_timezone: str | None) -> tzinfo | None:
    """Return the time zone of a channel; None is this machine's."""
    name = channel.timezone or site_timezone
    return ZoneInfo(name) if name else None


def held_until(now: datetime, quiet: QuietHours | None, zone: tzinfo | None) -> datetime | None:
    """Return when quiet hours end that a moment falls into; None where it does not."""
    if quiet is None:
        return None
    here = now.astimezone(zone)
    begin = here.replace(hour=quiet.begin.hour, minute=quiet.begin.minute, second=0, microsecond=0)
    end = here.replace(hour=quiet.end.hour, minute=quiet.end.minute, second=0, microsecond=0)
    if quiet.begin < quiet.end:
        return end if begin <= here < end else None
    if here >= begin:
        return end + timedelta(days=1)
    return end if here < end else None


def last_digest(now: datetime, moment: WeeklyMoment, zone: tzinfo | None) -> datetime:
    """Return the newest moment at which a week was to be told, at or before now."""
    here = now.astimezone(zone)
    at = here.replace(hour=moment.at.hour, minute=moment.at.minute, second=0, microsecond=0)
    at -= timedelta(days=(at.weekday() - moment.day) % 7)
    return at if at <= here else at - timedelta(days=7)
