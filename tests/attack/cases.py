"""The faults, each with the verdict it must get and a word of the sentence that tells it."""

from dataclasses import dataclass

BUY_A_BOOK = """
journey: Ein Buch kaufen
commits: cart
steps:
  - step: Das Buch ansehen
    do:
      - open: /
      - click: Der Prozess
    see:
      - heading "Der Prozess"
  - step: In den Warenkorb legen
    do:
      - click: In den Warenkorb
    see:
      - heading "Ihr Warenkorb"
      - Summe: 9,90 €
  - step: Zur Kasse gehen
    do:
      - click: Zur Kasse
    see:
      - heading "Kasse"
      - Als Gast bestellen
"""
EMPTY_THE_BASKET = """
journey: Den Warenkorb leeren
commits: cart
steps:
  - step: Leeren
    do:
      - open: /korb
      - click: Leeren
    see:
      - heading "Ihr Warenkorb ist leer"
"""
BUY_A_ROSE = """
journey: Buy a rose
commits: cart
steps:
  - step: Put a rose in the cart
    do:
      - open: /
      - click: Add Rose
    see:
      - Added Rose
  - step: Look into the cart
    do:
      - click: Cart
    see:
      - heading "Cart"
      - Total: $4.50
  - step: Begin to pay
    do:
      - click: Pay by card
    see:
      - Card number please
"""
BROKEN, OUTDATED, DOWN = "broken", "journey out of date", "site down"
ROBOT, SLOW, FINE = "blocked as a robot", "over budget", "fine"


@dataclass(frozen=True)
class Case:
    """One fault of one shop, and what must be said of it."""

    shop: str
    fault: str
    verdict: str
    words: str = ""
    journey: str = BUY_A_BOOK

    @property
    def name(self) -> str:
        """What it is called in the table."""
        return f"{self.shop}: {self.fault or 'nothing'}"


CASES = (
    Case("books", "", FINE),
    Case("books", "robot", ROBOT, "Cloudflare"),
    Case("books", "ratelimit", ROBOT, "asked too often"),
    Case("books", "maintenance", DOWN, "gleich wieder da"),
    Case("books", "consent", OUTDATED, "Datenschutz"),
    Case("books", "redesign", OUTDATED, "not on the page"),
    Case("books", "renamed", OUTDATED, "not on the page"),
    Case("books", "twice", OUTDATED, "several things"),
    Case("books", "hang", BROKEN, "no notice"),
    Case("books", "disabled", BROKEN, "cannot be used"),
    Case("books", "cover", BROKEN, "cannot be reached"),
    Case("books", "emptyreply", BROKEN, "hung up"),
    Case("books", "loop", BROKEN, "round in circles"),
    Case("books", "deadlink", BROKEN, "does not exist"),
    Case("books", "error", BROKEN, "error page"),
    Case("books", "nan", BROKEN, "NaN"),
    Case("books", "wrong", BROKEN, "99,00"),
    Case("books", "download", BROKEN, "agb.pdf"),
    Case("books", "closes", BROKEN, "does not appear"),
    Case("books", "confirm", OUTDATED, "Wirklich?", EMPTY_THE_BASKET),
    Case("books", "certificate", DOWN, "certificate"),
    Case("books", "refused", DOWN, "did not take the call"),
    Case("flowers", "", FINE, journey=BUY_A_ROSE),
    Case("flowers", "dead", BROKEN, "nothing happens", BUY_A_ROSE),
    Case("flowers", "alert", BROKEN, "session has expired", BUY_A_ROSE),
    Case("flowers", "throws", BROKEN, "stopped with an error", BUY_A_ROSE),
    Case("flowers", "refused", BROKEN, "something went wrong", BUY_A_ROSE),
    Case("flowers", "api-fails", BROKEN, "servers failed", BUY_A_ROSE),
    Case("flowers", "silent", BROKEN, "never answered", BUY_A_ROSE),
    Case("flowers", "slow", SLOW, "main content", BUY_A_ROSE),
    Case("flowers", "empty", BROKEN, "$0.00", BUY_A_ROSE),
    Case("flowers", "pay-down", BROKEN, "127.0.0.3", BUY_A_ROSE),
    Case("flowers", "pay-fails", BROKEN, "127.0.0.3", BUY_A_ROSE),
)
