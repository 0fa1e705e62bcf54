"""What a person does on real pages, with a real mouse and keyboard, becomes lines that say the same."""

from pathlib import Path

import pytest

from harness.grammar.target import parse_target
from harness.language.model import Interruption, Journey, Place, Problem, Site
from harness.language.project import load_journey, load_surroundings
from harness.recorder import playwright_recorder
from harness.recorder.drafting import About, Draft, draft
from harness.recorder.playwright_recorder import is_known
from harness.recorder.recorded import Recording
from harness.recorder.tidying import tidy
from tests.pages import serving
from tests.recorder.conftest import Begin
from tests.recorder.person import MOMENT_MS, Person

PASSWORD = "Tr0ub4dor-and-3"
EYE = (744, 16)
"""Where the recorder's bar has the tool that checks whether something is there."""
CARD = "4242424242424242"
SHOP = {
    "/": """<title>Tea</title><h1>Tea shop</h1>
        <form action=/in><label>Name <input name=n></label><label>Pass <input id=p type=password></label>
        <label><input type=checkbox onclick="p.type='text'"> Show what I type</label>
        <button>Go in</button></form>""",
    "/in": """<title>In</title><h1>Welcome</h1><ul><li><h2>Sencha</h2><button>Buy</button></li>
        <li><h2>Assam</h2><button onclick="location='/bought'"><b>Buy</b></button></li></ul>
        <a href=/terms target=_blank>Terms</a>""",
    "/bought": """<title>Bought</title><h1>In your basket</h1>
        <label>Packet <select><option value=1>50 g<option value=2>100 g</select></label>
        <fieldset><legend>Delivery</legend><label><input type=radio name=d> Post, arrives May 7</label>
        <label><input type=radio name=d> Bike, arrives May 4</label></fieldset>
        <label>Picture <input type=file></label><iframe title=Pay src=/pay></iframe>
        <p role=status id=s></p>""",
    "/pay": """<input aria-label=Number autocomplete=cc-number><button
        onclick="parent.document.getElementById('s').textContent='Paid: thank you'">Pay now</button>""",
    "/terms": "<title>Terms</title><h1>All terms</h1>",
}
EXPECTED = """\
journey: Buy tea
# why: What it costs when customers cannot do this.
commits: order
data:
  email: ann@tea.example
steps:
  - step: Open the home page
    do:
      - open: /
    see:
      - heading "Tea shop"
  - step: Go in
    do:
      - fill:
          Name: ${email}
          Pass: ${secret.TEA_PASS}
      - check: Show what I type
      - click: Go in
    see:
      - heading "Welcome"
  - step: Terms
    do:
      - click: Terms
    see:
      - heading "All terms"
  - step: Buy
    do:
      - switch to: first tab
      - click: button "Buy" in listitem "Assam"
    see:
      - heading "In your basket"
  - step: Pay now
    commits: order
    do:
      - choose: {Packet: 100 g}
      - check: radio /^Bike/
      - upload: {Picture: leaf.png}
      - fill:
          textbox "Number" in frame "Pay": ${secret.TEA_NUMBER}
      - click: button "Pay now" in frame "Pay"
    see:
      - 'Paid: thank you'
"""


def drafted(recording: Recording, address: str) -> Draft:
    site = Site("Tea", address, Place("journeys/site.yaml", 1))
    return draft(recording, About("Buy tea", address, site))


