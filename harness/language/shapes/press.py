"""The shape of a key to press, alone or with others held: `Enter`, `Shift+Tab`."""

from collections.abc import Sequence
from dataclasses import dataclass

from harness.grammar.near import did_you_mean
from harness.language.reading.nodes import Node
from harness.language.reading.reading import Reading
from harness.language.shapes.names import Words

# https://playwright.dev/docs/api/class-keyboard#keyboard-press, without the codes of single letters.
HELD = ("Alt", "Control", "ControlOrMeta", "Meta", "Shift")
NAMED = (
    *HELD,
    *("ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "End", "Home", "PageDown", "PageUp"),
    *("Backspace", "Delete", "Enter", "Escape", "Insert", "Space", "Tab"),
    *(f"F{number}" for number in range(1, 13)),
)

OTHER_NAMES = {
    "Cmd": "Meta",
    "Command": "Meta",
    "Ctrl": "Control",
    "Opt": "Alt",
    "Option": "Alt",
    "Del": "Delete",
    "Esc": "Escape",
    "Ins": "Insert",
    "Return": "Enter",
    "Spacebar": "Space",
    "Down": "ArrowDown",
    "Left": "ArrowLeft",
    "Right": "ArrowRight",
    "Up": "ArrowUp",
    "Page Down": "PageDown",
    "Page Up": "PageUp",
    "PgDn": "PageDown",
    "PgUp": "PageUp",
}
"""What stands on keyboards, or in other tools, and what it is called here."""


@dataclass(frozen=True)
class Keys:
    """A key, or several joined by `+`."""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the keys as they were written."""
        text = Words("a key", may_be_empty=False).read(node, reading)
        *held, key = text.split("+") if text != "+" else ["+"]
        if not text or "${" in text:
            return text
        for name in held:
            if name not in HELD:
                reading.problem(node, f'"{name}" cannot be held down. {_remedy(name, HELD)}')
        if len(key) != 1 and key not in NAMED:
            reading.problem(node, f'unknown key "{key}" to press. {_remedy(key, NAMED)}')
        return text


def _remedy(name: str, known: Sequence[str]) -> str:
    meant = OTHER_NAMES.get(name.title()) or OTHER_NAMES.get(name)
    return f'Did you mean "{meant}"?' if meant in known else did_you_mean(name, known, shown=30)
