"""The fields of a form and what was typed in, clean texts or a message for each wrong field out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LONGEST_TEXT = 2000


class FormError(Exception):
    """Something typed into a form is wrong."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("; ".join(problems.values()))
        self.problems = dict(problems)


@dataclass(frozen=True)
class Field:
    """One field: what must be typed, and what to say if it is not."""

    name: str
    missing: str = ""
    pattern: str = r"[\s\S]*"
    wrong: str = ""

    def problem(self, text: str) -> str:
        """Say what is wrong with a text, or nothing."""
        if not text:
            return self.missing
        if len(text) > LONGEST_TEXT:
            return f"Use at most {LONGEST_TEXT:,} characters."
        return "" if re.fullmatch(self.pattern, text) else self.wrong


EMAIL = Field(
    "email",
    "Enter your e-mail address.",
    r"[^@\s]+@[^@\s]+\.[^@\s]+",
    "Enter an e-mail address like name@example.com.",
)


def one_of(name: str, choices: Iterable[str], missing: str) -> Field:
    """Describe a field that takes one of these values."""
    return Field(name, missing, "|".join(re.escape(choice) for choice in choices), missing)


def read_form(typed: Mapping[str, str], fields: Iterable[Field]) -> dict[str, str]:
    """Return the trimmed text of each field.

    Raises:
        FormError: with a message for each field that is wrong.
    """
    expected = tuple(fields)
    texts = {field.name: typed.get(field.name, "").strip() for field in expected}
    problems = {field.name: field.problem(texts[field.name]) for field in expected}
    if any(problems.values()):
        raise FormError({name: problem for name, problem in problems.items() if problem})
    return texts
