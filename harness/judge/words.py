"""Facts of a record in, plain sentences for the reader out: the judge's whole vocabulary."""

from harness.record import StepRecord, Trouble, VisitRecord


def what_customers_cannot_do(visit: VisitRecord, step: StepRecord) -> str:
    """Return the headline of a broken step."""
    return f'Customers cannot {as_wish(visit.journey.title)}: they are stopped at "{step.name}".'


def as_wish(title: str) -> str:
    """Return a journey's title as it stands after "cannot": `apply a promo code`."""
    lowered = title[:1].lower() + title[1:]
    return (title if title[:2].isupper() else lowered).rstrip(".")


def seconds(duration_ms: int) -> str:
    """Return a duration as people say it: `4.1 seconds`."""
    value = f"{duration_ms / 1000:.1f}"
    return "1 second" if value == "1.0" else f"{value.removesuffix('.0')} seconds"


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
