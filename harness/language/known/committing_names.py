"""A name or a target in, whether it sounds as if it committed a customer out, in the languages of shops."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from harness.grammar.target import Target

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
    "nb": (
        *("bestill", "bestill nå", "legg inn bestilling", "bekreft bestilling", "fullfør bestilling"),
        *("bekreft kjøp", "fullfør kjøp", "kjøp nå", "betal nå", "send melding", "opprett konto"),
        *("slett konto", "kanseller bestilling"),
    ),
    "fi": (
        *("tilaa", "tilaa nyt", "vahvista tilaus", "lähetä tilaus", "osta nyt", "maksa", "maksa nyt"),
        *("lähetä", "lähetä viesti", "luo tili", "poista tili", "peruuta tilaus"),
    ),
    "pl": (
        *("złóż zamówienie", "zamawiam z obowiązkiem zapłaty", "zamawiam i płacę", "kupuję i płacę"),
        *("potwierdź zamówienie", "zamów", "zamów teraz", "kup teraz", "zapłać", "zapłać teraz"),
        *("wyślij", "wyślij wiadomość", "załóż konto", "utwórz konto", "usuń konto", "anuluj zamówienie"),
    ),
    "cs": (
        *("objednat", "odeslat objednávku", "dokončit objednávku", "potvrdit objednávku"),
        *("objednávka zavazující k platbě", "objednat s povinností platby", "zaplatit", "odeslat"),
        *("odeslat zprávu", "vytvořit účet", "smazat účet", "zrušit objednávku"),
    ),
    "pt": (
        *("finalizar pedido", "confirmar compra", "fazer pedido", "comprar agora", "pagar agora"),
        *("encomendar", "enviar mensagem", "criar conta", "excluir conta", "eliminar conta"),
    ),
    "ja": (
        *(
            "注文を確定する",
            "注文を確定",
            "注文する",
            "購入する",
            "購入を確定する",
            "今すぐ買う",
            "今すぐ購入",
        ),
        *("支払う", "送信", "送信する", "アカウントを作成", "アカウントを作成する", "退会する"),
        *("注文をキャンセル", "注文をキャンセルする"),
    ),
}


def spoken(name: str) -> str:
    """Return a name as it is compared: without case, doubled spaces, arrows and full stops."""
    return re.sub(r"^\W+|\W+$", "", " ".join(name.split())).casefold()


COMMITTING_NAMES = frozenset(spoken(name) for names in _NAMES.values() for name in names)

_AMOUNT = re.compile(r"\s*[^\w\s]*\s*(?:\$\{|[A-Za-z]{0,3}[$€£¥]|(?:[A-Z]{3}\s*)?\d).*")


@dataclass(frozen=True)
class CommittingNames:
    """The names that sound committing at one site, as they are compared."""

    names: frozenset[str] = COMMITTING_NAMES
    harmless: frozenset[str] = frozenset()

    @classmethod
    def at(cls, committing: Iterable[str], harmless: Iterable[str]) -> "CommittingNames":
        """Return those of a site whose owner says more of them, and which ones do not commit."""
        return cls(COMMITTING_NAMES | set(map(spoken, committing)), frozenset(map(spoken, harmless)))

    def sound(self, name: str) -> bool:
        """Say whether the name of a button sounds as if it committed the customer: `Pay $42.00`."""
        said = {spoken(name), spoken(_AMOUNT.sub("", name))}
        return not said & self.harmless and bool(said & self.names)

    def sound_in(self, target: Target) -> bool:
        """Say whether a target finds a name that sounds so, as far as its words tell."""
        if target.word in {"css", "testid"}:
            return False
        if not target.is_pattern:
            return self.sound(target.name)
        return spoken(target.name) not in self.harmless and self._sound_in_pattern(target.name)

    def _sound_in_pattern(self, pattern: str) -> bool:
        if re.search(r"[*+{]", pattern):  # it may repeat itself for hours: its words have to do
            return self.sound(re.sub(r"\W+", " ", pattern))
        found = re.compile(pattern, re.IGNORECASE)
        return any(found.search(name) for name in self.names - self.harmless)
