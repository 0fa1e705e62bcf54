"""A list or a group of buttons in, one of its options taken."""

from dataclasses import replace
from typing import TYPE_CHECKING

from playwright.sync_api import TimeoutError as BrowserTimeoutError

from harness.grammar.target import Meaning, Target, parse_target
from harness.shopper.acting.finding import missing
from harness.shopper.acting.locating import locate
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from harness.shopper.acting.hands import Hands

_IS_ONE_LIST = "elements => elements.length === 1 && elements[0].matches('select')"


def choose(hands: "Hands", field: Target, option: str) -> None:
    """Choose an option in a list, or the radio button of that name within the group.

    Raises:
        Obstacle: There is no such list or group, or it has no such option.
    """
    hands.loading.wait_for(hands.page)
    lists = locate(hands.page, field, Meaning.FIELD, hands.looking.names)
    groups = {word: _group(hands, field, word) for word in ("radiogroup", "group")}
    anything = lists.or_(groups["radiogroup"]).or_(groups["group"])
    if anything.evaluate_all(_IS_ONE_LIST):
        hands.found = lists
        _select(hands, lists, field, option)
        return
    _wait_for(hands, anything, field)
    is_list = lists.count() > 0
    word = None if is_list else next((word for word, group in groups.items() if group.count()), None)
    if word is None:
        _choose_in_list(hands, hands.find(field, Meaning.FIELD), field, option)
        return
    group = Target(field.text, word, field.name, inside=field.inside)
    radio = replace(parse_target(option), word="radio", inside=group)
    hands.tick(hands.find(radio, Meaning.TICKABLE), ticked=True)


def _choose_in_list(hands: "Hands", found: "Locator", field: Target, option: str) -> None:
    if found.evaluate("element => element.matches('select')"):
        _select(hands, found, field, option)
        return
    hands.press(found)  # a list the shop has drawn itself
    drawn = replace(parse_target(option), word="option", inside=field.frame)
    hands.press(hands.find(drawn, Meaning.CLICKABLE))


def _group(hands: "Hands", field: Target, word: str) -> "Locator":
    group = Target(field.text, word, field.name, inside=field.inside)
    return locate(hands.page, group, Meaning.SEEN, {})


def _wait_for(hands: "Hands", anything: "Locator", target: Target) -> None:
    try:
        anything.first.wait_for(state="visible", timeout=hands.action_timeout_ms)
    except BrowserTimeoutError as error:
        raise Obstacle("not found", missing(target), target=target.text, technical=str(error)) from error


def _select(hands: "Hands", found: "Locator", field: Target, option: str) -> None:
    try:
        hands.input.take(found, option, timeout_ms=hands.action_timeout_ms)
    except BrowserTimeoutError as error:
        options = tuple(text.strip() for text in found.locator("option").all_inner_texts())
        if option in options:
            raise
        listed = ", ".join(f'"{each}"' for each in options[:8])
        raise Obstacle(
            "not found",
            f'"{option}" is not among the options of "{field.text}": {listed}',
            target=option,
            matches=options,
            technical=str(error),
        ) from error
