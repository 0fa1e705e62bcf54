"""Facts of a record in, plain sentences for the reader out: the judge's whole vocabulary."""

from collections.abc import Sequence

from harness.record import JourneyFacts, LimitSource, StepRecord, Trouble, VisitRecord

QUOTED_MOST = 160
NAMED_MOST = 20
BYTES_IN_MB = 1_000_000
_NEVER = {
    " to go away": "does not go away",
    " to be different": "does not change",
    " to open": "does not open",
    " to come": "does not come",
    " to be asked": "is never asked",
}
"""How a check's wish ends, and what is said of it when it never came true."""


def what_customers_cannot_do(visit: VisitRecord, step: StepRecord, what: str) -> str:
    """Return the headline of a step that stops customers; `what` went wrong, as a clause."""
    wish = as_wish(visit.journey, visit.persona.locale)
    return f"Customers cannot {wish}: at {quoted(step.name)}, {what}."


def what_customers_meet(visit: VisitRecord, step: StepRecord, what: str) -> str:
    """Return the headline of a step that customers get through, where something is not as it should be."""
    wish = as_wish(visit.journey, visit.persona.locale, 'try "{}"')
    return f"When customers {wish}, {what} at {quoted(step.name)}."


def as_wish(journey: JourneyFacts, locale: str, foreign: str = 'finish "{}"') -> str:
    """Return a journey's title as it stands after "cannot": `apply a promo code`.

    Args:
        journey: Whose title.
        locale: The shopper's; a title in another language than ours stands in quotes.
        foreign: How such a title is led in: `finish "{}"`.
    """
    title = journey.title.rstrip(".")
    if not locale.startswith("en") or not title.isascii():
        return foreign.format(title)
    first = title.split(" ")[0]
    return title if first[1:] != first[1:].lower() or len(first) == 1 else title[:1].lower() + title[1:]


def seconds(duration_ms: float, digits: int = 1) -> str:
    """Return a duration as people say it: `4.1 seconds`."""
    value = plain(duration_ms / 1000, digits)
    return "1 second" if value == "1" else f"{value} seconds"


def size(size_bytes: float, digits: int = 1) -> str:
    """Return a size as people say it: `2.1 MB`, `500 kB`."""
    if size_bytes < BYTES_IN_MB:
        return f"{plain(size_bytes / 1000, digits - 1)} kB"
    return f"{plain(size_bytes / BYTES_IN_MB, digits)} MB"


def plain(number: float, digits: int) -> str:
    """Return a number without zeros at its end."""
    written = f"{number:.{digits}f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def how_many(number: int, what: str) -> str:
    """Return a number of things: `1 piece`, `80 pieces`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def elsewhere_line(titles: Sequence[str]) -> str:
    """Name the journeys that were asked for and are for other sites; of very many, the first ones."""
    more = f", and {len(titles) - NAMED_MOST} more" if len(titles) > NAMED_MOST else ""
    named = ", ".join(quoted(title) for title in titles[:NAMED_MOST])
    return f"Not for this site, and not walked: {named}{more}."


def where_said(source: LimitSource | None) -> str:
    """Return where a limit holds, as it stands after "are allowed"; empty for the default."""
    if source is None:
        return ""
    return {
        "site": "on this site",
        "stage": f'in the stage "{source.name}"',
        "persona": f'for the persona "{source.name}"',
        "journey": "in this journey",
        "page": f'on the page "{source.name}"',
    }[source.level]


def what_was_missed(trouble: Trouble) -> str:
    """Return what was expected and what the customer saw instead."""
    if trouble.seen is not None and trouble.wanted:
        target = trouble.target or "What was looked at"
        return f"{capital(target)} should be {trouble.wanted}; the page shows {quoted(trouble.seen)}."
    if trouble.wanted:
        return f"Customers expect {trouble.wanted}; that never happened."
    return f"{capital(trouble.message.rstrip('.'))}."


def what_is_wrong(trouble: Trouble) -> str:
    """Return what a check missed as a clause: `"Order number" does not appear`."""
    target = name_of(trouble)
    if trouble.kind == "value unreadable":
        return f"{target} cannot be read"
    if trouble.seen is not None:
        return f"{target} is not what it should be"
    if trouble.in_verb and trouble.kind == "check failed" and not trouble.wanted:
        return trouble.message.rstrip(".")  # the words of those who wrote the verb
    wanted = trouble.wanted or ""
    never = next((words for ending, words in _NEVER.items() if wanted.endswith(ending)), None)
    if never:
        return f"{target} {never}"
    return f"{target} is not on the page" if trouble.kind == "not found" else f"{target} does not appear"


def what_the_page_said(trouble: Trouble) -> str:
    """Return the messages of trouble the customer could read, if there were any."""
    messages = trouble.health.visible_errors if trouble.health else ()
    if not messages:
        return ""
    return ended(f"The page said: {' / '.join(quoted(message) for message in messages[:2])}")


def name_of(trouble: Trouble) -> str:
    """Return what an action pointed at, with its name in quotes: `"Apply"`, `button "Apply"`, the page."""
    if trouble.target == "the page":
        return trouble.target
    return quoted_unless_quoted(trouble.target) if trouble.target else "what was expected"


def quoted_unless_quoted(target: str) -> str:
    """Return a target in quotes, unless its name already is: `"Apply"`, `button "Apply"`."""
    return target if '"' in target else quoted(target)


def joined(*sentences: str) -> str:
    """Put sentences together, leaving out the empty ones."""
    return " ".join(sentence for sentence in sentences if sentence)


def listed(names: tuple[str, ...]) -> str:
    """Return names as a list within a sentence."""
    return ", ".join(names)


def quoted(text: str) -> str:
    """Return a text in quotes, cut where it is longer than a sentence bears."""
    return f'"{text}"' if len(text) <= QUOTED_MOST else f'"{text[: QUOTED_MOST - 1].rstrip()}…"'


def ended(sentence: str) -> str:
    """Return a sentence with its full stop, unless a quotation at its end brings one."""
    return sentence if sentence.endswith((".", '."', '!"', '?"', '…"')) else f"{sentence}."


def capital(text: str) -> str:
    """Begin with a capital, leave the rest as it was written."""
    return text[:1].upper() + text[1:]


def line_of(trouble: Trouble) -> str:
    """Return the line that failed, as people say it: of the journey, or of a verb that its team wrote."""
    place = trouble.in_verb or trouble.place
    return f"{place.file}, line {place.line}"
