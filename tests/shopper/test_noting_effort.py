"""What makes work for a customer is noted while she walks: what was typed, ticked, asked, and its cost."""

import pytest

from harness.record import ActionRecord, Filled, PageNotes, ShownTotal
from tests.pages import serving
from tests.walking import Walked, Walker

pytestmark = pytest.mark.usefixtures("all_evidence")

FIRST = """<!doctype html><title>One</title><form action=/two>
<label>E-mail address <input name=a></label><label>Password <input type=password name=b></label>
<label><input type=checkbox checked> Insure it for $2.90</label>
<label><input type=checkbox> Wrap it</label><button>Next</button></form>
<a href=/two>Go on as a guest</a>"""
SECOND = """<!doctype html><title>Two</title>
<label>Your e-mail <input></label><label>City <input></label>
<fieldset><legend>How</legend><label><input type=radio name=how>Slow</label>
<label><input type=radio name=how>Fast</label> $5.00</fieldset>
{totals}<p>The end</p>"""
JOURNEY = """\
journey: Fill in two pages
steps:
  - step: One
    do:
      - open: /
      - fill: {E-mail address: pat@shop.example, Password: "${secret.PASSWORD}"}
    see:
      - button "Next"
  - step: Two
    do:
      - uncheck: Insure it for $2.90
      - click: Go on as a guest
      - fill: {Your e-mail: pat@shop.example, City: Oslo}
    see:
      - The end
"""
LIST = "<dl><dt>Subtotal</dt><dd>$40.00</dd><dt>Order total</dt><dd>$42.90</dd></dl>"


def walk(walker: Walker, totals: str = "", site: str = "") -> Walked:
    with serving({"/": FIRST, "/two": SECOND.format(totals=totals)}) as pages:
        environ = {"PASSWORD": "correct horse battery"}
        return walker.walk(JOURNEY, address=pages.address, environ=environ, site=site)


def notes(walked: Walked) -> list[PageNotes]:
    return [step.notes for step in walked.record.steps if step.notes]


def test_what_was_typed_is_noted_by_its_label_and_length_and_a_secret_only_as_one(walker: Walker) -> None:
    walked = walk(walker)
    actions: list[ActionRecord] = [action for step in walked.record.steps for action in step.actions]
    assert [filled for action in actions for filled in action.filled] == [
        Filled(field="E-mail address", characters=16),
        Filled(field="Password", characters=None),
        Filled(field="Your e-mail", characters=16, same_as="E-mail address"),
        Filled(field="City", characters=4),
    ]
    assert [action.unticked for action in actions if action.unticked] == ["Insure it for $2.90"]
    written = "".join(file.read_text("utf-8") for file in walked.folder.glob("*.*l"))
    assert "correct horse battery" not in written


def test_the_page_at_the_end_of_a_step_is_noted(walker: Walker) -> None:
    one, two = notes(walk(walker, LIST))
    assert one == PageNotes(
        fields=("E-mail address", "Password"),
        ticked=("Insure it for $2.90",),
        priced=("Insure it for $2.90",),
        ways_as_guest=("Go on as a guest",),
    )
    assert two == PageNotes(
        fields=("Your e-mail", "City"),
        totals=(ShownTotal(label="Order total", text="$42.90"),),
        priced=("Fast",),
    )


def test_a_total_is_read_in_a_table_in_one_line_and_by_the_site_files_name(walker: Walker) -> None:
    table = "<table><tr><td>Total savings</td><td>$9</td></tr><tr><td>Total</td><td>$42.90</td></tr></table>"
    line = "<p>Grand total: $42.90</p><p>Total items: 3</p>"
    named = "<p>Total: $1.00</p><b data-testid=sum>$42.90</b>"
    names = 'names: {Order total: testid "sum"}'
    assert notes(walk(walker, table))[1].totals == (ShownTotal(label="Total", text="$42.90"),)
    assert notes(walk(walker, line))[1].totals == (ShownTotal(label="Grand total", text="$42.90"),)
    assert notes(walk(walker, named, names))[1].totals == (ShownTotal(label="Order total", text="$42.90"),)


@pytest.mark.parametrize(("later", "found"), [("$43.95", ["price grew"]), ("$40.00", [])])
def test_a_total_that_grows_from_page_to_page_is_a_hassle(
    walker: Walker, later: str, found: list[str]
) -> None:
    steps = "journey: Pay\nsteps:\n" + "".join(
        f"  - step: {name}\n    do:\n      - {do}\n    see:\n      - {see}\n"
        for name, do, see in (("Look", "open: /", "$40.00"), ("Pay", "click: Go on", "The end"))
    )
    with serving(
        {"/": "<p>Total: $40.00</p><a href=/two>Go on</a>", "/two": f"Total: {later}<p>The end"}
    ) as at:
        effort = walker.walk(steps, address=at.address).judgement.effort
    assert effort
    assert [hassle.kind for hassle in effort.hassles] == found


CHOICES = """<!doctype html><title>One</title><form action=/two>
<label><input type=checkbox> Insure it for $2.90 (optional)</label>
<label><input type=checkbox data-testid=wrap> Gift wrap for $1.50 <b>*</b></label>
<input type=checkbox id=priority><label for=priority>Priority for $1</label>
<label><input type=checkbox id=letter autofocus> Send me the newsletter</label>
<button>Next</button></form><p>Total: $40.00</p>"""
CHOOSES = """\
journey: Tick what one likes
steps:
  - step: Choose
    do:
      - open: /
      - press: Space
      - check: Insure it for $2.90
      - check: wrapping
      - click: Priority for $1
    see: ["Total: $40.00"]
  - step: Go on
    do: [click: Next]
    see: [The end]
"""


def test_what_a_customer_ticks_by_any_name_or_key_and_what_it_costs_is_her_own_choice(walker: Walker) -> None:
    with serving({"/": CHOICES, "/two": "<p>Total: $45.40</p><p>The end"}) as at:
        walked = walker.walk(CHOOSES, address=at.address, site='names: {wrapping: testid "wrap"}')
    assert [action.ticked for action in walked.record.steps[0].actions if action.ticked] == [
        "Send me the newsletter",
        "Insure it for $2.90 (optional)",
        "Gift wrap for $1.50 *",
        "Priority for $1",
    ]
    assert notes(walked)[0].ticked
    assert walked.judgement.effort
    assert walked.judgement.effort.hassles == ()
