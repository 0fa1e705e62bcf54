"""What would wait for ever ends, and everything works afterwards."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from harness.browser.bounded import TimeIsUp, answers, at_most, browser_answers, question_to
from harness.browser.hosts import AllowedHosts
from harness.browser.keeper import BrowserKeeper

if TYPE_CHECKING:
    from playwright.sync_api import Page

NEVER_AT_REST = "setTimeout(() => { for (;;); }, 0)"


@pytest.fixture
def page(browser_keeper: BrowserKeeper) -> Iterator["Page"]:
    context = browser_keeper.context(AllowedHosts(("127.0.0.1",)), {})
    page = context.new_page()
    page.set_content("<title>Here</title><h1>Here</h1>")
    yield page
    context.close()


def test_a_call_that_never_returns_is_ended(page: "Page") -> None:
    page.evaluate(NEVER_AT_REST)
    with pytest.raises(TimeIsUp), at_most(400):
        page.title()
    assert page.context.browser
    assert page.context.browser.new_context().new_page().title() == ""


def test_a_question_that_stays_unanswered_ends_a_long_wait_early(
    page: "Page", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("harness.browser.bounded.PULSE_MS", 100)
    page.evaluate(NEVER_AT_REST)
    with pytest.raises(TimeIsUp), at_most(3_600_000, ask=question_to(page)):
        page.locator("h1").count()


def test_a_page_that_answers_may_take_its_time(page: "Page", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harness.browser.bounded.PULSE_MS", 50)
    with at_most(60_000, ask=question_to(page)):
        page.wait_for_timeout(600)
    assert page.title() == "Here"


def test_what_ends_in_time_is_left_alone(page: "Page") -> None:
    with at_most(200):
        assert page.title() == "Here"
    page.wait_for_timeout(300)
    assert page.title() == "Here"


def test_one_limit_may_hold_another(page: "Page") -> None:
    page.evaluate(NEVER_AT_REST)
    with at_most(60_000):
        with pytest.raises(TimeIsUp), at_most(200):
            page.title()
        assert not answers(question_to(page), 200)
        assert browser_answers(page.context)


def test_an_error_is_an_answer(page: "Page") -> None:
    assert answers(lambda: page.evaluate("nothing.of.this.name"))
