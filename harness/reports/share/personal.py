"""A run and its visits in, the shopper's personal data out: who she is, where she lives, how she pays."""

import re
from collections.abc import Iterable, Iterator

from harness.record import ActionRecord, RunRecord, StepRecord, VisitRecord
from harness.verbs import VERBS

_FIELD_AND_VALUE = {
    "fill": re.compile(r'fill (?P<field>.+?) with (?P<value>".*"|.+)', re.DOTALL),
    "answer": re.compile(r'answer (?P<field>.+?) with (?P<value>".*"|.+)', re.DOTALL),
    "choose": re.compile(r'choose (?P<value>.+?) for (?P<field>".*"|.+)', re.DOTALL),
    "pick date": re.compile(r'pick (?P<value>.+?) for (?P<field>".*"|.+)', re.DOTALL),
}
_IN_QUOTES = re.compile(r'"([^"]+)"')
_ASKS_FOR_PERSON = re.compile(
    r"""
    name | street | address | zip | post(?:al)?\ ?code | phone | mobile | mail | birth | password | card
    | iban | expir | security\ code | cvc | cvv | company | (?:tax|vat)\ (?:id|number) | account
    | customer\ number | stra(?:ß|ss)e | plz | postleitzahl | telefon | geburt | karte | konto | \bnom\b
    | pr[ée]nom | \brue\b | t[ée]l[ée]phone | naissance | nombre | apellido | calle | tel[ée]fono
    | tarjeta | nome | cognome | indirizzo
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What fields are called that ask who somebody is, in the languages of our readers' shops."""

_SHARED_BY_MANY = frozenset({"city", "town", "state", "region", "country"})
"""Values of a shopper that tell nobody who she is, and stand on many pages."""

_MAIL = re.compile(r"[^\s@\"]+@[^\s@\"]+\.[^\s@\"]+")
_MANY_DIGITS = re.compile(r"\+?\d(?:[\s()./-]*\d){6,}")


def personal_values(record: RunRecord, visits: Iterable[VisitRecord]) -> frozenset[str]:
    """Return what may tell who the shopper is, as it was written down for her or typed by her."""
    own = (value for name, value in record.shopper.items() if name.casefold() not in _SHARED_BY_MANY)
    typed = (value for visit in visits for value in typed_in(visit.steps))
    return frozenset(value for value in (*own, *typed) if value.strip(" •"))


def typed_in(steps: Iterable[StepRecord]) -> Iterator[str]:
    """Yield what was typed in these steps that tells something of a person.

    A team's own verb does not tell which field it fills: all that it is given is held for personal.
    """
    for step in steps:
        for action in step.actions:
            yield from _typed_with(action) if action.verb in VERBS else _IN_QUOTES.findall(action.sentence)


def _typed_with(action: ActionRecord) -> Iterator[str]:
    """Yield a value whose field asks for it, or which tells by itself whose it is."""
    sentence = _FIELD_AND_VALUE.get(action.verb)
    found = sentence.fullmatch(action.sentence) if sentence else None
    if found:
        field, value = found["field"], found["value"]
        value = value[1:-1] if value[:1] == value[-1:] == '"' else value
        if _ASKS_FOR_PERSON.search(field) or _MAIL.search(value) or _MANY_DIGITS.fullmatch(value):
            yield value
