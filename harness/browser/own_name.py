"""A browser and its version in, the User-Agent by which a shop knows us out."""

import re

from harness import __version__

TOKEN = f"MysteryShopper/{__version__}"
LAPTOP_AGENTS = {
    "chromium": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/0 Safari/537.36",
    "firefox": "Mozilla/5.0 (X11; Linux x86_64; rv:0) Gecko/20100101 Firefox/0",
    "webkit": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    " Version/26.0 Safari/605.1.15",
}
_VERSION = re.compile(r"(?P<name>\b(?:Chrome|Firefox)/|\brv:)[\d.]+")


def token_of(contact: str) -> str:
    """Return what ends every User-Agent: `MysteryShopper/1.2.3 (+qa@shop.example)`."""
    return f"{TOKEN} (+{contact})" if contact else TOKEN


def user_agent(agent: str, version: str, contact: str = "") -> str:
    """Return a User-Agent with the browser's real version, and the words by which a shop knows us."""
    major = version.partition(".")[0]
    shown = f"{major}.0.0.0" if "Chrome/" in agent else f"{major}.0"
    honest = _VERSION.sub(rf"\g<name>{shown}", agent) if major else agent
    return f"{honest} {token_of(contact)}"
