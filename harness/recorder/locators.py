"""A locator in Playwright's JSON in, the words of the language for it out.

For what no snapshot shows: things in frames by the frame's name, and all that `playwright codegen` writes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from harness.grammar.target import ARIA_ROLES
from harness.recorder.naming import counted, is_bare, quoted
from harness.recorder.seen import Seen, Thing

_FRAME_CALLED = re.compile(r'iframe\[(?:title|name|aria-label)="((?:[^"\\]|\\.)*)"\]|(?:iframe)?#([\w-]+)')
_LABELLED = ("label", "placeholder")

Link = Mapping[str, Any]


def frames_of(locator: Mapping[str, Any]) -> str | None:
    """Return what follows for something in a frame, the innermost first; None for a frame without a name."""
    *frames, _ = _cut_at_frames(locator)
    names = [_frame_name(frame) for frame in frames]
    if None in names:
        return None
    return "".join(f" in frame {quoted(name)}" for name in reversed(names) if name)


def words_of(locator: Mapping[str, Any]) -> str | None:
    """Return the words that point at the same; None where the language has none."""
    *_, own = _cut_at_frames(locator)
    frames = frames_of(locator)
    if frames is None or not own:
        return None
    chain = [link for link in own if link["kind"] not in {"nth", "first", "last"}]
    positions = [_position(link) for link in own if link not in chain]
    words = [_words(link) for link in chain]
    if not words or None in words or len(positions) > 1 or (positions and own[-1] in chain):
        return None
    known = [word for word in words if word]
    text = " in ".join(reversed(known))
    if len(known) == 1 and not positions and not frames and chain[0]["kind"] == "text":
        return str(chain[0]["body"]) if is_bare(str(chain[0]["body"])) else text
    return f"{positions[0] if positions else ''}{text}{frames}"


def found_by(locator: Mapping[str, Any], seen: Seen) -> list[Thing]:
    """Return what a locator means on a page, in the frame it leads to."""
    *_, own = _cut_at_frames(locator)
    found: list[Thing] = []
    for number, link in enumerate(own):
        within = [thing for thing in seen.things if not number or any(map(thing.is_in, found))]
        found = _narrowed(link, found, within)
    return found


def _narrowed(link: Link, found: list[Thing], within: list[Thing]) -> list[Thing]:
    kind, body = link["kind"], str(link["body"])
    if kind in {"nth", "first", "last"}:
        number = {"first": 0, "last": -1}.get(kind, int(body) if body.isdigit() else 0)
        return found[number:][:1] if number < len(found) else []
    if kind == "has-text":
        return [thing for thing in found if _holds(thing.words, body)]
    if kind == "role":
        name = str(link.get("options", {}).get("name") or "")
        return [thing for thing in within if thing.role == body and _holds(thing.name, name)]
    return []


def _holds(text: str, part: str) -> bool:
    """Compare without gaps: Playwright joins the texts of elements without any."""
    return "".join(part.split()).casefold() in "".join(text.split()).casefold()


def role_and_name(locator: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return role and name where a locator gives just these."""
    *_, own = _cut_at_frames(locator)
    if len(own) == 1 and own[0]["kind"] == "role":
        return str(own[0]["body"]), str(own[0].get("options", {}).get("name") or "")
    return None


def name_in(locator: Mapping[str, Any]) -> str:
    """Return what a locator calls the thing; empty where it does not go by a name."""
    *_, own = _cut_at_frames(locator)
    if not own or own[-1]["kind"] not in {"role", "text", *_LABELLED}:
        return ""
    last = own[-1]
    return str(last.get("options", {}).get("name") or "") if last["kind"] == "role" else str(last["body"])


def _links(locator: Mapping[str, Any]) -> Iterator[Link]:
    link: Any = locator
    while isinstance(link, Mapping) and "kind" in link:
        yield link
        link = link.get("next")


def _cut_at_frames(locator: Mapping[str, Any]) -> list[list[Link]]:
    parts: list[list[Link]] = [[]]
    for link in _links(locator):
        if link["kind"] in {"frame", "frame-locator"}:
            parts.append([])
        else:
            parts[-1].append(link)
    return parts


def _frame_name(chain: Sequence[Link]) -> str | None:
    found = _FRAME_CALLED.fullmatch(str(chain[0]["body"])) if len(chain) == 1 else None
    return (found[1] or found[2]) if found else None


def _position(link: Link) -> str:
    if link["kind"] == "last":
        return "last "
    number = 1 if link["kind"] == "first" else int(link["body"]) + 1
    return f"{counted(number)} "


def _words(link: Link) -> str | None:
    kind, body = link["kind"], str(link["body"])
    if kind == "role":
        name = link.get("options", {}).get("name")
        return f"{body} {quoted(name)}" if isinstance(name, str) and name and body in ARIA_ROLES else None
    if kind in _LABELLED:
        return f"field {quoted(body)}"
    if kind == "default":
        return f"css {quoted(body)}" if ">>" not in body and "internal:" not in body else None
    word = {"text": "text", "test-id": "testid", "alt": "img"}.get(kind)
    return f"{word} {quoted(body)}" if word else None
