"""What is listed for a page is found again: each line, put into a journey, points at that one thing."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.browser.hosts import AllowedHosts
from harness.browser.keeper import BrowserKeeper
from harness.demo.process import DemoShop
from harness.grammar.many import parse_many
from harness.grammar.target import Meaning, parse_target
from harness.language.model import Action, Journey, Step
from harness.language.project import load_journey, load_surroundings
from harness.shopper.acting.finding import find_one
from harness.shopper.acting.locating import locate_many
from harness.shopper.acting.reading import read_text
from harness.targets.looking import MEANINGS, look
from harness.targets.model import Named, Targets, Use
from harness.targets.writing import as_yaml, line_of

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

TRICKY = Path(__file__).with_name("tricky.html")
NAMES = {"the basket": parse_target('link "Basket" in navigation "Main"')}
SITE = "site: {name: Shop, address: https://shop.example}\nmoney: USD\nsafety: {harmless: [Pay]}\n"
ONLY_ONCE = "element => { const known = element.wasFound; element.wasFound = true; return !known; }"


@pytest.fixture(scope="module")
def shop() -> Iterator[DemoShop]:
    with DemoShop.start() as running:
        yield running


@pytest.fixture
def tricky(browser_keeper: BrowserKeeper) -> Iterator["Page"]:
    context = browser_keeper.context(AllowedHosts(("*",)), {})
    page = context.new_page()
    page.set_content(TRICKY.read_text(encoding="utf-8"))
    page.frame_locator("[title]").frame_locator("iframe").get_by_role("button").wait_for()
    yield page
    context.close()


def test_each_thing_is_listed_by_the_shortest_words_that_point_at_it(tricky: "Page") -> None:
    found = look(tricky, NAMES)

    listed = {use: [line_of(named) for named in found.of(use)] for use in Use}
    assert listed == {
        Use.CLICK: [
            'button "Remove" in listitem "Blue shirt"',
            'button "Remove" in listitem "Red hat"',
            '1st button "Apply"',
            '2nd button "Apply"',
            "Basket",
            "More",
            "Div click",
            r'button "button \"Go\""',
            "'Save, and {go}'",
            'link "Return" in row "A1"',
            'link "Return" in row "A2"',
            'button "Pay" in frame "Card payment"',
            'button "Apply" in frame "Card payment"',
            'button "Deep" in frame "in" in frame "Card payment"',
        ],
        Use.FILL: [
            '1st textbox "E-mail"',
            '2nd textbox "E-mail"',
            "Your name",
            "Password",
            'Say "hi"',
            'textbox "Card number" in frame "Card payment"',
        ],
        Use.CHOOSE: ["Size: 'Small, wide' | Large", "Delivery: Standard | Express"],
        Use.TICK: ["'I agree: really'", "Standard", "Express"],
        Use.UPLOAD: ["Photo"],
        Use.READ: [
            "the basket: Basket",
            "Something went wrong: try again.",
            "Order total: $40.00",
            "Note: '# 1: new'",
            "Delivery date: 'Friday, 3 July'",
        ],
        Use.SEE: ["'heading \"Two: things #1\"'", "'Something went wrong: try again.'"],
        Use.COUNT: [
            'items in list "Basket": 2',
            'rows in table "Orders": 2',
            "rows on the page: 2",
            "items on the page: 2",
            "images on the page: 3",
            "links on the page: 4",
            "buttons on the page: 9",
        ],
    }
    assert found.frames == ('frame "Card payment"', 'frame "in" in frame "Card payment"')
    assert found.unnamed == (
        "2 of button without a name: ask for an aria-label, or for words beside it.",
        "a link without a name: ask for an aria-label, or for words beside it.",
        "a frame without a title: nothing in there can be named. Ask for a title.",
    )


def test_what_is_listed_means_in_a_journey_what_it_says(tricky: "Page", tmp_path: Path) -> None:
    found = look(tricky, {})

    journey = journey_with(found, tmp_path)

    (step,) = journey.steps
    assert isinstance(step, Step)
    assert [action.arguments[0] for action in (*step.do, *step.see)] == [
        named.words for use in Use for named in found.of(use)
    ]
    assert [value_of(action) for action in step.see if value_of(action)] == [
        named.value for named in found.named if named.value
    ]


@pytest.mark.parametrize("path", ["tricky", "/product/blue-shirt", "/contact"])
def test_what_is_listed_is_found_again_and_is_one_thing(tricky: "Page", shop: DemoShop, path: str) -> None:
    page = tricky
    if path != "tricky":
        page.goto(f"{shop.address}{path}")
    found = look(page, {})

    assert found.of(Use.CLICK)
    for named in found.named:
        if named.use is Use.READ:
            assert read_text(page, parse_target(named.words), {}).text == named.value
        elif named.use is Use.COUNT:
            assert count(page, named) == int(named.value)
    for use in MEANINGS:  # two lines of the same use never mean the same thing
        page.evaluate("() => document.querySelectorAll('*').forEach((each) => delete each.wasFound)")
        assert all(thing(page, named).evaluate(ONLY_ONCE) for named in found.of(use))


def journey_with(found: Targets, folder: Path) -> Journey:
    """Write a journey with every line and read it, as the harness does."""
    do = [f"- {use.value}: {line_of(named)}" for use in (Use.CLICK,) for named in found.of(use)]
    do += [f"- fill: {{{line_of(named)}: x}}" for named in found.of(Use.FILL)]
    do += [f"- choose: {{{as_yaml(n.words)}: {as_yaml(n.options[0])}}}" for n in found.of(Use.CHOOSE)]
    do += [f"- check: {line_of(named)}" for named in found.of(Use.TICK)]
    do += [f"- upload: {{{line_of(named)}: photo.txt}}" for named in found.of(Use.UPLOAD)]
    see = [f"- {line_of(named)}" for use in (Use.READ, Use.SEE, Use.COUNT) for named in found.of(use)]
    lines = ["journey: Use everything", "stage: buy", "steps:", "  - step: Use it", "    do:"]
    lines += [f"      {line}" for line in do] + ["    see:"] + [f"      {line}" for line in see]
    (folder / "site.yaml").write_text(SITE)
    (folder / "photo.txt").write_text("a photo")
    (folder / "use.yaml").write_text("\n".join(lines) + "\n")
    journey = load_journey(folder / "use.yaml", load_surroundings(folder))
    assert isinstance(journey, Journey), "\n".join(map(str, journey))
    return journey


def value_of(action: Action) -> str:
    return str(action.words[0][1]) if action.words else "".join(action.arguments[1:])


def count(page: "Page", named: Named) -> int:
    target = parse_many(named.words)
    assert target is not None
    around = find_one(page, target.inside, Meaning.SEEN, names={}, timeout_ms=500) if target.inside else page
    return locate_many(page, around, target).count()


def thing(page: "Page", named: Named) -> "Locator":
    """Find a thing as the verb does that takes it."""
    target = parse_target(named.words)
    if named.use is Use.CHOOSE and not page.get_by_label(named.words).count():
        target = parse_target(f'group "{named.words}"')
        return find_one(page, target, Meaning.SEEN, names={}, timeout_ms=500)
    return find_one(page, target, MEANINGS[named.use], names={}, timeout_ms=500)
