"""The example of own verbs is walked in the embedded shop; what verbs may use is in the document."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

import harness
from harness.browser.keeper import BrowserKeeper
from harness.demo.process import DemoShop
from harness.verbs.acting import Acting
from tests.walking import Walker

from .examples import CHECKOUT, examples_in

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Playwright

DOCUMENT = CHECKOUT / "docs/own-verbs.md"
SHOWN = {example.name: example.text for example in examples_in(DOCUMENT)}
POPUPS = """
interruptions:
  - {interruption: Cookie banner, appears: 'region "Cookies"', click: Only necessary}
"""


@pytest.fixture(scope="module")
def shop() -> Iterator[DemoShop]:
    with DemoShop.start() as running:
        yield running


@pytest.fixture
def walker(browser_keeper: BrowserKeeper, playwright: "Playwright", tmp_path: "Path") -> Walker:
    verbs = SHOWN["journeys/verbs.py"]
    return Walker(browser_keeper, playwright.devices, tmp_path, patience_ms=3000, verbs=verbs)


def test_the_example_is_walked_in_the_embedded_shop(walker: Walker, shop: DemoShop) -> None:
    journey = SHOWN["journeys/find/the-cheapest-top.yaml"].replace("journey:", "stage: find\njourney:", 1)

    walked = walker.walk(journey, address=shop.address, site=POPUPS)

    assert walked.judgement.verdict == "fine", walked.judgement.findings[0].detail
    sentences = [action.sentence for step in walked.record.steps for action in step.actions]
    assert sentences[0] == 'open the cheapest of "tops"'


def test_what_a_verb_may_use_is_in_the_document() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    types = set(harness.__all__) - {"__version__", "Acting", "Meaning", "verb"}
    methods = {name for name in vars(Acting) if not name.startswith("_")}

    assert [name for name in sorted(types) if f"| `{name}` |" not in text] == []
    assert [name for name in sorted(methods) if f"shopper.{name}" not in text] == []
