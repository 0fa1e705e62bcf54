"""Facts of a record in, plain sentences for the reader out: the judge's whole vocabulary."""

from collections.abc import Sequence

from harness.record import JourneyFacts, LimitSource, Place, StepRecord, Trouble, VisitRecord
from harness.words import ENGLISH, entry, language, locale, phrase, phrase_many

QUOTED_MOST = 160
HEADLINE_MOST = 60
NAMED_MOST = 20
BYTES_IN_MB = 1_000_000
_NEVER = {
    " to go away": entry("{target} does not go away"),
    " to be different": entry("{target} does not change"),
    " to open": entry("{target} does not open"),
    " to come": entry("{target} does not come"),
    " to be asked": entry("{target} is never asked"),
}
"""How a check's wish ends, and what is said of it when it never came true."""
_THE_PAGE = entry("the page")
_FINISH = entry('finish "{title}"')
_TRY = entry('try "{title}"')
_WHERE = {
    "site": entry("on this site"),
    "stage": entry('in the stage "{name}"'),
    "persona": entry('for the persona "{name}"'),
    "journey": entry("in this journey"),
    "page": entry('on the page "{name}"'),
}


def what_customers_cannot_do(visit: VisitRecord, step: StepRecord, what: str) -> str:
    """Return the headline of a step that stops customers; `what` went wrong, as a clause."""
    wish = as_wish(visit.journey, visit.persona.locale)
    return phrase("Customers cannot {wish}: at {step}, {what}.", wish=wish, step=quoted(step.name), what=what)


def what_one_cannot_do(visit: VisitRecord, step: StepRecord, what: str) -> str:
    """Return the same headline of this shopper alone, for where nobody else met it."""
    wish, who = as_wish(visit.journey, visit.persona.locale), capital(visit.persona.who.rstrip("."))
    return phrase(
        "{who} cannot {wish}: at {step}, {what}.", who=who, wish=wish, step=quoted(step.name), what=what
    )


def what_customers_meet(visit: VisitRecord, step: StepRecord, what: str) -> str:
    """Return the headline of a step that customers get through, where something is not as it should be."""
    wish = as_wish(visit.journey, visit.persona.locale, _TRY)
    return phrase("When customers {wish}, {what} at {step}.", wish=wish, what=what, step=quoted(step.name))


def as_wish(journey: JourneyFacts, locale: str, foreign: str = _FINISH) -> str:
    """Return a journey's title as it stands after "cannot": `apply a promo code`.

    Args:
        journey: Whose title.
        locale: The shopper's; a title in another language than that of the reports stands in quotes, and
            one in an English sentence alone needs none.
        foreign: How such a title is led in: `finish "{title}"`.
    """
    title = journey.title.rstrip(".")
    if language() != ENGLISH.language or not locale.startswith("en") or not title.isascii():
        return phrase(foreign, title=title)
    first = title.split(" ")[0]
    return title if first[1:] != first[1:].lower() or len(first) == 1 else title[:1].lower() + title[1:]


def to_watch(sentence: str) -> str:
    """Return a sentence of what is not certain yet."""
    what = f"{sentence[:1].lower()}{sentence[1:]}" if language() == ENGLISH.language else sentence
    return phrase("To watch: {what}", what=what)


def seconds(duration_ms: float, digits: int = 1) -> str:
    """Return a duration as people say it: `4.1 seconds`."""
    value = plain(duration_ms / 1000, digits)
    whole = int(value) if value.isdigit() else 2
    return phrase_many("{time} second", "{time} seconds", whole, time=value)


def size(size_bytes: float, digits: int = 1) -> str:
    """Return a size as people say it: `2.1 MB`, `500 kB`."""
    if size_bytes < BYTES_IN_MB:
        return phrase("{number} kB", number=plain(size_bytes / 1000, digits - 1))
    return phrase("{number} MB", number=plain(size_bytes / BYTES_IN_MB, digits))


def plain(number: float, digits: int) -> str:
    """Return a number without zeros at its end."""
    written = f"{number:.{digits}f}"
    return in_numbers(written.rstrip("0").rstrip(".") if "." in written else written)


