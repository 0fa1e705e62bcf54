"""The title, heading or message of a page in, what it says out: closed, not there, failed."""

import re

_FLAGS = re.IGNORECASE

CLOSED = re.compile(
    r"\b(?:down|closed|unavailable|offline) (?:for|due to) (?:\w+ )?maintenance"
    r"|\bunder(?:going)? (?:\w+ )?maintenance|\bmaintenance mode|\bscheduled maintenance|\bsite maintenance"
    r"|\b(?:be|are) (?:right )?back (?:soon|shortly)|^be right back\b"
    r"|\b(?:site|shop|store|website) is (?:temporarily|currently) (?:unavailable|closed|offline|down)"
    r"|^wartung\b|\bwartungsarbeiten|\bwartungsmodus|\bwird (?:gerade |derzeit |momentan )?gewartet"
    r"|\bgleich (?:wieder )?zur(?:ü|ue)ck|\b(?:gleich|bald) wieder (?:f(?:ü|ue)r \w+ )?da\b"
    r"|\bin k(?:ü|ue)rze (?:wieder|zur(?:ü|ue)ck)"
    r"|\ben maintenance|\bde retour (?:bient(?:ô|o)t|tr(?:è|e)s vite)"
    r"|\ben mantenimiento|\bvolvemos (?:pronto|enseguida)|\bin manutenzione|\btorniamo (?:presto|subito)"
    r"|\bin onderhoud|\bzijn zo terug",
    _FLAGS,
)
"""How shops say that they are closed: read off the maintenance pages of common shop systems."""

NOT_THERE = re.compile(
    r"\bpage (?:was |could |can )?not (?:be )?found|\bpage (?:does not|doesn't) exist|^(?:error )?404\b"
    r"|\bseite (?:wurde )?nicht gefunden|\bpage (?:introuvable|non trouv(?:é|e)e)"
    r"|\bp(?:á|a)gina no encontrada|\bpagina non trovata|\bpagina niet gevonden",
    _FLAGS,
)

FAILED = re.compile(
    r"\bsomething went wrong|\berror (?:has )?occurred|\binternal server error|^application error"
    r"|\betwas ist schief|\bein fehler ist aufgetreten|\bune erreur est survenue|\bse ha producido un error"
    r"|\bsi (?:è|e) verificato un errore|\ber is iets (?:mis|fout)",
    _FLAGS,
)

ALARMING = re.compile(
    r"error|sorry|fail|could ?n[o']t|can ?n?[o']t|unable|invalid|incorrect|wrong|declin|unavailable"
    r"|not (?:available|valid|found|accepted|possible|allowed|work)|no longer|try again|required"
    r"|please|must\b|expired|oops|problem|issue|reject|denied|refused|missing|out of stock|sold out"
    r"|too (?:many|long|short)|already|robot|captcha|human",
    _FLAGS,
)
"""English words of trouble; in other languages any message of the kind counts as one of trouble."""


CLOSES = re.compile(
    r"^(?:close|dismiss|accept|agree|allow|reject|decline|refuse|no,? thanks|not now|later|ok|okay|got it"
    r"|skip|continue|only necessary|i understand|schlie(?:ß|ss)en|akzeptieren|alle akzeptieren|ablehnen"
    r"|zustimmen|nein danke|sp(?:ä|ae)ter|fermer|accepter|refuser|tout accepter|plus tard|cerrar|aceptar"
    r"|rechazar|chiudi|accetta|rifiuta|sluiten|accepteren|weigeren|x|\u00d7|\u2715|\u2716)(?:\b|$)",
    _FLAGS,
)
"""What buttons say by which customers get rid of what lies over a page."""


SOLD_OUT = re.compile(
    r"\bsold out\b|\bout of stock|\bcurrently unavailable|\bno longer available|\bnotify me|\bback in stock"
    r"|\b(?:join (?:the )?)?wait(?:ing )?list|\bausverkauft|\bnicht (?:auf lager|verf(?:ü|ue)gbar|lieferbar)"
    r"|\b(?:é|e)puis(?:é|e)\b|\brupture de stock|\bagotado|\besaurito|\buitverkocht",
    _FLAGS,
)
"""How shops say that an article is not to be had, and what stands where customers would buy it."""


IN_STOCK = re.compile(
    r"\b(?:in|on|en) stock|\bavailable\b|\bauf lager|\b(?:lieferbar|verf(?:ü|ue)gbar)|\bdisponib(?:le|ile)\b"
    r"|\bop voorraad",
    _FLAGS,
)
"""How shops say that an article can be had."""


def says_in_stock(text: str) -> bool:
    """Whether a text says that an article can be had."""
    return bool(IN_STOCK.search(text))


def says_sold_out(text: str) -> bool:
    """Whether a text or a button says that an article is not to be had."""
    return bool(SOLD_OUT.search(text))


def closes(name: str) -> bool:
    """Whether a button by its name takes away what it stands on."""
    return bool(CLOSES.search(name.strip()))


def says_closed(text: str) -> bool:
    """Whether a title or heading says that the site is closed for a while."""
    return bool(CLOSED.search(text))


def says_not_there(text: str) -> bool:
    """Whether a title or heading says that there is no such page."""
    return bool(NOT_THERE.search(text))


def says_it_failed(text: str) -> bool:
    """Whether a title or heading says that the site itself failed."""
    return bool(FAILED.search(text))


def is_alarming(text: str, locale: str) -> bool:
    """Whether a message speaks of trouble: shops put offers where messages of trouble go, too."""
    return not locale.startswith("en") or bool(ALARMING.search(text))
