"""Pointing, scrolling, going back and loading again, as a customer does it and as a page may take it."""

import pytest

from harness.language.model import Persona
from tests.pages import Page, serving
from tests.walking import Walked, Walker

JOURNEY = """\
journey: Look around
steps:
  - step: Look
    do:
{actions}
    see: {seen}
"""
MENU = """\
<style>ul {{ display: none }} nav:hover ul {{ display: block }}</style>
<nav>{}<ul><li><a href=/orders>Orders</a></ul></nav>
"""
FEED = """\
<main{scrolls}><p style="height:3000px">Shirts</p><div id=end>-</div></main><script>
let more = 0;
new IntersectionObserver(([end]) => {{
  if (!end.isIntersecting || more++ > 2) return;
  setTimeout(() => end.target.insertAdjacentHTML("beforebegin",
    more === 3 ? "<h2 onclick='document.title = 1'>Reviews</h2>" : "<p style='height:2000px'>More</p>"), 50);
}}).observe(document.querySelector("#end"));
</script>
"""
SHOP = "<h1>Shop</h1><a href=/orders>Orders</a><a href=/orders target=_blank>Orders in a tab</a>"
ORDERS = "<h1>Your orders</h1>"
FORM = "<h1>Shop</h1><form method=post action=/orders><button>Look up</button></form>"


def walk(walker: Walker, address: str, *actions: str, seen: str = "Your orders") -> Walked:
    listed = "\n".join(f"      - {action}" for action in actions)
    return walker.walk(JOURNEY.format(actions=listed, seen=seen), address=address)


def obstacle(walked: Walked) -> tuple[str, str, str]:
    """Return the verdict, the kind of trouble, and what the reader is told of it."""
    trouble = next(step.trouble for step in walked.record.steps if step.trouble)
    return walked.judgement.verdict, trouble.kind, walked.judgement.findings[0].detail


@pytest.mark.parametrize("opener", ["<a href=#>Account</a>", "<span>Account</span>"])
def test_what_opens_on_pointing_can_be_clicked(walker: Walker, opener: str) -> None:
    with serving({"/": MENU.format(opener), "/orders": ORDERS}) as site:
        walked = walk(walker, site.address, "open: /", "hover: Account", "click: Orders")

    assert walked.judgement.verdict == "fine"
    assert [action.sentence for action in walked.record.steps[0].actions][1] == 'point at "Account"'


def test_who_has_only_a_finger_cannot_point(walker: Walker) -> None:
    walker.persona = Persona("phone", "On her phone", device="Pixel 7")
    with serving({"/": MENU.format("Account"), "/orders": ORDERS}) as site:
        walked = walk(walker, site.address, "open: /", "hover: Account", "click: Orders")

    verdict, kind, told = obstacle(walked)
    assert (verdict, kind) == ("journey out of date", "journey fault")
    assert told.startswith('"Account" is to be pointed at with a mouse, and this shopper has only a finger.')


@pytest.mark.parametrize(
    "scrolls", ["", ' style="height:90vh;overflow:auto"'], ids=["page", "box in the page"]
)
def test_what_comes_only_on_scrolling_is_scrolled_to(walker: Walker, scrolls: str) -> None:
    with serving({"/": FEED.format(scrolls=scrolls)}) as site:
        walked = walk(walker, site.address, "open: /", 'scroll to: heading "Reviews"', seen="Reviews")

    assert walked.judgement.verdict == "fine"
    assert walked.record.steps[0].actions[1].sentence == 'scroll to heading "Reviews"'


def test_what_no_scrolling_brings_is_not_on_the_page(walker: Walker) -> None:
    walker.patience_ms = 500
    with serving({"/": FEED.format(scrolls="")}) as site:
        walked = walk(walker, site.address, "open: /", "scroll to: Questions", seen="Questions")

    assert obstacle(walked) == ("broken", "not found", '"Questions" is not on the page.')


def test_going_back_shows_the_page_before(walker: Walker) -> None:
    with serving({"/": SHOP, "/orders": ORDERS}) as site:
        walked = walk(
            walker, site.address, "open: /", "click: Orders", "see: Your orders", "go back", seen="Shop"
        )

    assert walked.judgement.verdict == "fine"
    assert walked.record.steps[0].page_views[-1].cause == "go back"


@pytest.mark.parametrize(
    "actions",
    [("open: /",), ("open: /", "click: Orders in a tab", "see: Your orders")],
    ids=["first", "new tab"],
)
def test_where_no_page_was_before_there_is_no_going_back(walker: Walker, actions: tuple[str, ...]) -> None:
    with serving({"/": SHOP, "/orders": ORDERS}) as site:
        walked = walk(walker, site.address, *actions, "go back", seen="Shop")

    verdict, kind, told = obstacle(walked)
    assert (verdict, kind) == ("journey out of date", "journey fault")
    assert told == "There is no page to go back to: this is the first one of its tab."
    assert walked.record.steps[0].page_views[-1].url.startswith(site.address)


