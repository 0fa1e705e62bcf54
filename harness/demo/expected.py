"""A defect's name in, what a mystery shopper must find out: verdict, step and words; and what stays fine."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """What a defect makes of a journey: the verdict, and the words that tell a layman why.

    What only makes it harder leaves no finding: `hassle` is then what it is called, and `words` tell of it.
    `patience_ms` is for a customer who waits less than usual: as long as she must to see this one.
    """

    journey: str
    verdict: str
    step: str
    words: str
    patience_ms: int = 3000
    hassle: str = ""


ANSWERING = "buy/answer-all-that-is-asked"
ANSWERS = "Say what else is asked about the delivery"
FOUND: dict[str, Found] = {
    "promo-ignored": Found(
        "buy/promo-code",
        "broken",
        "Apply the code",
        'Order total should be less than $40.00 by exactly 10% ($36.00); the page shows "$40.00".',
    ),
    "promo-slow": Found(
        "buy/promo-code",
        "over budget",
        "Apply the code",
        "seconds; 3 seconds are allowed for this step. As this shopper saw it, once.",
        7000,
    ),
    "apply-renamed": Found(
        "buy/promo-code",
        "journey out of date",
        "Apply the code",
        '"Apply" is not on the page any more. In its place: button "Redeem".',
    ),
    "label-renamed": Found(
        "buy/promo-code",
        "journey out of date",
        "Apply the code",
        '"Promo code" is not on the page any more. In its place: field "Voucher".',
    ),
    "two-apply-buttons": Found(
        "buy/promo-code",
        "journey out of date",
        "Apply the code",
        'several things called "Apply": button "Apply" near "Promo code"; button "Apply" near "Gift card".',
    ),
    "button-is-a-div": Found(
        "buy/promo-code-expired",
        "broken",
        "Try last summer's code",
        "presses of Tab lead through the whole page, and not to it.",
    ),
    "checkout-500": Found(
        "buy/see-the-total", "broken", "Remember what it costs", "The site answered with an error page."
    ),
    "payment-hangs": Found("buy/order-as-a-guest", "broken", "Place the order", "never answered"),
    "confirmation-lost": Found(
        "buy/order-as-a-guest", "broken", "Place the order", "The site answered with an error page."
    ),
    "outdated-label": Found(
        "return/start-a-return",
        "broken",
        "Register the return",
        "Label valid until should be at least tomorrow",
    ),
    "order-button-broken": Found(
        "buy/order-as-a-guest",
        "broken",
        "Place the order",
        "page's own program stopped with an error",
    ),
    "total-grows": Found(
        "buy/see-the-total",
        "broken",
        "Compare the total",
        'Order total should be $40.00; the page shows "$43.95".',
    ),
    "product-slow": Found(
        "buy/promo-code-expired",
        "over budget",
        "Put a blue shirt in the basket",
        'The page "Blue shirt',
    ),
    "search-down": Found(
        "find/search-a-product", "broken", "Look for a shirt", "The site answered with an error page."
    ),
    "return-fails": Found(
        "return/start-a-return",
        "broken",
        "Register the return",
        'The page said: "We could not register your return. Please try again later."',
    ),
    "popup-stuck": Found(
        "find/search-a-product",
        "broken",
        "Look for a shirt",
        '"Newsletter popup" lies over the page and cannot be closed.',
    ),
    "no-order-number": Found(
        "buy/order-as-a-guest",
        "broken",
        "Place the order",
        'Customers expect "Order number" to appear; that never happened.',
    ),
    "out-of-stock": Found(
        "buy/promo-code-expired",
        "broken",
        "Put a blue shirt in the basket",
        '"Size" is there but cannot be used.',
    ),
    "redirect-loop": Found(
        "buy/promo-code-expired",
        "broken",
        "Put a blue shirt in the basket",
        "The page sent the customer round in circles.",
    ),
    "account-forced": Found(
        ANSWERING,
        "broken",
        "Go to the checkout as a guest",
        "shows a guest no way on without one",
        hassle="forced account",
    ),
    "insurance-ticked": Found(
        ANSWERING,
        "fine",
        "Enter the delivery address",
        '"Insure my parcel for $2.90, paid at the door" was ticked before the customer had decided.',
        hassle="pre-ticked extra",
    ),
    "email-asked-twice": Found(
        ANSWERING,
        "fine",
        ANSWERS,
        '"Your e-mail address" was asked for again; the customer had given it before as "E-mail address".',
        hassle="repeated question",
    ),
    "call-us": Found(
        ANSWERING,
        "fine",
        "Enter the delivery address",
        '"We could not check your address. Please call us: 503 555 0100"',
        hassle="told to change channel",
    ),
    "delivery-silent": Found(
        ANSWERING, "fine", ANSWERS, 'after: click "Continue to payment".', hassle="wait without feedback"
    ),
    "delivery-endless": Found(
        ANSWERING, "broken", ANSWERS, 'after: click "Continue to payment".', 10_000, hassle="long wait"
    ),
    "site-down": Found(
        "help/find-the-returns-policy", "site down", "Open help", 'The site says: "We will be back soon".'
    ),
}

# Which journeys of this shop each defect touches, and what it makes of them; `make soak` walks them all.
PROMO = ("buy/promo-code", "buy/promo-code-any-case", "buy/promo-code-expired")
NUMBERED = ("buy/order-as-a-guest", "buy/order-with-an-account", "buy/order-and-cancel")
FREE = ("buy/order-with-a-full-discount",)
PATIENT = "buy/slow-payment"
"""It gives its pages more time than the site does."""
ORDER = (*NUMBERED, *FREE, "buy/order-by-invoice", "buy/confirm-the-payment", PATIENT)
PAYING = (*ORDER, "buy/card-refused")
GUEST = (*PAYING, "buy/see-the-total", ANSWERING)
BASKET = (*PROMO, *GUEST)
RETURN = ("return/start-a-return",)
SEARCH = ("find/search-a-product",)
BROWSING = ("find/search-a-product", "find/first-visit-on-a-phone")
ELSEWHERE = (
    "find/look-at-everything",
    "find/read-a-story",
    "help/ask-a-question",
    "help/find-the-returns-policy",
    "leave/delete-an-account",
    "receive/track-an-order",
)
EVERYTHING = (*BASKET, *RETURN, *BROWSING, *ELSEWHERE)

BROKEN, OUTDATED, SLOW, DOWN = "broken", "journey out of date", "over budget", "site down"
HARDER: dict[str, tuple[str, ...]] = {"fine": (ANSWERING,)}
TOUCHED: dict[str, dict[str, tuple[str, ...]]] = {
    "promo-ignored": {BROKEN: (*PROMO[:2], *FREE)},
    "promo-slow": {SLOW: PROMO},
    "apply-renamed": {OUTDATED: (*PROMO, *FREE)},
    "label-renamed": {OUTDATED: (*PROMO, *FREE)},
    "two-apply-buttons": {OUTDATED: (*PROMO, *FREE)},
    "button-is-a-div": {BROKEN: ("buy/promo-code-expired",)},
    "checkout-500": {BROKEN: GUEST},
    "payment-hangs": {BROKEN: PAYING},
    "confirmation-lost": {BROKEN: ORDER},
    "outdated-label": {BROKEN: RETURN},
    "order-button-broken": {BROKEN: PAYING},
    "total-grows": {BROKEN: ("buy/see-the-total", *FREE)},
    "product-slow": {SLOW: (*(journey for journey in BASKET if journey != PATIENT), *BROWSING)},
    "search-down": {BROKEN: SEARCH},
    "return-fails": {BROKEN: RETURN},
    "popup-stuck": {
        BROKEN: (
            *(*BASKET, *BROWSING, "find/look-at-everything"),
            *("receive/track-an-order", "help/find-the-returns-policy"),
        )
    },
    "no-order-number": {BROKEN: NUMBERED},
    "out-of-stock": {BROKEN: (*BASKET, *SEARCH)},
    "redirect-loop": {BROKEN: BASKET},
    "account-forced": {BROKEN: GUEST},
    "insurance-ticked": HARDER,
    "email-asked-twice": HARDER,
    "call-us": HARDER,
    "delivery-silent": HARDER,
    "delivery-endless": {BROKEN: GUEST},
    "site-down": {DOWN: EVERYTHING},
}
"""A journey that is not named for a defect must stay fine while it is on."""
