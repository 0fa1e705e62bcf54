"""What would commit the customer is not pressed in a step that does not say so, whatever it was found by."""

from collections.abc import Iterator

import pytest

from tests.pages import Site, serving
from tests.walking import Walked, Walker

SHOP = """
<title>Checkout</title><h1>Checkout</h1>
<p><button class=buy data-testid=buy onclick="document.title = 'Ordered'"><b>Place order</b></button>
<button class=icon onclick="document.title = 'Ordered'"><img alt="Pay now" src="data:,"></button>
<a href="/pay" class=local>Zur Kasse und zahlen</a></p>
<form action="/checkout/place_order.php" method=post><label>Name <input name=who></label>
<button>Go on</button></form>
<form action="/checkout/address" method=post><label>Street <input name=street></label>
<button formaction="/order/submit">Finish</button><button>Next</button></form>
<form action="/pay"><label>Filter <input name=filter></label><button>Show</button></form>
<form action="/basket/add" method=post><button>Put it in</button></form>
"""
DONE = "<title>Done</title><h1>Done</h1>"
PATHS = ("/checkout/place_order.php", "/order/submit", "/checkout/address", "/pay", "/basket/add")
SITE = 'safety: {committing: [Zur Kasse und zahlen], harmless: ["Pay now", Finish]}'
JOURNEY = "journey: Look\nsteps:\n  - step: Look\n    do:\n      - open: /\n{}    see: heading {}\n"


@pytest.fixture(scope="module")
def shop() -> Iterator[Site]:
    with serving({"/": SHOP, **dict.fromkeys(PATHS, DONE)}) as site:
        yield site


def walk(walker: Walker, shop: Site, *actions: str, seen: str = '"Done"', site: str = "") -> Walked:
    listed = "".join(f"      - {action}\n" for action in actions)
    shop.visited.clear()
    return walker.walk(JOURNEY.format(listed, seen), address=shop.address, site=site)


@pytest.mark.parametrize(
    ("actions", "site"),
    [
        (['click: css ".buy"'], ""),
        (['click: testid "buy"'], ""),
        (['click: css ".buy b"'], ""),
        (['click: css ".icon"'], ""),
        (['click: css ".local"'], SITE),
        (["click: Go on"], ""),
        (["click: Finish"], ""),
        (["fill: {Name: Pat}", "press: Enter"], ""),
        (["fill: {Filter: a}", *["press: Shift+Tab"] * 2, "press: Enter"], ""),
    ],
)
def test_what_would_commit_is_refused(walker: Walker, shop: Site, actions: list[str], site: str) -> None:
    walked = walk(walker, shop, *actions, site=site)

    assert walked.judgement.verdict == "journey out of date"
    assert "this step is not marked to commit. Nothing was pressed." in walked.judgement.findings[0].detail
    assert shop.visited == ["/"]


def test_the_refusal_says_what_to_do(walker: Walker, shop: Site) -> None:
    (finding,) = walk(walker, shop, "click: Go on").judgement.findings

    assert finding.detail == (
        '"Go on" sends its form to "/checkout/place_order.php", as an order is sent, and this step is not'
        ' marked to commit. Nothing was pressed. Mark it with "commits:"; or, if it commits to nothing, list'
        ' the name in site.yaml below "safety: harmless:".'
    )


@pytest.mark.parametrize(
    ("actions", "path"),
    [
        (["fill: {Filter: a}", "press: Enter"], "/pay"),
        (["click: Next"], "/checkout/address"),
        (["click: Put it in"], "/basket/add"),
        (["click: Finish"], "/order/submit"),
        (['click: css ".icon"', "click: Put it in"], "/basket/add"),
    ],
)
def test_what_does_not_commit_is_pressed(walker: Walker, shop: Site, actions: list[str], path: str) -> None:
    walked = walk(walker, shop, *actions, site=SITE)

    assert (walked.judgement.verdict, shop.visited[-1].partition("?")[0]) == ("fine", path)
