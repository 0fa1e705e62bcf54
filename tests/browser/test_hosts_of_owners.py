"""Who owns a host decides who gets the cookie and the header, and whose failures are the site's own."""

import pytest

from harness.browser.hosts import same_owner


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("shop.example", "shop.example"),
        ("static.shop.example", "www.shop.example"),
        ("a.b.shop.example", "shop.example"),
        ("static.shop.co.uk", "api.shop.co.uk"),
        ("SHOP.example", "shop.example"),
        ("127.0.0.1", "127.0.0.1"),
    ],
)
def test_hosts_of_one_owner(host: str, own: str) -> None:
    assert same_owner(host, own)


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("b.myshopify.com", "a.myshopify.com"),
        ("myshopify.com", "a.myshopify.com"),
        ("b.co.uk", "a.co.uk"),
        ("shop.test", "shop.example"),
        ("notshop.example", "shop.example"),
        ("10.0.0.1", "127.0.0.1"),
        ("", "shop.example"),
    ],
)
def test_hosts_of_others(host: str, own: str) -> None:
    assert not same_owner(host, own)
