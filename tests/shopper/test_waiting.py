"""A page that shows no sign of a press for longer than a moment: noticed, and how long it was."""

import pytest

from harness.record import Friction
from tests.pages import Page, serving
from tests.walking import Walker

JOURNEY = """\
journey: Ask for the next page
steps:
  - step: Go on
    do:
      - open: /
      - if see: {target: field "Name", do: [fill: {Name: Pat}]}
      - click: Next
    see:
      - Here it is
"""
FORM = "<!doctype html><title>Form</title><form action=/next method=post><button>Next</button></form>"
ASKS = """<!doctype html><title>Asks</title><button onclick="ask()">Next</button><p id=answer></p>
<script>
async function ask() {{ {first} answer.textContent = await (await fetch("/next")).text(); }}
</script>"""
SAYS_SO = "answer.textContent = 'One moment';"


def silence(walker: Walker, page: str, delay_s: float) -> list[Friction]:
    walker.patience_ms = 5000
    with serving({"/": page, "/next": Page("<p>Here it is</p>", delay_s=delay_s)}) as site:
        (step,) = walker.walk(JOURNEY, address=site.address).record.steps
    assert step.outcome == "passed"
    return [friction for friction in step.friction if friction.kind == "no feedback"]


FAR_DOWN = FORM.replace("<button>", "<div style='height: 3000px'></div><button>")


GLOWS = "<style>input {transition: outline-width 0.2s} input:focus {outline: 4px solid}</style>"
FROM_A_FIELD = FORM.replace("<button>", "<label>Name <input></label><button>").replace(
    "<form", f"{GLOWS}<form"
)


@pytest.mark.parametrize(
    "page",
    [FORM, FROM_A_FIELD, FAR_DOWN, ASKS.format(first="")],
    ids=["a page", "a page, from a field", "a page, from far down", "an answer"],
)
def test_a_second_and_a_half_without_a_sign_is_noticed(walker: Walker, page: str) -> None:
    (friction,) = silence(walker, page, 1.5)
    assert friction.what == 'click "Next"'
    assert friction.duration_ms >= 1400


@pytest.mark.parametrize(
    ("page", "delay_s"),
    [(FORM, 0), (ASKS.format(first=""), 0), (ASKS.format(first=SAYS_SO), 1.5)],
    ids=["a quick page", "a quick answer", "one moment, please"],
)
def test_a_quick_answer_or_a_sign_is_no_silence(walker: Walker, page: str, delay_s: float) -> None:
    assert not silence(walker, page, delay_s)
