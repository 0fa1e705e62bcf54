"""What a customer types into which field in; how much it was, and where she had typed it before, out."""

import re
from dataclasses import dataclass, field

from harness.record import Filled

SHORTEST = 3
"""A shorter text, such as a number of pieces, is the same as another by chance."""
_WORD = re.compile(r"[^\W_]+")
_LEFT_OUT = frozenset({"your", "the", "please", "enter", "optional", "required", "address"})


@dataclass(frozen=True)
class _Known:
    page: str
    label: str
    text: str


@dataclass
class Entries:
    """Remembers what was typed in a visit, to know what is asked for again; secrets are not remembered."""

    of_this_action: list[Filled] = field(default_factory=list)
    ticked: str = ""
    unticked: str = ""
    _known: list[_Known] = field(default_factory=list)

    def action_begins(self) -> None:
        """Begin with the next action."""
        self.of_this_action, self.ticked, self.unticked = [], "", ""

    def note(self, label: str, text: str, *, page: str, is_secret: bool) -> None:
        """Note what was typed into a field of this label, on the page with this address."""
        if is_secret:
            self.of_this_action.append(Filled(field=label))
            return
        entry = _Known(page.partition("#")[0].partition("?")[0], label, text.strip().casefold())
        before = next((known.label for known in self._known if _is_same(known, entry)), "")
        self.of_this_action.append(Filled(field=label, characters=len(text), same_as=before))
        self._known.append(entry)


def _is_same(known: _Known, entry: _Known) -> bool:
    return (
        len(entry.text) >= SHORTEST
        and known.text == entry.text
        and known.page != entry.page
        and _are_alike(known.label, entry.label)
    )


def _are_alike(one: str, other: str) -> bool:
    """Whether two labels ask for the same: all words of the shorter one stand in the longer one."""
    fewer, more = sorted((_words(one), _words(other)), key=len)
    return bool(fewer) and fewer <= more


def _words(label: str) -> frozenset[str]:
    label = label.casefold().replace("e-mail", "email")
    words = frozenset(_WORD.findall(label))
    return words - _LEFT_OUT or words
