"""A persona in, the browser context she shops with out: device, language, name."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from harness.browser.own_name import LAPTOP_AGENTS, user_agent
from harness.language.known.inputs import has_touch

if TYPE_CHECKING:
    from harness.language.model import Persona, Site

LAPTOP = {"width": 1280, "height": 720}


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
