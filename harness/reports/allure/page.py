"""Allure's page in, the same page out that contacts nobody and is known to show every result."""

import re
from pathlib import Path

from harness.reports.allure.errors import AllureHtmlError

_ANALYTICS = re.compile(
    rb'<script async src="https://www\.googletagmanager\.com/[^"]*"></script>'
    rb"\s*<script>\s*window\.dataLayer.*?</script>",
    re.DOTALL,
)

# The browser itself then refuses every outside request, also one that a visited site's text might provoke.
_POLICY = {
    "default-src": "'none'",
    "script-src": "data: blob: 'unsafe-inline' 'unsafe-eval'",
    "style-src": "data: 'unsafe-inline'",
    "img-src": "data: blob:",
    "font-src": "data:",
    "media-src": "data: blob:",
    "connect-src": "data: blob:",
    "frame-src": "data: blob:",
    "worker-src": "data: blob:",
    "form-action": "'none'",
}
_SERVED = frozenset({"script-src", "style-src", "img-src", "font-src", "media-src", "connect-src"})
"""What a page of several files loads from where it lies itself."""

_MUST_BE_SERVED = (
    b"<script>if (location.protocol === 'file:') document.addEventListener('DOMContentLoaded', () => {"
    b" document.body.textContent = 'This Allure report is too big for one file. To see it, type:"
    b" harness report RUN --open'; })</script>"
)
_HEAD = b"<head>"
_ONE_RESULT = b'd("data/test-results/'


def sealed(html: bytes, *, in_one_file: bool) -> bytes:
    """Return the page without its analytics tag, and closed to the outside.

    Raises:
        AllureHtmlError: The tag is still there, or the page does not look like Allure's.
    """
    page = _ANALYTICS.sub(b"", html, count=1)
    if b"googletagmanager" in page:
        raise AllureHtmlError("the analytics tag of the Allure page could not be removed.")
    if _HEAD not in page:
        raise AllureHtmlError("Allure made a page that is no HTML.")
    added = _seal(in_one_file=in_one_file) + (b"" if in_one_file else _MUST_BE_SERVED)
    return page.replace(_HEAD, _HEAD + added, 1)


def _seal(*, in_one_file: bool) -> bytes:
    policy = _POLICY if in_one_file else {**_POLICY, **{what: f"{_POLICY[what]} 'self'" for what in _SERVED}}
    rules = (f"{what} {allowed}" for what, allowed in policy.items())
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'.encode()


def check_complete(report: Path, wanted: int, *, in_one_file: bool) -> None:
    """Make sure that every result is in the report; Allure ends well also when it read none.

    Raises:
        AllureHtmlError: Results are missing.
    """
    if in_one_file:
        shown = (report / "index.html").read_bytes().count(_ONE_RESULT)
    else:
        shown = sum(1 for _ in (report / "data" / "test-results").glob("*.json"))
    if shown != wanted:
        raise AllureHtmlError(f"the Allure page shows {shown} of {wanted} results.")
