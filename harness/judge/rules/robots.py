"""The site took the shopper for a robot: the page is about that, not only a puzzle in some form on it."""

from harness.judge.failure import Failure
from harness.judge.letters import letter_to_operations
from harness.judge.ruling import Confidence, Ruling
from harness.judge.signs.robot_signs import (
    ASKS_FOR_A_HUMAN,
    CAPTCHA_WORDS,
    PUZZLE_PROGRAMS,
    PUZZLES,
    REFUSALS,
    REFUSED,
    SIGNS,
    TURNED_DOWN,
    Sign,
)
from harness.judge.verdicts import Verdict
from harness.judge.words import ended, joined, quoted
from harness.words import entry, phrase

FORBIDDEN = 403
TOO_MANY = 429
_ADMIT = entry("Ask your operations team to admit the shopper: send them the letter in the report.")
_SLOWER = entry("Let fewer shoppers walk at once.")


def turned_away(failure: Failure) -> Ruling | None:
    """A known protection answered in the site's place."""
    if failure.trouble.kind in {"ambiguous", "value unreadable"}:  # the shop's own page is there
        return None
    sign = next((sign for sign in SIGNS if _shows(failure, sign)), None)
    if sign is None:
        return None
    return _blocked(
        failure,
        sign.who,
        entry("{protection}, which keeps robots off this site, did not let the shopper in."),
        protection=sign.who,
    )


def asked_to_be_human(failure: Failure) -> Ruling | None:
    """A page without more on it asks whether the visitor is human, or refuses beside a puzzle."""
    health = failure.health
    asks = next(filter(ASKS_FOR_A_HUMAN.search, (health.heading, health.title)), None)
    if asks is None and failure.little and _puzzle(failure) and ASKS_FOR_A_HUMAN.search(health.text):
        asks = health.text[:120]
    if asks and failure.little:
        told = entry("In place of the page the site asks: {question}")
        return _blocked(failure, "question", told, "likely", question=quoted(asks))
    if failure.status in REFUSALS and _puzzle(failure):
        told = entry("The site refused the page and showed a puzzle against robots.")
        return _blocked(failure, "puzzle", told, "likely")
    return None


def puzzle_unsolved(failure: Failure) -> Ruling | None:
    """A form waits for a puzzle that no robot may solve, and says so."""
    said = next(filter(CAPTCHA_WORDS.search, failure.health.visible_errors), None)
    if said:
        return _blocked(failure, "puzzle", entry("The page said: {said}"), "likely", said=quoted(said))
    if any(PUZZLE_PROGRAMS.search(error) for error in failure.health.script_errors):
        told = entry("The page waits for its puzzle against robots, which does not come for the shopper.")
        return _blocked(failure, "puzzle", told, "likely")
    return None


def asked_too_often(failure: Failure) -> Ruling | None:
    """The site counts how often it is asked, and has had enough."""
    missed = failure.trouble.kind in {"not found", "check failed"} and failure.trouble.seen is None
    if failure.status != TOO_MANY and not (missed and failure.asked_too_often):
        return None
    told = entry("The site answered that it was asked too often.")
    return _blocked(failure, "too often", told, "likely", action=joined(phrase(_SLOWER), phrase(_ADMIT)))


def refused_at_the_door(failure: Failure) -> Ruling | None:
    """The very first page may not be seen, or a page refuses in words such as "Access denied"."""
    refuses = any(map(REFUSED.search, (failure.health.title, failure.health.heading)))
    if failure.status != FORBIDDEN or not (failure.first_page or refuses):
        return None
    confidence: Confidence = "likely" if failure.first_page else "unsure"
    return _blocked(failure, "refused", entry("The site refused the page without a reason."), confidence)


def mentioned_puzzle(failure: Failure) -> str:
    """Return a word on a puzzle that stands on the page while something else is wrong."""
    if not _puzzle(failure):
        return ""
    return phrase("The page also holds a puzzle against robots; it may have kept the shopper from going on.")


def _blocked(
    failure: Failure,
    cause: str,
    met: str,
    confidence: Confidence = "certain",
    action: str = "",
    **values: str,
) -> Ruling:
    """Rule that the shopper was turned away; what she `met` is an entry, as its letter stays English."""
    visit = failure.visit
    return Ruling(
        Verdict.BLOCKED,
        "blocked",
        cause,
        detail=ended(phrase(met, **values)),
        action=action or phrase(_ADMIT),
        confidence=confidence,
        sentence=phrase(
            '"{title}" was not experienced: {site} took the shopper for a robot.',
            title=visit.journey.title,
            site=visit.site,
        ),
        letter=letter_to_operations(failure, ended(met.format(**values))),
    )


def _shows(failure: Failure, sign: Sign) -> bool:
    if sign.only_when_refused and failure.status not in TURNED_DOWN:
        return False
    health = failure.health
    places = {
        "header": tuple(f"{name}: {value}" for name, value in health.headers.items()),
        "title": (health.title, health.heading),
        "text": (health.text,) if failure.little or failure.status in REFUSALS else (),
        "address": _addresses(failure),
    }
    return any(map(sign.pattern.search, places[sign.where]))


def _addresses(failure: Failure) -> tuple[str, ...]:
    health = failure.health
    target = (failure.trouble.target,) if failure.trouble.kind == "foreign host" else ()
    return (health.url, *target, *health.frames, *health.refused_hosts)


def _puzzle(failure: Failure) -> bool:
    return any(map(PUZZLES.search, _addresses(failure)))
