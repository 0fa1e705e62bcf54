"""Targets as customers say them, found on pages as shops build them."""

from tests.pages import serving
from tests.shopper.tour import Stop, tour
from tests.walking import Walker

JOURNEY = """\
journey: Try the page
steps:
  - step: Do it
    do:
      - open: /
      - {action}
    see:
      - done
"""
DONE = "<script>function done() { document.body.append('done') }</script>"


FOUND = {
    "button": ('<button onclick="done()">Add to basket</button>', "click: Add to basket"),
    "any case": ('<a href="#" onclick="done()">Add to basket</a>', "click: add  to BASKET"),
    "no role at all": ('<div onclick="done()">Add to basket</div>', "click: Add to basket"),
    "words in pieces": (
        '<button onclick="done()"><span>Add</span> <b>to basket</b></button>',
        "click: Add to basket",
    ),
    "hidden twin first": (
        '<button style="display:none">Menu</button><button onclick="done()">Menu</button>',
        "click: Menu",
    ),
    "names that hold each other": (
        '<button>Apply now</button><button onclick="done()">Apply</button>',
        "click: Apply",
    ),
    "the second": (
        '<button>Remove</button><button onclick="done()">Remove</button>',
        'click: 2nd button "Remove"',
    ),
    "in a row": (
        (
            "<table><tr><td>Shipped</td><td><a href='#'>Return</a></td></tr>"
            "<tr><td>Delivered</td><td><a href='#' onclick='done()'>Return</a></td></tr></table>"
        ),
        'click: link "Return" in row "Delivered"',
    ),
    "in a frame": (
        '<iframe title="Card payment" srcdoc="<button onclick=parent.done()>Save</button>"></iframe>',
        'click: button "Save" in frame "Card payment"',
    ),
    "label around a field": ('<label>Code <input oninput="done()"></label>', "fill: {Code: SAVE10}"),
    "trimmings of a label": (
        '<label for="c">Code (optional) *</label><input id="c" oninput="done()">',
        "fill: {Code: SAVE10}",
    ),
    "placeholder": ('<input placeholder="Your code" oninput="done()">', "fill: {Your code: SAVE10}"),
    "list": (
        '<label>Size <select onchange="done()"><option>S<option>M</select></label>',
        "choose: {Size: M}",
    ),
    "radio buttons": (
        (
            "<fieldset><legend>Delivery</legend><label><input type=radio name=d>Standard</label>"
            "<label><input type=radio name=d onchange='done()'>Express</label></fieldset>"
        ),
        "choose: {Delivery: Express}",
    ),
    "box": ('<label><input type="checkbox" onchange="done()">I accept</label>', "check: I accept"),
    "switch": (
        (
            "<div role=switch aria-checked=false tabindex=0"
            " onclick=\"this.setAttribute('aria-checked', 'true');done()\">Dark</div>"
        ),
        "check: Dark",
    ),
    "comes late": (
        (
            "<script>const late = () => { document.body.innerHTML += '<button onclick=done()>Late' }\n"
            "setTimeout(late, 700)</script>"
        ),
        "click: Late",
    ),
}


def test_a_target_is_found_as_a_customer_would_find_it(walker: Walker) -> None:
    tour(
        walker,
        {
            name: Stop(f"<title>Page</title><body>{DONE}{page}", action, "done")
            for name, (page, action) in FOUND.items()
        },
    )


def test_two_that_answer_to_one_name_are_told_apart_and_none_is_picked(walker: Walker) -> None:
    page = (
        "<section aria-label='Promo'><form action='/clicked'><button>Apply</button></form></section>"
        "<section aria-label='Gift card'><form action='/clicked'><button>Apply</button></form></section>"
    )
    with serving({"/": page}) as site:
        walked = walker.walk(JOURNEY.format(action="click: Apply"), address=site.address)
    assert not [path for path in site.visited if path.startswith("/clicked")]
    (finding,) = walked.judgement.findings
    assert walked.judgement.verdict == "journey out of date"
    assert finding.detail == (
        'The page has several things called "Apply":'
        ' button "Apply" near "Promo"; button "Apply" near "Gift card".'
    )


def test_what_lies_over_a_button_is_named_as_the_reason(walker: Walker) -> None:
    page = (
        f"{DONE}<button onclick='done()'>Buy</button>"
        "<div style='position:fixed;inset:0;background:#eee'>Big banner</div>"
    )
    with serving({"/": page}) as site:
        walked = walker.walk(JOURNEY.format(action="click: Buy"), address=site.address)
    assert walked.judgement.verdict == "broken"
    assert walked.judgement.findings[0].detail == '"Buy" cannot be reached. "Big banner" lies over it.'


def test_a_button_that_cannot_be_used_is_the_companys_turn(walker: Walker) -> None:
    with serving({"/": "<button disabled>Sold out</button>"}) as site:
        walked = walker.walk(JOURNEY.format(action="click: Sold out"), address=site.address)
    assert walked.judgement.verdict == "broken"
    assert walked.judgement.findings[0].detail.startswith('"Sold out" is there but cannot be used.')


def test_what_is_there_but_hidden_is_told_so(walker: Walker) -> None:
    page = "<nav hidden><a href=/returns>Returns</a></nav><button>Menu</button>"
    with serving({"/": page}) as site:
        walked = walker.walk(JOURNEY.format(action="click: Returns"), address=site.address)
    (finding,) = walked.judgement.findings
    assert finding.detail == '"Returns" is there but cannot be seen.'
    assert finding.action.endswith("add that to the journey before journeys/buy/journey.yaml, line 6.")


def test_an_option_that_is_not_there_is_told_with_those_that_are(walker: Walker) -> None:
    page = "<label>Size <select><option>Small<option>Large</select></label>"
    with serving({"/": page}) as site:
        walked = walker.walk(JOURNEY.format(action="choose: {Size: Medium}"), address=site.address)
    trouble = walked.record.steps[0].trouble
    assert trouble
    assert trouble.message == '"Medium" is not among the options of "Size": "Small", "Large"'


SLASHES = [
    ('<button onclick="done()">Sign in / Register</button>', "click: Sign in / Register"),
    ('<button onclick="done()">24/7 help</button>', 'click: button "24/7 help"'),
    (
        "<label>MM / YY <input oninput=\"this.value == '12/30' && done()\"></label>",
        "fill: {MM / YY: 12/30}",
    ),
    ("<input placeholder='MM/YY' oninput=\"this.value == '12/30' && done()\">", "fill: {MM/YY: 12/30}"),
    ('<label><input type=checkbox onclick="done()">And/or</label>', "check: And/or"),
    (
        '<table><tr><td>A/B</td><td><button onclick="done()">x</button></td></tr></table>',
        'click: button "x" in row "A/B"',
    ),
    ('<button onclick="done()">A/B</button>', r"click: button /^a\/b$/i"),
    (
        '<select aria-label=Size onchange="done()"><option>S/M<option>L/XL</select>',
        "choose: {Size: L/XL}",
    ),
]


def test_a_slash_in_a_name_is_a_sign_like_others(walker: Walker) -> None:
    tour(
        walker,
        {action: Stop(f"<title>Page</title>{DONE}{page}", action, "done") for page, action in SLASHES},
    )
