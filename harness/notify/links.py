"""A run's folder and where its team publishes reports in, the addresses that messages show out."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from harness.record import VisitRecord
from harness.reports.cx.journey.walked import key_of, page_link
from harness.reports.cx.tones import anchor_of


@dataclass(frozen=True)
class Links:
    """Where a run is told in full.

    Args:
        published: The address at which reports are published, empty where they are not.
        page: The run's page on this machine's disk.
    """

    published: str
    page: Path

    @property
    def of_page(self) -> str:
        """The address of the page, or its path where it is not published."""
        return self._of(self.page.name)

    def of_walk(self, visit: VisitRecord | None) -> str:
        """Return where a visit is told step by step; the run's page where there is none."""
        if visit is None:
            return self.of_page
        page = self._of(page_link(key_of(visit)))
        return f"{page}#{anchor_of(visit)}" if self.published else page

    def _of(self, file: str) -> str:
        if not self.published:
            return str(self.page.parent / file)
        return f"{self.published}/{quote(self.page.parent.name)}/{quote(file)}"
