"""A customer without a browser: opens pages and sends forms, and reads what they say."""

import re
from html.parser import HTMLParser
from typing import Any, cast

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from harness.demo.store.seed import LOYAL_EMAIL, LOYAL_PASSWORD

ADDRESS = {
    "email": "jo@example.com",
    "first_name": "Jo",
    "last_name": "Reyes",
    "street": "5 Elm Street",
    "city": "Boise",
    "state": "ID",
    "zip": "83702",
}
GOOD_CARD = {"number": "4242 4242 4242 4242", "expiry": "12/39", "code": "123"}
DECLINED_CARD = {**GOOD_CARD, "number": "4000 0000 0000 0002"}


class Page(HTMLParser):
    """What a page says, with its description lists and the texts of its roles."""

    def __init__(self, response: TestResponse) -> None:
        super().__init__()
        self.status = response.status_code
        self.path = response.request.path
        self.html = response.text
        self.values: dict[str, str] = {}
        self.roles: dict[str, list[str]] = {}
        self._texts: list[str] = []
        self._open: list[tuple[str, str | None]] = []
        self._term = ""
        self.feed(self.html)

    @property
    def text(self) -> str:
        """Return all visible text, with single spaces."""
        return re.sub(r"\s+", " ", " ".join(self._texts))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember which element is open."""
        if tag not in {"input", "img", "meta", "link", "br", "path", "circle", "rect"}:
            self._open.append((tag, dict(attrs).get("role")))

    def handle_endtag(self, tag: str) -> None:
        """Forget the element that ends, and what was left open in it."""
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Take a text to the page, its description list and its roles."""
        if not data.strip() or any(tag in {"script", "style"} for tag, _ in self._open):
            return
        self._texts.append(data.strip())
        tags = [tag for tag, _ in self._open]
        if "dt" in tags:
            self._term = data.strip()
        elif "dd" in tags:
            self.values[self._term] = f"{self.values.get(self._term, '')} {data.strip()}".strip()
        for _, role in self._open:
            if role:
                self.roles.setdefault(role, []).append(data.strip())


class Customer:
    """Walks the shop through Flask's test client."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def open(self, path: str) -> Page:
        """Open a page, following redirects."""
        with self.client.get(path, follow_redirects=True) as response:
            return Page(cast(TestResponse, response))

    def send(self, path: str, **form: Any) -> Page:
        """Send a form, following redirects."""
        with self.client.post(path, data=form, follow_redirects=True) as response:
            return Page(cast(TestResponse, response))

    def put_in_basket(self, product: str = "blue-shirt", **form: str) -> Page:
        """Put a product in the basket."""
        return self.send("/basket/add", product=product, **form)

    def apply(self, code: str) -> Page:
        """Apply a promo code."""
        return self.send("/basket/promo", code=code)

    def sign_in(self, email: str = LOYAL_EMAIL, password: str = LOYAL_PASSWORD) -> Page:
        """Sign in, as the loyal customer unless told otherwise."""
        return self.send("/account/sign-in", email=email, password=password)

    def go_to_payment(self, delivery: str = "standard", note: str = "", **address: str) -> Page:
        """Answer address and delivery, up to the review."""
        self.send("/checkout/address", **{**ADDRESS, **address})
        return self.send("/checkout/delivery", delivery=delivery, note=note)

    def card_token(self, **card: str) -> str:
        """Fill the card form and return the token for the card."""
        return str(self.client.post("/pay-frame", data=card or GOOD_CARD).get_json()["token"])

    def pay(self, **card: str) -> Page:
        """Fill the card form and place the order."""
        return self.send("/checkout/place", payment_token=self.card_token(**card))

    def order(self) -> Page:
        """Order a shirt with a good card."""
        self.put_in_basket()
        self.go_to_payment()
        return self.pay()

    def find_order(self, number: str, email: str = LOYAL_EMAIL) -> Page:
        """Look an order up."""
        return self.send("/orders/find", number=number, email=email)

    def register_return(self) -> Page:
        """Send the rain jacket of the delivered order back."""
        self.find_order("NF-100041")
        return self.send("/returns/start/NF-100041", article="rain-jacket:M", reason="too-small", comment="")

    def cancel(self, number: str) -> Page:
        """Cancel an order, and be sure about it."""
        return self.send(f"/orders/{number}/cancel")

    def counts(self) -> dict[str, Any]:
        """Ask what has reached the shop."""
        return dict(self.client.get("/demo/counts").get_json())
