"""A browser's launch options in (JSON, as the only argument), what it can do out (JSON on standard output).

A program of its own, because Playwright's sync API cannot be started twice in one thread, and pytest has it.
"""

import json
import sys
from typing import Any

# A button whose click is seen in the title; a canvas tells the width of text without any layout.
PAGE = """data:text/html,<button onclick="document.title='clicked'">Buy</button>"""
TEXT_WIDTH = "() => document.createElement('canvas').getContext('2d').measureText('Mystery shopper').width"
TIMEOUT_MS = 3_000


def probe(engine: str, options: dict[str, Any]) -> dict[str, Any]:
    """Start the driver and the browser, draw, click; what failed is told, not raised."""
    seen: dict[str, Any] = {
        "driver": False,
        "version": "",
        "text_width_px": 0,
        "clicked": False,
        "problem": "",
    }
    try:
        _try_out(engine, options, seen)
    except Exception as problem:  # noqa: BLE001 - whatever it is, the doctor names it
        seen["problem"] = str(problem)
    return seen


def _try_out(engine: str, options: dict[str, Any], seen: dict[str, Any]) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - its failing import is one of the findings

    with sync_playwright() as playwright:
        seen["driver"] = True
        browser = getattr(playwright, engine).launch(**options)
        seen["version"] = browser.version
        page = browser.new_page()
        page.set_default_timeout(TIMEOUT_MS)
        page.goto(PAGE)
        seen["text_width_px"] = page.evaluate(TEXT_WIDTH)
        page.get_by_role("button", name="Buy").click()
        seen["clicked"] = page.title() == "clicked"
        browser.close()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(probe(**json.loads(sys.argv[1]))))
