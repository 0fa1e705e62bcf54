import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from harness.demo.process import DemoShop, DemoShopError
from harness.demo.store.counts import Counts

NOTHING = Counts(
    orders=0,
    cancelled_orders=0,
    messages=0,
    returns=0,
    accounts=0,
    deleted_accounts=0,
    sign_ins=0,
    placed=(),
)
SERVER = [sys.executable, "-m", "harness.demo.server"]


@pytest.fixture(scope="module")
def running() -> Iterator[DemoShop]:
    with DemoShop.start(defects=["product-slow"]) as shop:
        yield shop


def status(address: str) -> int:
    try:
        with urlopen(Request(address), timeout=10) as answer:  # noqa: S310 - our own shop
            return int(answer.status)
    except HTTPError as error:
        with error:
            return error.code


def test_a_started_shop_answers_at_its_address(running: DemoShop) -> None:
    assert running.address.startswith("http://127.0.0.1:")
    assert status(running.address) == 200


def test_a_running_shop_is_switched_and_counts(running: DemoShop) -> None:
    running.switch("site-down", on=True)
    down = status(running.address)
    running.switch("site-down", on=False)

    assert (down, status(running.address)) == (503, 200)
    assert running.counts() == NOTHING
    assert running.orders() == 0


def test_an_unknown_switch_is_refused_by_name(running: DemoShop) -> None:
    with pytest.raises(DemoShopError) as error:
        running.switch("site-dwn", on=True)

    assert str(error.value) == 'unknown defect "site-dwn". Did you mean "site-down"?'


def test_an_unknown_defect_at_the_start_is_told() -> None:
    with pytest.raises(DemoShopError) as error:
        DemoShop.start(defects=["promo-ignord"])

    assert (
        str(error.value)
        == 'the embedded shop did not start: unknown defect "promo-ignord". Did you mean "promo-ignored"?'
    )


def test_a_stopped_shop_says_that_it_does_not_answer() -> None:
    shop = DemoShop.start()
    shop.stop()
    shop.stop()

    with pytest.raises(DemoShopError, match="does not answer"):
        shop.orders()


def test_a_named_database_is_kept(tmp_path: Path) -> None:
    database = tmp_path / "kept.sqlite"
    for _ in range(2):
        with DemoShop.start(database=database) as shop:
            assert shop.orders() == 0

    assert database.exists()


def test_a_database_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    with pytest.raises(DemoShopError, match="did not start: cannot use database"):
        DemoShop.start(database=tmp_path / "missing" / "shop.sqlite")


def test_a_port_in_use_is_one_clear_line_and_exit_3() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        ended = subprocess.run(
            [*SERVER, f"--port={port}"], capture_output=True, text=True, check=False, timeout=20
        )

    assert ended.returncode == 3
    assert ended.stderr == f"port {port} is in use. Choose another one, or 0 for a free one.\n"


def test_an_unknown_defect_is_exit_4() -> None:
    ended = subprocess.run([*SERVER, "--defect=zzz"], capture_output=True, text=True, check=False, timeout=20)

    assert (ended.returncode, ended.stdout) == (4, "")
    assert ended.stderr.startswith('unknown defect "zzz". Known: promo-ignored, ')


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT, None])
def test_the_server_ends_cleanly_when_told_or_when_its_input_ends(ending: signal.Signals | None) -> None:
    with subprocess.Popen(
        [*SERVER, "--until-stdin-closes"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout
        assert server.stdin
        assert server.stdout.readline().startswith("serving http://127.0.0.1:")
        if ending is None:
            server.stdin.close()
        else:
            server.send_signal(ending)

        assert server.wait(10) == 0
        assert server.stderr
        assert server.stderr.read() == ""
