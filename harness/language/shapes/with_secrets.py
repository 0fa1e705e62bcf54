"""Shapes of texts that may hold `${secret.NAME}`: passwords, and addresses that are keys themselves."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from harness.grammar.template import TemplateError, names_in
from harness.language.reading.nodes import Node
from harness.language.reading.reading import Reading
from harness.language.shapes.names import Words

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_SECRET = re.compile(r"\$\{secret\.[^}]*\}")
_NAMED_LIKE_SECRETS = re.compile(r"(?i)sig|.*(token|secret|signature|passw).*|(api[-_]?)?key|code")
_KEY_LIKE = re.compile(
    r"(?=[^\d]*\d)(?=[^A-Za-z]*[A-Za-z])[A-Za-z0-9]{16,}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-.*"
)
"""Long, of letters and digits: nobody thinks of such a word."""
IN_CLEAR = "holds a key in clear. Put it into the environment, and write ${secret.NAME} in its place."


def no_problem(_text: str) -> str | None:
    """Find nothing wrong."""
    return None


@dataclass(frozen=True)
class SecretText:
    """A text in which only secrets may be named.

    Args:
        expected: What should stand here, with its article.
        problem_of: What is wrong with the text as it was written, with the remedy, or None.
        also: A name besides secrets that may be asked for.
    """

    expected: str
    problem_of: Callable[[str], str | None] = no_problem
    also: str = ""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text as it was written."""
        text = Words(self.expected, may_be_empty=False).read(node, reading).strip()
        try:
            others = [each for each in names_in(text) if not each[0].startswith("secret.")]
        except TemplateError:  # told when it was read
            return ""
        for name, at in others:
            if name != self.also:
                known = f", and ${{{self.also}}}" if self.also else ""
                message = f'"${{{name}}}" cannot stand here. Only secrets can: ${{secret.NAME}}{known}'
                reading.problem(node, message, at)
        problem = self.problem_of(text) if text else None
        if problem:
            reading.problem(node, problem)
        return text


def password_problem(text: str) -> str | None:
    """Return what is wrong with a password or key: it is a secret, whole."""
    return (
        None
        if _SECRET.fullmatch(text)
        else "a password or key never stands here in clear. Write ${secret.NAME}"
    )


def receiver_problem(text: str) -> str | None:
    """Return what is wrong with an address that messages are posted to, or None."""
    if _SECRET.fullmatch(text):
        return None
    plain = _SECRET.sub("", text)
    remedy = "Write it like https://hooks.example/night, or ${secret.NAME} where the whole of it is a key"
    try:
        parts = urlsplit(plain)
        host = parts.hostname or ""
    except ValueError:
        return f"this is not an address. {remedy}"
    if parts.scheme != "https" and not (parts.scheme == "http" and host in _LOOPBACK):
        return f"this is not an address that begins with https://. {remedy}"
    if not host and not _SECRET.search(urlsplit(text).netloc):
        return f"this address names no host. {remedy}"
    if parts.username is not None or parts.password is not None:
        return "an address holds no user name or password. Put the whole of it into ${secret.NAME}"
    return f"the address {IN_CLEAR}" if _holds_key(parts.path, parts.query) else None


def _holds_key(path: str, query: str) -> bool:
    pieces = path.split("/")
    for name, value in parse_qsl(query):
        if value and _NAMED_LIKE_SECRETS.fullmatch(name):
            return True
        pieces.append(value)
    return any(_KEY_LIKE.fullmatch(piece) for piece in pieces)
