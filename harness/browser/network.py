"""An address that could not be reached in, whether this machine reaches anything at all out.

Asked only after a page could not be had: a site is not blamed for the network of who looks at it.
"""

import errno
import ipaddress
import socket
from threading import Thread
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

RESOLVER_S = 5
CONTROL_S = 5
_OUTSIDE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses that belong to nobody (RFC 5737, RFC 3849). Connecting a UDP socket sends nothing: it only asks
this machine whether it knows a way out."""
_PRIVATE_ENDINGS = frozenset({"localhost", "local", "internal", "lan", "test", "arpa"})
"""RFC 2606, RFC 6761, RFC 6762, RFC 8375; `internal` is ICANN's for private use."""
_NO_WAY_OUT = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT})


def why_no_network(host: str, control_address: str = "") -> str | None:
    """Say why this machine reaches nothing at all, or None where it does, or where nobody can tell.

    Args:
        host: The host that was not reached. For one on this machine itself no network is needed.
        control_address: An address the operator trusts to answer; where there is one, it decides alone.
    """
    if _is_here(host):
        return None
    if control_address:
        return None if _answers(control_address) else f"{control_address} cannot be reached from here either"
    if not any(_leads_out(family, address) for family, address in _OUTSIDE):
        return "this machine has no way out to any network"
    if not _names_are_answered(host):
        return "nobody answers this machine when it asks for the address of a name"
    return None


def is_private(host: str) -> bool:
    """Say whether a host is one that only this machine or its network knows, by its name or number alone."""
    try:
        return not ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        return _is_here(host) or "." not in host or host.rpartition(".")[2].casefold() in _PRIVATE_ENDINGS


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return not host or host == "localhost" or host.endswith(".localhost")


def _leads_out(family: int, address: str) -> bool:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asked:
            asked.connect((address, 9))
    except OSError as error:
        return error.errno not in _NO_WAY_OUT
    return True


def _names_are_answered(host: str) -> bool:
    """Ask for the name's address; "there is none" is an answer, and the site's own affair.

    The resolver has no time limit of its own, so it is asked in a thread that nobody waits for.
    """
    answered: list[bool] = []
    asking = Thread(target=lambda: answered.append(_is_answered(host)), daemon=True)
    asking.start()
    asking.join(RESOLVER_S)
    return any(answered)


def _is_answered(host: str) -> bool:
    try:
        socket.getaddrinfo(host, None)
    except socket.gaierror as error:
        return error.errno != socket.EAI_AGAIN
    except (OSError, UnicodeError):
        return True  # a name that cannot even be asked for tells nothing about the network
    return True


def _answers(control_address: str) -> bool:
    request = Request(control_address, method="HEAD")  # noqa: S310 -- checked where the option is read
    try:
        with urlopen(request, timeout=CONTROL_S):  # noqa: S310 -- the same
            return True
    except HTTPError:
        return True  # an error of the site behind it came over the network
    except (URLError, OSError, ValueError):
        return False
