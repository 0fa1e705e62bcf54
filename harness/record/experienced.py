"""A visit in, the touchpoints of the company that its shopper came to know out."""

from harness.record.visit import VisitRecord

MOBILE_SITE = "mobile site"
_WIDEST_PHONE_PX = 600
"""Of the shorter side: touched screens that are wider are those of tablets."""


def touchpoints_of(visit: VisitRecord) -> tuple[str, ...]:
    """Return what the journey is about, and the mobile site where the shopper has a phone.

    Whether she really experienced them is for the judge to say.
    """
    named = visit.journey.touchpoint or visit.journey.stage
    return tuple(dict.fromkeys((named, MOBILE_SITE) if is_on_a_phone(visit) else (named,)))


def is_on_a_phone(visit: VisitRecord) -> bool:
    """Whether the visit was made on a touched screen no wider than a phone's, however it is held."""
    browser = visit.browser
    if browser is None or not browser.has_touch:
        return False
    return min(browser.viewport_width_px, browser.viewport_height_px) <= _WIDEST_PHONE_PX
