"""Names of buttons that usually commit a customer to something, in the languages of the shops we visit."""

import re
from collections.abc import Mapping

_NAMES: Mapping[str, tuple[str, ...]] = {
    "en": (
        *("place order", "place my order", "place your order", "submit order", "send order", "order now"),
        *("confirm order", "confirm and pay", "complete order", "complete purchase", "confirm purchase"),
        *("buy now", "pay", "pay now", "pay securely", "order and pay", "order with obligation to pay"),
        *("send", "send message", "send request", "submit", "submit request", "submit message"),
        *("create account", "create my account", "delete account", "delete my account", "close account"),
        *("register return", "submit return", "confirm return", "request return", "request refund"),
        *("return this order", "return this item", "return order", "return item", "return items"),
        *("subscribe", "confirm subscription", "cancel order", "cancel this order", "cancel my order"),
        *("cancel subscription", "cancel booking", "book now", "confirm booking"),
    ),
    "de": (
        *("zahlungspflichtig bestellen", "kostenpflichtig bestellen", "jetzt kaufen", "jetzt bestellen"),
        *("bestellung abschicken", "bestellung abschließen", "kaufen", "jetzt bezahlen", "bezahlen"),
        *("senden", "absenden", "nachricht senden", "nachricht absenden", "konto erstellen"),
        *("konto löschen", "retoure anmelden", "rücksendung anmelden", "bestellung stornieren"),
        *("artikel zurückgeben", "artikel zurücksenden", "jetzt buchen"),
    ),
    "fr": (
        *("commander", "passer commande", "passer la commande", "valider la commande", "acheter maintenant"),
        *("confirmer la commande", "commande avec obligation de paiement", "payer", "payer maintenant"),
        *("envoyer", "envoyer le message", "créer un compte", "créer mon compte", "supprimer mon compte"),
        *("supprimer le compte", "enregistrer le retour", "annuler la commande"),
    ),
    "es": (
        *("realizar pedido", "hacer pedido", "confirmar pedido", "finalizar compra", "comprar ahora"),
        *("pagar", "pagar ahora", "enviar", "enviar mensaje", "crear cuenta", "eliminar cuenta"),
        *("registrar devolución", "cancelar pedido"),
    ),
    "it": (
        *("acquista ora", "conferma ordine", "effettua ordine", "invia ordine", "paga", "paga ora"),
        *("invia", "invia messaggio", "crea account", "elimina account"),
    ),
    "nl": (
        *("bestelling plaatsen", "nu kopen", "nu betalen", "betalen", "bestelling met betalingsverplichting"),
        *("verzenden", "bericht verzenden", "account aanmaken", "account verwijderen", "retour aanmelden"),
    ),
    "sv": (
        *("slutför köp", "slutför beställning", "lägg beställning", "bekräfta köp", "köp nu", "betala"),
        *("betala nu", "skicka", "skicka meddelande", "skapa konto", "radera konto", "registrera retur"),
    ),
    "da": (
        *("afgiv ordre", "bekræft ordre", "gennemfør køb", "køb nu", "betal", "betal nu"),
        *("send besked", "opret konto", "slet konto", "registrer retur"),
    ),
}


def spoken(name: str) -> str:
    """Return a name as it is compared: without case, doubled spaces, arrows and full stops."""
    return re.sub(r"^\W+|\W+$", "", " ".join(name.split())).casefold()


COMMITTING_NAMES = frozenset(spoken(name) for names in _NAMES.values() for name in names)

_AMOUNT = re.compile(r"\s*[^\w\s]*\s*(?:\$\{|[A-Za-z]{0,3}[$€£¥]|(?:[A-Z]{3}\s*)?\d).*")


def sounds_committing(name: str) -> bool:
    """Say whether the name of a button sounds as if it committed the customer: `Pay $42.00`."""
    return spoken(_AMOUNT.sub("", name)) in COMMITTING_NAMES


def pattern_sounds_committing(pattern: str) -> bool:
    """Say whether a pattern that is valid finds a name that sounds so."""
    if re.search(r"[*+{]", pattern):  # it may repeat itself for hours: its words have to do
        return sounds_committing(re.sub(r"\W+", " ", pattern))
    found = re.compile(pattern, re.IGNORECASE)
    return any(found.search(name) for name in COMMITTING_NAMES)
