"""A site and its journeys in, the letter to its operations team out: who comes, and how to stop her."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from harness.browser.own_name import token_of
from harness.judge.words import how_many
from harness.language.known.commitments import COMMITTING
from harness.language.model import Action, Part, Step, Use, with_blocks
from harness.plugin.options import granted_levels
from harness.plugin.run import EMBEDDED
from harness.preflight.journeys import texts_in
from harness.preflight.model import Errand
from harness.preflight.owed import NAMES, caps_of
from harness.shopper.identity import COOKIE
from harness.shopper.pacing import pace_of

MOST_PATHS = 30


def letter_of(errand: Errand) -> str:
    """Write to those who run the shop, so that they know of the shopper before they see her."""
    lines = [
        f"A mystery shopper will visit {errand.site.name} at {errand.address}.",
        "",
        "She walks the site as customers do, in a real browser, and tells us what they cannot do. She is a",
        "program, says so with each request, and keeps to the bounds below.",
        "",
        *(f"  {name + ':':<13}{text}" for name, text in _facts(errand)),
        "",
        f"A rule that admits {_sign(errand)} from this address is enough. The cookie keeps her out",
        "of your statistics.",
        "",
        "Pages and requests she begins with:",
        "",
        *(f"  {path}" for path in paths_of(errand)),
    ]
    return "\n".join(lines)


def _facts(errand: Errand) -> Iterator[tuple[str, str]]:
    asked, pace = errand.site.identification, pace_of(errand.site, errand.address)
    yield "contact", asked.contact or "(add whom to ask)"
    yield "when", "(add the hours of the runs)"
    yield "comes from", "(add the public address of the machine that runs her)"
    yield "User-Agent", f"ends in {token_of(asked.contact)}"
    yield "cookie", f"{COOKIE}, with the run and the journey"
    if asked.header:
        yield "header", f"{asked.header}; its value comes by another way"
    yield "at once", how_many(pace.visits_at_once, "visit") if pace.visits_at_once else "no bound"
    yield "page loads", f"{pace.page_loads_a_minute} a minute" if pace.page_loads_a_minute else "no bound"
    for level in _levels(errand):
        yield level, _cap(errand, level)
    yield "known by", _marker(errand)
    yield "to stop her", _stop(errand)


def _sign(errand: Errand) -> str:
    header = errand.site.identification.header
    return f"the header {header}" if header else "this User-Agent"


def _levels(errand: Errand) -> list[str]:
    """Return what may be committed to: as far as journeys go, and as this run or a schedule is granted."""
    schedules = [level for levels in errand.site.safety.allow.values() for level in levels]
    granted = granted_levels(
        [*errand.allowed, *schedules], embedded=errand.site.address == EMBEDDED and not errand.allowed
    )
    reached = {visit.journey.commits for visit in errand.visits}
    return [level for level in COMMITTING if level in granted and level in reached]


def _cap(errand: Errand, level: str) -> str:
    caps = caps_of(errand)
    a_day = caps.a_day(level)
    told = "no bound" if a_day is None else f"{a_day} {NAMES[level]} a day at the most"
    if level == "order" and caps.money_a_day:
        told += f", for {caps.money_a_day} a day"
    if level == "order" and caps.open_orders is not None:
        told += f", {caps.open_orders} open at a time"
    if level == "message" and errand.site.safety.contact_hours:
        told += f", {', '.join(hours.text for hours in errand.site.safety.contact_hours)}"
    return told


def _marker(errand: Errand) -> str:
    levels = set(_levels(errand))
    committing = [visit for visit in errand.visits if visit.journey.commits in levels]
    if not committing:
        return "she leaves nothing behind"
    marked = [
        visit
        for visit in committing
        if any("${visit." in text for text in texts_in(visit.journey, visit.parts))
    ]
    if len(marked) < len(committing):
        return "the cookie; not all journeys type a marker into what they leave"
    return "a marker such as 3f9a01c7 in what she leaves, a new one each visit"


def _stop(errand: Errand) -> str:
    switch, contact = errand.site.safety.kill_switch, errand.site.identification.contact
    ways = [f"write to {contact}"] if contact else []
    ways += [f"say so at {switch}"] if switch.startswith("https://") else []
    ways += [f"we put up {switch} at your word"] if switch and not switch.startswith("https://") else []
    return "; or ".join([*ways, "block the User-Agent"])


def paths_of(errand: Errand) -> list[str]:
    """Return the paths that journeys open or ask for; what is clicked on is not known before."""
    found = {
        path
        for visit in errand.visits
        for action in _actions((*visit.journey.steps, *visit.journey.cleanup), visit.parts)
        for path in _paths(action)
    }
    paths = sorted(found)
    more = len(paths) - MOST_PATHS
    return [*paths[:MOST_PATHS], *([f"... and {more} more"] if more > 0 else [])]


def _actions(steps: tuple[Step | Use, ...], parts: Mapping[str, Part]) -> Iterator[Action]:
    for step in steps:
        if isinstance(step, Use):
            yield from _actions(parts[step.part].steps, parts)
        else:
            yield from with_blocks(step.do)


def _paths(action: Action) -> Iterator[str]:
    if action.verb == "open":
        yield urlsplit(action.arguments[0]).path or "/"
    if action.verb == "request":
        yield f"{action.arguments[0].upper()} {action.arguments[1]}"
