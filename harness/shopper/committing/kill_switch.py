"""A file or an address in, whether somebody has switched the shopper off out."""

import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from harness.browser.own_name import TOKEN

SWITCH_TIMEOUT_S = 5
MOST_BYTES = 1000
OFF_WORDS = frozenset({"", "go", "ok", "off", "false", "no", "0"})
"""What an address may say that does not stop anything; whatever else it says does."""


@dataclass(frozen=True)
class KillSwitch:
    """Stops visits before they set out, and everything that commits at the moment it would be done.

    Args:
        where: A file, relative to `base`, or an address; empty when there is none.
        base: The folder above the journeys.
    """

    where: str
    base: Path

    def why_stopped(self) -> str:
        """Return one plain sentence while the switch is on, or cannot be asked; else nothing.

        A file stops by being there. An address stops by any text but one of OFF_WORDS; 404 and 410 do not
        stop. What gives no such answer stops too: nobody could have said stop.
        """
        if not self.where:
            return ""
        if self.where.startswith(("https://", "http://")):
            return self._asked()
        file = self.base / self.where
        return f"the kill switch is on: {self.where} is there" if file.exists() else ""

    def _asked(self) -> str:
        try:
            asking = urllib.request.Request(self.where, headers={"User-Agent": TOKEN})  # noqa: S310 -- http(s)
            with urllib.request.urlopen(asking, timeout=SWITCH_TIMEOUT_S) as answer:  # noqa: S310 -- the same
                said = answer.read(MOST_BYTES).decode(errors="replace").strip()
        except urllib.error.HTTPError as error:
            if error.code in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
                return ""
            return f"the kill switch could not be asked: {self.where} answered {error.code}"
        except (OSError, ssl.SSLError, ValueError) as error:
            return f"the kill switch could not be asked: {self.where}: {error}"
        return (
            "" if said.casefold() in OFF_WORDS else f'the kill switch is on: {self.where} says "{said[:80]}"'
        )
