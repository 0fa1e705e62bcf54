"""A control that is about to be pressed in; an obstacle out where it would commit the shopper unmarked."""

import json
from typing import TYPE_CHECKING, TypedDict

from harness.language.known.checkout_addresses import orders_at
from harness.language.known.committing_names import spoken
from harness.shopper.scripts import script
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from harness.shopper.acting.hands import Hands

_PRESSING_KEYS = frozenset({"Enter", "NumpadEnter", "Space", " "})
_SOUNDS = '"{}" sounds as if it committed the shopper'
_SENDS = '"{}" sends its form to "{}", as an order is sent'
_STEP = 'this step is not marked to commit. Nothing was pressed. Mark it with "commits:"'
_VERB = (
    "the verb that presses it does not say so. Nothing was pressed. Say what it commits to, such as:"
    ' @verb("...", commits="order")'
)
_CLEARED = 'or, if it commits to nothing, list the name in site.yaml below "safety: harmless:"'


class Pressed(TypedDict):
    """What pressing something would do: its names, those of what it holds, and where its form is posted."""

    names: list[str]
    inside: list[str]
    path: str


def refuse_unmarked(hands: "Hands", control: "Locator") -> None:
    """Refuse to press what commits, whatever it was found by, where nobody has said that it does.

    Raises:
        Obstacle: It sounds committing, or sends a form where orders are sent.
    """
    if not hands.may_commit:
        would: Pressed | None = control.evaluate(script("would_commit"), timeout=hands.action_timeout_ms)
        _refuse(hands, would)


def refuse_unmarked_key(hands: "Hands", key: str) -> None:
    """Refuse a key that presses such a control: on it, or in a field of its form.

    Raises:
        Obstacle: As for a click.
    """
    last = key.rpartition("+")[2]
    if last in _PRESSING_KEYS and not hands.may_commit:
        _refuse(hands, hands.page.evaluate(f"({script('would_commit')})(null, {json.dumps(last)})"))


def _refuse(hands: "Hands", would: Pressed | None) -> None:
    if would is None or any(spoken(name) in hands.committing_names.harmless for name in would["names"]):
        return
    name = next(filter(hands.committing_names.sound, (*would["names"], *would["inside"])), None)
    if name is None and not orders_at(would["path"]):
        return
    shown = name or next(iter(would["names"]), "this")
    why = _SOUNDS.format(shown) if name else _SENDS.format(shown, would["path"])
    mark = _VERB if hands.is_own_verb else _STEP
    raise Obstacle("journey fault", f"{why}, and {mark}; {_CLEARED}", target=shown)
