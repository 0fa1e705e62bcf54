"""Words and an element in, whether the shopper would find this element by them, and no other, out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness.grammar.target import Meaning, Target, TargetError, parse_target
from harness.shopper.acting.locating import locate, second_look

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import ElementHandle, Locator, Page

_IS_THIS = """(found, [meant, maybeWithin]) => {
  const last = found.at(-1);
  const nested = found.every((element, i) => i === 0 || found[i - 1].contains(element));
  const words = (element) => element.innerText.replace(/\\s+/g, " ").trim();
  const is = last === meant || (maybeWithin && last && meant.contains(last) && words(last) === words(meant));
  return { count: found.length, holds: Boolean(nested && is) };
}"""
_WHICH = "(found, [meant]) => found.indexOf(meant) + 1"


@dataclass(frozen=True)
class Pointing:
    """Finds things on a page by the shopper's own rules."""

    page: "Page"
    names: "Mapping[str, Target]"

    def meets(self, words: str, meaning: Meaning, meant: "ElementHandle", *, text: bool = False) -> bool:
        """Whether words point at one element and nothing else.

        Args:
            words: A target.
            meaning: What bare text is to the verb.
            meant: The element.
            text: Whether it is enough to find all the words that stand in it.
        """
        try:
            target = parse_target(words)
        except TargetError:
            return False
        found = locate(self.page, target, meaning, self.names).evaluate_all(_IS_THIS, [meant, text])
        others = second_look(self.page, target, meaning) if not found["count"] else None
        if others is not None and target.name not in self.names:
            found = others.evaluate_all(_IS_THIS, [meant, True])
        return bool(found["holds"])

    def position(self, words: str, meaning: Meaning, meant: "ElementHandle") -> int:
        """Return which of the things that words point at is the element, counted from 1; 0 for none."""
        found: Locator = locate(self.page, parse_target(words), meaning, self.names)
        return int(found.evaluate_all(_WHICH, [meant]))
