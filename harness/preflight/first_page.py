"""A site and who looks in, its home page as the browser of a visit gets it out: what was sent, what came."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import sync_playwright

from harness.browser.bounded import TimeIsUp, at_most
from harness.browser.gate.of_contexts import gate_of
from harness.browser.keeper import BrowserKeeper
from harness.grammar.target import Meaning
from harness.language.allowed_hosts import hosts_of
from harness.shopper.acting.locating import locate
from harness.shopper.persona_context import context_options
from harness.shopper.trouble.browser_errors import in_truth

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Response

    from harness.browser.found import BrowserFound
    from harness.preflight.model import Errand

LOADING_MS = 30_000
REST_MS = 3000
"""Banners come late: how long a page may go on loading after its load event."""
LOOKING_MS = 15_000
MOST_TEXT = 20_000
CONSENT = re.compile(
    r"^(?:(?:i )?(?:accept|agree|allow)(?: all)?(?: cookies)?|accept (?:&|and) (?:close|continue)|got it"
    r"|alles?(?: cookies)? (?:akzeptieren|annehmen|zulassen|accepteren|toestaan)"
    r"|(?:ich )?stimme zu|zustimmen|akzeptieren|einverstanden|(?:tout )?accepter(?: tout)?|j'accepte"
    r"|aceptar(?: todo| todas)?|accetta(?: tutti?)?"
    r"|aceitar(?: tudo| todos)?|godkänn(?: alla)?|accepter alle|tillad alle|zaakceptuj(?: wszystkie)?"
    r"|přijmout(?: vše)?|hyväksy(?: kaikki)?)\W*$",
    re.IGNORECASE,
)
"""How the button of a consent banner is called."""


@dataclass(frozen=True)
class FirstPage:
    """What came of opening the home page.

    Args:
        problem: What the browser said, where no page came.
        hops: The addresses that were gone through, the last one's page was shown.
        status: What the server answered with.
        sent: The headers of the first request as they went out, by their names in lower case.
        headers: Those of the last answer.
        title: The page's title.
        text: What it says.
        addresses: Those of its frames, and its own.
        consent: The name of a button that gives consent, if one is shown.
        interruptions: The names of those interruptions of the site file that are shown.
    """

    problem: str = ""
    hops: tuple[str, ...] = ()
    status: int = 0
    sent: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    text: str = ""
    addresses: tuple[str, ...] = ()
    consent: str = ""
    interruptions: tuple[str, ...] = ()


def open_first_page(errand: "Errand", found: "BrowserFound") -> FirstPage:
    """Open the home page once, as a visit would; it takes a minute at the most."""
    with sync_playwright() as playwright:
        keeper = BrowserKeeper(found, getattr(playwright, found.engine).launch)
        hosts, device = hosts_of(errand.site, errand.address), errand.persona.device
        options = context_options(
            errand.persona,
            errand.site,
            device=playwright.devices[device] if device else {},
            engine=found.engine,
            version=keeper.version(),
        )
        context = keeper.context(hosts, options)
        if errand.identity:
            errand.identity.introduce(context)
        try:
            return _open(errand, context)
        finally:
            context.close()
            keeper.close()


def _open(errand: "Errand", context: "BrowserContext") -> FirstPage:
    page = context.new_page()
    hops: list[str] = []
    page.on(
        "request",
        lambda asked: (
            hops.append(asked.url)
            if asked.is_navigation_request() and asked.frame == page.main_frame
            else None
        ),
    )
    try:
        with at_most(LOADING_MS + LOOKING_MS):
            answer = page.goto(f"{errand.address}/", timeout=LOADING_MS)
            return _seen(errand, page, answer, tuple(hops))
    except TimeIsUp:
        return FirstPage(problem="it did not answer in time", hops=tuple(hops))
    except BrowserError as error:
        words = in_truth(error.message.splitlines()[0], gate_of(context))
        return FirstPage(problem=words, hops=tuple(hops))


def _seen(errand: "Errand", page: "Page", answer: "Response | None", hops: tuple[str, ...]) -> FirstPage:
    with suppress(BrowserError):  # something on it never comes to rest
        page.wait_for_load_state("networkidle", timeout=REST_MS)
    if answer is None:
        return FirstPage(problem="nothing was answered", hops=hops)
    first = answer.request
    while first.redirected_from:
        first = first.redirected_from
    return FirstPage(
        hops=hops,
        status=answer.status,
        sent=first.all_headers(),
        headers=answer.all_headers(),
        title=page.title(),
        text=page.locator("body").inner_text()[:MOST_TEXT],
        addresses=tuple(frame.url for frame in page.frames),
        consent=next(_consent(page), ""),
        interruptions=tuple(
            each.name
            for each in errand.site.interruptions
            if locate(page, each.appears, Meaning.SEEN, errand.site.names).first.is_visible()
        ),
    )


def _consent(page: "Page") -> Iterator[str]:
    for frame in page.frames:
        with suppress(BrowserError):  # a frame that went meanwhile
            for button in frame.get_by_role("button", name=CONSENT).all():
                if button.is_visible():
                    yield button.inner_text().strip() or "a button"
