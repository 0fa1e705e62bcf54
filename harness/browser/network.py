"""This machine in, whether it has any way to other machines out. Nothing is sent."""

import socket

NOBODY = ("192.0.2.1", 9), ("2001:db8::1", 9)
"""Addresses that belong to nobody (RFC 5737, RFC 3849): asking for the way to them contacts no one."""


def has_a_way_out() -> bool:
    """Whether the machine knows a way to addresses outside itself."""
    return _knows_way(socket.AF_INET, NOBODY[0]) or _knows_way(socket.AF_INET6, NOBODY[1])


def _knows_way(family: socket.AddressFamily, address: tuple[str, int]) -> bool:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asking:
            asking.connect(address)  # looks up the route only: a datagram socket sends nothing yet
    except OSError:
        return False
    return True
