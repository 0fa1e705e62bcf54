"""A press that changes nothing is told, one that changes anything at all is not."""

from textwrap import indent

import pytest

from harness.record import Friction, StepRecord
from tests.pages import serving
from tests.rough_servers import page, silence, talking
from tests.shopper.tour import Stop, tour
from tests.walking import Walked, Walker

JOURNEY = """\
journey: Press it
commits: cart
steps:
  - step: Press it
    do:
      - open: /
{actions}
    see:
      - {see}
"""
SHOP = "<!doctype html><title>Shop</title><h1>Shop</h1>{}"
LEADS_TO = {"/same": "<h1>Shop</h1>", "/pixel": ""}
AWAKE = "<script>window.performance.getEntriesByType = () => [{ loadEventEnd: -9999 }]</script>"
"""Makes the page believe it has been loaded long ago, so that nothing is pressed twice."""


def press(walker: Walker, body: str, actions: str = "- click: Go", see: str = "heading Shop") -> Walked:
    see = 'heading "Shop"' if see == "heading Shop" else see
    text = JOURNEY.format(actions=indent(actions, " " * 6), see=see)
    with serving({"/": SHOP.format(AWAKE + body), **LEADS_TO}) as site:
        return walker.walk(text, address=site.address)


def stop(body: str, action: str = "click: Go") -> Stop:
    return Stop(SHOP.format(AWAKE + body), action, 'heading "Shop"')


def of(step: StepRecord, kind: str) -> list[Friction]:
    return [each for each in step.friction if each.kind == kind]


def friction(walked: Walked, kind: str) -> list[Friction]:
    return [each for step in walked.record.steps for each in of(step, kind)]


DEAD = {
    "no handler": ("<button>Go</button>", "click: Go"),
    "an empty handler": ("<button onclick='0'>Go</button>", "click: Go"),
    "a form that is not sent": ("<form onsubmit='return false'><button>Go</button></form>", "click: Go"),
    "a link without a place": ("<a href='javascript:void 0'>Go</a>", "click: Go"),
    "only customers are counted": (
        "<button onclick=\"navigator.sendBeacon('/pixel'); new Image().src = '/pixel'\">Go</button>",
        "click: Go",
    ),
    "only itself is animated": (
        "<style>button { transition: 0.2s } button:active { scale: 0.9 }</style><button>Go</button>",
        "click: Go",
    ),
    "a key": (
        "<form onsubmit='return false'><input id=n aria-label=Words></form><script>n.focus()</script>",
        "press: Enter",
    ),
    "in an own frame": (
        f'<iframe srcdoc="{AWAKE}<button>Go</button>" title=In></iframe>',
        'click: button "Go" in frame "In"',
    ),
}


def test_a_press_that_changes_nothing_is_told(walker: Walker) -> None:
    pressed = tour(walker, {name: stop(*page) for name, page in DEAD.items()}, LEADS_TO)

    told = {
        name: [(dead.what, dead.duration_ms) for dead in of(step, "dead click")]
        for name, step in pressed.items()
    }
    assert told == {name: [(step.actions[-2].sentence, 1000)] for name, step in pressed.items()}


