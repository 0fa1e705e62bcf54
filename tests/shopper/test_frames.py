"""Within a frame all is done and checked as on the page; payment windows are followed by themselves."""

import pytest

from harness.language.model import Persona
from tests.pages import Page, serving
from tests.walking import Walked, Walker

JOURNEY = """\
journey: Enter the card
commits: cart
steps:
  - step: Enter it
    do:
      - open: /
{actions}
    see:
{seen}
"""
CARD = """<title>Card</title><main><h2>Your card</h2>
<label>Number <input></label>
<label>Month <select><option>May<option>June</select></label>
<fieldset><legend>Kind</legend><label><input type=radio name=k>Debit</label>
<label><input type=radio name=k>Credit</label></fieldset>
<label><input type=checkbox>Keep it</label>
<div role=combobox tabindex=0 aria-label=Country onclick="lands.hidden = false">Choose</div>
<ul id=lands role=listbox hidden><li role=option onclick="said.append('Spain')">Spain</ul>
<a href=/invoice download>Invoice</a> <label>Photo <input type=file></label>
<button onmouseover="said.append(' hovered')">Help</button>
<table><tr><td>Amount</td><td>$40.00</td></tr></table>
<button onclick="said.append(' saved')">Save</button>
<button disabled>Delete</button><p id=said></p></main>
"""
SHOP = "<title>Shop</title><h1>Shop</h1><p>Amount: $99.00</p><label>Number <input></label>"
FRAME = '<iframe title="Card payment" width=600 height=700 src="{0}"></iframe>'
PAGES: dict[str, Page | str] = {
    "/": SHOP + FRAME.format("/card"),
    "/card": CARD,
    "/deep": "<h1>Deep</h1>" + FRAME.format("/outer"),
    "/outer": "<h2>Outer</h2><iframe name=inner src=/card width=500 height=600></iframe>",
    "/invoice": Page("%PDF-1.4 invoice", kind="application/pdf"),
}
DEEDS = """\
      - switch to: frame "Card payment"
      - fill: {Number: "4242"}
      - choose: {Month: June, Kind: Credit, Country: Spain}
      - check: Keep it
      - uncheck: Keep it
      - hover: Help
      - scroll to: Save
      - download: {target: Invoice, type: pdf}
      - remember: {amount: Amount}
      - click: Save"""
SEEN = """\
      - heading "Your card"
      - text /Spain.*saved/
      - Amount: ${amount}
      - Amount: $40.00
      - Number: "4242"
      - radio "Credit" is checked
      - button "Delete" is disabled
      - buttons on the page: 4
      - |
          - heading "Your card"
"""


def walked_on(walker: Walker, actions: str, seen: str, *, pages: "dict[str, Page | str]" = PAGES) -> Walked:
    with serving(pages) as site:
        return walker.walk(JOURNEY.format(actions=actions, seen=seen), address=site.address)


@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_after_switching_to_a_frame_all_is_done_and_checked_within_it(walker: Walker, hand: str) -> None:
    walker.persona = Persona(id="kim", who="Kim", input=hand)
    deeds = (
        DEEDS
        if hand == "mouse"
        else DEEDS.replace("      - hover: Help\n", "").replace(", Country: Spain", "")
    )
    seen = SEEN if hand == "mouse" else SEEN.replace("text /Spain.*saved/", "saved")

    walked = walked_on(walker, deeds, seen)

    assert walked.judgement.verdict == "fine", walked.judgement.findings


def test_the_whole_page_is_looked_at_again(walker: Walker) -> None:
    deeds = '      - switch to: frame "Card payment"\n      - fill: {Number: "1"}\n      - switch to: page'

    walked = walked_on(
        walker, deeds, '      - Amount: $99.00\n      - field "Number" in frame "Card payment": "1"'
    )

    assert walked.judgement.verdict == "fine", walked.judgement.findings


@pytest.mark.parametrize(
    "way",
    ['frame "Inner" in frame "Card payment"', 'frame "Card payment"\n      - switch to: frame "inner"'],
    ids=["at once", "one by one"],
)
def test_a_frame_in_a_frame_is_reached(walker: Walker, way: str) -> None:
    deeds = f"      - open: /deep\n      - switch to: {way}\n      - click: Save"

    walked = walked_on(walker, deeds, "      - saved\n      - Amount: $40.00")

    assert walked.judgement.verdict == "fine", walked.judgement.findings


def test_a_frame_that_is_not_there_is_told_with_those_that_are(walker: Walker) -> None:
    walker.patience_ms = 500

    walked = walked_on(walker, '      - switch to: frame "Bank"\n      - click: Save', "      - saved")

    trouble = walked.record.steps[0].trouble
    assert trouble
    assert trouble.message == 'there is no frame "Bank"; on the page are: "Card payment"'
    assert walked.judgement.verdict == "broken"
    assert walked.judgement.findings[0].detail == (
        'Customers expect a frame "Bank" to appear, where there are: "Card payment"; that never happened.'
    )


@pytest.mark.parametrize(
    "deeds",
    [
        '      - switch to: frame "Card payment"\n      - fill: {Number: "4242", Nummber: "1"}',
        '      - fill: {field "Nummber" in frame "Card payment": "1"}',
    ],
)
def test_what_comes_near_a_missing_field_is_looked_for_in_its_frame(walker: Walker, deeds: str) -> None:
    walker.patience_ms = 500

    walked = walked_on(walker, deeds, '      - heading "Your card"')

    trouble = walked.record.steps[0].trouble
    assert trouble
    assert trouble.near == ('textbox "Number"',)


BANK = """<title>Bank</title><h1>Your bank</h1>
<button onclick="opener.postMessage('confirmed', '*'); window.close()">Confirm it</button>"""
OPENER = """<title>Shop</title><h1>Shop</h1><p id=said></p>
<button onclick="window.open('/bank', 'bank', 'popup,width=400,height=500')">Go to the bank</button>
<script>addEventListener("message", ({ data }) => { said.textContent = `Card ${data}`; });</script>"""


def test_a_payment_window_is_followed_and_left_when_it_closes_itself(walker: Walker) -> None:
    deeds = "      - click: Go to the bank\n      - see: Your bank\n      - click: Confirm it"

    walked = walked_on(walker, deeds, "      - Card confirmed", pages={"/": OPENER, "/bank": BANK})

    assert walked.judgement.verdict == "fine", walked.judgement.findings
    assert walked.record.steps[0].friction == ()


def test_a_window_that_goes_on_by_itself_and_closes_is_left_too(walker: Walker) -> None:
    busy = """<title>Bank</title><p>One moment<script>
      setTimeout(() => { opener.postMessage("confirmed", "*"); window.close(); }, 600)</script>"""

    walked = walked_on(
        walker, "      - click: Go to the bank", "      - Card confirmed", pages={"/": OPENER, "/bank": busy}
    )

    assert walked.judgement.verdict == "fine", walked.judgement.findings
