"""The home page as it came in, what it tells of the site out: whether it lets the shopper in, and as whom."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from harness.judge.signs.robot_signs import PUZZLES, REFUSALS, REFUSED, SIGNS, TURNED_DOWN
from harness.judge.signs.robot_signs import Sign as RobotSign
from harness.preflight.first_page import FirstPage
from harness.preflight.model import Errand, Look, Sign
from harness.shopper.identity import COOKIE
from harness.shopper.secrets import MASK

ERROR = 400
CLOCK_S = 30
"""A clock that is further off than this makes deadlines and one-time codes wrong."""
_ADMIT = "Send the letter below to the shop's operations team, and look again."


def looks_at_site(errand: Errand, page: FirstPage) -> Iterator[Look]:
    """Yield what the home page tells."""
    yield _answers(errand, page)
    yield _identification(errand, page)
    if page.status:
        yield _robots(page)
        yield _consent(page)
        yield _clock(page)


def _answers(errand: Errand, page: FirstPage) -> Look:
    shown, host = page.hops[-1] if page.hops else errand.address, urlsplit(errand.address).netloc
    place = urlsplit(shown).netloc
    if place != host:
        sentence = f"{errand.address} leads to {'://'.join(urlsplit(shown)[:2])}."
        remedy = f"Write the address customers end at in site.yaml, or list {urlsplit(shown).hostname}"
        return Look("address", Sign.SITE, sentence, f'{remedy} below "hosts:".')
    if page.problem:
        remedy = "Open it in a browser of your own; check the address, and this machine's network."
        return Look("address", Sign.SITE, f"{errand.address} could not be opened: {page.problem}.", remedy)
    if page.status >= ERROR:
        remedy = "Open it in a browser of your own: if customers see it, the site keeps the shopper out."
        return Look("address", Sign.SITE, f"{errand.address} answered with {page.status}.", remedy)
    return Look("address", Sign.GOOD, f"{errand.address} answers with {page.status}.")


def _identification(errand: Errand, page: FirstPage) -> Look:
    """Tell what was sent, as it went out; the header's value is a secret."""
    if errand.identity is None:
        return Look("identity", Sign.HERE, errand.no_identity)
    header = errand.identity.header
    cookies = page.sent.get("cookie", "").split("; ")
    told = [f"User-Agent: {page.sent.get('user-agent', 'none')}"]
    told += [f"Cookie: {cookie}" for cookie in cookies if cookie.startswith(f"{COOKIE}=")]
    told += [f"{header}: {MASK}"] if header and header.casefold() in page.sent else []
    missed = [
        name
        for name, is_there in ((COOKIE, len(told) > 1), (header, not header or MASK in told[-1]))
        if not is_there
    ]
    if page.sent and missed:
        remedy = "This is a defect of the harness: report it."
        return Look("identity", Sign.HERE, f"Not sent: {', '.join(missed)}.", remedy)
    if not page.sent:
        return Look("identity", Sign.HERE, "Nothing was sent, because no page came.", "See above.")
    if not errand.site.identification.contact:
        remedy = "Name whom the shop can ask in site.yaml: identify: {contact: qa@shop.example}"
        return Look("identity", Sign.WARNING, f"Sent: {'; '.join(told)}. No contact is named.", remedy)
    return Look("identity", Sign.GOOD, f"Sent: {'; '.join(told)}.")


def _robots(page: FirstPage) -> Look:
    who = next((sign.who for sign in SIGNS if _shows(page, sign)), "")
    asks = page.status in REFUSALS and any(map(PUZZLES.search, page.addresses))
    if who or asks or REFUSED.search(page.title):
        told = f"{who} keeps" if who else "A protection against robots keeps"
        return Look("robots", Sign.SITE, f"{told} the shopper out.", _ADMIT)
    if any(map(PUZZLES.search, page.addresses)):
        told = "The page holds a puzzle against robots; it has let the shopper in."
        return Look("robots", Sign.WARNING, told, _ADMIT)
    return Look("robots", Sign.GOOD, "No sign of a protection against robots.")


def _shows(page: FirstPage, sign: RobotSign) -> bool:
    if sign.only_when_refused and page.status not in TURNED_DOWN:
        return False
    texts = {
        "header": [f"{name}: {value}" for name, value in page.headers.items()],
        "title": [page.title],
        "text": [page.text],
        "address": [*page.addresses, *page.hops],
    }
    return any(map(sign.pattern.search, texts[sign.where]))


def _consent(page: FirstPage) -> Look:
    if page.interruptions:
        return Look("consent", Sign.GOOD, f"Shown, and known: {', '.join(page.interruptions)}.")
    if page.consent:
        remedy = (
            "Name it in site.yaml: interruptions: [{interruption: Cookie banner, appears: 'text \"Cookies\"',"
            f' click: "{page.consent}"}}]'
        )
        told = f'The home page asks for consent ("{page.consent}"), and "interruptions:" does not name it.'
        return Look("consent", Sign.WARNING, told, remedy)
    return Look("consent", Sign.GOOD, "The home page asks for no consent.")


def _clock(page: FirstPage) -> Look:
    try:
        told = parsedate_to_datetime(page.headers["date"])
        told += timedelta(seconds=int(page.headers.get("age", "0")))  # since a cache took it
    except (KeyError, ValueError):
        return Look("clock", Sign.GOOD, "The server does not say what time it is.")
    off_s = round(abs((datetime.now(UTC) - told.astimezone(UTC)).total_seconds()))
    if off_s > CLOCK_S:
        remedy = "Set this machine's clock, or tell the shop: codes and deadlines depend on it."
        return Look("clock", Sign.WARNING, f"This clock and the server's differ by {off_s} s.", remedy)
    return Look("clock", Sign.GOOD, f"This clock and the server's differ by {off_s} s.")
