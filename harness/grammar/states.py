"""The words `button "Apply" is disabled` in, the target and its state out; None for other words."""

import re
from collections.abc import Mapping

from harness.grammar.near import did_you_mean
from harness.grammar.target import OTHER_WORDS, Target, TargetError, parse_target

_TICKED = frozenset({"checkbox", "menuitemcheckbox", "menuitemradio", "radio", "switch"})
_USED = _TICKED | {
    *("button", "combobox", "link", "listbox", "menuitem", "option", "searchbox", "slider", "spinbutton"),
    *("tab", "textbox", "treeitem"),
}
_ANYTHING = OTHER_WORDS - {"text"}
STATES: Mapping[str, frozenset[str]] = {
    "enabled": _USED,
    "disabled": _USED,
    "checked": _TICKED,
    "not checked": _TICKED,
}
"""What a control may be, and which controls: of a heading, "enabled" would always be true."""

_LEADING = re.compile(r"(?P<target>.*[\"/]i?)\s+leads to\s+(?P<address>\S+)", re.DOTALL)
_SEEN = frozenset({"displayed", "present", "shown", "there", "visible"})
_STATED = re.compile(r"(?P<target>.*[\"/]i?)\s+is\s+(?P<state>(?:not\s+)?\w+)", re.DOTALL)


def parse_state(text: str) -> tuple[str, str] | None:
    """Read what something is to be.

    Returns:
        The words of the target, and one of `STATES`.

    Raises:
        TargetError: The state is none, or none of such a thing; or it says where something leads.
    """
    leading = _LEADING.fullmatch(text.strip())
    if leading and parse_target(leading["target"]).word:
        raise TargetError(
            "where a link leads stands in braces. Write:"
            f" {leading['target']}: {{leads to: {leading['address']}}}"
        )
    stated = _STATED.fullmatch(text.strip())
    if not stated:
        return None
    target = parse_target(stated["target"])
    if target.word is None:
        return None  # a sentence on the page that holds quotes
    state = " ".join(stated["state"].split())
    if state in _SEEN:
        raise TargetError(f'to be seen, a name is enough. Take out "is {state}".', len(stated["target"]) + 1)
    if state not in STATES:
        offset = text.index(stated["state"], len(stated["target"]))
        raise TargetError(f'unknown state "{state}". {did_you_mean(state, STATES)}', offset)
    if not may_be(target, state):
        kinds = ", ".join(sorted(STATES[state]))
        raise TargetError(f'"{target.word}" is never "{state}". It is said of: {kinds}, field.')
    return stated["target"], state


def may_be(target: Target, state: str) -> bool:
    """Whether a state says anything of what a target points at."""
    return target.word in STATES[state] | _ANYTHING
