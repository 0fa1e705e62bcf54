"""What was typed into the card form in, an accepted card or a message for each field out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from harness.demo.rules.forms import FormError

GOOD_CARD = "4242424242424242"
DECLINED_CARD = "4000000000000002"
DECLINED = "Your card was declined. Nothing was charged. Use another card or ask your bank."


@dataclass(frozen=True)
class Card:
    """A card whose details are complete; the number itself is not kept."""

    last_four: str
    is_covered: bool


def read_card(typed: Mapping[str, str], today: date) -> Card:
    """Read the card form.

    Raises:
        FormError: with a message for each field that is wrong.
    """
    number = re.sub(r"[\s-]", "", typed.get("number", ""))
    problems = {
        "number": _number_problem(number),
        "expiry": _expiry_problem(typed.get("expiry", ""), today),
        "code": ""
        if re.fullmatch(r"\d{3,4}", typed.get("code", "").strip())
        else "Enter the 3 digits on the back.",
    }
    if any(problems.values()):
        raise FormError({name: problem for name, problem in problems.items() if problem})
    return Card(number[-4:], is_covered=number == GOOD_CARD)


def _number_problem(number: str) -> str:
    if not re.fullmatch(r"\d{13,19}", number):
        return "Enter the full card number."
    return "" if _luhn_sum(number) % 10 == 0 else "This card number is not valid. Check the digits."


def _luhn_sum(number: str) -> int:
    every_second_doubled = "".join(
        str(int(digit) * (1 + place % 2)) for place, digit in enumerate(reversed(number))
    )
    return sum(int(digit) for digit in every_second_doubled)


def _expiry_problem(typed: str, today: date) -> str:
    match = re.fullmatch(r"\s*(0?[1-9]|1[0-2])\s*/\s*(?:20)?(\d{2})\s*", typed)
    if not match:
        return "Enter the expiry date as MM/YY."
    month, year = int(match[1]), 2000 + int(match[2])
    return "This card has expired." if (year, month) < (today.year, today.month) else ""
