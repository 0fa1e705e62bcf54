"""What a visit cost the customer in, sentences out: her time, what got in the way, how easy each step was."""

from collections.abc import Sequence

from harness.judge.effort.model import Ease
from harness.reports.cx.words import counted, labels
from harness.reports.cx.words.speech import human_time, listed, sentence
from harness.words import entry, phrase, phrase_many

UNKNOWN_EFFORT = entry("Unknown: the walk did not come to its end.")
EASE: dict[Ease, str] = {
    4: entry("Easy"),
    3: entry("Almost easy"),
    2: entry("Some effort"),
    1: entry("Hard work"),
    0: entry("Stopped here"),
}


def ease(of: Ease | None) -> str:
    """Say the ease of a step in a word."""
    return phrase("Not known") if of is None else phrase(EASE[of])


def customer_time(time_ms: int, waiting_ms: int) -> str:
    """Say how long the customer was busy, and how much of that she waited."""
    return phrase(
        "{time}, of which {waiting} waiting", time=human_time(time_ms), waiting=human_time(waiting_ms)
    )


def ideal(
    ideal_ms: int | None,
    ideal_fields: int | None,
    fields: int,
    ideal_pages: int | None,
    pages: int,
) -> str:
    """Say what it should have taken, and in what it asked for more."""
    parts = [human_time(ideal_ms)] if ideal_ms is not None else []
    if ideal_fields is not None:
        parts.append(
            phrase_many(
                "{number} field (there were {fields})",
                "{number} fields (there were {fields})",
                ideal_fields,
                fields=fields,
            )
        )
    if ideal_pages is not None:
        parts.append(
            phrase_many(
                "{number} page (there were {pages})",
                "{number} pages (there were {pages})",
                ideal_pages,
                pages=pages,
            )
        )
    return phrase("Should take: {times}", times=listed(parts)) if parts else ""


def usual_time(time_ms: int, walks: int) -> str:
    """Say what it took in walks before."""
    return phrase_many(
        "Usual: {time}, in the last {number} walk to the end",
        "Usual: {time}, in the last {number} walks to the end",
        walks,
        time=human_time(time_ms),
    )


def hassles(number: int) -> str:
    """Count what got in the way."""
    return counted.hassles(number) if number else phrase("No hassle")


def hassles_so_far(number: int) -> str:
    """Count what got in the way before it stopped."""
    return phrase("{hassles} until it stopped", hassles=hassles(number))


def usual_hassles(earlier: Sequence[int]) -> str:
    """Say how many there were in walks before."""
    few, many = min(earlier), max(earlier)
    return phrase_many(
        "Before: {hassles}, in the last {number} walk",
        "Before: {hassles}, in the last {number} walks",
        len(earlier),
        hassles=few if few == many else phrase("{few} to {many}", few=few, many=many),
    )


def hassle(what: str, cost_ms: int) -> str:
    """Say what got in the way, and what it cost the customer."""
    if cost_ms < labels.LEAST_NOTICED_MS:
        return sentence(what)
    cost = phrase("It cost {time}.", time=human_time(cost_ms))
    return f"{sentence(what)} {cost}"


def time_over_nights(least_ms: int, most_ms: int) -> str:
    """Say how far the customer time went up and down."""
    if least_ms == most_ms:
        return phrase("Customer time: {time} each time", time=human_time(least_ms))
    return phrase(
        "Customer time: from {least} to {most}", least=human_time(least_ms), most=human_time(most_ms)
    )
