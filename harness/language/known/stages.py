"""The stages of being a customer, and what of the company is experienced in each."""

from collections.abc import Mapping

MOBILE_SITE = "mobile site"
"""As records call it (`record/experienced.py`), which loading journeys need not load."""

TOUCHPOINT_OF_STAGE: Mapping[str, str] = {
    "find": "finding",
    "choose": "product facts",
    "buy": "buying",
    "receive": "receiving",
    "use": "using",
    "help": "help",
    "return": "return",
    "leave": "leaving",
}
"""The touchpoint of a journey that names none."""

STAGES = tuple(TOUCHPOINT_OF_STAGE)
TOUCHPOINTS = (
    *("finding", MOBILE_SITE, "product facts", "promo code", "buying", "receiving", "tracking", "invoice"),
    *("using", "return", "help", "chat", "phone", "e-mail", "leaving"),
)
"""In the order of a customer's way."""
