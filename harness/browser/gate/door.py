"""Connections of one visit's browser in, connections to hosts that its gate lets through out.

Listens to this machine alone. Browsers hand it names, not addresses: so names are resolved here, and only
here, and it connects to exactly the address that was checked. What then goes to and fro is not looked into.
"""

import asyncio
import errno
import socket
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import cast

from harness.browser.gate.addresses import is_inside
from harness.browser.gate.gate import Gate, NotLetThrough
from harness.browser.gate.names import Names
from harness.browser.gate.pipe import join
from harness.browser.gate.socks import DONE, NOT_ALLOWED, NOT_REACHED, asked, reply
from harness.browser.hosts import ANYWHERE

GREETING_S = 10
"""How long a caller may take to say where to."""
CONNECT_S = 20
"""How long the last address of a host may take to answer; the ones before get a quarter."""
MOST_AT_ONCE = 300
TRIED_AGAIN_S = 0.1

_WORDS = {
    errno.ECONNREFUSED: "net::ERR_CONNECTION_REFUSED",
    errno.ECONNRESET: "net::ERR_CONNECTION_RESET",
    errno.ETIMEDOUT: "net::ERR_CONNECTION_TIMED_OUT",
}
"""Chromium's own words, because all that reads them knows these."""


@dataclass
class Door:
    """One listening port of this machine, with the rules of one visit; lives in an event loop.

    Args:
        gate: The rules.
        names: Finds the addresses of hosts.
        ways: Where addresses really are: tests have no Internet.
    """

    gate: Gate
    names: Names
    ways: Mapping[str, str] = field(default_factory=dict)
    _calls: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Begin to listen: browsers may call from now on, and are answered as soon as `serve` runs."""
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=MOST_AT_ONCE)
        self._listening.setblocking(False)  # noqa: FBT003 -- the socket's own
        self.port = cast(int, self._listening.getsockname()[1])

    async def serve(self) -> None:
        """Take calls until cancelled; then hang up on everybody."""
        self._listen()
        try:
            await asyncio.get_running_loop().create_future()  # which never comes
        finally:
            asyncio.get_running_loop().remove_reader(self._listening)
            self._listening.close()
            for call in self._calls:
                call.cancel()
            await asyncio.gather(*self._calls, return_exceptions=True)

    def _listen(self) -> None:
        if self._listening.fileno() >= 0:  # it may be closed meanwhile
            asyncio.get_running_loop().add_reader(self._listening, self._called)

    def _called(self) -> None:
        try:
            near, _ = self._listening.accept()
        except BlockingIOError:
            return  # who called went away
        except OSError:  # this machine has no more sockets, for now
            loop = asyncio.get_running_loop()
            loop.remove_reader(self._listening)
            loop.call_later(TRIED_AGAIN_S, self._listen)
        else:
            self._take(near)

    def _take(self, near: socket.socket) -> None:
        if len(self._calls) >= MOST_AT_ONCE:
            near.close()
            return
        near.setblocking(False)  # noqa: FBT003 -- the socket's own
        near.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        call = asyncio.create_task(self._serve(near))
        self._calls.add(call)
        call.add_done_callback(partial(self._over, near))

    def _over(self, near: socket.socket, call: asyncio.Task[None]) -> None:
        """Hang up; a call may be over before it has begun."""
        near.close()
        self._calls.discard(call)

    async def _serve(self, near: socket.socket) -> None:
        try:
            async with asyncio.timeout(GREETING_S):
                host, port = await asked(near)
            await self._answer(near, host, port)
        except (OSError, EOFError, ValueError):
            return  # who calls may go away at any time, be slow, or speak something else

    async def _answer(self, near: socket.socket, host: str, port: int) -> None:
        loop = asyncio.get_running_loop()
        try:
            far = await self._connect(host, port)
        except NotLetThrough:
            await loop.sock_sendall(near, reply(NOT_ALLOWED))
        except OSError as error:
            self.gate.failed(host, port, _words(error))
            await loop.sock_sendall(near, reply(NOT_REACHED))
        else:
            self.gate.reached(host, port)
            with far:
                await loop.sock_sendall(near, reply(DONE))
                await join(near, far)

    async def _connect(self, host: str, port: int) -> socket.socket:
        """Connect to a host that may be contacted, at the first of its addresses that answers.

        Raises:
            NotLetThrough: It may not.
            OSError: It has no address, or none that answers.
        """
        self.gate.ask(host, port)
        addresses = await self.names.find(host)
        is_site_inside = await self._is_site_inside()
        chosen = self.gate.choose(host, port, addresses, is_site_inside=is_site_inside)
        return await self._first_to_answer(chosen, port)

    async def _is_site_inside(self) -> bool:
        own = self.gate.hosts.own_host
        if own == ANYWHERE:
            return True
        try:
            return any(map(is_inside, await self.names.find(own)))
        except OSError:
            return False

    async def _first_to_answer(self, addresses: Sequence[str], port: int) -> socket.socket:
        for address in addresses[:-1]:
            with suppress(OSError):
                return await self._call(address, port, CONNECT_S / 4)
        return await self._call(addresses[-1], port, CONNECT_S)

    async def _call(self, address: str, port: int, within_s: float) -> socket.socket:
        address = self.ways.get(address, address)
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        calling = socket.socket(family, socket.SOCK_STREAM)
        try:
            calling.setblocking(False)  # noqa: FBT003 -- the socket's own
            calling.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            async with asyncio.timeout(within_s):
                await asyncio.get_running_loop().sock_connect(calling, (address, port))
        except BaseException:
            calling.close()
            raise
        return calling


def _words(error: OSError) -> str:
    if isinstance(error, socket.gaierror):
        return "net::ERR_NAME_NOT_RESOLVED"
    if isinstance(error, TimeoutError):
        return _WORDS[errno.ETIMEDOUT]
    return _WORDS.get(error.errno or 0, "net::ERR_ADDRESS_UNREACHABLE")
