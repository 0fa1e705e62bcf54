"""The stages of being a customer, and what of the company is experienced in each."""

from collections.abc import Mapping

TOUCHPOINT_OF_STAGE: Mapping[str, str] = {
    "find": "mobile site",
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
    *("mobile site", "product facts", "promo code", "buying", "invoice", "receiving", "using"),
    *("help", "chat", "phone", "e-mail", "return", "leaving"),
)
