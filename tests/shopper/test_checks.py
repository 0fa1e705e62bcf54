"""What is checked besides texts and values: how many, in which order, in which state, whole pages."""

from textwrap import indent

import pytest

from harness.shopper.windows import AT_REST_MS
from tests.pages import Page, serving
from tests.walking import Walked, Walker

JOURNEY = """\
journey: Look around
steps:
  - step: Look
    do:
      - open: /
    see:
{claims}
      - Welcome
"""
LIST = """<ul aria-label="Search results"><li>Blue shirt $20</li>
<li>Green shirt $30</li><li>Red hat $9</li></ul>
<table aria-label=Orders><tr><th>Order</th><th>State</th></tr>
<tr><td>Order NF-1</td><td>Delivered</td></tr><tr><td>Order NF-2</td><td>Sent</td></tr>
<tr hidden><td>Order NF-3</td></tr></table>
<p><img alt="Blue shirt" width=9 height=9><a href="/terms?x=1#top">Terms</a><a>Nowhere</a>
<button disabled>Apply</button><button>Go on</button>
<label><input type=checkbox checked>News</label><label><input type=checkbox>Gift</label>"""
ITEMS = 'items in list "Search results"'
RESULTS = "Blue shirt $20; Green shirt $30; Red hat $9"
ORDERS = "Order NF-1 Delivered; Order NF-2 Sent"
BASKET = (
    """<main><h1>Your basket</h1><ul><li>Blue shirt</li></ul><p>Total $40.00</p><button>Pay</button></main>"""
)


def look(walker: Walker, page: str | Page, claims: str, **more: Page | str) -> Walked:
    body = page if isinstance(page, Page) else f"<title>Page</title><p>Welcome</p>{page}"
    with serving({"/": body, **{f"/{path}": each for path, each in more.items()}}) as site:
        return walker.walk(JOURNEY.format(claims=indent(claims.strip("\n"), " " * 6)), address=site.address)


def test_things_are_counted_told_in_order_and_asked_for_their_state(walker: Walker) -> None:
    claims = """
- rows "Order": at least 2
- rows in table "Orders": {is: 2}
- rows on the page: {more than: 1, less than: 3}
- items /shirt/ in list "Search results": 2
- images "shirt": 1
- headings on the page: 0
- items in list "Search results": {in order: [Blue shirt, Red hat]}
- items in list "Search results": {exactly: [blue shirt, /Green/, Red hat], at most: 3}
- button "Apply" is disabled
- button "Go on" is enabled
- checkbox "News" is checked
- checkbox "Gift" is not checked
- link "Terms": {leads to: /terms}
- link "Terms": {leads to: "/terms?x=1#top"}
- link /^TERMS|CONDITIONS$/i
- text /green SHIRT/i
- listitem /RED hat/i in list /search/i
- field /NEWS/i
- items /SHIRT/i in list "Search results": 2
- /go ON/i
"""
    assert look(walker, LIST, claims).judgement.verdict == "fine"


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (
            '- rows "Order": at least 3',
            f'Number of rows "Order" should be at least 3; the page shows "2: {ORDERS}".',
        ),
        ("- headings on the page: 2", 'Number of headings on the page should be 2; the page shows "0".'),
        (
            '- items in list "Search results": {in order: [Red hat, Blue shirt]}',
            f'Order of {ITEMS} should be "Red hat", then "Blue shirt"; the page shows "{RESULTS}".',
        ),
        (
            '- items in list "Search results": {exactly: [Blue shirt, Red hat]}',
            f'Order of {ITEMS} should be exactly "Blue shirt", then "Red hat"; the page shows "{RESULTS}".',
        ),
        ('- links in list "Offers": 0', 'Customers expect "Offers" to appear; that never happened.'),
        (
            '- button "Apply" is enabled',
            'Button "Apply" should be enabled; the page shows "disabled".',
        ),
        (
            '- checkbox "News" is not checked',
            'Checkbox "News" should be not checked; the page shows "checked".',
        ),
        (
            '- link "Terms": {leads to: /privacy}',
            'Link "Terms" should be a link to /privacy; the page shows "/terms?x=1#top".',
        ),
    ],
)
def test_what_does_not_hold_is_told_as_it_was_seen(walker: Walker, claim: str, told: str) -> None:
    walker.patience_ms = 500
    walked = look(walker, LIST, claim)
    assert walked.judgement.verdict == "broken"
    assert walked.judgement.findings[0].detail == told


