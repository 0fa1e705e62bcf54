"""A page's aria snapshot and the names a step needs in, what is gone and what is there instead out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from harness.shopper.evidence.aria import controls, is_field

FEWEST_GONE = 2
SHOWN_MOST = 8
_TRIMMINGS = re.compile(r"[\s:*]*(?:\((?:optional|required)\))?[\s:*]*$", re.IGNORECASE)


@dataclass(frozen=True)
class Needed:
    """The name of something a step uses, and whether it is something to fill in."""

    name: str
    field: bool


@dataclass(frozen=True)
class Redesign:
    """Names of a step that a page no longer has, and what can be used on it; empty for a page as it was."""

    gone: tuple[str, ...] = ()
    usable: tuple[str, ...] = ()


def redesign(aria: str, needed: Iterable[Needed]) -> Redesign:
    """Tell a page that was made anew from one that lacks a single thing.

    Args:
        aria: The page as assistive technology reads it.
        needed: Names of the controls this step still needs, the missing one among them.
    """
    here = controls(aria)
    names = {_plain(name) for _, name in here}
    wanted = {_plain(each.name): each for each in needed}
    gone = [each for plain, each in wanted.items() if plain not in names]
    if len(gone) < FEWEST_GONE or 3 * len(gone) < 2 * len(wanted):
        return Redesign()
    unknown = [(role, name) for role, name in here if _plain(name) not in wanted and _fits(role, gone[0])]
    if len(unknown) < FEWEST_GONE:  # not the same page made anew: another page, or next to nothing
        return Redesign()
    return Redesign(
        tuple(each.name for each in gone), tuple(f'{role} "{name}"' for role, name in unknown[:SHOWN_MOST])
    )


def _fits(role: str, missing: Needed) -> bool:
    return is_field(role) if missing.field else role == "button"


def _plain(name: str) -> str:
    return _TRIMMINGS.sub("", name).casefold()
