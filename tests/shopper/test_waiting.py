"""A page that shows no sign of a press for longer than a moment: noticed, and how long it was."""

from harness.record import Friction
from tests.pages import Page
from tests.shopper.tour import Stop, tour
from tests.walking import Walker

GOES_ON = 'if see: {target: field "Name", do: [fill: {Name: Pat}]}\nclick: Next'
FORM = "<!doctype html><title>Form</title><form action=/next method=post><button>Next</button></form>"
ASKS = """<!doctype html><title>Asks</title><button onclick="ask()">Next</button><p id=answer></p>
<script>
async function ask() {{ {first} answer.textContent = await (await fetch("/next")).text(); }}
</script>"""
SAYS_SO = "answer.textContent = 'One moment';"


def silences(walker: Walker, pages: dict[str, str], delay_s: float) -> dict[str, list[Friction]]:
    """Go on from each page to one that takes so long, and return what was noticed of each."""
    stops = {name: Stop(page, GOES_ON, "Here it is") for name, page in pages.items()}
    steps = tour(walker, stops, {"/next": Page("<p>Here it is</p>", delay_s=delay_s)})
    return {
        name: [friction for friction in step.friction if friction.kind == "no feedback"]
        for name, step in steps.items()
    }


FAR_DOWN = FORM.replace("<button>", "<div style='height: 3000px'></div><button>")


GLOWS = "<style>input {transition: outline-width 0.2s} input:focus {outline: 4px solid}</style>"
FROM_A_FIELD = FORM.replace("<button>", "<label>Name <input></label><button>").replace(
    "<form", f"{GLOWS}<form"
)


def test_a_second_and_a_half_without_a_sign_is_noticed(walker: Walker) -> None:
    pages = {
        "a page": FORM,
        "a page, from a field": FROM_A_FIELD,
        "a page, from far down": FAR_DOWN,
        "an answer": ASKS.format(first=""),
    }
    noticed = silences(walker, pages, 1.5)
    assert all(len(of_page) == 1 for of_page in noticed.values()), noticed
    assert {each.what for (each,) in noticed.values()} == {'click "Next"'}
    assert min(each.duration_ms for (each,) in noticed.values()) >= 1400


def test_a_quick_answer_or_a_sign_is_no_silence(walker: Walker) -> None:
    quick = {"a quick page": FORM, "a quick answer": ASKS.format(first="")}
    assert not any(silences(walker, quick, 0).values())
    says_so = {"one moment, please": ASKS.format(first=SAYS_SO)}
    assert not any(silences(walker, says_so, 1.5).values())