def test_what_was_typed_is_not_typed_again_after_a_reload(walker: Walker) -> None:
    page = SHOP + "<label>Note <input></label>"
    with serving({"/": page, "/orders": ORDERS}) as site:
        walked = walk(walker, site.address, "open: /", "fill: {Note: Hello}", "reload", "click: Orders")

    assert walked.judgement.verdict == "fine"
    assert [f.kind for step in walked.record.steps for f in step.friction] == []
    assert site.visited.count("/") == 2


@pytest.mark.parametrize("pictures", [0, 120], ids=["short", "long page"])
def test_a_form_is_not_sent_again_by_a_reload(walker: Walker, pictures: int) -> None:
    orders = ORDERS + "".join(f"<img src=/{number}>" for number in range(pictures))
    with serving(
        {"/": FORM, "/orders": orders, **{f"/{n}": Page("", kind="image/png") for n in range(pictures)}}
    ) as site:
        walked = walk(walker, site.address, "open: /", "click: Look up", "see: Your orders", "reload")

    verdict, kind, told = obstacle(walked)
    assert (verdict, kind) == ("journey out of date", "journey fault")
    assert told.startswith(
        "This page came of a form that was sent, and to reload it would send the form again."
    )
    assert site.visited.count("/orders") == 1


def test_a_reload_that_brings_an_error_page_is_told(walker: Walker) -> None:
    pages: dict[str, Page | str] = {"/": SHOP}
    with serving(pages) as site:
        walker.prepare = lambda context: context.on(
            "page", lambda page: page.on("load", lambda _: pages.update({"/": Page("<h1>Oh no</h1>", 500)}))
        )
        walked = walk(walker, site.address, "open: /", "see: Shop", "reload", seen="Shop")

    verdict, kind, _ = obstacle(walked)
    assert (verdict, kind) == ("broken", "error page")


TERMS = '<title>Terms</title><h1>Our terms</h1><button onclick="window.close()">Close</button>'
FIRST = (
    "<title>Shop</title><h1>Shop</h1><a target=_blank href=/terms>Terms</a>"
    '<a target=_blank href=/orders>Orders in a tab</a><button onclick="document.title = 1">Rename</button>'
)
TABS = {"/": FIRST, "/terms": TERMS, "/orders": ORDERS}


@pytest.mark.parametrize(
    ("actions", "seen"),
    [
        (
            ("click: Terms", "switch to: new tab", "switch to: first tab", "see: Shop", "click: Rename"),
            "Shop",
        ),
        (("click: Terms", "switch to: new tab"), "Our terms"),
        (
            ("click: Terms", "switch to: new tab", "switch to: tab /^Sh/", 'switch to: tab "terms"'),
            "Our terms",
        ),
        (
            ("click: Terms", "switch to: new tab", "switch to: first tab", "click: Orders in a tab"),
            "Your orders",
        ),
        (
            (
                *("click: Terms", "switch to: new tab", "switch to: first tab", "click: Orders in a tab"),
                *("see: Your orders", 'switch to: last tab "Terms"', "click: Close"),
            ),
            "Your orders",
        ),
    ],
    ids=["stays there", "the newest", "by its title", "until another opens", "until it closes"],
)
def test_a_customer_looks_at_the_tab_she_has_switched_to(
    walker: Walker, actions: tuple[str, ...], seen: str
) -> None:
    with serving(TABS) as site:
        walked = walk(walker, site.address, "open: /", *actions, seen=seen)

    assert walked.judgement.verdict == "fine"


def test_a_tab_that_is_not_there_is_told_with_those_that_are(walker: Walker) -> None:
    walker.patience_ms = 500
    with serving(TABS) as site:
        walked = walk(
            walker, site.address, "open: /", "click: Terms", "switch to: new tab", 'switch to: tab "Help"'
        )

    assert obstacle(walked) == (
        "broken",
        "check failed",
        'There is no tab "Help"; open are: "Shop", "Terms".',
    )
    assert 'tab "Help" does not appear' in walked.judgement.findings[0].sentence


def test_two_tabs_of_one_title_are_told_apart_by_number(walker: Walker) -> None:
    opened = (
        "open: /",
        "click: Terms",
        "see: Our terms",
        "switch to: first tab",
        "click: Terms",
        "see: Our terms",
    )
    walker.patience_ms = 1000
    with serving(TABS) as site:
        vague = walk(walker, site.address, *opened, 'switch to: tab "Terms"')
        exact = walk(walker, site.address, *opened, 'switch to: 1st tab "Terms"', seen="Our terms")

    assert obstacle(vague)[:2] == ("journey out of date", "ambiguous")
    assert exact.judgement.verdict == "fine"
