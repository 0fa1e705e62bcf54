"""A persona in, the browser context she shops with out: device, language, name."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from harness.language.known.inputs import has_touch
from harness.shopper.identity import token_of

if TYPE_CHECKING:
    from harness.language.model import Persona, Site

LAPTOP = {"width": 1280, "height": 720}
LAPTOP_AGENTS = {
    "chromium": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/0 Safari/537.36",
    "firefox": "Mozilla/5.0 (X11; Linux x86_64; rv:0) Gecko/20100101 Firefox/0",
    "webkit": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    " Version/26.0 Safari/605.1.15",
}
_VERSION = re.compile(r"(?P<name>\b(?:Chrome|Firefox)/|\brv:)[\d.]+")


def context_options(
    persona: "Persona", site: "Site", *, device: Mapping[str, Any], engine: str, version: str
) -> dict[str, Any]:
    """Return the options of the context.

    Args:
        persona: Who shops.
        site: Where; its language and time zone stand in for what the persona leaves open.
        device: Playwright's description of her device, empty for a laptop.
        engine: The browser's engine.
        version: The browser's version: a device's description names another one, which would be a lie.
    """
    options: dict[str, Any] = {key: value for key, value in device.items() if key != "default_browser_type"}
    options.setdefault("viewport", LAPTOP)
    options["has_touch"] = has_touch(persona.input, device=bool(options.get("has_touch")))
    options["locale"] = persona.locale or site.locale
    zone = persona.timezone or site.timezone
    if zone:
        options["timezone_id"] = zone
    agent = options.get("user_agent") or LAPTOP_AGENTS[engine]
    options["user_agent"] = user_agent(agent, version, site.identification.contact)
    return options


def user_agent(agent: str, version: str, contact: str = "") -> str:
    """Return a User-Agent with the browser's real version, and the words by which a shop knows us."""
    major = version.partition(".")[0]
    shown = f"{major}.0.0.0" if "Chrome/" in agent else f"{major}.0"
    honest = _VERSION.sub(rf"\g<name>{shown}", agent) if major else agent
    return f"{honest} {token_of(contact)}"
