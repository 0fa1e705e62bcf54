"""What a browser says to the door in, where it wants to go out; and what it is answered (RFC 1928).

Of SOCKS5 the door knows CONNECT without a password: no UDP, no listening for others.
"""

import asyncio
import ipaddress
import socket
import struct

DONE, NOT_ALLOWED, NOT_REACHED, NOT_KNOWN = 0, 2, 4, 7
_VERSION, _NO_PASSWORD, _CONNECT = 5, 0, 1
_IPV4, _NAME, _IPV6 = 1, 3, 4


async def asked(near: socket.socket) -> tuple[str, int]:
    """Read where a caller wants to go: host and port.

    Raises:
        ValueError: It speaks something else.
        EOFError: It went away.
    """
    loop = asyncio.get_running_loop()
    version, count = await _exactly(near, 2)
    if version != _VERSION or _NO_PASSWORD not in await _exactly(near, count):
        raise ValueError("no SOCKS5 without a password")
    await loop.sock_sendall(near, bytes((_VERSION, _NO_PASSWORD)))
    version, command, _, kind = await _exactly(near, 4)
    if version != _VERSION or command != _CONNECT:
        await loop.sock_sendall(near, reply(NOT_KNOWN))
        raise ValueError("it wants more than to connect")
    host = await _host(near, kind)
    (port,) = struct.unpack("!H", await _exactly(near, 2))
    return host, port


def reply(code: int) -> bytes:
    """Return the answer to a caller."""
    return struct.pack("!BBBB4sH", _VERSION, code, 0, _IPV4, bytes(4), 0)


async def _host(near: socket.socket, kind: int) -> str:
    if kind == _NAME:
        (length,) = await _exactly(near, 1)
        return (await _exactly(near, length)).decode("ascii")
    if kind not in {_IPV4, _IPV6}:
        raise ValueError("no kind of address")
    return str(ipaddress.ip_address(await _exactly(near, 4 if kind == _IPV4 else 16)))


async def _exactly(near: socket.socket, count: int) -> bytes:
    got = b""
    while len(got) < count:
        piece = await asyncio.get_running_loop().sock_recv(near, count - len(got))
        if not piece:
            raise EOFError
        got += piece
    return got
