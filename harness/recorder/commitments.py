"""A button that was pressed in, how far it commits the customer out."""

import re

from harness.language.known.commitments import includes
from harness.language.known.committing_names import CommittingNames
from harness.language.model import Site
from harness.recorder.lines import Line

_BUYING_HERE = "order|buy|pay|purchase"
_BUYING_ELSEWHERE = (
    "bestel|kauf|bezahl|betal|command|achet|compr|pedido|paga|acquist|ordin|köp|beställ|køb|ordre"
)
_LEVELS = (
    ("return", r"return|refund|retour|rücksend|devoluc|reso\b"),
    ("account", r"account|konto|compte|cuenta|subscri|abonn"),
    ("order", f"{_BUYING_HERE}|{_BUYING_ELSEWHERE}"),
)
_CART = re.compile(
    r"\b(?:add|put)\b.*\b(?:basket|cart|bag)\b|in den (?:warenkorb|einkaufswagen)|au panier", re.IGNORECASE
)


def commitment_of(line: Line, site: Site | None) -> str:
    """Return the level a press commits to, by its name; empty for one that does not sound so."""
    if line.verb not in {"click", "press"} or not line.name:
        return ""
    names = CommittingNames.at(site.safety.committing, site.safety.harmless) if site else CommittingNames()
    if not names.sound(line.name):
        return ""
    return next((level for level, words in _LEVELS if re.search(words, line.name, re.IGNORECASE)), "message")


def fills_cart(line: Line) -> bool:
    """Whether a press puts something into the basket."""
    return line.verb in {"click", "press"} and bool(_CART.search(line.name))


def highest(levels: list[str]) -> str:
    """Return the level that includes all of these."""
    found = "nothing"
    for level in levels:
        found = level if includes(level, found) else found
    return found
