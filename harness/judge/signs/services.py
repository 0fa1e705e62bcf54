"""A host of somebody else in, what it does for the site out: one table of what is commonly relied on."""

import re

SERVICES = (
    (
        r"pay|stripe|adyen|klarna|braintree|mollie|worldpay|checkout\.com|cardinalcommerce|3ds",
        "the payment service",
    ),
    (r"algolia|searchspring|constructor\.io|klevu", "the search service"),
    (r"loqate|addressy|maps\.|mapbox|postcode", "the address service"),
    (r"zendesk|intercom|livechat|genesys|chat", "the chat service"),
    (r"auth0|okta|login|accounts?\.|identity", "the sign-in service"),
    (r"cdn|static|assets|cloudfront|akamai|fastly", "the store of pictures and programs"),
)


def called(host: str) -> str:
    """Return what to call a host: `the payment service pay.example`."""
    found = (what for pattern, what in SERVICES if re.search(pattern, host))
    return f"{next(found, 'the service')} {host}"
