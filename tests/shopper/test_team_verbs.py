"""A team's own verbs act on real pages; what stops them is what customers meet, or their author's turn."""

from collections.abc import Iterator

import pytest

from harness.language.known.commitments import COMMITMENTS
from tests.pages import Site, serving
from tests.walking import Walked, Walker

VERBS = '''
from harness import Acting, Clickable, Field, Meaning, NewName, ReadableValue, Text, verb


@verb("pick {size} as the size")
def pick_size(shopper: Acting, size: Text, *, colour: Text = "any") -> None:
    """Open the list of sizes and pick one."""
    shopper.do("click", 'button "Sizes"')
    shopper.page.get_by_role("option", name=size, exact=True).click(timeout=shopper.action_timeout_ms)
    shopper.do("see", "Size", is_=size)
    if colour != "any":
        raise AssertionError(f"there is no {size} in {colour}")


@verb("note {value} as {name}", acts=False)
def note(shopper: Acting, value: ReadableValue, name: NewName) -> None:
    """Keep a value that is not empty."""
    assert shopper.read(value)
    shopper.remember(name, value)


@verb("write {text} into {box}")
def write_all_over(shopper: Acting, text: Text, box: Field | None = None, *, thing: Clickable) -> None:
    """Press something, and fill in a field."""
    shopper.find(thing, Meaning.CLICKABLE).click()
    if box:
        shopper.do("fill", box, text + "${secret.NEVER_ASKED_FOR}")


@verb("buy now", commits="order")
def buy_now(shopper: Acting) -> None:
    """Order at once."""
    shopper.do("click", "Place order")


@verb("buy by stealth")
def buy_by_stealth(shopper: Acting) -> None:
    """Order, which nobody was told."""
    shopper.do("click", "Place order")


@verb("buy by another")
def buy_by_another(shopper: Acting) -> None:
    """Order by a verb that says it orders, which nobody was told."""
    shopper.do("buy now")


@verb("stumble")
def stumble(shopper: Acting) -> None:
    """Do what Python cannot."""
    shopper.do("click", 'button "Sizes"')
    len(shopper)
'''
SHOP = """
<title>Shirts</title><h1>Shirts</h1>
<button onclick="list.hidden = false">Sizes</button>
<ul id=list role=listbox hidden>
  <li role=option onclick="size.value = 'M'">M</li><li role=option onclick="size.value = 'L'">L</li>
</ul>
<label>Size <output id=size></output></label><label>Gift note <input></label>
<p><button onclick="document.querySelector('h2').hidden = false">Place order</button></p>
<h2 hidden>Thank you</h2>
"""
JOURNEY = "journey: Buy a shirt\n{}steps:\n  - step: Pick\n{}    do:\n      - open: /\n{}    see: {}\n"


ALL = frozenset(COMMITMENTS)


@pytest.fixture(scope="module")
def shop() -> Iterator[Site]:
    with serving({"/": SHOP}) as site:
        yield site


def walk(
    walker: Walker, shop: Site, *actions: str, seen: str = "Shirts", granted: frozenset[str] = ALL
) -> Walked:
    listed = "".join(f"      - {action}\n" for action in actions)
    marks = ("commits: order\n", "    commits: order\n") if "buy now" in actions else ("", "")
    text = JOURNEY.format(*marks, listed, seen)
    walker.verbs = VERBS
    return walker.walk(text, address=shop.address, granted=granted)


def outcome(walked: Walked) -> tuple[str, str, str]:
    """Return the verdict, what is said of it, and what is to be done."""
    found = walked.judgement.findings[0]
    return walked.judgement.verdict, found.detail, found.action


def test_an_own_verb_acts_by_other_verbs_and_by_the_page_itself(walker: Walker, shop: Site) -> None:
    writing = "write all over: {text: For Pat, box: Gift note, thing: Sizes}"
    walked = walk(walker, shop, "pick size: M", "note: {Size: mine}", writing, seen="{Size: '${mine}'}")

    assert walked.judgement.verdict == "fine"
    assert [action.sentence for action in walked.record.steps[0].actions][1:4] == [
        'pick "M" as the size',
        'note "Size" as "mine"',
        'write "For Pat" into "Gift note"',
    ]


def test_an_own_verb_says_in_its_own_words_what_customers_cannot_do(walker: Walker, shop: Site) -> None:
    walked = walk(walker, shop, "pick size: {size: L, colour: red}")

    assert walked.judgement.headline == 'Customers cannot buy a shirt: at "Pick", there is no L in red.'
    assert outcome(walked)[:2] == ("broken", "There is no L in red.")


STOPS = {
    "pick size: S": ("broken", "Nothing answers to get_by_role", "change it in journeys/verbs.py, line 9."),
    "pick size: {size: M, colour: red}": ("broken", "There is no M in red.", ""),
    "stumble": (
        "journey out of date",
        "The verb \"stumble\" has a defect of its own, TypeError: object of type 'Hands' has no len().",
        "Mend journeys/verbs.py, line 52.",
    ),
    "buy by another": (
        "journey out of date",
        '"buy now" commits to "order"',
        "Mend journeys/verbs.py, line 45.",
    ),
    "buy by stealth": (
        "journey out of date",
        '"Place order" sounds as if it committed the shopper.',
        "Mend journeys/verbs.py, line 39.",
    ),
}


@pytest.mark.parametrize("action", STOPS)
def test_what_stops_an_own_verb_is_told_with_its_line(action: str, walker: Walker, shop: Site) -> None:
    verdict, detail, todo = STOPS[action]

    said = outcome(walk(walker, shop, action))

    assert said[0] == verdict
    assert said[1].startswith(detail)
    assert todo in said[2]


def test_an_own_verb_that_commits_is_held_back_without_a_grant(walker: Walker, shop: Site) -> None:
    held = walk(walker, shop, "buy now", seen="Thank you", granted=frozenset({"nothing", "cart"}))
    granted = walk(walker, shop, "buy now", seen="Thank you")

    assert (held.record.ending, held.judgement.verdict) == ("stopped on purpose", "stopped on purpose")
    assert held.record.steps[0].actions[-1].sentence == "stopped before: buy now"
    assert granted.judgement.verdict == "fine"
