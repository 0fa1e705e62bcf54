"""What was typed into the card form in, a card and its bank's answer or a message for each field out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from harness.demo.rules.forms import FormError

DECLINED = "Your card was declined. Nothing was charged. Use another card or ask your bank."
BANK_CODE = "246810"
"""What the bank of the card that must be confirmed accepts as its code."""


@dataclass(frozen=True)
class Answer:
    """What a bank does when it is asked for money.

    Args:
        notice: What a customer notices of it.
        refusal: What she is told when the bank pays nothing; empty when it pays.
        is_challenged: Whether she must first confirm that it is her (3-D Secure).
        is_slow: Whether the bank takes its time.
    """

    notice: str
    refusal: str = ""
    is_challenged: bool = False
    is_slow: bool = False


CARDS: Mapping[str, Answer] = {
    "4242 4242 4242 4242": Answer("Accepted at once."),
    "4000 0000 0000 0002": Answer("Declined, without a reason.", DECLINED),
    "4000 0000 0000 9995": Answer(
        "Declined for insufficient funds.",
        "Your card has insufficient funds. Nothing was charged. Use another card.",
    ),
    "4000 0000 0000 0069": Answer(
        "Expired at the bank, whatever date is typed.",
        "Your bank says that this card has expired. Nothing was charged. Use another card.",
    ),
    "4000 0000 0000 3220": Answer(
        f"Confirmed with the bank's code {BANK_CODE} (3-D Secure), or refused.", is_challenged=True
    ),
    "4242 4200 0000 0000": Answer("Accepted after three seconds.", is_slow=True),
}
"""The test cards; every other valid number is declined."""


@dataclass(frozen=True)
class Card:
    """A card whose details are complete; the number itself is not kept."""

    last_four: str
    refusal: str
    is_challenged: bool
    is_slow: bool


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
    answer = CARDS.get(" ".join(re.findall(".{1,4}", number)), Answer("", DECLINED))
    return Card(number[-4:], answer.refusal, answer.is_challenged, answer.is_slow)


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
