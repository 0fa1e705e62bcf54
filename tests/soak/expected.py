"""Which journeys of this checkout each defect of the shop touches, and what it makes of them."""

PROMO = ("buy/promo-code", "buy/promo-code-any-case", "buy/promo-code-expired")
ORDER = ("buy/order-as-a-guest", "buy/order-with-an-account")
BASKET = (*PROMO, *ORDER, "buy/see-the-total")
RETURN = ("return/start-a-return",)
SEARCH = ("find/search-a-product",)
BROWSING = ("find/search-a-product", "find/first-visit-on-a-phone")
ELSEWHERE = (
    "find/read-a-story",
    "help/ask-a-question",
    "help/find-the-returns-policy",
    "receive/track-an-order",
)
EVERYTHING = (*BASKET, *RETURN, *BROWSING, *ELSEWHERE)

BROKEN, OUTDATED, SLOW, DOWN = "broken", "journey out of date", "over budget", "site down"
TOUCHED: dict[str, dict[str, tuple[str, ...]]] = {
    "promo-ignored": {BROKEN: PROMO[:2]},
    "promo-slow": {SLOW: PROMO},
    "apply-renamed": {OUTDATED: PROMO},
    "label-renamed": {OUTDATED: PROMO},
    "two-apply-buttons": {OUTDATED: PROMO},
    "checkout-500": {BROKEN: (*ORDER, "buy/see-the-total")},
    "payment-hangs": {BROKEN: ORDER},
    "outdated-label": {BROKEN: RETURN},
    "order-button-broken": {BROKEN: ORDER},
    "total-grows": {BROKEN: ("buy/see-the-total",)},
    "product-slow": {SLOW: (*BASKET, *BROWSING)},
    "search-down": {BROKEN: SEARCH},
    "return-fails": {BROKEN: RETURN},
    "popup-stuck": {BROKEN: (*BASKET, *BROWSING, "receive/track-an-order", "help/find-the-returns-policy")},
    "no-order-number": {BROKEN: ORDER},
    "out-of-stock": {BROKEN: (*BASKET, *SEARCH)},
    "redirect-loop": {BROKEN: BASKET},
    "site-down": {DOWN: EVERYTHING},
}
"""A journey that is not named for a defect must stay fine while it is on."""
