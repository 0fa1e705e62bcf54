"""What a pattern means, and which addresses nobody can read in two ways."""

import pytest

from harness.browser.hosts import AllowedHosts
from harness.browser.listed_hosts import LISTS

SHOP = AllowedHosts.of(
    "https://shop.example", ["*.shop.example", "pay.example:8443", "[fd12::1]:8080", "Bücher.example"]
)


@pytest.mark.parametrize(
    ("url", "is_allowed"),
    [
        ("https://shop.example/", True),
        ("http://shop.example/", True),
        ("https://SHOP.example./", True),
        ("https://cdn.a.shop.example:444/", True),
        ("https://pay.example:8443/", True),
        ("http://[fd12::1]:8080/", True),
        ("https://xn--bcher-kva.example/", True),
        ("https://bücher.example/", True),
        ("about:blank", True),
        ("blob:https://shop.example/1", True),
        ("https://shop.example:8443/", False),
        ("https://pay.example/", False),
        ("https://evilshop.example/", False),
        ("https://shop.example.evil.example/", False),
        ("https://shop.example@evil.example/", False),
        ("https://evil.example\\@shop.example/", False),
        ("https://evil.example\\.shop.example/", False),
        ("https://evil.example%2eshop.example/", False),
        ("https://evil.example#.shop.example/", False),
        ("https://shop.example:99999/", False),
        ("https:///shop.example", False),
        ("ftp://shop.example/", False),
        ("file:///etc/passwd", False),
        ("file://shop.example/etc/passwd", False),
        ("data:text/html,shop.example", False),
        ("javascript:location='https://shop.example'", False),
        ("view-source:https://shop.example/", False),
        ("chrome://settings", False),
        ("ws://shop.example/", False),
        ("unix:/run/docker.sock", False),
        ("http://[::1", False),
        ("", False),
    ],
)
def test_an_address_may_be_visited(url: str, is_allowed: bool) -> None:  # noqa: FBT001 -- a column
    assert SHOP.allow(url) is is_allowed


def test_an_asterisk_stands_for_whole_words_only() -> None:
    hosts = AllowedHosts.of("https://a.example", ["*shop.example", "pay.*", "*"])
    assert not AllowedHosts(("*shop.example", "pay.*")).allow("https://evilshop.example/")
    assert not AllowedHosts(("*shop.example", "pay.*")).allow("https://pay.example/")
    assert hosts.allow("https://anywhere.example/")


def test_the_lists_name_hosts_and_none_twice() -> None:
    listed = [host for hosts in LISTS.values() for host in hosts]
    assert len(listed) == len(set(listed))
    assert all(host == host.casefold() and "." in host and "*" not in host for host in listed)
