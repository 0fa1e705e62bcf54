"""All that was recorded in, what the person meant to do out: without what only led there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from harness.grammar.target import Target
from harness.language.model import Site
from harness.language.shapes.press import HELD, NAMED
from harness.recorder.locators import found_by
from harness.recorder.recorded import Deed
from harness.recorder.seen import FIELD_ROLES, Seen, Thing, alike
from harness.shopper.acting.locating import CLICKABLE_ROLES, TICKABLE_ROLES

TYPED_INTO = FIELD_ROLES - {"combobox", "listbox"}
TICKS = ("check", "uncheck")
_ONLY_IN_A_FIELD = {
    *("ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "Backspace", "Delete", "End", "Home", "Tab"),
}
_USES = frozenset({"fill", "select"})
AT_ONCE_S = 0.4
"""Nobody finds the browser's own button so soon after a press."""
_NEVER = frozenset({"openPage", "closePage", "hover", "side click"})


def thing_of(deed: Deed) -> Thing | None:
    """Return what was acted on: the control itself, not the picture or the words in it."""
    if deed.seen is None:
        return None
    thing = deed.seen.by_ref(deed.ref)
    controls = (*CLICKABLE_ROLES, *FIELD_ROLES)
    for each in (thing, *thing.around) if thing else ():
        if each.role in controls:
            return each
    if thing is None:
        found = found_by(deed.locator, deed.seen)
        thing = found[0] if len(found) == 1 else None
    return thing


def tidy(deeds: Sequence[Deed], site: Site | None = None) -> list[Deed]:
    """Leave out what a customer would not tell: finding the field, moving on, closing the banner."""
    kept = [deed for deed in deeds if deed.kind not in _NEVER and not _is_blank(deed)]
    for rule in (_done_by_a_press, _keys_of_browser_clicks, _labels_of_ticks, _typing_is_one):
        kept = list(rule(kept))
    following = [*kept[1:], None]
    dropped = [
        any(rule(deed, after, site) for rule in _DROPS) for deed, after in zip(kept, following, strict=True)
    ]
    kept = [deed for deed, is_dropped in zip(kept, dropped, strict=True) if not is_dropped]
    return list(_typing_is_one(kept))


def _is_blank(deed: Deed) -> bool:
    return deed.kind == "navigate" and not deed.text.startswith(("http:", "https:"))


def _done_by_a_press(deeds: Sequence[Deed]) -> Iterator[Deed]:
    """Leave out going back and loading again where a press had the page do it."""
    for before, deed in zip([None, *deeds[:-1]], deeds, strict=True):
        pressed_s = before.at_s if before and before.kind in {"click", "press"} else -AT_ONCE_S
        if deed.kind not in {"goBack", "reload"} or deed.at_s - pressed_s >= AT_ONCE_S:
            yield deed


def _keys_of_browser_clicks(deeds: Sequence[Deed]) -> Iterator[Deed]:
    """Join a key and the click that the browser makes of it: Enter in a form presses its button."""
    last: Deed | None = None
    for deed in deeds:
        if deed.kind != "click" or deed.clicks:
            yield from (last,) if last else ()
            last = deed
            continue
        thing = thing_of(deed)
        if last and last.kind == "press" and last.selector != deed.selector:
            last = replace(last, sends=thing.name if thing else "")
        else:
            if last and not (last.kind == "press" and last.selector == deed.selector):
                yield last
            last = replace(deed, clicks=1)
            if thing and thing.role in TICKABLE_ROLES:
                last = replace(last, kind="uncheck" if _was_ticked(thing) else "check")
    yield from (last,) if last else ()


def _was_ticked(thing: Thing) -> bool:
    return thing.role == "checkbox" and "checked" not in thing.states


def _labels_of_ticks(deeds: Sequence[Deed]) -> Iterator[Deed]:
    """Leave out the click on a label when its box was ticked by it."""
    for deed, after in zip(deeds, [*deeds[1:], None], strict=True):
        thing = thing_of(deed)
        is_label = thing is None or thing.role not in CLICKABLE_ROLES
        if not (deed.kind == "click" and is_label and after and after.kind in TICKS):
            yield deed


def _typing_is_one(deeds: Sequence[Deed]) -> Iterator[Deed]:
    """Of what was typed or chosen in one field one after the other, keep what stands there in the end."""
    last: Deed | None = None
    for deed in deeds:
        is_more = (
            last is not None
            and deed.kind in {"fill", "select"}
            and (deed.kind, deed.tab, deed.selector) == (last.kind, last.tab, last.selector)
        )
        yield from (last,) if last and not is_more else ()
        last = deed
    yield from (last,) if last else ()


def _only_moves_on(deed: Deed, _after: Deed | None, _site: Site | None) -> bool:
    """Keys that only move about, or that belong to typing and choosing."""
    if deed.kind != "press":
        return False
    thing = thing_of(deed)
    is_in_field = thing is not None and thing.role in FIELD_ROLES | {"radio"}
    is_sign = len(deed.text) == 1
    is_known = is_sign or deed.text in NAMED
    return (
        not is_known
        or deed.text in HELD
        or deed.text == "Tab"
        or (is_in_field and (is_sign or deed.text in _ONLY_IN_A_FIELD))
    )


def _only_finds_the_field(deed: Deed, after: Deed | None, _site: Site | None) -> bool:
    """A click into a field that is typed into next, or that has opened nothing."""
    if deed.kind == "click" and after and after.kind in _USES and after.selector == deed.selector:
        return True
    thing = thing_of(deed)
    if deed.kind != "click" or thing is None or thing.role not in FIELD_ROLES:
        return False
    if after is None or after.selector == deed.selector:
        return True
    return thing.role in TYPED_INTO and not _has_more_to_click(deed.seen, after.seen)


def _has_more_to_click(before: Seen | None, after: Seen | None) -> bool:
    if before is None or after is None:
        return False
    return bool(_clickable(after) - _clickable(before))


def _clickable(seen: Seen) -> set[str]:
    return {thing.name for thing in seen.of_role(*CLICKABLE_ROLES, "gridcell")}


def _hits_nothing(deed: Deed, after: Deed | None, _site: Site | None) -> bool:
    """A click on plain text or an empty place, after which the page is as it was."""
    thing = thing_of(deed)
    if deed.kind != "click" or deed.seen is None or thing is None:
        return False
    if thing.role in FIELD_ROLES.union(CLICKABLE_ROLES) or _is_other_page(deed.seen, after):
        return False
    return not any("cursor=pointer" in each.states for each in (thing, *thing.around))


def _is_other_page(seen: Seen, after: Deed | None) -> bool:
    if after is None or after.seen is None:
        return False
    return {thing.words for thing in seen.things} != {thing.words for thing in after.seen.things}


def _closes_an_interruption(deed: Deed, _after: Deed | None, site: Site | None) -> bool:
    """What the site file knows as an interruption, the shopper closes by herself."""
    thing = thing_of(deed)
    if deed.kind != "click" or thing is None or site is None:
        return False
    return any(
        is_meant(interruption.appears, each)
        for interruption in site.interruptions
        for each in (thing, *thing.around)
    )


def is_meant(target: Target, thing: Thing) -> bool:
    """Whether a plain target of the site file means a thing."""
    return thing.role == target.word and alike(thing.own_name, target.name)


_DROPS = (_only_moves_on, _only_finds_the_field, _hits_nothing, _closes_an_interruption)
