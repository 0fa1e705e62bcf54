"""The address of a machine in, whether it is on the open Internet, in a network of one's own, or neither."""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

_INSIDE = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/32",  # means this machine to whoever connects to it
            "127.0.0.0/8",
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",  # shared by a provider's customers, RFC 6598
            "::/128",
            "::1/128",
            "fc00::/7",
        ),
    )
)
_NEVER = frozenset(
    map(ip_address, ("169.254.169.254", "fd00:ec2::254", "100.100.100.200", "168.63.129.16", "192.0.0.192"))
)
"""Where clouds tell a machine its own secrets: Amazon, Google and Azure, Alibaba, Azure again, Oracle."""
_NAT64 = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))
"""RFC 6052 and RFC 8215: the last four bytes are an address of the older kind."""


def is_public(text: str) -> bool:
    """Whether an address is on the open Internet, by whatever name it is called.

    Source: the registries of special-purpose addresses of the IANA, as Python's `ipaddress` has them.
    """
    return all(
        each.is_global and not each.is_multicast and each not in _NEVER for each in _meant(_address(text))
    )


def is_inside(text: str) -> bool:
    """Whether an address is of this machine or of a network of one's own, where shops are tried out."""
    return all(
        each not in _NEVER and any(each in network for network in _INSIDE if network.version == each.version)
        for each in list(_meant(_address(text)))[-1:]
    )


def _address(text: str) -> Address:
    return ip_address(text.partition("%")[0])


def _meant(address: Address) -> Iterator[Address]:
    """Yield an address and those that are wrapped in it, the innermost last."""
    yield address
    if isinstance(address, IPv6Address) and (inner := _wrapped(address)):
        yield from _meant(inner)


def _wrapped(address: IPv6Address) -> Address | None:
    if address.teredo:
        return address.teredo[1]
    if any(address in network for network in _NAT64) or (int(address) >> 32 == 0 and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
