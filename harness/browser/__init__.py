"""Which browser is wanted in, one that is proven to work out; nothing here imports Playwright."""

from harness.browser.doctor import examine, ready_browser
from harness.browser.found import (
    BrowserFound,
    BrowserSettings,
    Check,
    Diagnosis,
    DoctorError,
    NoBrowserError,
)
from harness.browser.supply import find_browser

__all__ = [
    "BrowserFound",
    "BrowserSettings",
    "Check",
    "Diagnosis",
    "DoctorError",
    "NoBrowserError",
    "examine",
    "find_browser",
    "ready_browser",
]
