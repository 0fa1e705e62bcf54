"""What was typed in, whether it is a secret out; the secrets themselves are not kept, only signs of them."""

import hashlib
import re
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from harness.recorder.scripts import script

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

_LABELS = re.compile(
    r"pass\s?(?:word|code|phrase)|pa(?:ss|ß)wort|kennwort|mot de passe|contraseña|wachtwoord|lösenord"
    r"|adgangskode|\bpin\b|\bcv[cv]\d?\b|security code|card number|card no|verification code|one.time"
    r"|sicherheitscode|prüfziffer|kartennummer|numéro de carte|número de tarjeta|numero della carta",
    re.IGNORECASE,
)
_BINDING = "__harnessSecretTyped"


def sounds_secret(label: str) -> bool:
    """Whether a field of this name is for a secret, whatever kind of field the shop has made it."""
    return bool(_LABELS.search(label))


@dataclass
class SecretTexts:
    """Knows which texts stand in fields for secrets.

    Pages tell each time something is typed into such a field. What is kept is a keyed digest, which nobody
    can turn back once the key has gone with this program.
    """

    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    _signs: dict[str, str] = field(default_factory=dict)

    def watch(self, context: "BrowserContext") -> None:
        """Have every page and frame of a context tell."""
        context.expose_binding(_BINDING, lambda _source, field_id, text: self.learn(field_id, text))
        context.add_init_script(script("secret_fields"))

    def learn(self, field_id: str, text: str) -> str:
        """Take note of what stands in a field for a secret now; return its sign."""
        self._signs[field_id] = self._sign(text)
        return self._signs[field_id]

    def sign_of(self, text: str) -> str:
        """Return the sign of a secret; empty for any other text."""
        sign = self._sign(text)
        return sign if text and sign in self._signs.values() else ""

    def _sign(self, text: str) -> str:
        return hashlib.blake2b(text.encode(), key=self._key, digest_size=16).hexdigest()
