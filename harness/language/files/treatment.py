"""The keys of the site file that say what its pages may load, and how gently it is treated."""

from typing import Any, cast

from harness.browser.hosts import ThirdParties
from harness.browser.listed_hosts import LISTS
from harness.grammar.near import did_you_mean
from harness.language.files.addresses import host_problem
from harness.language.safety import Pace
from harness.language.shapes.amounts import Count
from harness.language.shapes.collections import ListOf
from harness.language.shapes.plain import Checked, Duration, OneOf
from harness.language.shapes.table import Found, Key, Table


def blocked_problem(text: str) -> str | None:
    """Return what is wrong with a host, or a list of hosts, that is never contacted; or None."""
    if text in LISTS:
        return None
    if "." not in text:
        meant = did_you_mean(text, tuple(LISTS))
        return f'unknown list "{text}". {meant} A host is written like *.tracker.example'
    return host_problem(text)


THIRD_PARTIES = Key(
    "third parties",
    OneOf(("allow", "block listed", "block all"), "rule for third parties"),
    "Whether its pages may load things from hosts of others.",
    "block listed",
)
BLOCKED = Key(
    "blocked",
    ListOf(Checked("a host", blocked_problem), "hosts", may_be_empty=True),
    "Hosts that are never contacted, and `advertising` and `analytics` for the common ones.",
    tuple(LISTS),
)
_GENTLE = Pace()
_PAUSE = Key("pause between actions", Duration(), "How long she waits before each action.", None)
_AT_ONCE = Key(
    "visits at once",
    Count(),
    "How many visits there are at the same time, at the most.",
    _GENTLE.visits_at_once,
)
_LOADS = Key(
    "page loads per minute",
    Count(),
    "How many pages all visits load in a minute, at the most.",
    _GENTLE.page_loads_a_minute,
)
PACE_KEYS: tuple[Key[Any], ...] = (_PAUSE, _AT_ONCE, _LOADS)
PACE: Key[Found | None] = Key(
    "pace", Table("pace", PACE_KEYS, lambda found: found), "How gently the shop is treated.", None
)


def third_parties_of(found: Found) -> ThirdParties:
    """Return which hosts of others its pages may load things from."""
    return cast("ThirdParties", found[THIRD_PARTIES])


def pace_of(found: Found | None) -> Pace | None:
    """Return what these keys say; None where there are none."""
    return None if found is None else Pace(found[_PAUSE], found[_AT_ONCE], found[_LOADS])
