"""A field by its label and a text in, the text typed into it."""

from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.grammar.target import Meaning, Target
from harness.shopper.acting.finding import find_after_all
from harness.shopper.acting.locating import locate

if TYPE_CHECKING:
    from harness.shopper.acting.hands import Hands


def fill(hands: "Hands", field: Target, text: str) -> None:
    """Type a text into the field with this label.

    It is typed at once, and only looked at closer when that fails: Playwright itself types into
    nothing when several fields answer to the name.

    Raises:
        Obstacle: There is no such field, or there are several.
    """
    if hands.scrubber.knows(text):
        hands.type_into(hands.find(field, Meaning.FIELD), text, label=field.name)
        return
    hands.loading.wait_for(hands.page)
    hands.found = locate(hands.page, field, Meaning.FIELD, hands.looking.names)
    try:
        hands.type_into(hands.found, text, label=field.name)
    except BrowserError as error:
        names = hands.looking.names
        hands.found = find_after_all(hands.page, field, Meaning.FIELD, error, names=names)
        hands.type_into(hands.found, text, label=field.name)
