"""Pictures show what the customer saw, and never a secret."""

from pathlib import Path

import pytest
from PIL import Image

from tests.pages import serving
from tests.walking import Walker

pytestmark = pytest.mark.usefixtures("all_evidence")

ECHO = """<!doctype html><html lang=en><title>Echo</title><body style="margin:0;background:white">
<form onsubmit="shown.textContent = number.value; return false">
<label>Card number <input id=number></label><button>Show</button></form>
<p id=shown style="position:absolute;left:0;top:100px;margin:0;font:40px/60px monospace;color:red"></p>
<p>Thank you</p>"""
JOURNEY = """
journey: Show the card
steps:
  - step: Show it
    do:
      - open: /
      - fill: {{Card number: "{value}"}}
      - click: Show
    see:
      - Thank you
"""


def red_and_black(picture: Path) -> tuple[int, int]:
    """Count the reddish and the black pixels where the page shows the number."""
    with Image.open(picture) as image:
        bands = [band.tobytes() for band in image.convert("RGB").crop((0, 100, 400, 160)).split()]
    pixels = list(zip(*bands, strict=True))
    red = sum(r > 150 and g < 100 and b < 100 for r, g, b in pixels)
    black = sum(max(pixel) < 60 for pixel in pixels)
    return red, black


def test_a_secret_that_the_page_shows_is_blacked_out(walker: Walker) -> None:
    with serving({"/": ECHO}) as site:
        walked = walker.walk(
            JOURNEY.format(value="${secret.CARD}"), address=site.address, environ={"CARD": "4242424242424242"}
        )
    red, black = red_and_black(walked.folder / "step-01.jpg")
    assert walked.judgement.verdict == "fine"
    assert red == 0
    assert black > 5000


def test_what_is_no_secret_is_seen(walker: Walker) -> None:
    with serving({"/": ECHO}) as site:
        walked = walker.walk(JOURNEY.format(value="4242424242424242"), address=site.address)
    red, black = red_and_black(walked.folder / "step-01.jpg")
    assert red > 500
    assert black == 0
