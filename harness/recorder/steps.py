"""A tidy recording in, the steps a customer would tell out: cut where a new page came, each with checks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from harness.grammar.target import FIRST_TAB
from harness.language.model import Site
from harness.recorder.commitments import commitment_of
from harness.recorder.lines import LEFT_OUT, Line, line_of
from harness.recorder.naming import quoted
from harness.recorder.recorded import Deed, Recording
from harness.recorder.seen import Seen
from harness.recorder.suggesting import anything, has_news, main_heading, suggested

LONGEST_NAME = 70
_PRESSED = frozenset({"click", "download", "go back", "press", "reload"})
_IN_FRAME = "enter-frame"
ANY_HEADING = "heading /./"
NOTHING_NEW = 'Nothing new was to be seen here. Add below "see:" what told you that it worked.'
WEAK = "This was there before, too. Say what told you that it worked."
NOT_SEEN = "The recorder saw no page. Say what the customer must see: until then, any heading will do."


@dataclass(frozen=True)
class RecordedStep:
    """One step of the journey to be.

    Args:
        comments: What the author should look at.
    """

    name: str
    do: tuple[Line, ...]
    see: tuple[str | Line, ...] = ()
    commits: str = ""
    comments: tuple[str, ...] = ()


def steps_of(
    recording: Recording, deeds: Sequence[Deed], site: Site | None, address: str
) -> list[RecordedStep]:
    """Cut what was done into steps, name them, and suggest checks.

    Args:
        recording: All that was recorded.
        deeds: What is left of its deeds.
        site: The site file, where there is one.
        address: Where the site was while this was recorded.
    """
    known = [deed.text for deed in deeds if deed.text]
    lines = _with_tabs([(deed, line_of(deed, site, address)) for deed in deeds], recording)
    steps: list[RecordedStep] = []
    before: Seen | None = None
    parts = _cut(lines, recording, site)
    for number, part in enumerate(parts):
        following = parts[number + 1][0].deed if number + 1 < len(parts) else None
        before = before or part[0].deed.seen
        after = _seen_after(part[-1].deed, following, recording)
        is_last = following is None
        steps.append(_step(part, before, after, known, site, is_last=is_last))
        before = after
    return _each_by_its_name(steps)


def _with_tabs(lines: Sequence[tuple[Deed, Line | None]], recording: Recording) -> list[Line]:
    """Say which tab is looked at where that is not the one that opened last, as the shopper would."""
    told: list[Line] = []
    chosen, known = "", set[str]()
    for deed, line in lines:
        if line is None:
            continue
        there = [tab.id for tab in recording.tabs if tab.is_there(deed.at_s)]
        looked_at = chosen if chosen in there and known.issuperset(there) else (there or [""])[-1]
        if deed.tab in there and deed.tab != looked_at:
            target = FIRST_TAB if deed.tab == there[0] else f"tab {quoted(recording.title_of(deed.tab))}"
            told.append(Line("switch to", target, deed))
            chosen, known = deed.tab, set(there)
        told.append(line)
    return told


def _cut(lines: Sequence[Line], recording: Recording, site: Site | None) -> list[list[Line]]:
    parts: list[list[Line]] = []
    is_over = True
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if is_over and not (line.verb == "see" and parts):
            parts.append([])
        parts[-1].append(line)
        end_s = following.deed.at_s if following else float("inf")
        if line.verb == "see":
            continue  # what was checked belongs to what was done before
        has_arrived = recording.has_arrived_between(line.deed.at_s, end_s)
        has_told = _has_told(line.deed, following)
        # What is chosen may change the address alone; a press that changes it leads somewhere.
        leads_on = has_arrived or has_told if line.verb in _PRESSED else has_arrived and has_told
        is_over = line.verb == "open" or bool(commitment_of(line, site)) or leads_on
    return parts


def _has_told(deed: Deed, following: Line | None) -> bool:
    """Whether a press has brought a message or a heading, also where no new page came."""
    if following is None or _IN_FRAME in deed.selector or _IN_FRAME in following.deed.selector:
        return False
    return has_news(deed.seen, following.deed.seen)


def _seen_after(deed: Deed, following: Deed | None, recording: Recording) -> Seen | None:
    end_s = following.at_s if following else float("inf")
    looked = recording.seen_between(deed.at_s, end_s)
    is_same_tab = following is not None and following.tab == deed.tab
    opened = any(deed.at_s <= tab.opened_s < end_s for tab in recording.tabs)
    if following and following.seen and is_same_tab and not opened and _IN_FRAME not in following.selector:
        return following.seen
    return looked


def _step(  # noqa: PLR0913 -- what a step is made of
    part: list[Line],
    before: Seen | None,
    after: Seen | None,
    known: Sequence[str],
    site: Site | None,
    *,
    is_last: bool,
) -> RecordedStep:
    acts = [number for number, line in enumerate(part) if line.verb != "see"]
    end = acts[-1] + 1 if acts else 0
    do, asked = part[:end], part[end:]
    see: list[str | Line] = [*asked, *(() if asked else suggested(before, after, known, site))]
    comments = []
    if not see and is_last:
        see += anything(after, known, site) or [ANY_HEADING]
        comments.append(WEAK if see != [ANY_HEADING] else NOT_SEEN)
    elif not see:
        comments.append(NOTHING_NEW)
    return RecordedStep(
        name=_name(do, after),
        do=tuple(do),
        see=tuple(see),
        commits=next((level for line in do if (level := commitment_of(line, site))), ""),
        comments=tuple(comments),
    )


def _name(do: Sequence[Line], after: Seen | None) -> str:
    """Say what the customer does in a step, in her words."""
    last = next((line for line in reversed(do) if line.verb not in {"switch to", LEFT_OUT}), None)
    heading = main_heading(after)
    if last is None:
        return f"Look at {heading or 'the page'}"
    if last.verb == "open":
        path = urlsplit(last.target).path
        return "Open the home page" if path in {"", "/"} else _short(f"Open {heading or path}")
    typed = [line for line in do if line.verb == "fill" and line.name]
    if last.verb == "press" and typed:
        thing, text = typed[-1].thing, typed[-1].value
        if thing and (thing.role == "searchbox" or "search" in thing.name.casefold()) and text:
            return _short(f"Search for {text}")
    if last.verb in _PRESSED and last.name:
        is_place = last.thing is not None and last.thing.role == "link" and last.name == heading
        return _short(f"Open {last.name}" if is_place else last.name)
    names = list(dict.fromkeys(line.name for line in do if line.name))
    if not names:
        return _short(f"Look at {heading or 'the page'}")
    return _short(f"{'Fill in' if typed else 'Choose'} {' and '.join(names[:2])}")


def _short(name: str) -> str:
    words = name[:1].upper() + name[1:]
    return words if len(words) <= LONGEST_NAME else f"{words[:LONGEST_NAME].rpartition(' ')[0]} ..."


def _each_by_its_name(steps: Sequence[RecordedStep]) -> list[RecordedStep]:
    named: list[RecordedStep] = []
    for step in steps:
        times = sum(step.name == earlier.name for earlier in steps[: len(named)])
        ending = "" if not times else " again" if times == 1 else f" again ({times})"
        named.append(replace(step, name=f"{step.name}{ending}"))
    return named
