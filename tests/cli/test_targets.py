"""A page's address becomes the list of what can be named on it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Harness, harness_in


def test_a_page_of_the_site_is_listed_for_people(harness: Harness) -> None:
    done = harness("targets", "/contact", "--persona", "phone")

    assert done.returncode == 0, done.stderr
    title, empty, heading, first, *_ = done.stdout.splitlines()
    assert title.startswith("Contact us – Northfold  http://127.0.0.1:")  # noqa: RUF001 -- the shop's own dash
    assert (empty, heading, first) == ("", "To click", "  Skip to content")
    assert "\nTo fill\n  Search products\n" in done.stdout


def test_a_page_of_the_embedded_shop_is_listed_for_programs(tmp_path: Path) -> None:
    done = harness_in(tmp_path)("targets", "demo/product/blue-shirt", "--json")

    told = json.loads(done.stdout)
    assert told["choose"] == [{"target": "Size", "value": "", "options": ["XS", "S", "M", "L", "XL"]}]
    assert {"target": "Add to basket", "value": "", "options": []} in told["click"]
    assert told["unnamed"] == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("shop.example/tea",), '"shop.example/tea" is not an address. Write it like https://shop.example'),
        (("/tea", "--persona", "tablet"), 'unknown persona "tablet". Known: laptop, phone.'),
        (("/tea", "--device", "Pixel"), 'unknown device "Pixel". Did you mean "Pixel 9"?'),
        (("https://other.example/tea",), "https://other.example/tea is not on a host this site allows."),
    ],
)
def test_what_cannot_be_opened_is_told(harness: Harness, typed: tuple[str, ...], told: str) -> None:
    done = harness("targets", *typed)

    assert done.returncode == 4
    assert told in done.stderr


def test_a_page_of_no_site_is_told(tmp_path: Path) -> None:
    done = harness_in(tmp_path)("targets", "/tea")

    assert done.returncode == 4
    assert done.stderr == (
        '"/tea" is a page of which site? There are no journeys here to say so. Write it in full.\n'
    )
