"""What a team's own verb stopped with in, an obstacle out: what customers meet, or its author's turn.

A page that does not do what the verb expects (an error of Playwright's, an `AssertionError`) is judged like
any other. Whatever else Python raises is a defect of the verb, and never one of the shopper's.
"""

import re
import traceback
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error as BrowserError

from harness.browser.bounded import TimeIsUp
from harness.record import Place
from harness.shopper.trouble.browser_errors import obstacle_of
from harness.shopper.trouble.fault import is_no_room
from harness.shopper.trouble.stopping import Obstacle, StoppedOnPurpose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harness.verbs import Verb

STOPS = (Exception, pytest.fail.Exception, pytest.skip.Exception)
"""What may come out of a verb; pytest's own are no ordinary exceptions."""
_WAITED_FOR = re.compile(r"waiting for (?!scheduled|navigation)(.+)")
_EXPECTED = re.compile(r"(Locator|Page|Response) expected ")
_QUOTED = re.compile(r'"([^"]+)"')


def obstacle_in(verb: "Verb", error: BaseException, *, told: "Sequence[str]") -> BaseException:
    """Return what an exception in a team's own verb means, with the line of the verb it came from.

    What says something by itself already is returned as it is: restraint, the time that is up, a full disk.

    Args:
        verb: The verb.
        error: What stopped it.
        told: The targets it was given: where one of them is the matter, the line of the journey says so.
    """
    place = place_in(verb, error)
    if isinstance(error, Obstacle):
        if error.target not in told:
            error.in_verb = error.in_verb or place
        return error
    if isinstance(error, StoppedOnPurpose | TimeIsUp) or is_no_room(error):
        return error
    if isinstance(error, BrowserError):
        return _of_browser(verb, error, place)
    technical = "".join(traceback.format_exception(error))
    if isinstance(error, AssertionError | pytest.fail.Exception):
        return Obstacle("check failed", _words(error), technical=technical, in_verb=place)
    return _defect(verb, f"{type(error).__name__}: {error}", technical, place)


def place_in(verb: "Verb", error: BaseException) -> Place:
    """Return the line of the verb's own file where it stopped."""
    code = verb.run.__code__
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == code.co_filename and frame.lineno]
    return Place(file=verb.home, line=lines[-1] if lines else code.co_firstlineno)


def _of_browser(verb: "Verb", error: BrowserError, place: Place) -> Obstacle:
    found = obstacle_of(error)
    found.in_verb = place
    waited = _WAITED_FOR.search(found.technical)
    if found.kind == "harness fault":
        return _defect(verb, found.message, found.technical, place)
    if found.kind == "no answer" and waited and "resolved to" not in found.technical:
        names: list[str] = _QUOTED.findall(waited.group(1))
        found.kind, found.target = "not found", names[-1] if names else waited.group(1)
        found.message = f"nothing answers to {waited.group(1)}"
    return found


def _defect(verb: "Verb", what: str, technical: str, place: Place) -> Obstacle:
    message = f'the verb "{verb.name}" has a defect of its own, {what}'
    return Obstacle("journey fault", message, technical=technical, in_verb=place)


def _words(error: BaseException) -> str:
    """Return what an assertion says, or else how it reads in the verb; of many lines the first."""
    said = str(error).strip().splitlines()
    if said:
        waited, expected = _WAITED_FOR.search(str(error)), _EXPECTED.match(said[0])
        thing = waited.group(1) if waited else "the page"
        return f"{thing} is not as expected: {said[0][expected.end() :]}" if expected else said[0]
    frames = traceback.extract_tb(error.__traceback__)
    return f"this is not so: {frames[-1].line}" if frames and frames[-1].line else "a check failed"
