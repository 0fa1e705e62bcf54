"""A name in, its addresses out: asked for once in a visit, without keeping anybody waiting for ever."""

import asyncio
import ipaddress
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Thread

from harness.browser.hosts import plain_host

RESOLVER_S = 15
Resolver = Callable[[str], Sequence[str]]
"""Finds the addresses of a name; raises OSError where there are none."""


def system_resolver(host: str) -> Sequence[str]:
    """Ask this machine for the addresses of a name.

    Raises:
        OSError: It has none.
    """
    found = socket.getaddrinfo(host, None)
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))


@dataclass
class Names:
    """The names of one visit, with what they led to when they were first asked for."""

    resolver: Resolver
    _found: dict[str, asyncio.Future[Sequence[str]]] = field(default_factory=dict)

    async def find(self, host: str) -> Sequence[str]:
        """Return the addresses of a host, which may be one itself.

        Raises:
            OSError: It has none. It is asked for anew the next time.
        """
        host = plain_host(host)
        try:
            return (str(ipaddress.ip_address(host)),)
        except ValueError:
            pass  # a name
        if host not in self._found:
            self._found[host] = self._begin(host)
        try:
            async with asyncio.timeout(RESOLVER_S):
                return await asyncio.shield(self._found[host])
        except OSError:
            self._found.pop(host, None)
            raise

    def _begin(self, host: str) -> asyncio.Future[Sequence[str]]:
        """Ask in a thread that nobody waits for: the system's resolver knows no time limit."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Sequence[str]] = loop.create_future()

        def tell(found: Sequence[str], error: OSError | None) -> None:
            if answer.done():  # nobody waits for it any more
                return
            if error is None:
                answer.set_result(found)
            else:
                answer.set_exception(error)

        def ask() -> None:
            found: Sequence[str] = ()
            error: OSError | None = None
            try:
                found = self.resolver(host)
            except OSError as problem:
                error = problem
            except UnicodeError as problem:
                error = socket.gaierror(str(problem))
            with suppress(RuntimeError):  # the run is over
                loop.call_soon_threadsafe(tell, found, error)

        Thread(target=ask, name=f"resolving {host}", daemon=True).start()
        return answer
