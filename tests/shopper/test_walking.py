"""What a walk does besides finding things: interruptions, values, secrets, figures, restraint."""

import pyotp
import pytest

from tests.pages import Page, serving
from tests.walking import Walker

pytestmark = pytest.mark.usefixtures("all_evidence")

BASKET = """\
journey: Fill a basket
commits: {commits}
steps:
  - step: Open the shop
    do:
      - open: /
      - remember: {{before: Total}}
    see:
      - heading "Shop"
  - step: Finish
    {mark}
    do:
      - click: {click}
    see:
      - heading "Done"
      - Total: "${{before}}"
"""
SHOP = (
    "<title>Shop</title><h1>Shop</h1><p>Total: $40.00</p><a href=/done>Go on</a><form action=/done>{}</form>"
)
DONE = "<title>Done</title><h1>Done</h1><p>Total: $40.00</p>"
POPUP = (
    "<div role=dialog aria-label=Newsletter style='position:fixed;inset:0;background:#eee'>"
    "<button onclick='{}'>No thanks</button></div>"
)
INTERRUPTION = """\
interruptions:
  - interruption: Newsletter popup
    appears: dialog "Newsletter"
    click: No thanks
"""


def basket(*, click: str = "Go on", commits: str = "cart", mark: str = "") -> str:
    return BASKET.format(click=click, commits=commits, mark=mark)


def test_a_popup_is_closed_counted_and_not_the_steps_time(walker: Walker) -> None:
    popup = POPUP.format("setTimeout(() => this.parentElement.remove(), 300)")
    with serving({"/": SHOP.format("") + popup, "/done": DONE}) as site:
        walked = walker.walk(basket(), address=site.address, site=INTERRUPTION)
    assert walked.judgement.verdict == "fine"
    (friction,) = [each for step in walked.record.steps for each in step.friction]
    assert (friction.kind, friction.what) == ("popup", "Newsletter popup")
    step = next(step for step in walked.record.steps if step.friction)
    assert step.active_ms <= step.duration_ms - friction.duration_ms  # less what the shopper did for herself
    assert friction.duration_ms >= 300


def test_popups_that_lie_over_each_other_are_all_closed_and_counted_once(walker: Walker) -> None:
    close = "setTimeout(() => this.parentElement.remove(), 100)"
    below = POPUP.format(close).replace("Newsletter", "Cookies").replace("No thanks", "Only necessary")
    cookies = '  - {interruption: Cookie banner, appears: dialog "Cookies", click: Only necessary}'
    with serving({"/": SHOP.format("") + below + POPUP.format(close), "/done": DONE}) as site:
        walked = walker.walk(basket(), address=site.address, site=INTERRUPTION + cookies)
    assert walked.judgement.verdict == "fine"
    told = [each for step in walked.record.steps for each in step.friction]
    assert {each.kind for each in told} == {"popup"}
    assert sorted(each.what for each in told) == ["Cookie banner", "Newsletter popup"]
    assert all(step.active_ms < step.duration_ms for step in walked.record.steps if step.friction)


def test_a_popup_that_cannot_be_closed_keeps_no_other_open(walker: Walker) -> None:
    side = POPUP.format("").replace("inset:0", "left:0;bottom:0").replace("Newsletter", "Chat")
    chat = '  - {interruption: Chat, appears: dialog "Chat", click: No thanks}'
    popup = POPUP.format("this.parentElement.remove()")
    with serving({"/": SHOP.format("") + side + popup, "/done": DONE}) as site:
        walked = walker.walk(basket(), address=site.address, site=INTERRUPTION + chat)
    told = [each for step in walked.record.steps for each in step.friction]
    assert sorted((each.kind, each.what) for each in told) == [
        ("popup", "Newsletter popup"),
        ("popup stuck", "Chat"),
    ]
    assert walked.record.ending == "walked"


def test_a_popup_that_cannot_be_closed_stops_who_has_to_click_under_it(walker: Walker) -> None:
    walker.patience_ms = 4000
    with serving({"/": SHOP.format("") + POPUP.format(""), "/done": DONE}) as site:
        walked = walker.walk(basket(), address=site.address, site=INTERRUPTION)
    assert walked.judgement.verdict == "broken"
    assert (
        '"Newsletter popup" lies over the page and cannot be closed.' in walked.judgement.findings[0].detail
    )


