"""The path of an address in, whether what is sent there usually is an order or a payment out."""

import re

_LAST_WORDS = frozenset(
    {
        *("place", "placeorder", "submitorder", "sendorder", "completeorder", "confirmorder", "createorder"),
        *("purchase", "pay", "paynow", "buy", "buynow", "confirmpayment", "submitpayment"),
    }
)
_LAST_TWO_WORDS = frozenset(
    {
        *(("order", "submit"), ("order", "place"), ("order", "confirm"), ("order", "complete")),
        *(("checkout", "submit"), ("checkout", "confirm"), ("checkout", "complete")),
        *(("payment", "confirm"), ("payment", "submit"), ("payment", "execute")),
    }
)
"""Addresses of a basket and of the steps before the last one, such as `/checkout/address`, stay free."""


def orders_at(path: str) -> bool:
    """Say whether a form that posts to this path usually places an order: `/checkout/place-order.php`."""
    words = [_plain(word) for word in path.split("/") if word]
    return bool(words) and (words[-1] in _LAST_WORDS or tuple(words[-2:]) in _LAST_TWO_WORDS)


def _plain(word: str) -> str:
    """Return a word of a path without its ending and without what joins its parts: `place_order.php`."""
    name = re.sub(r"[;.].*", "", word.casefold())
    name = re.sub(r"[-_+]|%20", "", name)
    return {"orders": "order", "payments": "payment"}.get(name, name)
