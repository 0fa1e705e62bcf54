"""Things dragged with the mouse, whatever a shop has made them draggable with."""

import pytest

from harness.language.model import Persona
from tests.pages import serving
from tests.shopper.test_dead_clicks import AWAKE
from tests.walking import Walked, Walker

JOURNEY = """\
journey: Fill the basket
steps:
  - step: Put a shirt in
    do:
      - open: /
      - drag: {Blue shirt: region "Basket"}
    see: %s
"""
PAGE = "<!doctype html><title>Shop</title><h1>Shop</h1>" + AWAKE
BASKET = "<section aria-label=Basket id=basket style='width:200px;height:100px;background:#eee'></section>"
DRAGGABLE = f"""\
<p id=shirt draggable=true ondragstart="event.dataTransfer.setData('text', 'shirt')">Blue shirt</p>
{BASKET}
<script>
basket.ondragover = (event) => event.preventDefault();
basket.ondrop = (event) => basket.append(event.dataTransfer.getData("text") + " is in");
</script>
"""
POINTED = f"""\
<p id=shirt style="position:absolute;touch-action:none">Blue shirt</p><br><br><br>{BASKET}
<script>
let moves = 0;
shirt.onpointerdown = (event) => shirt.setPointerCapture(event.pointerId);
shirt.onpointermove = ({{ buttons, movementX, movementY }}) => {{
  if (!buttons || (moves += 1) < 4) return;
  shirt.style.left = `${{shirt.offsetLeft + movementX}}px`;
  shirt.style.top = `${{shirt.offsetTop + movementY}}px`;
}};
shirt.onpointerup = ({{ clientX, clientY }}) => {{
  if (document.elementsFromPoint(clientX, clientY).includes(basket)) basket.append("shirt is in");
}};
</script>
"""
SLOW = f"""\
<p id=shirt style="user-select:none">Blue shirt</p>{BASKET}
<script>
onpointermove = () => {{ for (const end = performance.now() + 150; performance.now() < end; ); }};
basket.onpointerup = () => basket.append("shirt is in");
</script>
"""
FAR = DRAGGABLE.replace("<section", "<div style='height:3000px'></div><section")
PAGES = {"draggable": DRAGGABLE, "followed by the pointer": POINTED, "far from each other": FAR, "slow": SLOW}


def walk(walker: Walker, body: str, see: str = "shirt is in") -> Walked:
    with serving({"/": PAGE + body}) as site:
        return walker.walk(JOURNEY % see, address=site.address)


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES)
def test_a_thing_is_dragged_to_its_place(walker: Walker, body: str) -> None:
    walked = walk(walker, body)

    assert walked.judgement.verdict == "fine", walked.judgement.findings
    (step,) = walked.record.steps
    assert step.actions[1].sentence == 'drag "Blue shirt" to region "Basket"'
    assert step.friction == ()


def test_a_place_that_takes_nothing_is_told_like_a_dead_click(walker: Walker) -> None:
    walker.patience_ms = 500
    walked = walk(walker, f"<p draggable=true>Blue shirt</p>{BASKET}")

    (finding,) = walked.judgement.findings
    assert finding.sentence == (
        'Customers cannot fill the basket: at "Put a shirt in",'
        ' nothing happens when they drag "Blue shirt" to region "Basket".'
    )


def test_a_thing_that_is_missing_is_told(walker: Walker) -> None:
    walker.patience_ms = 500
    walked = walk(walker, BASKET)

    assert walked.record.steps[0].trouble
    assert walked.record.steps[0].trouble.message == '"Blue shirt" is not on the page'


def test_a_finger_drags_nothing_with_a_mouse(walker: Walker) -> None:
    walker.persona = Persona("phone", "On her phone", device="Pixel 7")
    walked = walk(walker, DRAGGABLE)

    assert walked.judgement.verdict == "journey out of date"
    assert walked.record.steps[0].trouble
    assert walked.record.steps[0].trouble.message == (
        '"Blue shirt" is to be dragged with a mouse, and this shopper has only a finger.'
        " Let a persona with a mouse walk this journey."
    )
