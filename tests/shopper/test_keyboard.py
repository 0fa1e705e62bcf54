"""A customer with nothing but a keyboard reaches everything by Tab, and what she cannot reach is broken."""

import pytest

from harness.language.model import Persona
from tests.pages import Page, serving
from tests.walking import Walked, Walker

KIM = Persona(id="kim", who="Kim", input="keyboard")
JOURNEY = """\
journey: Order by keys
commits: cart
steps:
  - step: Order
    do:
      - open: /
{actions}
    see:
      - {seen}
"""
TRUSTED = """<script>
  for (const type of ["click", "input", "change"]) {
    addEventListener(type, (at) => { if (!at.isTrusted) document.title = `by a program: ${type}`; }, true);
  }
  addEventListener("pointerdown", () => { document.title = "by a mouse"; }, true);
</script>"""
FORM = f"""<title>By hand</title>{TRUSTED}
<form onsubmit="event.preventDefault();
  done.textContent = document.title + JSON.stringify(Object.fromEntries(new FormData(this)))">
<label>Name <input name=name value=before></label>
<label>Message <textarea name=message></textarea></label>
<label>Size <select name=size><option>S<option disabled>M<option>L<option>XL</select></label>
<fieldset><legend>Delivery</legend>
  <label><input type=radio name=way value=post>Post</label>
  <label><input type=radio name=way value=bike>Bike</label>
  <label><input type=radio name=way value=foot>On foot</label></fieldset>
<label><input type=checkbox name=gift>It is a gift</label>
<label><input type=checkbox name=news checked>Newsletter</label>
<button>Go on</button></form><p id=done></p>
"""
ACTIONS = """\
      - check: Newsletter
      - uncheck: Newsletter
      - check: It is a gift
      - choose: {Delivery: On foot}
      - choose: {Size: XL}
      - choose: {Size: L}
      - fill: {Message: two words, Name: Kim}
      - click: Go on
"""
DONE = 'By hand{"name":"Kim","message":"two words","size":"L","way":"foot","gift":"on"}'
DRAWN = f"""<title>By hand</title>{TRUSTED}
<div role=tablist><button role=tab tabindex=0 id=t1>Facts</button>
<button role=tab tabindex=-1 id=t2>Reviews</button></div>
<div id=colour role=combobox tabindex=0 aria-label=Colour aria-controls=list aria-expanded=false>Red</div>
<ul id=list role=listbox hidden><li role=option id=o1>Red
<li role=option id=o2>Green<li role=option id=o3>Blue</ul>
<p id=said></p>
<script>
  document.querySelector("[role=tablist]").onkeydown = ({{key}}) => {{
    if (key === "ArrowRight") {{ t2.focus(); t1.tabIndex = -1; t2.tabIndex = 0; }}
  }};
  t2.onclick = () => said.append("four stars ");
  let at = 0;
  const goTo = (next) => {{ at = next; colour.setAttribute("aria-activedescendant", `o${{at}}`); }};
  colour.onkeydown = ({{key}}) => {{
    if (key === "Enter" && list.hidden) {{ list.hidden = false; goTo(1); }}
    else if (key === "ArrowDown") goTo(at + 1);
    else if (key === "Enter") said.append(list.children[at - 1].textContent);
  }};
</script>"""
LINKS = "<a href=#a>One</a> <a href=#b>Two</a> <input type=date aria-label=Day> "
DIV = "<div onclick=\"document.body.append('Done')\">Use it</div>"
BUTTON = "<button onclick=\"document.body.append('Done')\">Use it</button>"
TRAP = """<div onkeydown="if (event.key === 'Tab') {
  event.preventDefault(); (document.activeElement === one ? two : one).focus(); }">
  <button id=one>One</button><button id=two>Two</button></div><script>one.focus()</script>"""