ALIVE = {
    "text": "<button onclick='out.textContent = 1'>Go</button><p id=out>",
    "a class elsewhere": "<button onclick='document.body.className = 1'>Go</button>",
    "a moment later": "<button onclick='setTimeout(() => out.append(1), 700)'>Go</button><p id=out>",
    "a value without a word": "<button onclick='n.value = 2'>Go</button><input id=n aria-label=Number>",
    "a tick": "<button onclick='n.checked = true'>Go</button><input id=n type=checkbox aria-label=Tick>",
    "another page": "<a href=/same>Go</a>",
    "an answer that is awaited": "<button onclick=\"fetch('/same')\">Go</button>",
    "history": "<button onclick=\"history.pushState(0, '', '?1')\">Go</button>",
    "a place on the page": "<a href='#here'>Go</a><h2 id=here style='margin-top: 3000px'>Here</h2>",
    "a place on the page where one is": "<a href='#'>Go</a>",
    "scrolling": "<button onclick='window.scrollTo(0, 500)'>Go</button><p style='height: 5000px'>",
    "focus": "<button onclick='n.focus()'>Go</button><input id=n aria-label=Number>",
    "a field": "<input aria-label=Go id=n>",
    "a label": "<label for=n>Go</label><input id=n>",
    "a box": "<input type=checkbox aria-label=Go>",
    "a dialog of the browser": "<button onclick='alert(1)'>Go</button>",
    "a dialog of the page": "<button onclick='d.showModal()'>Go</button><dialog id=d>Hello</dialog>",
    "a popover": "<button popovertarget=p>Go</button><p popover id=p>Hello</p>",
    "a folded part": "<details><summary>Go</summary>Hello</details>",
    "a menu of style alone": "<style>p { display: none } button:focus + p { display: block }</style>"
    "<section><button>Go</button><p>Hello</p></section>",
    "a shadow root": "<button onclick='s.shadowRoot.textContent = 1'>Go</button>"
    "<p id=s><template shadowrootmode=open>0</template></p>",
    "a frame": "<button onclick='f.contentDocument.body.textContent = 1'>Go</button>"
    "<iframe id=f srcdoc=0></iframe>",
    "an animation": "<button onclick='out.animate({opacity: 0}, 500)'>Go</button><p id=out>Hello",
    "copying": "<button onclick=\"n.select(); document.execCommand('copy'); this.focus()\">Go</button>"
    "<input id=n aria-label=Number value=1>",
    "a file to choose": "<button onclick='n.click()'>Go</button><input id=n type=file hidden>",
    "a file": "<a download=a.txt href='data:text/plain,1'>Go</a>",
    "a mail": "<a href='mailto:a@b.example'>Go</a>",
    "a picture that is drawn": "<button onclick=\"c.getContext('2d').fillRect(0, 0, 9, 9)\">Go</button>"
    "<canvas id=c>",
    "a field that must be filled": "<form><input required aria-label=Words><button>Go</button></form>",
    "closed to everybody": "<button onclick='x.shadow.textContent = 1'>Go</button><own-part id=x></own-part>"
    "<script>"
    "customElements.define('own-part', class extends HTMLElement {"
    " constructor() { super(); this.shadow = this.attachShadow({mode: 'closed'}) } })</script>",
}


PRESSED = {"a field": 'click: field "Go"'}
"""What is no button by its name alone."""


def test_a_press_that_changes_anything_is_none(walker: Walker) -> None:
    pressed = tour(
        walker, {name: stop(body, PRESSED.get(name, "click: Go")) for name, body in ALIVE.items()}, LEADS_TO
    )

    assert {name: step.friction for name, step in pressed.items() if of(step, "dead click")} == {}


def test_a_tab_that_opens_is_a_change(walker: Walker) -> None:
    with talking({"/": page(SHOP.format("<a href=/same target=_blank>Go</a>")), "/same": silence}) as address:
        text = JOURNEY.format(actions="      - click: Go", see="Never")
        assert friction(walker.walk(text, address=address), "dead click") == []


def test_the_dead_press_is_named_when_the_next_check_fails(walker: Walker) -> None:
    walked = press(walker, "<button>Go</button>", see="Promised")
    trouble = walked.record.steps[0].trouble
    assert trouble
    assert trouble.health
    assert trouble.health.dead_click == 'click "Go"'
    walked = press(walker, "<button onclick='document.body.append(1)'>Go</button>", see="Promised")
    trouble = walked.record.steps[0].trouble
    assert trouble
    assert trouble.health
    assert trouble.health.dead_click is None


def test_the_wait_for_nothing_is_not_the_steps_time(walker: Walker) -> None:
    step = press(walker, "<button>Go</button>").record.steps[0]
    assert friction(press(walker, "<button>Go</button>"), "dead click")
    assert step.interrupted_ms() == 0