def test_the_installed_playwright_has_the_recorder_that_is_known_and_others_are_not_trusted(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = begin("about:blank").session.context
    assert is_known(context)

    monkeypatch.setattr(playwright_recorder, "KNOWN_VERSIONS", ("1.64",))
    assert not is_known(context)


def test_closing_the_window_ends_it_with_all_that_was_done(begin: Begin) -> None:
    with serving(SHOP) as site:
        person = begin(f"{site.address}/in")
        person.reads("Welcome")
        with person.session.context.expect_page():
            person.presses("Terms")
        person.reads("All terms")
        for page in person.session.context.pages:
            page.close()
        person.session.attend()
        made = drafted(person.session.finish(), site.address)

    assert made.text.endswith('      - click: Terms\n    see:\n      - heading "All terms"\n')


def test_tabs_frames_lists_files_and_secrets_are_told_in_the_words_of_the_language(
    begin: Begin, tmp_path: Path
) -> None:
    picture = tmp_path / "journeys" / "leaf.png"
    picture.parent.mkdir()
    picture.write_bytes(b"leaf")
    with serving(SHOP) as site:
        person = begin(f"{site.address}/")
        signs_in(person)
        reads_terms_and_buys(person)
        pays(person, picture)
        recording = person.session.finish()
    made = drafted(recording, site.address)

    assert made.text == EXPECTED
    assert (made.secrets, made.files, made.other_hosts) == (("TEA_PASS", "TEA_NUMBER"), ("leaf.png",), ())
    assert PASSWORD not in repr(recording)
    assert CARD not in repr(recording)
    assert isinstance(loaded(made, picture.parent, site.address), Journey)


def test_what_the_person_has_checked_is_kept_where_she_did_it(begin: Begin) -> None:
    with serving(SHOP) as site:
        person = begin(f"{site.address}/in")
        person.reads("Welcome")
        person.page.mouse.click(*EYE)
        person.session.attend(MOMENT_MS)
        person.clicks(person.page.get_by_role("link", name="Terms"))
        person.session.attend(MOMENT_MS)
        made = drafted(person.session.finish(), site.address)

    assert made.text.endswith("""\
  - step: Open Welcome
    do:
      - open: /in
    see:
      - link "Terms"
""")


def test_a_click_on_nothing_and_a_banner_that_is_known_are_left_out(begin: Begin) -> None:
    shop = {"/": "<h1>Tea</h1><p>Only words</p><dialog open aria-label=News><button>No</button></dialog>"}
    with serving(shop) as site:
        person = begin(f"{site.address}/")
        person.reads("Tea")
        person.clicks(person.page.get_by_text("Only words"))
        person.session.attend(MOMENT_MS)
        person.presses("No")
        person.session.attend(MOMENT_MS)
        deeds = person.session.finish().deeds
    news = Interruption("News", parse_target('dialog "News"'), parse_target("No"), Place("site.yaml", 1))
    knowing = Site("Tea", site.address, Place("site.yaml", 1), interruptions=(news,))

    assert [deed.kind for deed in tidy(deeds)] == ["navigate", "click"]
    assert [deed.kind for deed in tidy(deeds, knowing)] == ["navigate"]


def test_only_what_the_person_went_to_herself_is_opened(begin: Begin) -> None:
    shop = {
        "/": """<h1>Tea</h1><label>Kind
            <select onchange="history.replaceState({}, '', '?kind=' + this.value)">
            <option>Black<option>Green</select></label><a href=/more>More</a>""",
        "/more": """<h1>More tea</h1><button onclick="history.back()">Back</button>""",
    }
    with serving(shop) as site:
        person = begin(f"{site.address}/")
        person.reads("Tea")
        person.chooses("Kind", "G")
        person.presses("More")
        person.reads("More tea")
        person.page.go_back()
        person.reads("Tea")
        person.presses("More")
        person.reads("More tea")
        person.presses("Back")
        person.reads("Tea")
        person.page.goto(f"{site.address}/more")
        person.reads("More tea")
        deeds = tidy(person.session.finish().deeds)

    assert [deed.kind for deed in deeds] == [
        *("navigate", "select", "click", "goBack", "click", "click", "navigate"),
    ]


def signs_in(person: Person) -> None:
    person.reads("Tea shop")
    person.types("Name", "ann@tea.example")
    person.page.keyboard.press("Tab")
    person.page.keyboard.type(PASSWORD)
    person.clicks(person.page.get_by_text("Show what I type"))
    person.presses("Go in")
    person.reads("Welcome")


def reads_terms_and_buys(person: Person) -> None:
    shop = person.page
    with person.session.context.expect_page() as terms:
        person.presses("Terms")
    person.reads("All terms")
    shop.bring_to_front()
    person.clicks(shop.get_by_role("button", name="Buy").nth(1).locator("b"), shop)
    shop.get_by_role("heading", name="In your basket").wait_for()
    terms.value.close()
    person.reads("In your basket")


def pays(person: Person, picture: Path) -> None:
    person.chooses("Packet", "1")
    person.clicks(person.page.get_by_text("Bike"))
    with person.page.expect_file_chooser() as chooser:
        person.clicks(person.page.get_by_label("Picture"))
    chooser.value.set_files(picture)
    frame = person.page.frame_locator("iframe")
    person.types_into(frame.get_by_label("Number"), CARD)
    person.clicks(frame.get_by_role("button"))
    person.sees(person.page.get_by_text("Paid: thank you"))


def loaded(made: Draft, root: Path, address: str) -> Journey | tuple[Problem, ...]:
    """Read the draft as `harness check` does."""
    (root / "site.yaml").write_text(f"site: {{name: Tea, address: '{address}'}}\n")
    file = root / "buy" / "tea.yaml"
    file.parent.mkdir()
    file.write_text(made.text)
    return load_journey(file, load_surroundings(root))
