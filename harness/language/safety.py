"""What a site's owner allows to be done there, as it was written: frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from harness.values.model import Money


@dataclass(frozen=True)
class Caps:
    """The most that may be done to the site in a day of its own time zone, and left open; None is no cap."""

    orders_a_day: int | None = 3
    returns_a_day: int | None = 3
    messages_a_day: int | None = 5
    accounts_a_day: int | None = 3
    money_a_day: Money | None = None
    open_orders: int | None = 3

    def a_day(self, level: str) -> int | None:
        """Return how often a level may be committed to in a day."""
        return {
            "order": self.orders_a_day,
            "return": self.returns_a_day,
            "message": self.messages_a_day,
            "account": self.accounts_a_day,
        }[level]


NO_CAPS = Caps(None, None, None, None, None, None)
"""For the embedded shop, which is gone when the run is."""


@dataclass(frozen=True)
class ContactHours:
    """Some of the hours in which people who work there may be written to, in the site's own time.

    Args:
        days: From 0 (Monday) to 6.
        begin: From when on.
        end: Until when; always later than `begin`.
        text: As it was written: `Mon-Fri 09:00-17:00`.
    """

    days: frozenset[int]
    begin: time
    end: time
    text: str


@dataclass(frozen=True)
class Pace:
    """How gently the site is treated, by all that visit it from one machine; None is no bound."""

    pause_between_actions_ms: int | None = None
    visits_at_once: int | None = 2
    page_loads_a_minute: int | None = 60


NO_PACE = Pace(None, None, None)
"""For the embedded shop, and for addresses that only this network knows."""


@dataclass(frozen=True)
class Identification:
    """How the shop can tell that it is us.

    Args:
        contact: An e-mail address or a page; it stands in the User-Agent.
        header: The name of a header that a firewall lets through, sent to the site's own hosts only.
        header_value: Its value, `${secret.NAME}` as a rule.
    """

    contact: str = ""
    header: str = ""
    header_value: str = ""


@dataclass(frozen=True)
class Safety:
    """What may be done to a site, and how.

    Args:
        caps: None where the owner says nothing: then `Caps()` holds, or `NO_CAPS` at the embedded shop.
        harmless: Names of buttons and links that sound as if they committed the shopper, and do not.
        committing: More names that do, in the site's own words.
        allow: The levels that a named schedule is granted: `{"nightly": ("order",)}`.
        contact_hours: When messages may be sent, in any of these; none of them is always.
        kill_switch: A file, relative to the folder above the journeys, or an address.
        handled: Levels that the shop's people take care of themselves, by the marker: no debt is left.
    """

    caps: Caps | None = None
    harmless: tuple[str, ...] = ()
    committing: tuple[str, ...] = ()
    allow: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    contact_hours: tuple[ContactHours, ...] = ()
    kill_switch: str = ""
    handled: tuple[str, ...] = ()
