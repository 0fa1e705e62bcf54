"""Findings over many nights in, sentences out: since when, how often, in which state, what changed."""

from datetime import datetime

from harness.findings.model import Change, Life, State
from harness.reports.cx.words.speech import count, day, sentence, times

STATES: dict[State, str] = {
    "new": "New",
    "flaky": "1 of 2 customers hit this",
    "owned": "Taken",
    "cause known": "Cause known",
    "fixed": "Said to be fixed",
    "verified": "Gone",
    "reopened": "Came back",
}
STILL_OPEN = "Not taken yet"
"""What is new no more, and still belongs to nobody."""

CHANGED: dict[Change, str] = {
    "new": "New",
    "reopened": "Came back",
    "verified": "You said, we fixed",
    "not met": "Not met this time",
    "not tried": "Could not be checked this time",
}
"""In the order in which they are told; what is met again is no change."""

GONE_BY_ITSELF = "Not met any more"
FIRST_MET = "First met in this run"
FIRST_RUN = (
    "This is the first run that is remembered: what is new and what has gone is told from the next one on."
)
NOTHING_CHANGED = "Nothing new, nothing came back, and nothing has gone."
SLOWER = "Got slower"
FASTER = "Got faster"
UNKNOWN_PAST = "What changed cannot be told."


def number(life: Life) -> str:
    """Say what people call a finding by."""
    return f"No. {life.number}"


def state(life: Life) -> str:
    """Say where it stands."""
    if life.state == "new" and life.change != "new":
        return STILL_OPEN
    return STATES[life.state]


def since(life: Life, now: datetime) -> str:
    """Say since when it is met, and how often: `Since 19 November, 3 of 3 nights`."""
    if life.change == "new" and life.runs_met == 1:
        return FIRST_MET
    days = (now.date() - life.first_seen.date()).days + 1
    tried = count(life.runs_tried, "night" if life.runs_tried <= days else "run")
    return f"Since {day(life.first_seen)}, {life.runs_met} of {tried}"


def came_back(life: Life) -> str:
    """Say how often it came back after it had gone."""
    return f"It had gone, and came back {times(life.reopened)}" if life.reopened else ""


def set_aside(life: Life, now: datetime) -> str:
    """Say until when it does not decide how a run ends."""
    if life.quarantined_until is None:
        return ""
    if life.is_quarantined(now.date()):
        return f"Set aside until {day(life.quarantined_until)}: until then it fails no run"
    return f"Was set aside until {day(life.quarantined_until)}; counts again"


def notes(life: Life) -> tuple[str, ...]:
    """Return what people noted of it, newest first."""
    said = [(note.at, note.by, note.note) for note in life.notes if note.note]
    return tuple(f"{sentence(text)} ({by}, {day(at)})" for at, by, text in reversed(said))


def how_it_went(life: Life) -> str:
    """Say what stands behind a change: whose work, how many good runs."""
    if life.change == "verified":
        return sentence(f"{_credited(life)}gone in {count(life.good_runs, 'good run')} in a row")
    if life.change == "not met":
        return sentence(f"{count(life.good_runs, 'good run')} so far; a few more prove that it is gone")
    if life.change == "not tried":
        return "No shopper came as far as its place."
    if life.change == "reopened":
        return sentence(came_back(life)) if life.reopened else ""
    return ""


def _credited(life: Life) -> str:
    """Name who said that it was fixed, before what the runs say."""
    claim = next((note for note in reversed(life.notes) if note.state == "fixed"), None)
    whose = life.owner or (claim.by if claim else "")
    return f"{whose} said it was fixed on {day(claim.at)}: " if claim and whose else ""


def was_claimed(life: Life) -> bool:
    """Whether somebody had said that it was fixed."""
    return any(note.state == "fixed" for note in life.notes)


def last_time(at: datetime, headline: str) -> str:
    """Repeat what led the page of the run before."""
    return f'Last run, {day(at)}: "{headline}"' if headline else f"Last run: {day(at)}."