def test_a_count_of_nothing_waits_for_what_is_still_on_its_way(walker: Walker) -> None:
    walker.patience_ms = 6000
    page = """<ul id=l></ul><script>
        fetch("/late").then(a => a.text()).then(text => { l.innerHTML = text })</script>"""
    late = Page("<li>Blue shirt</li>", delay_s=2)
    walked = look(walker, page, "- items on the page: 0", late=late)
    assert walked.judgement.findings[0].detail.endswith(' should be 0; the page shows "1: Blue shirt".')


def test_to_make_sure_that_no_more_comes_is_no_time_of_the_step(walker: Walker) -> None:
    walked = look(walker, "<ul><li>Blue</ul>", "- items on the page: 1")
    (step,) = walked.record.steps
    assert step.duration_ms - step.active_ms >= AT_REST_MS


def test_things_that_come_late_are_waited_for(walker: Walker) -> None:
    page = """<ul id=l></ul><button id=b disabled>Pay</button><script>
        setTimeout(() => { l.innerHTML = "<li>Blue<li>Green"; b.disabled = false }, 700)</script>"""
    claims = '- items on the page: at least 2\n- button "Pay" is enabled'
    assert look(walker, page, claims).judgement.verdict == "fine"


def test_frames_and_boxes_that_the_shop_has_drawn_are_looked_into(walker: Walker) -> None:
    page = """<iframe title="Card payment" srcdoc="<button>Pay</button><button>Back</button>"></iframe>
        <input type=checkbox id=g checked hidden><label for=g>Gift</label>
        <iframe title=Other srcdoc="<p>x</p>"></iframe>"""
    claims = """
- buttons in frame "Card payment": 2
- buttons in frame "Other": 0
- button "Pay" in frame "Card payment" is enabled
- checkbox "Gift" is checked
"""
    assert look(walker, page, claims).judgement.verdict == "fine"
    walker.patience_ms = 500
    walked = look(walker, page, '- buttons in frame "Nowhere": 0')
    assert walked.judgement.findings[0].detail == 'Customers expect "Nowhere" to appear; that never happened.'


def test_two_lists_of_one_name_are_not_counted_together(walker: Walker) -> None:
    page = "<ul aria-label=Shirts><li>Blue</ul><ul aria-label=Shirts><li>Green</ul>"
    walked = look(walker, page, '- items in list "Shirts": 2')
    assert walked.judgement.verdict == "journey out of date"


def test_a_page_looks_like_its_snapshot(walker: Walker) -> None:
    claims = """
- |
  - heading "Your basket" [level=1]
  - list:
    - listitem: Blue shirt
  - paragraph: /Total \\$\\d+/
"""
    assert look(walker, BASKET, claims).judgement.verdict == "fine"


def test_a_page_that_looks_otherwise_is_told_by_the_lines_that_differ(walker: Walker) -> None:
    claims = '- |\n  - heading "Your basket"\n  - paragraph: Total $36.00\n  - button "Pay"'
    walked = look(walker, BASKET, claims)
    assert walked.judgement.findings[0].detail == (
        'The page should be like this: paragraph: Total $36.00; the page shows "paragraph: Total $40.00".'
    )


def test_a_snapshot_that_a_value_makes_unreadable_is_the_authors(walker: Walker) -> None:
    with serving({"/": f"<p>Welcome</p>{BASKET}"}) as site:
        claims = indent('- |\n  - heading "${odd}"', " " * 6)
        journey = JOURNEY.format(claims=claims).replace("steps:", "data: {odd: 'a \"b'}\nsteps:")
        walked = walker.walk(journey, address=site.address)
    assert walked.judgement.verdict == "journey out of date"
    assert walked.judgement.findings[0].detail == (
        "The snapshot cannot be read once its values are put in: Unexpected input."
    )


NOT_SEEN = """\
journey: Look around
steps:
  - step: Look
    do:
      - open: /
      - not see: {{{claim}}}
    see: Welcome
"""


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ('Total: "$50.00"', ""),
        ("Total: {less than: $30.00}", ""),
        ('Total: "$40.00"', "does not change"),
        ('Totl: "$50.00"', "is out of date"),
        ("Total: {less than: $90.00}", "does not change"),
        ("Delivery: {less than: $90.00}", '"Delivery" cannot be read'),
    ],
)
def test_a_value_that_must_not_be_is_another_one_not_a_missing_one(
    walker: Walker, claim: str, told: str
) -> None:
    page = "<title>Page</title><p>Welcome</p><dl><dt>Total<dd>$40.00<dt>Delivery<dd>soon</dl>"
    with serving({"/": page}) as site:
        walked = walker.walk(NOT_SEEN.format(claim=claim), address=site.address)

    assert (walked.judgement.verdict == "fine") == (not told)
    assert told in " ".join(finding.sentence for finding in walked.judgement.findings)
