"""Two visits to one page: what would surprise a customer who knew it, and what changes every day."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Playwright

from harness.judge.page_words import parts_of
from harness.judge.surprises import Showed, Surprise, surprises

Read = Callable[[str], Showed]

BASKET = """<main><h1>Your basket</h1><p>1 article, order NF-100041</p>
<p>Free returns for 30 days. Arrives by Monday, November 30, 2026.</p>
<label>Promo code <input value="SAVE10"></label><button>Apply</button>
<dl><dt>Subtotal</dt><dd>$40.00</dd><dt>Order total</dt><dd>$36.00</dd></dl>
<ul><li>Others bought: Camp mug $12.00</li></ul><p>You save $4.00</p></main>"""


@pytest.fixture(scope="module")
def read(playwright: Playwright) -> Iterator[Read]:
    """Return what the real browser tells of a page."""
    executable = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
    page = browser.new_page()

    def read_page(html: str) -> Showed:
        page.set_content(html)
        return Showed(page.locator("body").aria_snapshot())

    yield read_page
    browser.close()


def told(now: Showed, *before: Showed) -> list[str]:
    return [surprise.sentence for surprise in surprises(now, before, "en-US")]


def test_what_changes_by_itself_is_no_surprise(read: Read) -> None:
    later = (
        BASKET.replace("Monday, November 30, 2026", "Fri, Dec 4")
        .replace("1 article", "2 articles")
        .replace("NF-100041", "NF-100188")
        .replace("SAVE10", "WELCOME")
        .replace("Camp mug $12.00", "Camp mug $13.50")
    )
    assert told(read(later), read(BASKET)) == []


def test_a_total_that_changed_is_told_with_both_amounts(read: Read) -> None:
    dearer = BASKET.replace("$36.00", "$44.90").replace("<p>You save $4.00</p>", "")
    assert told(read(dearer), read(BASKET)) == [
        '"Order total" is now $44.90; last time it was $36.00.',
        'A text is gone: "You save $4.00".',
    ]


def test_a_total_without_a_table_is_known_by_its_word(read: Read) -> None:
    now, before = read("<h1>Pay</h1><p>Total: $44.90</p>"), read("<h1>Pay</h1><p>Total: $36.00</p>")
    assert told(now, before) == ['"Total" is now $44.90; last time it was $36.00.']


def test_a_new_question_is_told_once_and_not_as_its_label_too(read: Read) -> None:
    asked = BASKET.replace("<button>Apply", "<label>Date of birth <input></label><button>Apply")
    assert told(read(asked), read(BASKET)) == ['The customer is asked something new: "Date of birth".']
    (gone,) = surprises(read(BASKET), [read(asked)], "en-US")
    assert gone == Surprise(
        "question", "gone", 'The customer is no longer asked: "Date of birth".', is_good=True
    )


def test_a_new_popup_leads_whether_the_page_still_shows_it_or_it_was_closed(read: Read) -> None:
    dialog = BASKET + '<div role="dialog"><p>Get our newsletter</p></div>'
    assert told(read(dialog), read(BASKET))[0] == 'A popup appeared: "Get our newsletter".'
    closed = Showed(read(BASKET).snapshot, popups=("Newsletter popup",))
    assert told(closed, read(BASKET)) == ['A popup appeared: "Newsletter popup".']


def test_what_comes_and_goes_by_itself_is_no_surprise(read: Read) -> None:
    tonight, last, before = (
        read(BASKET.replace("Camp mug", name)) for name in ("Rope ladder", "Camp mug", "Rope ladder")
    )
    assert told(tonight, last, before) == []
    assert told(tonight, last) != []


def test_another_page_is_one_surprise(read: Read) -> None:
    other = read("<h1>We will be back soon</h1><p>Please try again.</p>")
    assert told(other, read(BASKET)) == [
        'Another page is shown: "We will be back soon" instead of "Your basket".'
    ]


def test_who_is_kept_on_the_page_before_by_a_popup_is_told_of_that_and_of_no_vanished_words(
    read: Read,
) -> None:
    product = read("<h1>Blue shirt</h1><label>Size <input></label><button>Add to basket</button>").snapshot
    covered = Showed(f'{product}\n- dialog "Letters from the trail":\n  - button "No thanks"')
    assert told(covered, read(BASKET)) == [
        'A popup appeared: "Letters from the trail".',
        'Another page is shown: "Blue shirt" instead of "Your basket".',
    ]


def test_a_german_page_is_read_in_german(read: Read) -> None:
    page = "<h1>Kasse</h1><p>Lieferung bis Montag, 30. November</p><p>Gesamtsumme 36,00 €</p>"
    later = page.replace("Montag, 30. November", "Freitag, 4. Dezember").replace("36,00", "41,50")
    found = surprises(read(later), [read(page)], "de-DE")
    assert [each.kind for each in found] == ["amount"]


def test_what_is_typed_in_a_field_is_not_read(read: Read) -> None:
    words = {part.words for part in parts_of(read(BASKET).snapshot, "en-US")}
    assert "Promo code" in words
    assert not any("SAVE10" in said for said in words)
