"""Pages and what a customer does on each in, one visit with a step for each page out.

A visit takes a third of a second of CPU before anything is done in it: what must go well shares one.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import indent

from harness.record import StepRecord
from tests.pages import Page, serving
from tests.walking import Walker


@dataclass(frozen=True)
class Stop:
    """A page, what is done on it, one action a line, and what is seen then, one claim a line."""

    page: str
    actions: str
    see: str


def tour(
    walker: Walker, stops: Mapping[str, Stop], pages: Mapping[str, Page | str] | None = None
) -> dict[str, StepRecord]:
    """Go from page to page, which nothing may stop, and return the step of each.

    Args:
        walker: Who goes.
        stops: The pages by what is special about them.
        pages: What these pages lead to, by path.
    """
    numbered = {f"/{number}": stop.page for number, stop in enumerate(stops.values(), 1)}
    steps = "".join(map(_step, stops, numbered, stops.values()))
    text = f"journey: Look at each of them\ncommits: cart\nsteps:\n{steps}"
    walker.patience_ms = 20_000  # nothing is waited for in vain
    with serving({**numbered, **(pages or {})}) as site:
        walked = walker.walk(text, address=site.address)
    assert walked.record.failed_step() is None, walked.judgement.findings
    return dict(zip(stops, walked.record.steps, strict=True))


def _step(name: str, path: str, stop: Stop) -> str:
    actions, claims = (
        indent("".join(f"- {line}\n" for line in lines.splitlines()), " " * 6)
        for lines in (stop.actions, stop.see)
    )
    return f"  - step: {json.dumps(name)}\n    do:\n      - open: {path}\n{actions}    see:\n{claims}"
