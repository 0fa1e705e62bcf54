"""A failed step with what was around it: what the rules ask before they decide."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from harness.browser.hosts import same_owner
from harness.judge.signs.page_words import is_alarming, says_it_failed
from harness.record import ActionRecord, PageHealth, StepRecord, Trouble, VisitRecord

SERVER_ERROR = 500
CLIENT_ERROR = 400
LITTLE_TEXT = 500
"""Signs on a page that says less than this are what the page is about. The record holds up to 600."""

_HEALTHY = PageHealth(url="")
_LOADING = frozenset({"open", "reload", "go back"})
_LACKS = re.compile(
    r"is not defined|can't find variable|failed to fetch|networkerror|load failed", re.IGNORECASE
)
"""The browsers' words for a program that lacks what should have come from elsewhere."""

_NOTICE = re.compile(r'^"(.*)", and the customer took note$')
"""A notice in a dialog of the browser, which needs no answer."""

_NOISE = re.compile(
    r"\.(?:png|jpe?g|gif|webp|svg|ico|woff2?|ttf|css|map)\b"
    r"|//[^/]*(?:font|analytic|metric|pixel|track|beacon|stats|telemetry|sentry|tagmanager|doubleclick|ads?\.)",
    re.IGNORECASE,
)
"""What pages do without: pictures, fonts, and what only counts visitors."""

_FAILED = re.compile(r" (5\d\d|(?:net::|NS_)\w+)$")


@dataclass(frozen=True)
class Failure:
    """A failed step with what was around it."""

    visit: VisitRecord
    step: StepRecord
    trouble: Trouble

    @property
    def health(self) -> PageHealth:
        """How the page was."""
        return self.trouble.health or _HEALTHY

    @property
    def status(self) -> int:
        """The status the page came with; 0 when it is not known."""
        if self.trouble.kind == "error page" and self.trouble.seen:
            return int(self.trouble.seen)
        return self.health.status or 0

    @property
    def first_page(self) -> bool:
        """Whether nothing of the site had been seen before."""
        seen = [v for step in self.visit.steps for v in step.page_views if (v.status or 200) < CLIENT_ERROR]
        return not seen

    @property
    def little(self) -> bool:
        """Whether the page says little besides what its title and heading say."""
        return len(self.health.text) < LITTLE_TEXT

    @property
    def stuck_popup(self) -> str | None:
        """What could not be closed, in this step or before it."""
        steps = self.visit.steps[: self.step.index + 1]
        stuck = (f.what for step in steps for f in step.friction if f.kind == "popup stuck")
        return next(stuck, None)

    @property
    def deed(self) -> ActionRecord | None:
        """What the customer last did in this step and could do, if anything."""
        return next((a for a in reversed(self.step.actions) if a.held and a.is_deed), None)

    @property
    def page_was_opened(self) -> bool:
        """Whether what failed came right after the journey itself had opened a page."""
        return self.deed is not None and self.deed.verb in _LOADING

    @property
    def something_was_seen(self) -> bool:
        """Whether an earlier check of this step, after the last deed, held."""
        checks = [a for a in self.step.actions if a.verb == "see" and a.held]
        return any(self.deed is None or check.started_ms >= self.deed.started_ms for check in checks)

    @property
    def errors_shown(self) -> tuple[str, ...]:
        """What the page says of trouble; a notice such as "Free shipping today" is none."""
        notices = (_NOTICE.match(text) for text in self.health.dialogs)
        errors = (*self.health.visible_errors, *(notice.group(1) for notice in notices if notice))
        return tuple(e for e in errors if is_alarming(e, self.visit.persona.locale))

    @property
    def said_it_failed(self) -> str | None:
        """What a page without more on it says in its title or heading: "Something went wrong"."""
        titles = (self.health.heading, self.health.title)
        return next(filter(says_it_failed, titles), None) if self.little else None

    @property
    def errors_of_ours(self) -> tuple[str, ...]:
        """What programs stopped with because this shopper does not go to the hosts they need."""
        if not self.health.refused_hosts:
            return ()
        return tuple(error for error in self.health.script_errors if _LACKS.search(error))

    @property
    def script_errors(self) -> tuple[str, ...]:
        """What the site's own programs stopped with by themselves."""
        ours = self.errors_of_ours
        return tuple(error for error in self.health.script_errors if error not in ours)

    @property
    def own_failures(self) -> tuple[str, ...]:
        """What the site's own servers failed to give since the step began."""
        return tuple(filter(self.is_own, _telling(self.health.failed_requests)))

    @property
    def others_that_failed(self) -> tuple[str, ...]:
        """The hosts of others that failed or never answered since the step began."""
        health = self.health
        failed = (*_telling(health.third_party_failures), *_telling(health.failed_requests))
        hosts = (host_in(text) for text in (*failed, *health.unanswered) if not self.is_own(text))
        return tuple(dict.fromkeys(filter(None, hosts)))

    @property
    def asked_too_often(self) -> bool:
        """Whether the site told the page that it asks too often."""
        return any(text.endswith(" 429") for text in self.health.failed_requests if self.is_own(text))

    @property
    def refused_hosts(self) -> tuple[str, ...]:
        """The hosts that this journey's site file keeps the shopper away from."""
        return tuple(dict.fromkeys(filter(None, map(host_in, self.health.refused_hosts))))

    def is_own(self, address: str) -> bool:
        """Whether an address is the site's own; it may stand within a text such as `GET https://...`."""
        return same_owner(host_in(address), host_in(self.visit.address))


def _telling(failures: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text for text in failures if _FAILED.search(text) and not _NOISE.search(text))


def host_in(text: str) -> str:
    """Return the host of the address in a text such as `POST https://pay.example/charge 503`."""
    address = next((word for word in text.split() if "://" in word), "")
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # not an address after all
        return ""