LATE = "<script>setTimeout(() => {{ b.onclick = () => {{ {} }} }}, 700)</script><{} id=b>Go</{}>"


def wakes_up(does: str, tag: str = "button") -> str:
    return SHOP.format(LATE.format(does, tag, tag.partition(" ")[0]))


def test_a_press_lost_on_a_page_that_wakes_up_is_pressed_once_more_and_told(walker: Walker) -> None:
    does = "document.body.insertAdjacentHTML('beforeend', '<h2>Promised</h2>')"
    text = JOURNEY.format(actions="      - click: Go", see='heading "Promised"')
    with serving({"/": wakes_up(does)}) as site:
        walked = walker.walk(text, address=site.address)
    assert walked.judgement.verdict == "fine"
    assert [each.what for each in friction(walked, "dead click")] == ['click "Go"']
    assert walked.record.steps[0].actions[1].sentence == 'click "Go", and once more'


def test_a_press_that_is_heard_as_it_would_be_repeated_counts(walker: Walker) -> None:
    heard = "setTimeout(() => document.body.innerHTML = '<h2>Promised</h2>', 1010)"
    text = JOURNEY.format(actions="      - click: Go", see='heading "Promised"')
    with serving({"/": SHOP.format(f'<button onclick="{heard}">Go</button>')}) as site:
        walked = walker.walk(text, address=site.address)
    assert walked.judgement.verdict == "fine", walked.judgement.findings


@pytest.mark.parametrize(
    ("site", "action"),
    [
        pytest.param(wakes_up("fetch('/asked')", "button aria-pressed=false"), "Go", id="a toggle"),
        pytest.param(
            wakes_up("fetch('/asked')").replace(">Go", ">Place order"), "Place order", id="it commits"
        ),
        pytest.param(
            SHOP.format("<button onclick=\"navigator.sendBeacon('/asked')\">Go</button>"),
            "Go",
            id="it may have worked",
        ),
    ],
)
def test_what_must_not_be_done_twice_is_pressed_once(walker: Walker, site: str, action: str) -> None:
    text = JOURNEY.format(actions=f"      - click: {action}", see='heading "Shop"')
    text = text.replace("commits: cart", "commits: order").replace("    do:", "    commits: order\n    do:")
    text = (
        text
        if action == "Place order"
        else JOURNEY.format(actions=f"      - click: {action}", see='heading "Shop"')
    )
    with serving({"/": site, "/asked": ""}) as served:
        walked = walker.walk(text, address=served.address)
        assert served.visited.count("/asked") <= 1
    assert not walked.record.steps[0].actions[1].sentence.endswith("once more")


APPEARS = (
    "<button onclick=\"out.innerHTML = '<p role={}>This code has expired</p>'\">Go</button><div id=out></div>"
)


def test_a_message_of_trouble_that_appears_is_told_and_stops_nobody(walker: Walker) -> None:
    walked = press(walker, APPEARS.format("alert"), see="This code has expired")
    assert walked.judgement.verdict == "fine"
    assert [each.what for each in friction(walked, "visible error")] == ["This code has expired"]
    walked = press(walker, APPEARS.format("status"), see="This code has expired")
    assert friction(walked, "visible error") == []


def test_a_message_that_was_there_all_along_is_none_of_the_presses_doing(walker: Walker) -> None:
    banner = "<p role=alert>Free delivery today</p>"
    walked = press(walker, banner + ALIVE["text"])
    assert friction(walked, "visible error") == []


def test_a_message_on_the_page_that_a_press_leads_to_is_told(walker: Walker) -> None:
    banner = "<p role=alert>Free delivery today</p>"
    text = JOURNEY.format(actions="      - click: Go", see="This code has expired")
    pages = {
        "/": SHOP.format(f"{banner}<a href=/next>Go</a>"),
        "/next": SHOP.format(f"{banner}<p role=alert>This code has expired</p>"),
    }
    with serving(pages) as site:
        walked = walker.walk(text, address=site.address)
    assert [each.what for each in friction(walked, "visible error")] == ["This code has expired"]
