"""What an address of a site and a host that may be contacted look like, and what is wrong with others."""

import re
from urllib.parse import urlsplit

EMBEDDED_SHOP = "demo"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*", re.ASCII)
_HOST_PATTERN = re.compile(rf"(?:\*\.)?{_LABEL}(?:\.{_LABEL})*(?::\d{{1,5}})?", re.ASCII)

_TOO_MANY = re.compile(
    rf"\*\.(?:{_LABEL}|(?:ac|co|com|edu|gov|net|or|org)\.[a-z]{{2}})(?::\d{{1,5}})?", re.IGNORECASE
)
"""`*.com`, `*.co.uk`: what below them belongs to different owners."""


def address_problem(text: str) -> str | None:
    """Return what is wrong with the address of a site, or None."""
    if text == EMBEDDED_SHOP:
        return None
    remedy = 'Write it like https://shop.example, or "demo" for the embedded shop.'
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 -- it is read on access, and a bad one raises
    except ValueError:
        return f'"{text}" is not an address. {remedy}'
    if parts.scheme not in {"http", "https"} or not _is_host(parts.hostname or ""):
        return f'"{text}" is not an address. {remedy}'
    if parts.username is not None or parts.password is not None:
        return f"an address holds no user name or password. {remedy}"
    if parts.path not in {"", "/"} or parts.query or parts.fragment or text.endswith(("?", "#")):
        return f'"{text}" goes on after the host. {remedy}'
    return None


def host_problem(text: str) -> str | None:
    """Return what is wrong with a host that may be contacted, or None."""
    if _TOO_MANY.fullmatch(text):
        return f'"{text}" stands for the hosts of everybody. Write whose: *.shop.example, or a host alone.'
    if _HOST_PATTERN.fullmatch(text):
        return None
    return f'"{text}" is not a host. Write it like cdn.shop.example, or *.shop.example with all below it.'


def host_of(address: str) -> str:
    """Return the host of an address; the address itself when it has none."""
    try:
        return urlsplit(address).hostname or address
    except ValueError:
        return address


def host_and_port_of(address: str) -> str:
    """Return the host of an address as `hosts:` lists it, with its port if one is written."""
    host = host_of(address)
    try:
        port = urlsplit(address).port
    except ValueError:
        return host
    return f"{host}:{port}" if port and host != address else host


def _is_host(text: str) -> bool:
    return bool(_HOST.fullmatch(text)) or ":" in text
