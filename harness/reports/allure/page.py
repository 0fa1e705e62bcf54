"""Allure's HTML in, the same page out that contacts nobody and is known to show every result."""

import re

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
_SEAL = '<meta http-equiv="Content-Security-Policy" content="{}">'.format(
    "; ".join(f"{what} {allowed}" for what, allowed in _POLICY.items())
).encode()

_HEAD = b"<head>"
_ONE_RESULT = b'd("data/test-results/'


def sealed(html: bytes) -> bytes:
    """Return the page without its analytics tag, and closed to the outside.

    Raises:
        AllureHtmlError: The tag is still there, or the page does not look like Allure's.
    """
    page = _ANALYTICS.sub(b"", html, count=1)
    if b"googletagmanager" in page:
        raise AllureHtmlError("the analytics tag of the Allure page could not be removed.")
    if _HEAD not in page:
        raise AllureHtmlError("Allure made a page that is no HTML.")
    return page.replace(_HEAD, _HEAD + _SEAL, 1)


def check_complete(html: bytes, wanted: int) -> None:
    """Make sure that every result is in the page; Allure ends with 0 also when it read none.

    Raises:
        AllureHtmlError: Results are missing.
    """
    shown = html.count(_ONE_RESULT)
    if shown != wanted:
        raise AllureHtmlError(f"the Allure page shows {shown} of {wanted} results.")
