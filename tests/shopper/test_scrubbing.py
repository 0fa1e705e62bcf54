"""A secret is found in whatever somebody made of it, and nothing else is."""

import html
import json
from base64 import b64encode, urlsafe_b64encode
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.shopper.evidence.cookies import without_cookies
from harness.shopper.secrets import MASK, Scrubber

SECRETS = st.text(min_size=6, max_size=30).filter(lambda text: text.strip() and text.isprintable())
AROUND = st.text(max_size=8)


def knowing(*secrets: str) -> Scrubber:
    scrubber = Scrubber()
    for secret in secrets:
        scrubber.learn(secret)
    return scrubber


@given(SECRETS)
def test_a_secret_is_masked_as_addresses_json_and_html_write_it(secret: str) -> None:
    scrubber = knowing(secret)
    for written in (
        quote(secret, safe=""),
        quote_plus(secret),
        json.dumps(secret)[1:-1],
        html.escape(secret),
    ):
        assert scrubber.text(f"<{written}>") == f"<{MASK}>"
        assert scrubber.content(f"<{written}>".encode()) == f"<{MASK}>".encode()


@given(SECRETS, AROUND, AROUND)
def test_a_secret_is_masked_wherever_it_stands_in_base64(secret: str, before: str, after: str) -> None:
    for encode in (b64encode, urlsafe_b64encode):
        written = encode(f"{before}{secret}{after}".encode()).decode()
        assert MASK in knowing(secret).text(written)


@pytest.mark.parametrize(
    "shown",
    ["4242 4242 4242 4242", "4242-4242-4242-4242", "4242\u00a04242\u00a04242\u00a04242", "424242424242 4242"],
)
def test_a_number_is_masked_however_its_digits_are_set_apart(shown: str) -> None:
    for secret in ("4242424242424242", "4242 4242 4242 4242"):
        assert knowing(secret).text(f"Card {shown}.") == f"Card {MASK}."


def test_a_secret_within_another_leaves_no_rest() -> None:
    assert knowing("hunter", "hunter-two").text("hunter-two, hunter") == f"{MASK}, {MASK}"


@given(st.text())
def test_without_a_secret_nothing_is_masked(text: str) -> None:
    assert Scrubber().text(text) == text
    assert Scrubber().content(text.encode(errors="replace")) == text.encode(errors="replace")


def test_what_only_resembles_a_secret_stays() -> None:
    text = "4242 4242 4242 4241, pass word, PASSWORD"
    assert knowing("4242424242424242", "password").text(text) == text


@pytest.mark.parametrize("layout", [{"separators": (",", ":")}, {"indent": 2}], ids=["trace", "har"])
def test_what_signs_a_customer_in_is_in_no_trace_and_no_har(layout: dict[str, Any]) -> None:
    secret = 'sid="a]b\\c"'
    names = ("Cookie", "set-cookie", "Authorization")
    told = {
        "cookies": [{"name": "sid", "value": secret}],
        "headers": [*({"name": name, "value": secret} for name in names), {"name": "Accept", "value": "*/*"}],
        "comment": "cookies",
    }

    clean = json.loads(without_cookies(json.dumps(told, **layout).encode()))

    assert clean["cookies"] == []
    assert [header["value"] for header in clean["headers"]] == [MASK, MASK, MASK, "*/*"]
    assert clean["comment"] == "cookies"


def test_the_cookies_of_a_session_are_masked_and_short_ones_tell_nobody_anything() -> None:
    scrubber = Scrubber()
    scrubber.hide(["d41d8cd98f00b204", "en", "a=b/c d41d8cd9"])

    assert scrubber.text("in en: d41d8cd98f00b204, a%3Db%2Fc%20d41d8cd9") == f"in en: {MASK}, {MASK}"
    assert not scrubber.knows_any  # films and pictures show no cookies


@pytest.mark.parametrize(
    "written",
    [
        "p/ss%20w%C3%B6rd!(1)",  # encodeURI
        "p%2Fss%20w%C3%B6rd!(1)",  # encodeURIComponent
        "p%2Fss+w%C3%B6rd%21%281%29",  # a form
        "p%252Fss%2520w%25C3%25B6rd!(1)",  # an address within an address
        r"p\/ss w\u00f6rd!(1)",  # JSON as PHP writes it
        "p&#47;ss w&ouml;rd&#x21;(1)",
        r"p\\u002fss w\\u00F6rd!(1)",  # JSON within JSON
    ],
)
def test_programs_do_not_agree_on_what_they_escape(written: str) -> None:
    assert knowing("p/ss wörd!(1)").text(f"<{written}>") == f"<{MASK}>"
    assert knowing("p/ss wörd!(1)").content(written.encode()) == MASK.encode()


@pytest.mark.parametrize(
    "shown", ["correct-hors", "correct-", '"correct-ho"', "correct-h…", "one correct-ho\ntwo"]
)
def test_a_secret_that_was_cut_off_with_its_text_is_masked(shown: str) -> None:
    clean = knowing("correct-horse").text(shown)
    assert "correct-" not in clean
    assert MASK in clean


def test_the_beginning_of_a_secret_within_a_text_is_none() -> None:
    assert knowing("password-of-mine").text("the password-of whom?") == "the password-of whom?"