def in_numbers(written: str) -> str:
    """Return a number as the language that is spoken writes it.

    Args:
        written: The number as English writes it: `1,200.5`.
    """
    if language() == ENGLISH.language:
        return written
    from babel.numbers import get_decimal_symbol, get_group_symbol  # noqa: PLC0415 -- English needs none

    signs = {".": get_decimal_symbol(locale()), ",": get_group_symbol(locale())}
    return "".join(signs.get(sign, sign) for sign in written)


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
    return phrase(_WHERE[source.level], name=source.name)


def against_limit(told: str, limit: str, where: str) -> str:
    """Return what was measured and what is allowed.

    Args:
        told: What was measured, as a sentence without its full stop.
        limit: What is allowed: `4 seconds`.
        where: Where the limit holds; empty for the default.
    """
    number = 1 if limit.startswith("1 ") or limit[-1].isdigit() else 2
    said = {"told": told, "limit": limit}
    if not where:
        return phrase_many("{told}; {limit} is allowed.", "{told}; {limit} are allowed.", number, **said)
    return phrase_many(
        "{told}; {limit} is allowed {where}.",
        "{told}; {limit} are allowed {where}.",
        number,
        where=where,
        **said,
    )


def what_was_missed(trouble: Trouble) -> str:
    """Return what was expected and what the customer saw instead."""
    if trouble.seen is not None and trouble.wanted:
        target = trouble.target or phrase("What was looked at")
        return phrase(
            "{target} should be {wanted}; the page shows {seen}.",
            target=capital(target),
            wanted=trouble.wanted,
            seen=quoted(trouble.seen),
        )
    if trouble.wanted:
        return phrase("Customers expect {wanted}; that never happened.", wanted=trouble.wanted)
    return f"{capital(trouble.message.rstrip('.'))}."


def what_is_wrong(trouble: Trouble) -> str:
    """Return what a check missed as a clause: `"Order number" does not appear`."""
    target = name_of(trouble)
    if trouble.kind == "value unreadable":
        return phrase("{target} cannot be read", target=target)
    if trouble.seen is not None:
        return _is_and_should_be(target, trouble.seen, trouble.wanted or "")
    if trouble.in_verb and trouble.kind == "check failed" and not trouble.wanted:
        return trouble.message.rstrip(".")  # the words of those who wrote the verb
    wanted = trouble.wanted or ""
    never = next((words for ending, words in _NEVER.items() if wanted.endswith(ending)), None)
    if never:
        return phrase(never, target=target)
    return (
        phrase("{target} is not on the page", target=target)
        if trouble.kind == "not found"
        else phrase("{target} does not appear", target=target)
    )


def _is_and_should_be(target: str, seen: str, wanted: str) -> str:
    """Set what is read against what should be, where both are short enough for a headline."""
    if not wanted or not seen or "\n" in seen + wanted or max(len(seen), len(wanted)) > HEADLINE_MOST:
        return phrase("{target} is not what it should be", target=target)
    return phrase(
        "{target} is {seen} and should be {wanted}", target=target, seen=quoted(seen), wanted=wanted
    )


def what_the_page_said(trouble: Trouble) -> str:
    """Return the messages of trouble the customer could read, if there were any."""
    messages = trouble.health.visible_errors if trouble.health else ()
    if not messages:
        return ""
    return ended(phrase("The page said: {said}", said=" / ".join(map(quoted, messages[:2]))))


def name_of(trouble: Trouble) -> str:
    """Return what an action pointed at, with its name in quotes: `"Apply"`, `button "Apply"`, the page."""
    if trouble.target == _THE_PAGE:
        return phrase(_THE_PAGE)
    return quoted_unless_quoted(trouble.target) if trouble.target else phrase("what was expected")


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
    return line_said(place)


def line_said(place: Place) -> str:
    """Return a line of a file, as people say it."""
    return phrase("{file}, line {line}", file=place.file, line=place.line)
