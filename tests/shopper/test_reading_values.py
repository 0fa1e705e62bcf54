"""Values read from pages the way a customer reads them, and checked."""

from datetime import UTC, datetime

from harness.values.calendar import after_working_days
from tests.pages import serving
from tests.shopper.tour import Stop, tour
from tests.walking import Walked, Walker

JOURNEY = """\
journey: Read the page
steps:
  - step: Look
    do:
      - open: /
    see:
      - {claim}
"""


def look(walker: Walker, page: str, claim: str, site_file: str = "") -> Walked:
    with serving({"/": f"<title>Page</title><body>{page}"}) as site:
        return walker.walk(JOURNEY.format(claim=claim), address=site.address, site=site_file)


LABELLED = {
    "definition": "<dl><dt>Order total</dt><dd>$40.00</dd></dl>",
    "definition in a box": "<dl><div><dt>Order total:</dt><dd>$40.00</dd></div></dl>",
    "row header": "<table><tr><th>Order total</th><td>$40.00</td></tr></table>",
    "next cell": "<table><tr><td>Order total</td><td>$40.00</td></tr></table>",
    "field": "<label>Order total <input value='$40.00'></label>",
    "output": "<label for=o>Order total</label><output id=o>$40.00</output>",
    "rest of a text": "<p>Order total: $40.00</p>",
    "rest in bold": "<p>Order total <strong>$40.00</strong></p>",
    "neighbour": "<div><span>Order total</span><span>$40.00</span></div>",
    "hidden twin": (
        "<dl><dt hidden>Order total</dt><dd hidden>$99</dd><dt>Order total</dt><dd>$40.00</dd></dl>"
    ),
}
READ = "Order total: $40.00\nOrder total: {less than: $41}\nOrder total: /40/"


def test_a_value_is_read_beside_its_label(walker: Walker) -> None:
    tour(
        walker, {name: Stop(f"<title>Page</title><body>{page}", "", READ) for name, page in LABELLED.items()}
    )


def test_a_name_of_the_site_file_wins(walker: Walker) -> None:
    page = "<dl><dt>Sum</dt><dd>$1</dd></dl><p data-testid='total'>$40.00</p>"
    walked = look(walker, page, "Sum: $40.00", "names: {Sum: 'testid \"total\"'}")
    assert walked.judgement.verdict == "fine"


def test_a_holiday_of_the_site_is_no_working_day(walker: Walker) -> None:
    today = datetime.now(UTC).date()
    free = [after_working_days(today, count, frozenset()) for count in (1, 2)]
    page = f"<dl><dt>Delivery</dt><dd>{after_working_days(today, 3, frozenset())}</dd></dl>"
    site = f"timezone: UTC\nholidays: [{free[0]}, {free[1]:%m-%d}]"
    claim = "Delivery: {no later than: in 1 working day}"
    assert look(walker, page, claim, site).judgement.verdict == "fine"
    assert look(walker, page, claim, "timezone: UTC").judgement.verdict == "broken"


def test_a_text_that_is_no_value_is_told_as_it_was_seen(walker: Walker) -> None:
    walked = look(walker, "<dl><dt>Waiting time</dt><dd>not long</dd></dl>", "Waiting time: {at most: 5 min}")
    (finding,) = walked.judgement.findings
    assert finding.sentence.startswith('When customers read the page, "Waiting time" cannot be read')
    assert finding.detail == 'Cannot read "not long" as a length of time: it holds no length of time.'


def test_a_wrong_value_is_told_as_it_was_seen(walker: Walker) -> None:
    walked = look(walker, "<dl><dt>Order total</dt><dd>$43.95</dd></dl>", "Order total: $40.00")
    (finding,) = walked.judgement.findings
    assert finding.sentence.startswith(
        'When customers read the page, "Order total" is "$43.95" and should be $40.00'
    )
    assert finding.detail == 'Order total should be $40.00; the page shows "$43.95".'
    assert walked.record.steps[0].actions[-1].box is not None


def test_a_value_that_comes_late_is_waited_for(walker: Walker) -> None:
    page = (
        "<dl><dt>Order total</dt><dd id=t>Calculating</dd></dl>"
        "<script>setTimeout(() => { document.getElementById('t').textContent = '$36.00' }, 600)</script>"
    )
    assert look(walker, page, "Order total: $36.00").judgement.verdict == "fine"


def test_two_different_values_of_one_name_are_an_error_that_lists_both(walker: Walker) -> None:
    page = "<dl><dt>Order total</dt><dd>$40.00</dd></dl><dl><dt>Order total</dt><dd>$36.00</dd></dl>"
    walked = look(walker, page, "Order total: $40.00")
    assert walked.judgement.verdict == "journey out of date"
    assert '"$40.00"; "$36.00"' in walked.judgement.findings[0].detail


def test_what_is_missing_is_the_companys_turn_on_a_healthy_page(walker: Walker) -> None:
    walked = look(walker, "<h1>Basket</h1>", "Promo code SAVE10 applied")
    (finding,) = walked.judgement.findings
    assert walked.judgement.verdict == "broken"
    assert finding.detail == 'Customers expect "Promo code SAVE10 applied" to appear; that never happened.'


def test_the_words_of_the_page_explain_what_is_missing(walker: Walker) -> None:
    page = "<p role=alert>This code has expired.</p>"
    walked = look(walker, page, "Promo code SAVE10 applied")
    assert walked.judgement.findings[0].detail.endswith('The page said: "This code has expired."')


def test_what_should_not_be_seen_is_waited_away(walker: Walker) -> None:
    page = (
        "<p id=l>Loading</p>ready"
        "<script>setTimeout(() => document.getElementById('l').remove(), 500)</script>"
    )
    text = JOURNEY.format(claim="ready").replace("open: /", "open: /\n      - not see: Loading")
    with serving({"/": page}) as site:
        walked = walker.walk(text, address=site.address)
    assert walked.judgement.verdict == "fine"


RESTLESS = """<title>Shop</title><dl></dl><script>
const hop = Number(location.search.slice(1) || 0);
if (hop < 30) setTimeout(() => location.replace('/?' + (hop + 1)), 3);
else document.querySelector('dl').innerHTML = '<dt>Order total<dd>$40.00';
</script>"""
KEEPS = """\
journey: Look around
steps:
  - step: Look
    do:
      - open: /
      - remember: {total: Order total}
    see:
      - Order total: ${total}
"""


def test_a_value_is_read_from_a_page_that_forwards_while_it_is_read(walker: Walker) -> None:
    walker.patience_ms = 20_000
    with serving({"/": RESTLESS}) as site:
        walked = walker.walk(KEEPS, address=site.address)

    assert walked.judgement.verdict == "fine", walked.judgement.findings
