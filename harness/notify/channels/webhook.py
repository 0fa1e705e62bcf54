"""News in, JSON for a receiver of the company's own out, signed if it likes."""

import hashlib
import hmac

from harness.notify.channels.as_json import json_letter
from harness.notify.model import Letter, News, Receiver
from harness.notify.posting import post
from harness.notify.templates import Templates

SIGNATURE = "X-Shopper-Signature-256"
NAME = "Idempotency-Key"
"""As https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ calls it."""


class Webhook:
    """Posts JSON with a name by which a receiver knows a message that comes again."""

    def write(self, news: News, templates: Templates) -> Letter:
        """Write the JSON."""
        return json_letter("webhook.json", news, templates)

    def deliver(self, letter: Letter, to: Receiver, name: str) -> str:
        """Post it."""
        signed = {SIGNATURE: f"sha256={signature(to.signature, letter.text)}"} if to.signature else {}
        post(to.url, letter.text, headers={NAME: name, **signed})
        return ""


def signature(key: str, body: str) -> str:
    """Return the HMAC-SHA256 of a body, in hexadecimal digits."""
    return hmac.new(key.encode(), body.encode(), hashlib.sha256).hexdigest()
