"""A journey that checks notices what was spoiled, one that only looks on does not."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import harness_in
from tests.pages import Page, serving

LONG_S = 400
BASKET = """<!doctype html><html lang=en><title>Basket</title><main><h1>Your basket</h1>
<dl><dt>Order total</dt><dd id=total>$40.00</dd></dl>
<button onclick="total.textContent = '$36.00'; said.textContent = 'Promo code applied'">Apply</button>
<output id=said></output></main>"""
SITE = "site: {{name: Shop, address: '{address}'}}\nlocale: en-US\nmoney: USD\n"
CHECKS = """\
journey: Check the discount
steps:
  - step: Apply the code
    do:
      - open: /
      - click: Apply
    see:
      - heading "Your basket"
      - Promo code applied
      - Order total: $36.00
"""
LAZY = """\
journey: Look at the basket
steps:
  - step: Open the basket
    do:
      - open: /
      - click: Apply
    see:
      - heading "Your basket"
"""
BROKEN = """\
journey: Never worked
steps:
  - step: Open the basket
    do:
      - open: /
    see:
      - heading "Your wishes"
"""


def mutate(folder: Path, journeys: dict[str, str], *options: str) -> tuple[int, dict[str, Any], str]:
    (folder / "journeys" / "buy").mkdir(parents=True)
    (folder / "conftest.py").write_text(
        "import pytest\n\n@pytest.fixture(scope='session')\ndef patience_ms():\n    return 1000\n"
    )
    for name, text in journeys.items():
        (folder / "journeys" / "buy" / f"{name}.yaml").write_text(text)
    with serving({"/": Page(BASKET)}) as site:
        (folder / "journeys" / "site.yaml").write_text(SITE.format(address=site.address))
        done = harness_in(folder)("mutate", "--json", *options, timeout_s=LONG_S)
    return done.returncode, json.loads(done.stdout), done.stderr


def fates(told: dict[str, Any], journey: str) -> dict[str, str]:
    (found,) = (each for each in told["journeys"] if each["journey"] == journey)
    return {mutation["told"]: mutation["fate"] for mutation in found["mutations"]}


AMOUNTS = (
    'the amount $40.00 of "Order total" was missing, on /',
    'the amount $40.00 of "Order total" read another amount, on /',
    'the amount $36.00 of "Order total" stayed at $40.00, on /',
)


def test_a_journey_that_checks_notices_what_one_that_only_looks_on_does_not(tmp_path: Path) -> None:
    files = {"checks": CHECKS, "lazy": LAZY, "never": BROKEN}

    code, told, said = mutate(tmp_path, files, "--most", "3", "--at-least", "90%")

    assert fates(told, "buy/checks") == dict.fromkeys(AMOUNTS, "noticed")
    assert fates(told, "buy/lazy") == dict.fromkeys(AMOUNTS, "survived")
    (never,) = (each for each in told["journeys"] if each["journey"] == "buy/never")
    assert never["mutations"] == []
    assert never["problem"].startswith("already broken before anything was spoiled: Customers cannot")
    assert code == 1
    assert "Noticed 3 of 6: " in said
    assert f"  - {AMOUNTS[0]} (buy/lazy)" in said


@pytest.mark.long
def test_all_that_can_be_spoiled_is_noticed_by_who_checks_it(tmp_path: Path) -> None:
    _, told, _ = mutate(tmp_path, {"checks": CHECKS, "lazy": LAZY}, "--most", "20")

    assert fates(told, "buy/checks") == dict.fromkeys(
        (
            *AMOUNTS,
            'the heading "Your basket" was missing, on /',
            'the message "Promo code applied" was missing, on /',
            'the button "Apply" was missing, on /',
            'the button "Apply" could not be pressed, on /',
            'the button "Apply" did nothing, on /',
            "the page was an error page, on /",
        ),
        "noticed",
    )
    lazy = fates(told, "buy/lazy")
    assert lazy['the button "Apply" did nothing, on /'] == "survived"
    assert lazy['the heading "Your basket" was missing, on /'] == "noticed"
    assert lazy["the page was an error page, on /"] == "noticed"


@pytest.mark.long
def test_what_never_took_effect_does_not_count(tmp_path: Path) -> None:
    _, told, _ = mutate(tmp_path, {"unused": LAZY.replace("      - click: Apply\n", "")}, "--most", "20")

    (journey,) = told["journeys"]
    (dead,) = (each for each in journey["mutations"] if each["mutation"]["operator"] == "dead")
    assert (dead["fate"], dead["reason"]) == ("not counted", "it never took effect in that walk")


def test_a_share_must_be_one(tmp_path: Path) -> None:
    done = harness_in(tmp_path)("mutate", "--at-least", "most")

    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == '--at-least: "most" is no share. Write it like 60%.\n'
