"""The ten steps as a developer writes them with pytest-playwright: what the harness is measured by."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page


def walk(  # noqa: PLR0915 -- one script from top to bottom, as such tests are written
    page: "Page", address: str, after_step: Callable[[int], object], *, closes_banner: bool = True
) -> None:
    """Buy a shirt.

    Args:
        page: A fresh page.
        address: The shop's.
        after_step: Called at the end of each step with its number.
        closes_banner: Whether the cookie banner is closed here, or by a handler that sees to all popups.
    """
    page.goto(address)
    if closes_banner:
        page.get_by_role("button", name="Only necessary").click()
    expect(page.get_by_role("heading", name="Made for the walk home")).to_be_visible()
    after_step(1)

    page.get_by_label("Search products").fill("shirt")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Search results")).to_be_visible()
    expect(page.get_by_text('3 products for "shirt"')).to_be_visible()
    after_step(2)

    page.get_by_role("link", name="Blue shirt").click()
    expect(page.get_by_role("heading", name="Blue shirt")).to_be_visible()
    expect(page.get_by_text("In stock")).to_be_visible()
    after_step(3)

    page.get_by_label("Size").select_option(label="M")
    page.get_by_role("button", name="Add to basket").click()
    expect(page.get_by_role("heading", name="Your basket")).to_be_visible()
    total = page.locator("dt", has_text="Order total").locator("+ dd")
    expect(total).to_have_text("$40.00")
    after_step(4)

    page.get_by_label("Promo code").fill("SAVE10")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_text("Promo code SAVE10 applied")).to_be_visible()
    expect(total).to_have_text("$36.00")
    after_step(5)

    page.get_by_role("link", name="Go to checkout").click()
    page.get_by_role("link", name="Continue as guest").click()
    page.get_by_label("E-mail address").fill("pat.doe@mystery.example")
    expect(page.get_by_role("heading", name="Delivery address")).to_be_visible()
    after_step(6)

    page.get_by_label("First name").fill("Pat")
    page.get_by_label("Last name").fill("Doe")
    page.get_by_label("Street address").fill("12 Alder Street")
    page.get_by_label("City").fill("Portland")
    page.get_by_label("ZIP code").fill("97201")
    page.get_by_label("State").select_option(label="Oregon")
    page.get_by_role("button", name="Continue to delivery").click()
    expect(page.get_by_role("heading", name="Delivery", exact=True)).to_be_visible()
    after_step(7)

    page.get_by_role("radio", name="Standard delivery").check()
    page.get_by_role("button", name="Continue to payment").click()
    expect(page.get_by_role("heading", name="Review and pay")).to_be_visible()
    after_step(8)

    card = page.frame_locator('iframe[title="Card payment"]')
    card.get_by_label("Card number").fill("4242 4242 4242 4242")
    card.get_by_label("Expiry date").fill("12/39")
    card.get_by_label("Security code").fill("123")
    expect(page.get_by_role("button", name="Place order")).to_be_visible()
    after_step(9)

    page.get_by_role("button", name="Place order").click()
    expect(page.get_by_role("heading", name="Thank you for your order")).to_be_visible()
    number = page.locator("dt", has_text="Order number").locator("+ dd")
    expect(number).to_have_text(re.compile(r"^NF-\d{6}$"))
    after_step(10)
