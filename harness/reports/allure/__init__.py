"""Records and judgements in; Allure results, and Allure's page as one HTML file, out."""

from harness.reports.allure.errors import AllureHtmlError
from harness.reports.allure.html import AllureHtml, make_html
from harness.reports.allure.live import fill, hand_over_files
from harness.reports.allure.model import AllureVisit, AttachedFile
from harness.reports.allure.result import faulty_to_allure, to_allure
from harness.reports.allure.results import write_environment, write_results

__all__ = [
    "AllureHtml",
    "AllureHtmlError",
    "AllureVisit",
    "AttachedFile",
    "faulty_to_allure",
    "fill",
    "hand_over_files",
    "make_html",
    "to_allure",
    "write_environment",
    "write_results",
]
