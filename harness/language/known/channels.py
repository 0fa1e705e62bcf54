"""What a message may be sent by, in the order messages list it: kinds of channels with the keys of each."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class KindOfChannel:
    """The keys that a channel must have, and those it may have besides."""

    needs: tuple[str, ...] = ()
    may_have: tuple[str, ...] = ()


_SENT = ("when", "quiet hours", "timezone", "digest", "only")
KINDS: Mapping[str, KindOfChannel] = {
    "email": KindOfChannel(("to", "from", "server"), ("security", "user", "password", *_SENT)),
    "slack": KindOfChannel(("url",), _SENT),
    "teams": KindOfChannel(("url",), _SENT),
    "webhook": KindOfChannel(("url",), ("signature", *_SENT)),
    "junit": KindOfChannel(("file",)),
    "github summary": KindOfChannel(),
    "markdown": KindOfChannel(("file",)),
}
"""Those without `when` are files: each run writes them."""

OCCASIONS = ("new", "reopened", "fixed", "broken", "always", "weekly")
USUAL = ("new", "reopened", "fixed")
SECURITIES = ("starttls", "tls", "none")
TICKET_FORMS = ("plain", "jira")
