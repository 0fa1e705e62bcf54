"""What a visit was allowed to take, kept in its record so that it can be judged again."""

import re
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field

from harness.record.base import Recorded

FIGURES = ("lcp_ms", "load_ms", "inp_ms", "cls", "step_ms", "journey_ms", "weight_bytes", "requests")


class LimitSource(Recorded):
    """Where a limit was said; `name` is the stage, the persona or the page, as it was written."""

    level: Literal["site", "stage", "persona", "journey", "page"]
    name: str = ""


class SlowWhen(Recorded):
    """Slow is said when `times` of the last `visits` were over budget."""

    times: int = 3
    visits: int = 5

    def __str__(self) -> str:
        return f"{self.times} of {self.visits}"


class PageBudget(Recorded):
    """Limits of the pages that a title or an address fits; None where the page has none of its own.

    Args:
        page: A title, or an address that begins with `/`; `*` stands for anything.
    """

    page: str
    lcp_ms: int | None = None
    load_ms: int | None = None
    inp_ms: int | None = None
    cls: float | None = None
    weight_bytes: int | None = None
    requests: int | None = None

    def fits(self, url: str, title: str) -> bool:
        """Whether a page is meant. Letters may be large or small; a `/` at the end does not matter."""
        if not self.page.startswith("/"):
            return _matches(self.page, title)
        parts = urlsplit(url)
        query = f"?{parts.query}" if "?" in self.page else ""
        return _matches(self.page.rstrip("/"), f"{parts.path.rstrip('/')}{query}")


class Budgets(Recorded):
    """The limits of one visit, the nearest said of each; `cls` has no unit, None is no limit at all.

    LCP, INP and CLS are by default what web-vitals calls good (https://web.dev/articles/vitals).

    Args:
        sources: Where each limit comes from, by the figure's name; what is not there is the default.
        pages: Limits of single pages, nearer than all others; the first that fits counts.
    """

    lcp_ms: int = 2500
    load_ms: int = 4000
    inp_ms: int = 200
    cls: float = 0.1
    step_ms: int = 10_000
    journey_ms: int | None = None
    weight_bytes: int | None = None
    requests: int | None = None
    sources: dict[str, LimitSource] = Field(default_factory=dict)
    pages: tuple[PageBudget, ...] = ()
    slow_when: SlowWhen = SlowWhen()

    def on_page(self, url: str, title: str) -> "Budgets":
        """Return the limits that hold on one page."""
        near: dict[str, object] = {}
        sources = dict(self.sources)
        for page in reversed([page for page in self.pages if page.fits(url, title)]):
            said = page.model_dump(exclude={"page"}, exclude_none=True)
            near |= said
            sources |= dict.fromkeys(said, LimitSource(level="page", name=page.page))
        return self.model_copy(update={**near, "sources": sources}) if near else self


def _matches(pattern: str, text: str) -> bool:
    form = ".*".join(re.escape(piece) for piece in pattern.split("*"))
    return re.fullmatch(form, text.strip(), re.IGNORECASE | re.DOTALL) is not None
