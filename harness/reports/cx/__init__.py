"""A judged run in, the page out that a customer-experience professional reads in the morning."""

from harness.reports.cx.lead import headline, summary_lines
from harness.reports.cx.page import write_page

__all__ = ["headline", "summary_lines", "write_page"]
