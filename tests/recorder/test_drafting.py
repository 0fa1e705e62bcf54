"""What was seen becomes the shortest words that mean one thing only; what is new becomes a check."""

import pytest

from harness.grammar.target import Meaning, parse_target
from harness.language.model import Place, Site
from harness.language.safety import Safety
from harness.recorder.commitments import commitment_of
from harness.recorder.lines import Line, relative, text_claim
from harness.recorder.naming import words_for
from harness.recorder.recorded import Deed
from harness.recorder.secret_texts import SecretTexts, sounds_secret
from harness.recorder.seen import read_seen
from harness.recorder.suggesting import suggested
from harness.recorder.values import names_of
from harness.recorder.writing import scalar

PAGE = """\
- banner [ref=e1]:
  - link "Tea" [ref=e2]
- navigation "Shop" [ref=e3]:
  - link "Tea" [ref=e4]
  - 'link "Help: all about it" [ref=e5]'
- list [ref=e6]:
  - listitem [ref=e7]:
    - heading "Sencha" [level=3] [ref=e8]
    - button "Add" [ref=e9]
  - listitem [ref=e10]:
    - heading "Assam" [level=3] [ref=e11]
    - button "Add" [ref=e12]
- textbox "E-mail *" [ref=e13]: ann@tea.example
- textbox "Name" [ref=e14]
- button "Name" [ref=e15]
- radio "Post, arrives May 7" [ref=e16]
- radio "Bike, arrives May 4" [ref=e17]
- button "2nd button \\"x\\"" [ref=e18]
- button [ref=e19]
- button "More" [ref=e20]
- button "More" [ref=e21]
"""


@pytest.mark.parametrize(
    ("ref", "meaning", "words"),
    [
        ("e2", Meaning.CLICKABLE, '1st link "Tea"'),
        ("e4", Meaning.CLICKABLE, 'link "Tea" in navigation "Shop"'),
        ("e5", Meaning.CLICKABLE, "Help: all about it"),
        ("e12", Meaning.CLICKABLE, 'button "Add" in listitem "Assam"'),
        ("e13", Meaning.FIELD, "E-mail"),
        ("e14", Meaning.FIELD, "Name"),
        ("e15", Meaning.CLICKABLE, "Name"),
        ("e17", Meaning.TICKABLE, "radio /^Bike/"),
        ("e18", Meaning.CLICKABLE, r'button "2nd button \"x\""'),
        ("e19", Meaning.CLICKABLE, None),
        ("e21", Meaning.CLICKABLE, '2nd button "More"'),
    ],
)
def test_a_thing_gets_words_that_mean_it_alone(ref: str, meaning: Meaning, words: str | None) -> None:
    seen = read_seen(PAGE)
    thing = seen.by_ref(ref)
    assert thing

    assert words_for(thing, seen, meaning) == words
    assert words is None or parse_target(words).text == words


def test_what_stands_in_fields_is_not_read() -> None:
    assert "ann@tea.example" not in repr(read_seen(PAGE))


@pytest.mark.parametrize(
    ("after", "claims"),
    [
        ('- heading "Basket" [level=1]\n- heading "Also bought" [level=2]', ['heading "Basket"']),
        ('- heading "Tea" [level=1]\n- status: Code applied', ["Code applied"]),
        ('- status: Order 100234 is on its way\n- heading "Thanks" [level=2]', ['heading "Thanks"']),
        ('- status: "button \\"Buy\\" is disabled"', [r'text "button \"Buy\" is disabled"']),
        ('- heading "Tea" [level=1]', []),
        ("- paragraph: 12\n- paragraph: Two words", ["Two words"]),
    ],
)
def test_what_is_new_and_will_be_there_again_is_suggested(after: str, claims: list[str]) -> None:
    before = read_seen('- heading "Tea" [level=1]')
    assert suggested(before, read_seen(after), (), None) == claims


def test_a_number_that_was_typed_is_there_again() -> None:
    after = read_seen('- heading "Order NF-100041" [level=1]')
    assert suggested(None, after, ("NF-100041",), None) == ['heading "Order NF-100041"']


@pytest.mark.parametrize("text", ["articles", "rows on the page", 'link "Terms" leads to /terms', "/x/"])
def test_a_text_that_would_mean_something_else_is_called_a_text(text: str) -> None:
    assert text_claim(text).startswith('text "')


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Place order", "order"),
        ("Jetzt kaufen", "order"),
        ("Send message", "message"),
        ("Register return", "return"),
        ("Create account", "account"),
        ("Add to basket", ""),
        ("Send", ""),
    ],
)
def test_a_press_that_sounds_so_commits_unless_the_site_says_it_is_harmless(name: str, level: str) -> None:
    site = Site("Tea", "https://tea.example", Place("site.yaml", 1), safety=Safety(harmless=("Send",)))
    assert commitment_of(Line("click", name, Deed("click", "", 0), name=name), site) == level


def test_secrets_shoppers_and_what_is_typed_twice_get_names() -> None:
    secrets = SecretTexts()
    secrets.learn("field", "hunter2")
    sign = secrets.sign_of("hunter2")
    site = Site("Leaf & Pot", "https://tea.example", Place("site.yaml", 1), shopper={"city": "Portland"})
    typed = [
        Line("fill", "City", Deed("fill", "", 0), "Portland", "City"),
        Line("fill", "Code", Deed("fill", "", 0), "SAVE10", "Code"),
        Line("fill", "Again", Deed("fill", "", 0), "SAVE10", "Again"),
        Line("fill", "Pass", Deed("fill", "", 0, secret=sign), "", "Pass *"),
    ]
    names = names_of(typed, site)

    assert names.data == {"code": "SAVE10"}
    assert [names.value(line) for line in typed] == [
        *("${shopper.city}", "${code}", "${code}", "${secret.LEAF_POT_PASS}"),
    ]
    assert "hunter2" not in repr(secrets)
    assert secrets.sign_of("hunter") == ""


@pytest.mark.parametrize("label", ["Password", "Neues Passwort", "Card number", "CVC", "PIN"])
def test_labels_of_secrets_are_known(label: str) -> None:
    assert sounds_secret(label)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Add to basket", "Add to basket"),
        ('heading "Total: $5"', """'heading "Total: $5"'"""),
        ("Order #5", "'Order #5'"),
        ('"quoted" text', """'"quoted" text'"""),
        ("it's: so", "'it''s: so'"),
        ("two\nlines", '"two\\nlines"'),
        ("- dash", "'- dash'"),
        ("", "''"),
    ],
)
def test_texts_are_quoted_where_yaml_needs_it(text: str, written: str) -> None:
    assert scalar(text) == written


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://tea.example", "/"),
        ("https://tea.example/a?b=1#c", "/a?b=1#c"),
        ("https://tea.example?b=1", "/?b=1"),
        ("https://other.example/a", "https://other.example/a"),
    ],
)
def test_addresses_of_the_site_begin_at_its_top(url: str, shown: str) -> None:
    assert relative(url, "https://tea.example") == shown
