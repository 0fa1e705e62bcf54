"""A host of somebody else in, what it does for the site out: one table of what is commonly relied on."""

import re

from harness.words import entry, phrase

SERVICES = (
    (
        r"pay|stripe|adyen|klarna|braintree|mollie|worldpay|checkout\.com|cardinalcommerce|3ds",
        entry("the payment service {host}"),
    ),
    (r"algolia|searchspring|constructor\.io|klevu", entry("the search service {host}")),
    (r"loqate|addressy|maps\.|mapbox|postcode", entry("the address service {host}")),
    (r"zendesk|intercom|livechat|genesys|chat", entry("the chat service {host}")),
    (r"auth0|okta|login|accounts?\.|identity", entry("the sign-in service {host}")),
    (r"cdn|static|assets|cloudfront|akamai|fastly", entry("the store of pictures and programs {host}")),
)
_SOME_SERVICE = entry("the service {host}")


def called(host: str) -> str:
    """Return what to call a host: `the payment service pay.example`."""
    found = (what for pattern, what in SERVICES if re.search(pattern, host))
    return phrase(next(found, _SOME_SERVICE), host=host)