def ordered(
    walker: Walker, page: str, actions: str, *, seen: str = "Done", site: str = "", **more: str
) -> Walked:
    walker.persona = KIM
    pages: dict[str, Page | str] = {"/": page, **more}
    with serving(pages) as served:
        return walker.walk(
            JOURNEY.format(actions=actions.rstrip(), seen=seen), address=served.address, site=site
        )


def test_a_form_is_filled_in_by_real_keys_alone(walker: Walker) -> None:
    walked = ordered(walker, FORM, ACTIONS, seen=f"'{DONE}'")

    assert walked.judgement.verdict == "fine"
    assert walked.record.steps[0].friction == ()


def test_arrow_keys_lead_on_in_what_the_shop_has_drawn_itself(walker: Walker) -> None:
    walked = ordered(
        walker, DRAWN, "      - click: Reviews\n      - choose: {Colour: Blue}", seen="four stars Blue"
    )

    assert walked.judgement.verdict == "fine"


def test_fields_in_frames_and_shadows_are_reached(walker: Walker) -> None:
    frame = "<iframe title=Card srcdoc='<label>Number <input></label><button>Next</button>'></iframe>"
    shadow = (
        "<div id=host></div><script>host.attachShadow({mode: 'open'}).innerHTML = `" + BUTTON + "`</script>"
    )
    actions = '      - fill: {field "Number" in frame "Card": "4242"}\n      - click: Use it'

    walked = ordered(walker, frame + shadow, actions)

    assert walked.judgement.verdict == "fine"


@pytest.mark.parametrize(
    ("page", "detail"),
    [
        (LINKS + DIV, "7 presses of Tab lead through the whole page, and not to it"),
        (TRAP + BUTTON, "after 13 presses of Tab the focus goes round in the same 2 places"),
        (
            LINKS + "<button tabindex=-1>Use it</button>",
            "7 presses of Tab lead through the whole page, and not to it",
        ),
    ],
    ids=["no button", "focus kept in", "taken out of the order"],
)
def test_what_no_key_leads_to_is_broken_for_her(walker: Walker, page: str, detail: str) -> None:
    walked = ordered(walker, page, "      - click: Use it")

    (finding,) = walked.judgement.findings
    assert walked.judgement.verdict == "broken"
    assert finding.sentence == (
        'Customers cannot order by keys: at "Order", "Use it" cannot be reached with the keyboard.'
    )
    assert finding.detail == f'"Use it" cannot be reached with the keyboard: {detail}.'


def test_the_same_page_is_fine_for_who_has_a_mouse(walker: Walker) -> None:
    with serving({"/": LINKS + DIV}) as served:
        walked = walker.walk(
            JOURNEY.format(actions="      - click: Use it", seen="Done"), address=served.address
        )

    assert walked.judgement.verdict == "fine"


def test_a_press_of_enter_without_any_effect_is_a_dead_click(walker: Walker) -> None:
    walked = ordered(walker, "<button>Use it</button>", "      - click: Use it")

    assert walked.judgement.findings[0].sentence.endswith('nothing happens when they click "Use it".')


def test_a_banner_is_closed_by_keys_too(walker: Walker) -> None:
    banner = (
        "<div id=b role=dialog aria-label=Cookies style='position:fixed;inset:0;background:#eee'>"
        '<button onclick="b.remove()">Accept</button></div>'
    )
    interruptions = 'interruptions:\n  - {interruption: Cookies, appears: dialog "Cookies", click: Accept}'

    walked = ordered(walker, TRUSTED + BUTTON + banner, "      - click: Use it", site=interruptions)

    assert walked.judgement.verdict == "fine"
    assert [(each.kind, each.what) for each in walked.record.steps[0].friction] == [("popup", "Cookies")]


def test_nothing_is_pointed_at_without_a_mouse(walker: Walker) -> None:
    walked = ordered(walker, BUTTON, "      - hover: Use it\n      - click: Use it")

    assert walked.judgement.verdict == "journey out of date"
    assert walked.judgement.findings[0].detail.startswith(
        '"Use it" is to be pointed at with a mouse, and this shopper has only a keyboard.'
    )
