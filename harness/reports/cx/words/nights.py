"""Findings over many nights in, sentences out: since when, how often, in which state, what changed."""

from datetime import datetime

from harness.findings.model import Change, Decision, Life, State
from harness.judge import SLOW_KINDS
from harness.reports.cx.words import counted
from harness.reports.cx.words.speech import day, sentence, times
from harness.words import entry, phrase, phrase_many

STATES: dict[State, str] = {
    "new": entry("New"),
    "flaky": entry("1 of 2 customers hit this"),
    "owned": entry("Taken"),
    "cause known": entry("Cause known"),
    "fixed": entry("Said to be fixed"),
    "verified": entry("Gone"),
    "reopened": entry("Came back"),
}
STILL_OPEN = entry("Not taken yet")
"""What is new no more, and still belongs to nobody."""

CHANGED: dict[Change, str] = {
    "new": entry("New"),
    "reopened": entry("Came back"),
    "verified": entry("You said, we fixed"),
    "not met": entry("Not met this time"),
    "not tried": entry("Could not be checked this time"),
}
"""In the order in which they are told; what is met again is no change."""

GONE_BY_ITSELF = entry("Not met any more")
FIRST_MET = entry("First met in this run")
FIRST_RUN = entry(
    "This is the first run that is remembered: what is new and what has gone is told from the next one on."
)
NOTHING_CHANGED = entry("Nothing new, nothing came back, and nothing has gone.")
SLOWER = entry("Got slower")
FASTER = entry("Got faster")
UNKNOWN_PAST = entry("What changed cannot be told.")


def number(life: Life) -> str:
    """Say what people call a finding by."""
    return phrase("No. {number}", number=life.number)


def state(life: Life) -> str:
    """Say where it stands."""
    if life.state == "new" and life.change != "new":
        return phrase(STILL_OPEN)
    return phrase(STATES[life.state])


def since(life: Life, now: datetime) -> str:
    """Say since when it is met, and how often: `Since 19 November, 3 of 3 nights`."""
    if life.change == "new" and life.runs_met == 1:
        return phrase(FIRST_MET)
    days = (now.date() - life.first_seen.date()).days + 1
    count = counted.nights if life.runs_tried <= days else counted.runs
    tried = count(life.runs_tried)
    return phrase("Since {day}, {met} of {tried}", day=day(life.first_seen), met=life.runs_met, tried=tried)


def worked_before(since: str, at: datetime) -> str:
    """Add when the same visit last went well before that."""
    return phrase("{since}; it worked on {day}", since=since, day=day(at))


def came_back(life: Life) -> str:
    """Say how often it came back after it had gone."""
    return phrase("It had gone, and came back {times}", times=times(life.reopened)) if life.reopened else ""


def set_aside(life: Life, now: datetime) -> str:
    """Say until when it does not decide how a run ends."""
    if life.quarantined_until is None:
        return ""
    until = day(life.quarantined_until)
    if life.is_quarantined(now.date()):
        return phrase("Set aside until {day}: until then it fails no run", day=until)
    return phrase("Was set aside until {day}; counts again", day=until)


def notes(life: Life) -> tuple[str, ...]:
    """Return what people noted of it, newest first."""
    said = [(note.at, note.by, note.note) for note in life.notes if note.note]
    return tuple(f"{sentence(text)} ({by}, {day(at)})" for at, by, text in reversed(said))


def how_it_went(life: Life) -> str:
    """Say what stands behind a change: whose work, how many good runs."""
    if life.change == "verified":
        gone = phrase_many(
            "gone in {number} good run in a row", "gone in {number} good runs in a row", life.good_runs
        )
        return sentence(f"{_credited(life)}{gone}") + _untried(life)
    if life.change == "not met":
        good = phrase_many(
            "{number} good run so far; a few more prove that it is gone.",
            "{number} good runs so far; a few more prove that it is gone.",
            life.good_runs,
        )
        return good + _untried(life)
    if life.change == "not tried":
        return _could_not_be_checked(life)
    if life.change == "reopened":
        return _met_again(life)
    return ""


def _untried(life: Life) -> str:
    """Name who had met it and did not walk again."""
    if not life.untried:
        return ""
    return " " + phrase("It was not tried again by: {who}.", who="; ".join(life.untried))


def _could_not_be_checked(life: Life) -> str:
    if life.kind in SLOW_KINDS:
        return phrase("Whether it is still slow could not be told.")
    return phrase("Not everyone who had met it came as far as its place.")


def _met_again(life: Life) -> str:
    if life.runs_met > 1:
        return phrase("It was said to be fixed, and was met again.")
    return sentence(came_back(life)) if life.reopened else ""


def _credited(life: Life) -> str:
    """Name who said that it was fixed, before what the runs say."""
    claim = _claim(life)
    whose = life.owner or (claim.by if claim else "")
    if not (claim and whose):
        return ""
    return phrase("{who} said it was fixed on {day}:", who=whose, day=day(claim.at)) + " "


def was_claimed(life: Life) -> bool:
    """Whether somebody had said that it was fixed, and nobody met it since."""
    return _claim(life) is not None


def _claim(life: Life) -> Decision | None:
    claims = (note for note in life.notes if note.state == "fixed" and note.at > life.last_seen)
    return max(claims, key=lambda note: note.at, default=None)


def last_time(at: datetime, headline: str) -> str:
    """Repeat what led the page of the run before."""
    if headline:
        return phrase('Last run, {day}: "{headline}"', day=day(at), headline=headline)
    return phrase("Last run: {day}.", day=day(at))
