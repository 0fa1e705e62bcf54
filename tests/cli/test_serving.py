"""What is served of reports, to whom, and what not."""

from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from harness.cli.serving import serving


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "run"
    (folder / "allure").mkdir(parents=True)
    (folder / "index.html").write_text("the page")
    (folder / "allure" / "data.json").write_text("{}")
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    with serving({"run": folder}) as served:
        yield served


def answer(address: str, path: str, host: str | None = None) -> tuple[int, str]:
    """Ask for a path as it is written: no client of ours makes it tidy."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=10)
    connection.putrequest("GET", path, skip_host=True)
    connection.putheader("Host", host or parts.netloc)
    connection.endheaders()
    answered = connection.getresponse()
    told = answered.status, answered.read().decode()
    connection.close()
    return told


def test_files_of_the_folder_are_served_by_its_name(address: str) -> None:
    key = urlsplit(address).path

    assert answer(address, f"{key}/run/index.html") == (200, "the page")
    assert answer(address, f"{key}/run/allure/data.json?fresh=1") == (200, "{}")


@pytest.mark.parametrize(
    "path",
    [
        "/run/index.html",
        "/wrong-key/run/index.html",
        "{key}/other/index.html",
        "{key}/run/../secret.txt",
        "{key}/run/%2e%2e/secret.txt",
        "{key}/run//etc/hostname",
        "{key}/run/link.txt",
        "{key}/run/allure/",
        "{key}/run/a%00b",
    ],
)
def test_nothing_else_is(address: str, path: str) -> None:
    status, said = answer(address, path.replace("{key}", urlsplit(address).path))

    assert status == 404
    assert "secret" not in said


def test_a_page_elsewhere_that_names_this_address_gets_nothing(address: str) -> None:
    status, _ = answer(address, f"{urlsplit(address).path}/run/index.html", host="shop.example")

    assert status == 403
