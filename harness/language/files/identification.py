"""What stands below `identify:` of the site file in, how the shop can tell that it is us out."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from harness.grammar.template import TemplateError, names_in
from harness.language.model import Place
from harness.language.reading.nodes import MappingNode, Node
from harness.language.reading.reading import Reading
from harness.language.safety import Identification
from harness.language.shapes.collections import MappingOf
from harness.language.shapes.names import Words
from harness.language.shapes.plain import Checked, Pattern
from harness.language.shapes.requests import HEADER, OURS
from harness.language.shapes.table import Found, Key, Table

_EMAIL = re.compile(r"[^\s@<>()\"\\,;:]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?", re.ASCII)
_NEVER = OURS | {
    *("accept", "accept-encoding", "authorization", "cache-control", "content-encoding", "content-type"),
    *("expect", "forwarded", "if-none-match", "keep-alive", "origin", "pragma", "range", "referer"),
    *("set-cookie", "trailer", "via", "x-forwarded-for", "x-forwarded-host"),
}
"""Headers that change what a request means, or that pages need to be what customers see."""
_NEVER_BEGINS = ("proxy-", "sec-", "access-control-")
_EXAMPLE = 'header: {X-Shopper-Key: "${secret.SHOPPER_KEY}"}'


def contact_problem(text: str) -> str | None:
    """Return what is wrong with the contact that the shop can write to, or None."""
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    is_page = parts.scheme == "https" and parts.hostname and parts.username is None
    if not text.isascii() or " " in text or not (is_page or _EMAIL.fullmatch(text)):
        remedy = "Write it like qa@shop.example, or https://shop.example/testing"
        return f'"{text}" is not an e-mail address or a page. {remedy}'
    return None


@dataclass(frozen=True)
class Header:
    """A header and its value, as they were written."""

    name: str = ""
    value: str = ""


@dataclass(frozen=True)
class _FirewallHeader:
    """The name of a header that means nothing to anybody but the shop's firewall."""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the name."""
        text = Pattern(HEADER, "the name of a header", "Write it like: X-Shopper-Key").read(node, reading)
        if text.casefold() in _NEVER or text.casefold().startswith(_NEVER_BEGINS):
            message = f'the header "{text}" has a meaning of its own, and cannot say who we are.'
            reading.problem(node, f"{message} Choose another, such as: X-Shopper-Key")
        return text


@dataclass(frozen=True)
class _HeaderValue:
    """A text that may hold secrets."""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text as it was written."""
        text = Words("the value of the header", may_be_empty=False).read(node, reading)
        try:
            wrong = [(name, at) for name, at in names_in(text) if not name.startswith("secret.")]
        except TemplateError:  # told when it was read
            wrong = []
        for name, at in wrong:
            message = f'"${{{name}}}" cannot stand here: the header is the same in every visit.'
            reading.problem(node, f"{message} Only secrets can: {_EXAMPLE}", at)
        if not (text.isascii() and text.isprintable()):
            reading.problem(
                node, "a header holds plain letters, figures and signs only. Write others as them."
            )
        return text


HEADERS = MappingOf(_FirewallHeader(), _HeaderValue(), _EXAMPLE)


@dataclass(frozen=True)
class SentHeader:
    """At most one header with its value."""

    def read(self, node: Node, reading: Reading) -> Header:
        """Return the header."""
        found = HEADERS.read(node, reading)
        if isinstance(node, MappingNode) and len(node.pairs) > 1:
            message = "one header is enough for a firewall to know us by."
            reading.problem(node.pairs[1][0], f"{message} Take the others out.")
        return next((Header(name, value) for name, value in found.items()), Header())


_CONTACT = Key(
    "contact",
    Checked("an e-mail address or a page", contact_problem),
    "Whom the shop can ask: an e-mail address, or an `https` page. It stands in the User-Agent.",
    "",
)
_HEADER = Key(
    "header", SentHeader(), "A header that its firewall lets through, sent to its own hosts only.", Header()
)
IDENTIFY_KEYS: tuple[Key[Any], ...] = (_CONTACT, _HEADER)
IDENTIFY: Key[Found] = Key(
    "identify",
    Table("identify", IDENTIFY_KEYS, lambda found: found),
    "How the shop can tell that it is us.",
    Found(Place("", 1), {}),
)


def identification_of(found: Found) -> Identification:
    """Return what these keys say."""
    header = found[_HEADER]
    return Identification(found[_CONTACT], header.name, header.value)
