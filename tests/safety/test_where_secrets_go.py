"""Attacks on where secrets go: into addresses, into frames of strangers, and to whoever listens."""

from collections.abc import Iterator
from threading import Event
from typing import TYPE_CHECKING

import pytest

from harness.browser.keeper import BrowserKeeper
from tests.pages import Page, Site, serving
from tests.rough_servers import page, talking
from tests.walking import Walker

if TYPE_CHECKING:
    from pathlib import Path
    from socket import socket

    from playwright.sync_api import Playwright

SECRET = "correct horse/77"
NUMBER = "<label>Number <input name=number id=number></label><button>Go on</button>"
FORMS = {
    "/by-get": f"<form action=/thanks>{NUMBER}</form>",
    "/by-script": f"{NUMBER.replace('<button', '<button onclick=go()')}<script>"
    "const go = () => { location.href = '/thanks/' + encodeURIComponent(number.value) }</script>",
    "/by-post": f"<form action=/thanks method=post>{NUMBER}</form>",
    "/by-get-without": f"<form action=/thanks>{NUMBER.replace('name=number', '')}</form>",
}
SEND = """
journey: Send it
steps:
  - step: Send it
    do:
      - open: {path}
      - fill: {{Number: "${{secret.CARD}}"}}
      - click: Go on
    see:
      - Thank you
"""


@pytest.fixture
def walker(browser_keeper: BrowserKeeper, playwright: "Playwright", tmp_path: "Path") -> Walker:
    return Walker(browser_keeper, playwright.devices, tmp_path, patience_ms=1000)


@pytest.fixture(scope="module")
def shop() -> Iterator[Site]:
    pages = {path: f"<!doctype html><title>Form</title>{form}" for path, form in FORMS.items()}
    with serving({**pages, "/thanks": "<title>Thanks</title>Thank you"}) as site:
        yield site


@pytest.mark.parametrize("path", ["/by-get", "/by-script"])
def test_a_page_is_kept_from_sending_a_secret_in_an_address(path: str, walker: Walker, shop: Site) -> None:
    shop.visited.clear()
    walked = walker.walk(SEND.format(path=path), address=shop.address, environ={"CARD": SECRET})
    trouble = walked.record.steps[0].trouble
    assert trouble
    assert trouble.kind == "journey fault"
    assert trouble.message.startswith("the page was about to send a secret within an address")
    assert not [visited for visited in shop.visited if visited.startswith("/thanks")]


@pytest.mark.parametrize("path", ["/by-post", "/by-get-without"])
def test_what_does_not_is_left_alone(path: str, walker: Walker, shop: Site) -> None:
    walked = walker.walk(SEND.format(path=path), address=shop.address, environ={"CARD": SECRET})
    assert walked.judgement.verdict == "fine"


def test_a_page_that_never_comes_after_a_secret_ends_the_wait(walker: Walker) -> None:
    was_outwaited = Event()

    def silent(_talk: "socket", _path: str, over: Event) -> None:
        if not over.wait(60):
            was_outwaited.set()

    asking = f"<title>Form</title><form action=/never>{NUMBER.replace('name=number', '')}</form>"
    with talking({"/": page(asking), "/never": silent}) as address:
        walked = walker.walk(SEND.format(path="/"), address=address, environ={"CARD": SECRET})
    assert walked.record.steps[0].trouble
    assert walked.record.steps[0].trouble.kind == "no answer"
    assert not was_outwaited.is_set()


REMEMBERED = """
journey: Bring it along
steps:
  - step: Bring it along
    do:
      - open: /by-post
      - fill: {{Number: "${{secret.CARD}}"}}
      - remember: {{number: field "Number"}}
      - {action}
    see:
      - Thank you
"""


@pytest.mark.parametrize(
    ("action", "remedy"),
    [
        ("open: /thanks?number=${number}", "Type it into a field."),
        ("request: {get: '/thanks?number=${number}'}", "Put it into a header or the body."),
    ],
)
def test_no_address_is_made_of_a_secret(action: str, remedy: str, walker: Walker, shop: Site) -> None:
    shop.visited.clear()
    walked = walker.walk(REMEMBERED.format(action=action), address=shop.address, environ={"CARD": SECRET})
    trouble = walked.record.steps[0].trouble
    assert trouble
    message = "a secret cannot stand in an address, which servers, logs and reports keep."
    assert trouble.message == f"{message} {remedy}"
    assert shop.visited == ["/by-post"]


STRANGER = "<!doctype html><title>Stranger</title><label>Number <input oninput=\"fetch('/heard')\"></label>"
FRAMED = """<!doctype html><title>Framed</title><p>Thank you</p>
<iframe title="Card payment" src="{address}/card"></iframe>"""


def fill(field: str) -> str:
    return SEND.format(path="/").replace("Number:", f"{field}:").replace("      - click: Go on\n", "")


def test_a_frame_that_the_journey_does_not_name_is_told_nothing(walker: Walker) -> None:
    walker.others = ("localhost",)
    with serving({"/card": STRANGER, "/heard": "ok"}, "localhost") as stranger:
        framed = FRAMED.format(address=stranger.address)
        with serving({"/": framed}) as site:
            walked = walker.walk(fill("Number"), address=site.address, environ={"CARD": SECRET})
            named = walker.walk(
                fill("""'field "Number" in frame "Card payment"'"""),
                address=site.address,
                environ={"CARD": SECRET},
            )
    trouble = walked.record.steps[0].trouble
    assert trouble
    assert trouble.kind == "not found"
    assert stranger.visited.count("/heard") == 1
    assert named.judgement.verdict == "fine"


LISTENING = """<!doctype html><title>Listening</title><p>Thank you</p>
<iframe title="Card payment" src=/card></iframe>
<p id=heard>Nothing was heard</p><button>Go on</button><script>
for (const [owner, name] of [[Map.prototype, "set"], [Map.prototype, "get"], [Array.prototype, "includes"]]) {
  const own = owner[name];
  owner[name] = function (...told) {
    if (told[0] === "correct horse/77") heard.textContent = "Heard it";
    return own.apply(this, told);
  };
}
</script>"""
THEN = """
  - step: Go on
    do:
      - click: Go on
    see:
      - Nothing was heard
"""


def test_the_page_around_a_frame_for_payment_is_not_told_what_was_typed_into_it(walker: Walker) -> None:
    journey = fill("""'field "Number" in frame "Card payment"'""") + THEN
    with serving({"/": Page(LISTENING), "/card": STRANGER, "/heard": "ok"}) as site:
        walked = walker.walk(journey, address=site.address, environ={"CARD": SECRET})
    assert walked.judgement.verdict == "fine"
