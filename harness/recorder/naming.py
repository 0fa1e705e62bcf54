"""A thing that was seen on a page in, the words of the language that point at it and nothing else out."""

import re
from collections.abc import Callable, Iterator, Sequence

from harness.grammar.slips import refuse_many_slips
from harness.grammar.target import ARIA_ROLES, LONGEST_TARGET, Meaning, TargetError, parse_target
from harness.recorder.seen import FIELD_ROLES, TEXT, Seen, Thing, alike, core
from harness.shopper.acting.locating import CLICKABLE_ROLES, NAMED_BY_WHAT_THEY_HOLD, TICKABLE_ROLES

_ROLES = {
    Meaning.CLICKABLE: frozenset(CLICKABLE_ROLES),
    Meaning.FIELD: FIELD_ROLES,
    Meaning.TICKABLE: frozenset(TICKABLE_ROLES),
    Meaning.FILE_FIELD: FIELD_ROLES | frozenset(CLICKABLE_ROLES),
}
_CONTAINERS = NAMED_BY_WHAT_THEY_HOLD | {
    *("alertdialog", "banner", "complementary", "contentinfo", "dialog", "form", "main", "menu"),
    *("navigation", "radiogroup", "region", "search", "tabpanel", "toolbar"),
}
_TELLING = ("heading", "rowheader", "link", "cell", "term", TEXT, "paragraph")
"""What tells one row or entry from another, the best first."""


def words_for(
    thing: Thing, seen: Seen, meaning: Meaning, *, names: Sequence[str] = (), frames: str = ""
) -> str | None:
    """Return the shortest words that point at a thing.

    Args:
        thing: What is meant.
        seen: The page, or the frame, it was seen on.
        meaning: What bare text is to the verb.
        names: Names of the site file, which bare text would mean instead.
        frames: What follows for something in a frame: ` in frame "Card payment"`.

    Returns:
        The words, or None where nothing a customer could read names it.
    """
    name = core(thing.name)
    if not name or "${" in name or len(name) > LONGEST_TARGET // 2:
        return None
    ways: tuple[Callable[[], str | None], ...] = (
        lambda: _by_beginning(thing, name, seen) if meaning is Meaning.TICKABLE else None,
        lambda: None if frames else _bare(thing, name, seen, meaning, names),
        lambda: _with_role(thing, name, seen),
        lambda: _in_container(thing, name, seen),
        lambda: _one_of_several(thing, name, seen),
    )
    found = next(filter(None, (way() for way in ways)), None)
    return f"{found}{frames}" if found else None


def quoted(name: str) -> str:
    """Return a name between quotes, as the grammar reads it."""
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def is_bare(text: str) -> bool:
    """Whether a text means itself when it stands without role and quotes."""
    try:
        target = parse_target(text)
        refuse_many_slips(text)
    except TargetError:
        return False
    return target.word is None and not target.is_pattern and "${" not in text


def _bare(thing: Thing, name: str, seen: Seen, meaning: Meaning, names: Sequence[str]) -> str | None:
    roles = _ROLES[meaning]
    rivals = [other for other in seen.of_role(*roles) if alike(other.name, name)]
    if thing.role not in roles or rivals != [thing] or not is_bare(name) or name in names:
        return None
    # A click wants the whole name; only labels may carry more than their words.
    return thing.name if meaning is Meaning.CLICKABLE and is_bare(thing.name) else name


def _with_role(thing: Thing, name: str, seen: Seen) -> str | None:
    if thing.role not in ARIA_ROLES or _same(thing, name, seen) != [thing]:
        return None
    return f"{thing.role} {quoted(name)}"


def _by_beginning(thing: Thing, name: str, seen: Seen) -> str | None:
    """Return a pattern of the words before the first figure: what follows is often a date or a price."""
    if not re.search(r"\d", name):
        return None
    begin = re.split(r"\d|,", name, maxsplit=1)[0].rstrip(" :;(-")
    rivals = [
        other for other in seen.of_role(thing.role) if other.name.casefold().startswith(begin.casefold())
    ]
    escaped = re.sub(r"([.^$*+?{}\[\]\\|()/])", r"\\\1", begin)
    return f"{thing.role} /^{escaped}/" if begin and rivals == [thing] else None


def _in_container(thing: Thing, name: str, seen: Seen) -> str | None:
    if thing.role not in ARIA_ROLES:
        return None
    same = _same(thing, name, seen)
    for container in thing.around:
        for words, is_meant in _names_of_container(container, thing, seen):
            within = [other for other in same if any(map(is_meant, other.around))]
            if within == [thing]:
                return f"{thing.role} {quoted(name)} in {words}"
    return None


def _names_of_container(
    container: Thing, thing: Thing, seen: Seen
) -> Iterator[tuple[str, Callable[[Thing], bool]]]:
    role = container.role
    if role not in _CONTAINERS:
        return
    if role not in NAMED_BY_WHAT_THEY_HOLD:
        if container.own_name:
            yield f"{role} {quoted(container.own_name)}", _is_called(role, container.own_name)
        return
    for text in _telling_texts(container, thing, seen):
        yield f"{role} {quoted(text)}", _holds(role, text)


def _is_called(role: str, name: str) -> Callable[[Thing], bool]:
    return lambda other: other.role == role and alike(other.own_name, name)


def _holds(role: str, text: str) -> Callable[[Thing], bool]:
    return lambda other: other.role == role and text.casefold() in other.words.casefold()


def _telling_texts(container: Thing, thing: Thing, seen: Seen) -> Iterator[str]:
    inside = [other for other in seen.in_(container) if other.name and not alike(other.name, thing.name)]
    for role in _TELLING:
        for other in inside:
            if other.role == role and len(other.name) < 80 and other.name in container.words:  # noqa: PLR2004
                yield other.name


def _one_of_several(thing: Thing, name: str, seen: Seen) -> str | None:
    same = _same(thing, name, seen)
    if thing.role not in ARIA_ROLES or thing not in same:
        return None
    return f"{counted(same.index(thing) + 1)} {thing.role} {quoted(name)}"


def counted(number: int) -> str:
    """Return a number as one counts: `2nd`."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _same(thing: Thing, name: str, seen: Seen) -> list[Thing]:
    return [other for other in seen.of_role(thing.role) if alike(other.name, name)]
