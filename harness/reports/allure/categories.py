"""The judge's table of turns in, Allure's categories out."""

from collections.abc import Sequence
from typing import Any

from harness.judge import TURNS, Verdict
from harness.reports.allure.labels import LEFT_BEHIND_LABEL, VERDICT_LABEL
from harness.reports.cx.words.labels import LEFT_BEHIND


def categories() -> list[dict[str, Any]]:
    """Return the categories in the order of Allure's page, whose customers are worst off first.

    A result is matched by the verdict it carries as a label: words of messages may change freely. Allure
    takes the first category that matches.
    """
    verdicts: dict[str, list[Verdict]] = {}
    for verdict in reversed(TURNS):
        category = TURNS[verdict].category
        if category:
            verdicts.setdefault(category, []).append(verdict)
    named: dict[str, Sequence[str]] = {LEFT_BEHIND: [LEFT_BEHIND_LABEL], **verdicts}
    return [
        {
            "name": name,
            "matchers": [{"labels": {VERDICT_LABEL: _any_of(of)}}],
            "groupByMessage": True,
            "expand": True,
        }
        for name, of in named.items()
    ]


def _any_of(told: Sequence[str]) -> str:
    return f"^({'|'.join(told)})$"
