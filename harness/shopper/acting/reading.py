"""A reading such as `Order total` in, the text that stands for it on the page out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness.grammar.target import Meaning, Target
from harness.record import Box
from harness.shopper.acting.locating import business_target, frame_in, locate
from harness.shopper.scripts import script
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Locator, Page


@dataclass(frozen=True)
class ReadText:
    """A value as the customer sees it, and where."""

    text: str
    box: Box | None = None


def read_text(page: "Page", target: Target, names: "Mapping[str, Target]") -> ReadText:
    """Read a value as it stands on the page now.

    Order: a name of the site file or a target; a field with that label; what is labelled by or
    next to that text; the rest of a text that begins with it.

    Raises:
        Obstacle: Nothing can be read under that name, or several different values.
    """
    meant = business_target(target, names)
    answers = _by_label(page, target) if meant.word is None else _by_target(page, meant)
    if not answers:
        raise Obstacle("not found", f"{target.plain} is not on the page", target=target.text)
    if len({answer.text for answer in answers}) > 1:
        matches = tuple(f'"{answer.text[:80]}"' for answer in answers)
        raise Obstacle(
            "ambiguous",
            f'"{target.text}" stands {len(answers)} times on the page, with different values',
            target=target.text,
            matches=matches,
        )
    return answers[0]


def _by_label(page: "Page", target: Target) -> list[ReadText]:
    if target.frame:
        return _in_frame(page, target.frame, target.name)
    answers = page.evaluate(script("read_value"), target.name)
    return [ReadText(answer["text"], Box(**answer["box"])) for answer in answers]


def _in_frame(page: "Page", frame: Target, name: str) -> list[ReadText]:
    """Read within a frame, whose own places on the screen are not those of the page."""
    within = frame_in(page, frame)
    if within.owner.count() != 1:
        return []
    read = f"(root, name) => ({script('read_value')})(name)"
    return [ReadText(answer["text"]) for answer in within.locator(":root").evaluate(read, name)]


def _by_target(page: "Page", target: Target) -> list[ReadText]:
    found = locate(page, target, Meaning.SEEN, {})
    return [_text_of(found.nth(index)) for index in range(min(found.count(), 5))]


def _text_of(one: "Locator") -> ReadText:
    text = one.evaluate(
        "element => ('value' in element && element.matches('input,textarea,output') ? element.value"
        " : element.matches('select') ? element.selectedOptions[0]?.text : element.innerText) ?? ''"
    )
    box = one.bounding_box()
    return ReadText(" ".join(str(text).split()), Box(**box) if box else None)
