"""Names of defects in, switches that the shop asks at the place they affect out."""

from collections.abc import Iterable
from difflib import get_close_matches
from threading import Lock

DEFECTS = {
    "promo-ignored": "The shop says the promo code is applied, but the price stays the same.",
    "promo-slow": "After clicking Apply, nothing happens for four seconds.",
    "apply-renamed": 'The button beside the promo code is called "Redeem" instead of "Apply".',
    "label-renamed": 'The field for the promo code is called "Voucher" instead of "Promo code".',
    "two-apply-buttons": 'Two buttons in the basket are called "Apply", one of them for gift cards.',
    "button-is-a-div": "The button beside the promo code answers to the mouse, and no key leads to it.",
    "checkout-500": "Going to the checkout ends on an error page.",
    "payment-hangs": "After clicking Place order, the page waits for ever.",
    "confirmation-lost": "The order is placed, and then an error page comes instead of its confirmation.",
    "outdated-label": "The return label says it was valid until a date long past.",
    "order-button-broken": "Clicking Place order does nothing at all.",
    "total-grows": "The total is higher at payment than it was in the basket, with a fee nobody mentioned.",
    "product-slow": "A product page takes four seconds to appear.",
    "search-down": "Every search ends on an error page.",
    "return-fails": "Registering a return shows an error, and nothing is registered.",
    "popup-stuck": "A newsletter popup covers the page and cannot be closed.",
    "no-order-number": "The confirmation of an order names no order number.",
    "out-of-stock": "The Blue shirt is sold out.",
    "redirect-loop": "The basket never opens, because it sends the browser round in a circle.",
    "account-forced": "At the checkout one must create an account; there is no way on as a guest.",
    "insurance-ticked": "An insurance of the parcel is ticked before anybody has asked for it.",
    "email-asked-twice": "The delivery page asks for the e-mail address that was given a page before.",
    "call-us": "The delivery page says that the address could not be checked, and asks to call.",
    "delivery-silent": "After choosing the delivery, the page shows nothing for a second and a half.",
    "delivery-endless": "After choosing the delivery, the page shows nothing for eleven seconds.",
    "site-down": "Every page says that the shop will be back soon.",
}


class UnknownDefectError(Exception):
    """A defect was named that the shop does not have."""

    def __init__(self, name: str) -> None:
        near = get_close_matches(name, DEFECTS, n=1)
        help_text = f'Did you mean "{near[0]}"?' if near else f"Known: {', '.join(DEFECTS)}."
        super().__init__(f'unknown defect "{name}". {help_text}')


class Defects:
    """The switches of one running shop; safe to use from many threads."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._lock = Lock()
        self._active: frozenset[str] = frozenset(_known(name) for name in names)

    def on(self, name: str) -> bool:
        """Say whether a defect is switched on."""
        return _known(name) in self._active

    def switch(self, name: str, *, on: bool) -> None:
        """Switch one defect on or off.

        Raises:
            UnknownDefectError: if there is no such defect.
        """
        with self._lock:
            self._active = self._active | {_known(name)} if on else self._active - {_known(name)}


def _known(name: str) -> str:
    if name not in DEFECTS:
        raise UnknownDefectError(name)
    return name
