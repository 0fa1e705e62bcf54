"""A ticket is given as a name or as an address, whose last word it is called by."""

import pytest

from harness.findings.tickets import address_of, name_of

JIRA = "https://shop.atlassian.net/browse/"


@pytest.mark.parametrize(
    ("ticket", "name"),
    [
        (f"{JIRA}SHOP-24", "SHOP-24"),
        ("https://dev.azure.com/o/My%20Project/_workitems/edit/12", "12"),
        ("https://tickets.example/issues/12/", "12"),
        ("https://tickets.example/view?id=12", "12"),
    ],
)
def test_the_last_word_of_an_address_is_what_a_ticket_is_called(ticket: str, name: str) -> None:
    address = address_of(ticket)

    assert address is not None
    assert (address.name, address.before + address.name + address.after) == (name, ticket)
    assert name_of(ticket) == name


@pytest.mark.parametrize("ticket", ["SHOP-24", "the one of Tuesday", "https://tickets.example"])
def test_what_is_no_address_is_a_name(ticket: str) -> None:
    assert (address_of(ticket), name_of(ticket)) == (None, ticket)


def test_who_knows_how_addresses_look_finds_the_name_in_them() -> None:
    assert name_of(f"{JIRA}SHOP-24?focusedCommentId=10001", f"{JIRA}${{ticket}}") == "SHOP-24"
