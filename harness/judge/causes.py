"""What failed or was slow in, what it is on the site out: the same whichever journey meets it.

A cause names what is wrong and where: the page's path, the thing, and what the customer did before, as far
as each tells one trouble from another. It holds no numbers, and no words that may change from day to day.
"""

import re
from urllib.parse import urlsplit

from harness.judge.failure import Failure
from harness.judge.ruling import Ruling
from harness.record import ActionRecord, PageView, StepRecord, VisitRecord

_NUMBERED = re.compile(r'[^\s"|/]*\d[^\s"|/]*')
_QUOTED = re.compile(r'"([^"]+)"')
_ROUTE = re.compile(r"^!?/")
"""How the part of an address behind `#` begins where it names a page."""

PAGES_OWN = frozenset(
    {
        *("error page", "dead page", "page hung", "page crashed", "tab closed", "download"),
        *("no answer", "kept away", "redesigned", "sold out"),
    }
)
"""The whole page is at fault, however customers come to it."""
OF_WHAT_WAS_DONE = frozenset({"script error", "dead click", "server error", "unreachable", "question"})
"""Customers meet it only by what they did on the page."""
AT_NO_PAGE = ("site down", "blocked", "other service")
SITE_DOWN = "site down"
BUSY: dict[str, str] = {
    "step time": "load_ms",
    "load": "load_ms",
    "LCP": "lcp_ms",
    "INP": "inp_ms",
    "CLS": "cls",
    "weight": "size_bytes",
    "requests": "requests",
}
"""By the figure that is over its limit: what is largest on the page that is to blame."""
WAITING = frozenset({"step time", "load", "LCP"})
"""Customers wait; which of these is worst may change from night to night."""


def steady(text: str) -> str:
    """Return a text without what changes from run to run: each word with a number in it becomes `#`."""
    return _NUMBERED.sub("#", text)


def page_of(address: str) -> str:
    """Return which page an address is: its path, without numbers, query and host."""
    parts = urlsplit(address)
    if parts.scheme and parts.scheme not in {"http", "https"}:
        return ""
    route = f"#{parts.fragment.partition('?')[0]}" if _ROUTE.match(parts.fragment) else ""
    return steady(f"{parts.path.rstrip('/') or '/'}{route}")


def cause_of_failure(failure: Failure, ruling: Ruling) -> str:
    """Return what stopped a step; empty where nothing but the step itself tells."""
    trouble, what = failure.trouble, ruling.cause.partition(":")[0]
    if ruling.kind in AT_NO_PAGE:
        return ruling.kind if ruling.kind == SITE_DOWN else steady(f"{ruling.kind}|{ruling.cause}")
    if what in AT_NO_PAGE:
        return steady(ruling.cause)
    if trouble.verb == "request":
        return steady(f"{what}|{trouble.target}")
    if what in {"covered", "interruption"} and (over := failure.stuck_popup or trouble.cover):
        return popup(over)
    page, thing, deed = _where(failure, what), _name(trouble.target), _deed(failure.deed)
    parts = {
        **dict.fromkeys(PAGES_OWN, (page,)),
        **dict.fromkeys(OF_WHAT_WAS_DONE, (page, deed)),
        "check failed": (page, thing, deed),
    }.get(what, (page, thing))
    return _joined(ruling.kind, what, *parts) if page else ""


def popup(name: str) -> str:
    """Return the cause of all that one popup does on any page."""
    return _joined("popup", name)


def cause_of_missing(visit: VisitRecord, step: StepRecord, missing: str) -> str:
    """Return what is not there that would be nice."""
    page = _last_page(visit, step)
    return _joined("missing nicety", page, missing) if page else ""


def cause_of_slowness(visit: VisitRecord, step: StepRecord | None, figure: str) -> str:
    """Return what is slow or heavy: a page, or what a page does when customers act on it.

    Args:
        visit: The walk.
        step: Where; None for the journey as a whole.
        figure: What was over its limit.
    """
    page = _heaviest(step, BUSY[figure]) if step and figure in BUSY else ""
    page = page or (_last_page(visit, step) if step else "")
    what = "waiting" if figure in WAITING else figure
    if not step or not page:
        return ""
    acted = (a for a in reversed(step.actions) if a.held and a.is_deed)
    deed = _deed(next(acted, None)) if figure in {"step time", "INP"} else ""
    return _joined("slow", what, page, deed)


def _where(failure: Failure, what: str) -> str:
    """Return the page that is at fault: the one that was asked for, else the one that was there."""
    trouble = failure.trouble
    if trouble.verb == "open" and trouble.kind in {"unreachable", "no answer"}:
        return page_of(trouble.target)
    asked = {
        "server error": failure.own_failures,
        "no answer": tuple(filter(failure.is_own, failure.health.unanswered)),
    }.get(what, ())
    address = next((word for text in asked for word in text.split() if "://" in word), failure.health.url)
    return page_of(address) or _last_page(failure.visit, failure.step)


def _last_page(visit: VisitRecord, step: StepRecord) -> str:
    views = [view for each in visit.steps if each.index <= step.index for view in each.page_views]
    return page_of(views[-1].url) if views else ""


def _heaviest(step: StepRecord, figure: str) -> str:
    def size(view: PageView) -> float:
        return float(getattr(view, figure) or 0)

    return page_of(max(step.page_views, key=size).url) if step.page_views else ""


def _deed(action: ActionRecord | None) -> str:
    """Return what was done and on what, without what was typed; opening a page is told by its path."""
    if action is None or action.verb == "open":
        return ""
    return f"{action.verb} {_name(action.sentence)}"


def _name(target: str) -> str:
    """Return the name in a target, whichever way an author points at it: `Apply`, `button "Apply"`."""
    quoted = _QUOTED.search(target)
    return quoted.group(1) if quoted else target


def _joined(*parts: str) -> str:
    return "|".join(steady(part).casefold() for part in parts if part)