def test_without_a_grant_the_walk_stops_before_the_control_that_commits(walker: Walker) -> None:
    text = basket(click="Place order", commits="order", mark="commits: order")
    with serving({"/": SHOP.format("<button>Place order</button>"), "/done": DONE}) as site:
        stopped = walker.walk(text, address=site.address, granted=frozenset({"nothing", "cart"}))
        assert not any(path.startswith("/done") for path in site.visited)
        walked = walker.walk(text, address=site.address, granted=frozenset({"order"}))
        assert sum(path.startswith("/done") for path in site.visited) == 1
    assert (stopped.judgement.verdict, walked.judgement.verdict) == ("stopped on purpose", "fine")
    assert stopped.judgement.headline == '"Fill a basket" is ready, not proven: stopped on purpose.'


def test_a_committing_control_that_cannot_be_used_is_broken_even_without_a_grant(walker: Walker) -> None:
    text = basket(click="Place order", commits="order", mark="commits: order")
    with serving({"/": SHOP.format("<button disabled>Place order</button>"), "/done": DONE}) as site:
        stopped = walker.walk(text, address=site.address, granted=frozenset({"nothing", "cart"}))
    assert stopped.judgement.verdict == "broken"


SIGN_IN = """\
journey: Sign in
steps:
  - step: Sign in
    do:
      - open: /
      - fill: {Password: "${secret.SHOP_PASSWORD}", Remember me as: "${secret.SHOP_PASSWORD}"}
      - click: Go on
    see:
      - heading "Nowhere"
"""


SENT_ON = """<script>
const send = (form) => {
  fetch("/done?" + new URLSearchParams(new FormData(form))).then(() => location.assign("/done"));
  return false;
};
</script><form onsubmit="return send(this)">"""


def test_a_secret_is_in_no_file_of_the_visit(walker: Walker) -> None:
    page = (
        f"{SENT_ON}<label>Password <input type=password name=p></label>"
        "<label>Remember me as <input name=r></label><button>Go on</button></form>"
    )
    with serving({"/": page, "/done": DONE}) as site:
        walked = walker.walk(SIGN_IN, address=site.address, environ={"SHOP_PASSWORD": "ever&green 42"})
        assert any("ever%26green" in path for path in site.visited)
    assert walked.judgement.verdict == "broken"
    written = b"".join(file.read_bytes() for file in walked.folder.rglob("*") if file.is_file())
    for form in (b"ever&green 42", b"ever%26green", b"ever\\u0026green", b"ever&amp;green"):
        assert form not in written
    assert "fill" in walked.record.steps[0].actions[1].sentence


def test_a_secret_that_is_not_there_is_the_operators_turn(walker: Walker) -> None:
    with serving({"/": "<label>Password <input type=password></label>"}) as site:
        walked = walker.walk(SIGN_IN, address=site.address, environ={})
    assert walked.judgement.verdict == "not judged"
    assert walked.judgement.findings[0].action.endswith(
        "export SHOP_PASSWORD=... Or write it into .env beside the journeys."
    )


TWO_FACTORS = """\
journey: Sign in with a code
steps:
  - step: Sign in
    do:
      - open: /
      - fill: {Code: "${totp.SHOP_KEY}"}
      - click: Go on
    see:
      - heading "Done"
"""
KEY = "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP"


@pytest.mark.parametrize("key", [KEY, f"otpauth://totp/Shop:pat?secret={KEY.replace(' ', '')}&issuer=Shop"])
def test_a_one_time_code_is_the_one_of_this_moment_and_in_no_file(walker: Walker, key: str) -> None:
    page = f"{SENT_ON}<label>Code <input name=code></label><button>Go on</button></form>"
    with serving({"/": page, "/done": DONE}) as site:
        walked = walker.walk(TWO_FACTORS, address=site.address, environ={"SHOP_KEY": key})
        (asked,) = [path for path in site.visited if "code=" in path]
    code = asked.partition("code=")[2]
    assert walked.judgement.verdict == "fine"
    assert pyotp.TOTP(KEY.replace(" ", "")).verify(code, valid_window=1)
    written = b"".join(file.read_bytes() for file in walked.folder.rglob("*") if file.suffix != ".jpg")
    assert code.encode() not in written
    assert b"JBSW" not in written


@pytest.mark.parametrize("key", ["not a key!", "otpauth://hotp/Shop:pat?secret=JBSWY3DPEHPK3PXP&counter=1"])
def test_a_key_that_is_none_is_the_operators_turn(walker: Walker, key: str) -> None:
    with serving({"/": "<label>Code <input></label>"}) as site:
        walked = walker.walk(TWO_FACTORS, address=site.address, environ={"SHOP_KEY": key})
    assert walked.judgement.verdict == "not judged"
    assert (
        "SHOP_KEY is no key for one-time codes."
        in walked.judgement.findings[0].action + walked.judgement.findings[0].detail
    )


