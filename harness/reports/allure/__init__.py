"""Records and judgements in; Allure results, and Allure's page as one HTML file, out."""

from harness.reports.allure.allurerc import About, about
from harness.reports.allure.errors import AllureHtmlError
from harness.reports.allure.html import AllureHtml, make_html
from harness.reports.allure.live import fill, hand_over
from harness.reports.allure.model import AllureVisit, AttachedFile
from harness.reports.allure.result import faulty_to_allure, to_allure
from harness.reports.allure.results import write_results, write_run
from harness.reports.allure.story import tell_story

__all__ = [
    "About",
    "AllureHtml",
    "AllureHtmlError",
    "AllureVisit",
    "AttachedFile",
    "about",
    "faulty_to_allure",
    "fill",
    "hand_over",
    "make_html",
    "tell_story",
    "to_allure",
    "write_results",
    "write_run",
]
