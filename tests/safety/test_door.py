"""The door itself: who calls badly, slowly or in crowds is bounded, and nothing of it outlives the visit."""

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from harness.browser.gate.doorkeeper import Doorkeeper
from harness.browser.gate.gate import Gate
from harness.browser.hosts import AllowedHosts
from tests.pages import serving
from tests.rough_servers import silence, talking

GREETING, GREETED = b"\5\1\0", b"\5\0"
DONE, NOT_ALLOWED, NOT_REACHED, NOT_KNOWN = 0, 2, 4, 7


@pytest.fixture
def doors() -> Iterator[Doorkeeper]:
    doors = Doorkeeper()
    yield doors
    doors.end()


def gate_to(address: str) -> Gate:
    return Gate(AllowedHosts.of(address))


def call(door: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", door), timeout=5)


def connect_to(host: str, port: int, command: int = 1) -> bytes:
    name = host.encode()
    return struct.pack("!BBBBB", 5, command, 0, 3, len(name)) + name + struct.pack("!H", port)


def asked(door: int, host: str, port: int, command: int = 1) -> tuple[socket.socket, int]:
    caller = call(door)
    caller.sendall(GREETING)
    assert caller.recv(2) == GREETED
    caller.sendall(connect_to(host, port, command))
    return caller, caller.recv(10)[1]


def port_of(address: str) -> int:
    return int(address.rpartition(":")[2])


def is_hung_up(caller: socket.socket) -> bool:
    try:
        return caller.recv(1) == b""
    except ConnectionError:
        return True


def until(holds: Callable[[], bool]) -> bool:
    """Wait for what other threads bring about."""
    end = time.monotonic() + 5
    while not holds() and time.monotonic() < end:
        time.sleep(0.01)
    return holds()


def test_sixty_at_once_are_served(doors: Doorkeeper) -> None:
    with serving({"/": "x" * 100_000}) as site:
        door = doors.open(gate_to(site.address))
        callers = [asked(door, "127.0.0.1", port_of(site.address)) for _ in range(60)]
        got = []
        for caller, answer in callers:
            with caller:
                assert answer == DONE
                caller.sendall(b"GET / HTTP/1.0\r\n\r\n")
                got.append(sum(map(len, iter(partial(caller.recv, 65536), b""))))
    assert min(got) > 100_000


@pytest.mark.parametrize(
    "said",
    [
        b"GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n",
        b"\4\1\0\x50\x7f\0\0\1\0",
        b"\5\1\2",
        b"\5\1\0\5\1\0\x09",
        b"\5\1\0\5\1\0\3\2\xff\xff\0\x50",
    ],
    ids=["HTTP", "SOCKS4", "a password", "no kind of address", "no name"],
)
def test_who_speaks_something_else_is_hung_up_on(doors: Doorkeeper, said: bytes) -> None:
    with call(doors.open(gate_to("http://127.0.0.1:1"))) as caller:
        caller.sendall(said)
        assert until(lambda: is_hung_up(caller))


@pytest.mark.parametrize("command", [2, 3], ids=["to be called", "UDP"])
def test_the_door_only_connects(doors: Doorkeeper, command: int) -> None:
    caller, answer = asked(doors.open(gate_to("http://127.0.0.1:1")), "127.0.0.1", 1, command)
    with caller:
        assert answer == NOT_KNOWN


def test_who_calls_and_says_nothing_is_hung_up_on(doors: Doorkeeper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harness.browser.gate.door.GREETING_S", 0.2)
    with call(doors.open(gate_to("http://127.0.0.1:1"))) as caller:
        caller.sendall(b"\5")
        assert is_hung_up(caller)


def test_more_than_so_many_at_once_are_turned_away(
    doors: Doorkeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("harness.browser.gate.door.MOST_AT_ONCE", 2)
    with talking({"/": silence}) as address:
        door = doors.open(gate_to(address))
        first, second = (asked(door, "127.0.0.1", port_of(address))[0] for _ in range(2))
        with first, second, call(door) as third:
            assert is_hung_up(third)


def test_a_closed_door_hangs_up_on_everybody_and_leaves_no_thread(doors: Doorkeeper) -> None:
    before = set(threading.enumerate())  # those of other tests live as long as the session
    with talking({"/": silence}) as address:
        door = doors.open(gate_to(address))
        caller, _ = asked(door, "127.0.0.1", port_of(address))
        with caller, call(door) as half_open:
            doors.close(door)
            assert is_hung_up(caller)
            assert is_hung_up(half_open)
        with pytest.raises(ConnectionRefusedError):
            call(door)
    doors.end()
    assert "doors" not in {thread.name for thread in set(threading.enumerate()) - before}


def test_each_visit_has_a_door_with_its_own_rules(doors: Doorkeeper) -> None:
    with serving({"/": ""}) as one, serving({"/": ""}) as other:
        gate = gate_to(one.address)
        doors.open(gate_to(other.address))
        caller, answer = asked(doors.open(gate), "127.0.0.1", port_of(other.address))
        with caller:
            assert answer == NOT_ALLOWED
        assert [each.why for each in gate.refused()] == ["not allowed"]


@pytest.mark.parametrize(
    ("host", "words"),
    [("127.0.0.1", "net::ERR_CONNECTION_REFUSED"), ("nowhere.invalid", "net::ERR_NAME_NOT_RESOLVED")],
)
def test_why_a_host_was_not_reached_is_remembered(doors: Doorkeeper, host: str, words: str) -> None:
    with serving({}) as gone:
        port = port_of(gone.address)
    gate = gate_to(f"http://{host}:{port}")
    caller, answer = asked(doors.open(gate), host, port)
    with caller:
        assert answer == NOT_REACHED
    assert gate.why_failed(f"http://{host}:{port}/basket") == words


def test_the_next_address_is_tried_where_one_does_not_answer() -> None:
    doors = Doorkeeper(lambda _host: ("127.0.0.77", "::1", "127.0.0.1"))
    with serving({"/": ""}) as site:
        caller, answer = asked(
            doors.open(gate_to(f"http://shop.example:{port_of(site.address)}")),
            "shop.example",
            port_of(site.address),
        )
        with caller:
            assert answer == DONE
    doors.end()


def test_a_name_server_that_never_answers_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harness.browser.gate.names.RESOLVER_S", 0.2)
    answered = threading.Event()

    def never(_host: str) -> tuple[str, ...]:
        answered.wait(5)
        return ()

    doors = Doorkeeper(never)
    gate = gate_to("http://shop.example")
    caller, answer = asked(doors.open(gate), "shop.example", 80)
    with caller:
        assert answer == NOT_REACHED
    assert gate.why_failed("http://shop.example/") == "net::ERR_CONNECTION_TIMED_OUT"
    doors.end()
    answered.set()