def test_figures_of_a_page_are_those_of_the_step_that_opened_it(walker: Walker) -> None:
    with serving({"/": SHOP.format(""), "/done": Page(DONE, delay_s=0.8)}) as site:
        walked = walker.walk(basket(), address=site.address)
    first, second = walked.record.steps
    assert [view.title for view in first.page_views] == ["Shop"]
    (done,) = second.page_views
    assert (done.title, done.status, done.cause) == ("Done", 200, 'click "Go on"')
    assert done.ttfb_ms is not None
    assert done.ttfb_ms >= 750  # the server waits 800 ms
    assert done.load_ms is not None
    assert done.load_ms >= done.ttfb_ms


def test_script_errors_and_failed_requests_are_noted(walker: Walker) -> None:
    page = SHOP.format("") + "<script>fetch('/missing'); throw new Error('no basket')</script>"
    with serving({"/": page, "/done": DONE}) as site:
        walked = walker.walk(basket(), address=site.address)
    friction = {each.kind: each.what for each in walked.record.steps[0].friction}
    assert "no basket" in friction["console error"]
    assert friction["failed request"].endswith("/missing 404")


def test_every_step_has_its_picture_and_a_failed_one_the_page_in_words(walker: Walker) -> None:
    with serving({"/": SHOP.format(""), "/done": "<h1>Elsewhere</h1>"}) as site:
        walked = walker.walk(basket(), address=site.address)
    for step in walked.record.steps:
        picture = step.picture()
        assert picture
        assert (walked.folder / picture).read_bytes().startswith(b"\xff\xd8\xff")
    words = [e.file for e in walked.record.steps[1].evidence if e.kind == "aria snapshot"]
    assert words[0]
    assert 'heading "Elsewhere"' in (walked.folder / words[0]).read_text()


def test_a_site_that_takes_no_call_is_down(walker: Walker) -> None:
    with serving({}) as gone:
        pass
    walked = walker.walk(basket(), address=gone.address)
    assert walked.judgement.verdict == "site down"
    assert "The site did not take the call." in walked.judgement.findings[0].detail
    assert [step.outcome for step in walked.record.steps] == ["failed", "not reached"]


def test_an_address_that_moved_to_another_host_is_the_authors_turn(walker: Walker) -> None:
    with serving({"/": DONE}, host="127.0.0.2") as other:
        moved = Page("", status=302, headers={"Location": f"{other.address}/"})
        with serving({"/": moved}) as site:
            walked = walker.walk(basket(), address=site.address)
        assert other.visited == []
    assert walked.judgement.verdict == "journey out of date"
    assert other.address in walked.judgement.findings[0].detail


def test_another_host_is_never_contacted(walker: Walker) -> None:
    with serving({"/": DONE}, host="127.0.0.2") as other:
        page = SHOP.format("").replace("/done>Go on", f"{other.address}/>Go on")
        page += f"<img src={other.address}/pixel.gif><script>fetch('{other.address}/track')</script>"
        with serving({"/": page}) as site:
            walked = walker.walk(basket(), address=site.address)
        assert other.visited == []
    assert walked.judgement.verdict == "journey out of date"


def test_cleanup_is_walked_after_a_failure(walker: Walker) -> None:
    cleanup = """\
cleanup:
  - step: Empty the basket
    do:
      - open: /empty
    see:
      - heading "Empty"
"""
    pages = {"/": SHOP.format(""), "/done": "<h1>Error</h1>", "/empty": "<h1>Empty</h1>"}
    with serving(pages) as site:
        walked = walker.walk(basket() + cleanup, address=site.address)
        assert site.visited[-1] == "/empty"
    assert walked.judgement.verdict == "broken"
    assert [(step.name, step.outcome) for step in walked.record.steps][-1] == ("Empty the basket", "passed")


def test_a_thumbnail_that_fails_takes_no_picture_with_it(
    walker: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_picture: bytes) -> bytes:
        raise OSError("the disk is full")

    monkeypatch.setattr("harness.shopper.evidence.pictures._thumbnail", full)
    with serving({"/": SHOP.format(""), "/done": DONE}) as site:
        walked = walker.walk(basket(), address=site.address)
    picture, thumbnail, *_ = walked.record.steps[0].evidence
    assert (picture.file, thumbnail.problem) == ("step-01.jpg", "the disk is full")
    assert walked.judgement.verdict == "fine"
