"""A persona in, the browser context she shops with out: device, language, name."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from harness import __version__
from harness.language.known.inputs import has_touch

if TYPE_CHECKING:
    from harness.language.model import Persona, Site

TOKEN = f"MysteryShopper/{__version__}"
LAPTOP = {"width": 1280, "height": 720}
DESKTOP_CHROME = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/{major}.0.0.0 Safari/537.36"
)


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
    if engine == "chromium":
        options["user_agent"] = _user_agent(options.get("user_agent"), version)
    return options


def _user_agent(of_device: str | None, version: str) -> str:
    major = version.partition(".")[0]
    agent = of_device or DESKTOP_CHROME.format(major=major)
    honest = re.sub(r"Chrome/[\d.]+", f"Chrome/{major}.0.0.0", agent)
    return f"{honest} {TOKEN}"
