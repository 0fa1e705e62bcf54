"""Attacks on pictures: two visits whose secrets differ leave the same picture, wherever they show."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops

from harness.browser.keeper import BrowserKeeper
from tests.pages import serving
from tests.walking import Walked, Walker

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

BANDS = {
    "text": "show.textContent = typed",
    "text drawn as a colour of its own": "show.style.webkitTextFillColor = 'red'; show.textContent = typed",
    "a letter an element": "show.innerHTML = [...typed].map(sign => `<b>${sign}</b>`).join('')",
    "digits in groups": "show.textContent = typed.replace(/(.{4})/g, '$1 ')",
    "svg": "show.innerHTML = `<svg width=400 height=30><text y=20>${typed}</text></svg>`",
    "generated": "show.title = typed; show.className = 'generated'",
    "field": "show.innerHTML = '<input size=30>'; show.firstChild.value = typed",
    "password that is shown": (
        "show.innerHTML = '<input type=password size=30>'; "
        "show.firstChild.value = typed; show.firstChild.type = 'text'"
    ),
    "placeholder": "show.innerHTML = `<input size=30 placeholder='${typed}'>`",
    "list": "show.innerHTML = `<select><option>${typed}</option></select>`",
    "button": "show.innerHTML = `<input type=button value='${typed}'>`",
    "shadow": "show.attachShadow({mode: 'open'}).innerHTML = `<i>${typed}</i>`",
    "field in a shadow": (
        "show.attachShadow({mode: 'open'}).innerHTML = `<input size=30>`; "
        "show.shadowRoot.firstChild.value = typed"
    ),
    "frame": (
        "show.innerHTML = '<iframe height=30></iframe>'; "
        "frames[0].document.body.innerHTML = `<tt>${typed}</tt>`"
    ),
    "base64": "show.textContent = btoa(typed)",
}
BAND_PX = 40
PAGE = """<!doctype html><html lang=en><title>Bands</title>
<style>
  body {{ margin: 0; font: 16px monospace; caret-color: transparent }}
  div {{ position: absolute; height: 40px; left: 0; width: 600px; overflow: hidden }}
  .generated::before {{ content: attr(title) }}
  form, #done {{ position: absolute; top: 660px }} #done {{ left: 500px }}
</style>
{bands}
<form onsubmit="draw(number.value); number.value = ''; return false">
<label>Number <input id=number></label><button>Show</button></form><p id=done></p>
<script>
const draw = (typed) => {{
  {draw}
  done.textContent = "All is drawn";
}};
</script>"""
JOURNEY = """
journey: Draw it
steps:
  - step: Draw it
    do:
      - open: /
      - fill: {{Number: "{typed}"}}
      - click: Show
    see:
      - All is drawn
"""
NUMBERS = ("4111111111111111", "9283746560918273")
Pictures = tuple[Walked, Walked]


def page() -> str:
    places = [f"<div id=band{at} style='top:{at * BAND_PX}px'></div>" for at in range(len(BANDS))]
    draw = [f"{{ const show = band{at}; {code} }}" for at, code in enumerate(BANDS.values())]
    return PAGE.format(bands="\n".join(places), draw="\n".join(draw))


@pytest.fixture(scope="module")
def walker(
    browser_keeper: BrowserKeeper, playwright: "Playwright", tmp_path_factory: pytest.TempPathFactory
) -> Walker:
    return Walker(browser_keeper, playwright.devices, tmp_path_factory.mktemp("pictures"))


def walk_both(walker: Walker, typed: str) -> Pictures:
    with serving({"/": page()}) as site:
        one, other = (
            walker.walk(
                JOURNEY.format(typed=typed.format(number)), address=site.address, environ={"CARD": number}
            )
            for number in NUMBERS
        )
    return one, other


@pytest.fixture(scope="module")
def secret(walker: Walker) -> Pictures:
    return walk_both(walker, "${{secret.CARD}}")


@pytest.fixture(scope="module")
def plain(walker: Walker) -> Pictures:
    return walk_both(walker, "{}")


def differ(pictures: Pictures, band: int, name: str, scale: float = 1) -> bool:
    """Say whether two pictures differ in one band, by more than what JPEG spills over from the next."""
    one, other = (_band(walked.folder / name, band, scale) for walked in pictures)
    return max(high for _, high in ImageChops.difference(one, other).getextrema()) > 60  # type: ignore[misc]


def _band(file: Path, band: int, scale: float) -> Image.Image:
    with Image.open(file) as picture:
        top = round(band * BAND_PX * scale)
        return picture.convert("RGB").crop((0, top, round(600 * scale), top + round((BAND_PX - 4) * scale)))


@pytest.mark.parametrize("band", range(len(BANDS)), ids=list(BANDS))
def test_a_picture_tells_nothing_of_a_secret(band: int, secret: Pictures, plain: Pictures) -> None:
    assert differ(plain, band, "step-01.jpg")
    assert not differ(secret, band, "step-01.jpg")


@pytest.mark.parametrize("band", range(len(BANDS)), ids=list(BANDS))
def test_nor_does_its_thumbnail(band: int, secret: Pictures) -> None:
    assert not differ(secret, band, "step-01-thumbnail.jpg", scale=0.2)


ANEW = """<!doctype html><html lang=en><title>Anew</title>
<label>Number <input id=number></label><p id=show></p>
<script>
const draw = () => {{
  if (number.value) show.innerHTML = `<input value="${{number.value}}">`;
  {again}
}};
number.oninput = draw;
</script>"""
TYPE_IT = """
journey: Type it
steps:
  - step: Type it
    do:
      - open: /
      - fill: {Number: "${secret.CARD}"}
    see:
      - field "Number"
"""


@pytest.mark.parametrize("again", ["", "requestAnimationFrame(draw)"], ids=["once", "for ever"])
def test_there_is_no_picture_of_what_is_drawn_anew_all_the_time(again: str, walker: Walker) -> None:
    with serving({"/": ANEW.format(again=again)}) as site:
        walked = walker.walk(TYPE_IT, address=site.address, environ={"CARD": NUMBERS[0]})
    (told,) = (each.problem for each in walked.record.steps[0].evidence if each.kind == "screenshot")
    assert told == ("the page draws a secret anew faster than it can be blacked out" if again else None)


CURIOUS = """<!doctype html><html lang=en><title>Curious</title><label>Number <input id=number></label>
<iframe title=Stranger srcdoc="<p>Nothing</p><script>
const told = [];
for (const name of ['indexOf', 'includes', 'split', 'match', 'replace', 'search']) {
  const own = String.prototype[name];
  String.prototype[name] = function (...texts) { told.push(...texts.map(String));
    return own.apply(this, texts); };
}
setInterval(() => { document.body.dataset.told = told.some(text => text == '4111111111111111'); }, 20);
</script>"></iframe>"""
NOT_TOLD = """
  - step: Look what the stranger heard
    see:
      - text "Nothing" in frame "Stranger"
      - css "body[data-told=false]" in frame "Stranger"
"""


def test_a_stranger_in_a_frame_is_not_told_what_to_cover(walker: Walker) -> None:
    with serving({"/": CURIOUS}) as site:
        walked = walker.walk(TYPE_IT + NOT_TOLD, address=site.address, environ={"CARD": NUMBERS[0]})
    assert walked.judgement.verdict == "fine"
