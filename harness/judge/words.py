"""Facts of a record in, plain sentences for the reader out: the judge's whole vocabulary."""

from harness.record import LimitSource, StepRecord, Trouble, VisitRecord

BYTES_IN_MB = 1_000_000


def what_customers_cannot_do(visit: VisitRecord, step: StepRecord) -> str:
    """Return the headline of a broken step."""
    return f'Customers cannot {as_wish(visit.journey.title)}: they are stopped at "{step.name}".'


def as_wish(title: str) -> str:
    """Return a journey's title as it stands after "cannot": `apply a promo code`."""
    lowered = title[:1].lower() + title[1:]
    return (title if title[:2].isupper() else lowered).rstrip(".")


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


def where_said(source: LimitSource | None) -> str:
    """Return where a limit holds, as it stands after "are allowed"; empty for the default."""
    if source is None:
        return ""
    return {
        "site": "on this site",
        "stage": f'in the stage "{source.name}"',
        "journey": "in this journey",
        "page": f'on the page "{source.name}"',
    }[source.level]


def what_was_missed(trouble: Trouble) -> str:
    """Return what was expected and what the customer saw instead."""
    if trouble.seen is not None and trouble.wanted:
        return f"{trouble.target} should be {trouble.wanted}; the page shows {_quoted(trouble.seen)}."
    if trouble.wanted:
        return f"Customers expect {trouble.wanted}; that never happened."
    return f"{_sentence(trouble.message)}."


def what_the_page_said(trouble: Trouble) -> str:
    """Return the messages of trouble the customer could read, if there were any."""
    messages = trouble.health.visible_errors if trouble.health else ()
    if not messages:
        return ""
    return f"The page said: {' / '.join(_quoted(message) for message in messages[:2])}."


def quoted_unless_quoted(target: str) -> str:
    """Return a target in quotes, unless its name already is: `"Apply"`, `button "Apply"`."""
    return target if '"' in target else _quoted(target)


def joined(*sentences: str) -> str:
    """Put sentences together, leaving out the empty ones."""
    return " ".join(sentence for sentence in sentences if sentence)


def _quoted(text: str) -> str:
    return f'"{text}"'


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
