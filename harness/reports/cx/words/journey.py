"""What the page of a journey says: its sentences from facts. Its headings are in `journey_labels.py`."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from harness.judge.effort.model import Ease
from harness.record import EffectState
from harness.reports.cx.words import journey_labels, labels
from harness.reports.cx.words.speech import capital, count, human_time, listed, sentence, times

MOST_SEEN = 3
ONE_OF_TWO = "1 of 2 customers hit this"
TWICE = "walked again at once: the same"
NOT_VERIFIED = "Not verified beyond here"
WORST_STEP, LAST_STEP, WORST_AND_LAST = "Worst step", "Last step", "Worst and last step"
UNKNOWN_EFFORT = "Unknown: the walk did not come to its end."
EASE: dict[Ease, str] = {4: "Easy", 3: "Almost easy", 2: "Some effort", 1: "Hard work", 0: "Stopped here"}


def more_deeds(number: int) -> str:
    """Count what is left out between."""
    return f"... {number} more ..."


def could_not(said: str) -> str:
    """Say of a deed that it could not be done."""
    return f"Tried, in vain: {said[:1].lower()}{said[1:]}"


def saw(seen: Sequence[str]) -> str:
    """Say what the customer saw."""
    return sentence(listed(list(seen), most=MOST_SEEN)) if seen else ""


def saw_instead(seen: str, wanted: str | None) -> str:
    """Say what the customer saw where she should have seen something else."""
    return sentence(f"{seen}, where it should have been {wanted}" if wanted else seen)


def works(title: str, walks: int) -> str:
    """Lead with a journey in which nothing was wrong."""
    return f'"{title}" works.' if walks == 1 else f'"{title}" works, in all {walks} ways it was tried.'


def since(at: datetime) -> str:
    """Say since when it is so."""
    return f"Since {whole_day(at)}."


def works_since(at: datetime) -> str:
    """Say since when all of it went well."""
    return f"Works without a break since {whole_day(at)}."


def failed(number: int, of: int, *, is_nightly: bool) -> str:
    """Say how often it failed lately: `failed 3 of the last 3 nights`."""
    return f"failed {number} of the last {of} {'nights' if is_nightly else 'runs'}"


def personas(number: int) -> str:
    """Say how many shoppers met it."""
    return count(number, "shopper")


def rows(number: int, of: int) -> str:
    """Say in how many of the ways that were tried."""
    return f"{number} of {of} ways it was tried"


def row_name(row: Mapping[str, str]) -> str:
    """Name one of several walks by its values: `code: SAVE10, by: 10 %`."""
    return ", ".join(f"{name}: {value}" for name, value in row.items())


def whole_day(at: datetime) -> str:
    """Say a day so that it can be told from others: `Tuesday 3 November 2026`."""
    at = at.astimezone(UTC)
    return f"{at:%A} {at.day} {at:%B %Y}"


def short_day(at: datetime) -> str:
    """Say a day in little room: `3 Nov`."""
    at = at.astimezone(UTC)
    return f"{at.day} {at:%b}"


def last_good(at: datetime) -> str:
    """Say of what day the good picture or curve is: `Last good: Tuesday 3 November 2026`."""
    return f"Last good: {whole_day(at)}"


def network(name: str | None) -> str:
    """Say what her connection was."""
    return f"connection {name}" if name else ""


def stopped_before(control: str) -> str:
    """Say where she stopped, because more was not allowed."""
    return f'Stopped before "{control}": ready, not proven.'


def really_done(level: str, state: EffectState) -> str:
    """Say that something was really bought, sent or changed."""
    what, _ = labels.EFFECTS.get(level, (capital(level), ""))
    return f"{what} {labels.EFFECT_STATES[state]}."


def ease(of: Ease | None) -> str:
    """Say the ease of a step in a word."""
    return "Not known" if of is None else EASE[of]


def good_picture(number: int, step: str) -> str:
    """Describe a picture of a good visit to those who cannot see it."""
    return f"The site after step {number}, {step}, when it last went well."


def customer_time(time_ms: int, waiting_ms: int) -> str:
    """Say how long the customer was busy, and how much of that she waited."""
    return f"{human_time(time_ms)}, of which {human_time(waiting_ms)} waiting"


def ideal(
    ideal_ms: int | None,
    ideal_fields: int | None,
    fields: int,
    ideal_pages: int | None,
    pages: int,
) -> str:
    """Say what it should have taken, and in what it asked for more."""
    parts = [human_time(ideal_ms)] if ideal_ms is not None else []
    parts += [f"{count(ideal_fields, 'field')} (there were {fields})"] if ideal_fields is not None else []
    parts += [f"{count(ideal_pages, 'page')} (there were {pages})"] if ideal_pages is not None else []
    return f"Should take: {listed(parts)}" if parts else ""


def usual_time(time_ms: int, walks: int) -> str:
    """Say what it took in walks before."""
    return f"Usual: {human_time(time_ms)}, in the last {count(walks, 'walk')} to the end"


def hassles(number: int) -> str:
    """Count what got in the way."""
    return count(number, "hassle") if number else "No hassle"


def hassles_so_far(number: int) -> str:
    """Count what got in the way before it stopped."""
    return f"{hassles(number)} until it stopped"


def usual_hassles(earlier: Sequence[int]) -> str:
    """Say how many there were in walks before."""
    few, many = min(earlier), max(earlier)
    return f"Before: {few if few == many else f'{few} to {many}'}, in the last {count(len(earlier), 'walk')}"


def hassle(what: str, cost_ms: int) -> str:
    """Say what got in the way, and what it cost the customer."""
    cost = f" It cost {human_time(cost_ms)}." if cost_ms >= labels.LEAST_NOTICED_MS else ""
    return f"{sentence(what)}{cost}"


def more_surprises(number: int) -> str:
    """Count the differences that are not told one by one."""
    return f"And {count(number, 'smaller difference')}." if number > 0 else ""


def compared_with(at: datetime) -> str:
    """Say what the pages were compared with."""
    return f"Compared with {whole_day(at)}, when all went well."


def night(at: datetime, word: str) -> str:
    """Say how one run went."""
    return f"{whole_day(at)}: {word.lower()}"


def last_runs(number: int, counts: Mapping[str, int]) -> str:
    """Say how the last runs went, in one sentence."""
    told = [f'{times(often)} "{word.lower()}"' for word, often in counts.items()]
    return sentence(f"In the last {count(number, 'run')}: {listed(told)}")


def time_over_nights(least_ms: int, most_ms: int) -> str:
    """Say how far the customer time went up and down."""
    if least_ms == most_ms:
        return f"Customer time: {human_time(least_ms)} each time"
    return f"Customer time: from {human_time(least_ms)} to {human_time(most_ms)}"


def not_walked(name: str, reason: str) -> str:
    """Say that there was no walk at all."""
    return " ".join(filter(None, [name, journey_labels.NOT_WALKED, reason]))


def never_reached(name: str, steps: Sequence[str]) -> str:
    """Name the steps that nobody saw."""
    quoted = [f'"{step}"' for step in steps]
    return sentence(f"{capital(f'{name} ' if name else '')}Never came to {listed(quoted, most=5)}")


def not_pressed(name: str, step: str) -> str:
    """Say what was not done on purpose."""
    return sentence(f'{name} What comes after "{step}" was not tried, on purpose'.strip())


def not_as_asked(what: str) -> str:
    """Say what of the shopper the pages did not find."""
    return sentence(f"Not as asked of this shopper: {what}")


def without_picture(steps: Sequence[str]) -> str:
    """Name the steps of which there is no picture."""
    quoted = [f'"{step}"' for step in steps]
    return sentence(f"There is no picture of {listed(quoted, most=3)}")
