"""Habits of real shops that trip naive shoppers."""

from tests.pages import serving
from tests.shopper.tour import Stop, tour
from tests.walking import Walked, Walker

JOURNEY = """\
journey: Get through the form
steps:
  - step: Fill it in
    do:
      - open: /
      {actions}
    see:
      - done
"""
DONE = "<script>function done() { document.body.append('done') }</script>"
FORM = f"<!doctype html><title>Form</title><body>{DONE}"
DRAWN_BOX = """\
<style>input {opacity: 0; position: absolute; width: 0; height: 0}</style>
<label><input type=checkbox onchange='done()'><span>I accept the terms</span></label>
"""
DRAWN_RADIOS = """\
<style>input {display: none}</style>
<fieldset><legend>Delivery</legend>
<input type=radio id=a name=d><label for=a>Standard</label>
<input type=radio id=b name=d onchange='done()'><label for=b>Express</label></fieldset>
"""
DRAWN_LIST = """\
<span id=l>Country</span>
<button role=combobox aria-labelledby=l aria-expanded=false
 onclick="document.getElementById('o').hidden = false">Choose</button>
<ul role=listbox id=o hidden><li role=option onclick='done()'>Norway</li><li role=option>Sweden</li></ul>
"""
WAKES_UP_LATE = """\
<form id=f onsubmit="event.preventDefault(); if (document.getElementById('c').value) done()">
<label>Code <input id=c></label><button>Use code</button></form>
<script>
addEventListener('load', () => setTimeout(() => {
  document.getElementById('c').value = '';
  document.body.insertAdjacentHTML('beforeend', '<p>Awake: yes</p>');
}, 400))
</script>
"""
FORMATS = """\
<form onsubmit="event.preventDefault(); if (document.getElementById('c').value === '4242 4242') done()">
<label>Card <input id=c oninput="this.value = this.value.replace(/(\\d{4})(?=\\d)/g, '$1 ')"></label>
<button>Go on</button></form>
"""
ICON = "<button aria-label='Open basket' onclick='done()'><svg width=20 height=20></svg></button>"
SUBMIT = "<form onsubmit='event.preventDefault(); done()'><input type=submit value='Go on'></form>"
TOAST = """\
<button onclick='done()' style='position:fixed;bottom:0'>Go on</button>
<div id=t style='position:fixed;bottom:0;left:0;width:100%;height:80px;background:#eee'>Saved</div>
<script>setTimeout(() => document.getElementById('t').remove(), 900)</script>
"""
BELOW = "<div style='height:3000px'></div><button onclick='done()'>Go on</button>"
FOLDED = "<details><summary>More</summary><button onclick='done()'>Go on</button></details>"
LEGEND_LABEL = "<p id=q>Your code</p><input aria-labelledby=q oninput='done()'>"


def get_through(walker: Walker, page: str, actions: str) -> Walked:
    with serving({"/": FORM + page}) as site:
        return walker.walk(JOURNEY.format(actions=actions), address=site.address)


HABITS = {
    "a box the shop has drawn itself": (DRAWN_BOX, "check: I accept the terms"),
    "radio buttons drawn as tiles": (DRAWN_RADIOS, "choose: {Delivery: Express}"),
    "a list the shop has drawn itself": (DRAWN_LIST, "choose: {Country: Norway}"),
    "a field that formats": (FORMATS, "fill: {Card: 42424242}\nclick: Go on"),
    "a button with a picture only": (ICON, "click: Open basket"),
    "an input as a button": (SUBMIT, "click: Go on"),
    "a toast that passes": (TOAST, "click: Go on"),
    "far below": (BELOW, "click: Go on"),
    "folded away": (FOLDED, "click: More\nclick: Go on"),
    "labelled by a text elsewhere": (LEGEND_LABEL, "fill: {Your code: X}"),
}


def test_a_customer_gets_through(walker: Walker) -> None:
    stops = {name: Stop(FORM + page, actions, "done") for name, (page, actions) in HABITS.items()}

    tour(walker, stops)


def test_typed_text_that_a_page_loses_while_it_wakes_up_is_typed_again_and_told(walker: Walker) -> None:
    actions = "- fill: {Code: SAVE10}\n      - remember: {awake: Awake}\n      - click: Use code"
    walked = get_through(walker, WAKES_UP_LATE, actions)
    assert walked.judgement.verdict == "fine"
    assert [each.kind for each in walked.record.steps[0].friction] == ["typed text lost"]
