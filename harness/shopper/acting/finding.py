"""A target in, the one thing on the page it points at out; or the obstacle: none, or several."""

from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as BrowserTimeoutError

from harness.grammar.target import Meaning, Target
from harness.shopper.acting.locating import is_hidden, locate, second_look
from harness.shopper.scripts import script
from harness.shopper.trouble.browser_errors import obstacle_of
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playwright.sync_api import Locator, Page

    from harness.record import TroubleKind

SETTLING_MS = 400
"""How long several matches may last: a page that swaps one control for another shows both for a moment."""

NESTED = "elements => elements.every((element, i) => i === 0 || elements[i - 1].contains(element))"


def find_one(
    page: "Page", target: Target, meaning: Meaning, *, names: "Mapping[str, Target]", timeout_ms: int
) -> "Locator":
    """Find the one visible thing a target points at, waiting for it, closing popups on the way.

    Raises:
        Obstacle: There is none within the time, or there are several.
    """
    candidates = locate(page, target, meaning, names)
    if candidates.count() == 1:
        return candidates
    others = None if target.name in names else second_look(page, target, meaning)
    anything = candidates.or_(others) if others else candidates
    _wait_for(anything, target, timeout_ms, lambda: is_hidden(page, target, meaning, names))
    if others and candidates.count() == 0:
        candidates = others
    return _only_one(page, candidates, target)


def find_after_all(
    page: "Page", target: Target, meaning: Meaning, error: BrowserError, *, names: "Mapping[str, Target]"
) -> "Locator":
    """Find the one thing a target points at, after acting on it at once has failed without any effect.

    Args:
        page: The page.
        target: What was acted on.
        meaning: As what.
        error: Why that failed.
        names: The site's own names.

    Raises:
        Obstacle: There is none, or there are several.
        playwright.sync_api.Error: The error itself, when there is one and it cannot be acted on.
    """
    candidates = locate(page, target, meaning, names)
    if obstacle_of(error).kind == "ambiguous":
        return _only_one(page, candidates, target)
    if isinstance(error, BrowserTimeoutError) and candidates.count() == 0:
        raise _none(target, error, is_hidden=is_hidden(page, target, meaning, names)) from error
    raise error


def _wait_for(anything: "Locator", target: Target, timeout_ms: int, hidden: "Callable[[], bool]") -> None:
    try:
        anything.first.wait_for(state="visible", timeout=timeout_ms)
    except BrowserError as error:
        obstacle = obstacle_of(error, target.text)
        if obstacle.kind != "no answer":
            raise obstacle from error
        raise _none(target, error, is_hidden=hidden()) from error


def _none(target: Target, error: BrowserError, *, is_hidden: bool) -> Obstacle:
    kind: TroubleKind = "hidden" if is_hidden else "not found"
    message = f"{target.plain} is there but cannot be seen" if is_hidden else missing(target)
    return Obstacle(kind, message, target=target.text, technical=str(error))


def missing(target: Target) -> str:
    """Return the sentence for a target that nothing on the page answers to."""
    return f"{target.plain} is not on the page"


def _only_one(page: "Page", candidates: "Locator", target: Target) -> "Locator":
    if candidates.count() == 1:
        return candidates
    page.wait_for_timeout(SETTLING_MS)
    count = candidates.count()
    if count > 1 and candidates.evaluate_all(NESTED):
        return candidates.last
    if count > 1:
        matches = tuple(candidates.evaluate_all(script("describe")))
        raise Obstacle(
            "ambiguous",
            f'"{target.text}" is {count} times on the page',
            target=target.text,
            matches=matches,
        )
    return candidates
