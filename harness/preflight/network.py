"""An address in, what its name stands for and how long its certificate lasts out."""

import ipaddress
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from threading import Thread
from urllib.parse import urlsplit

from harness.browser.network import is_private
from harness.preflight.model import Errand, Look, Sign

LOOKING_S = 10
"""How long names and certificates may take."""
LAST_DAYS = 14
"""A certificate that ends sooner should have been renewed: most are from 30 days before (Let's Encrypt)."""


def looks_at_network(errand: Errand) -> Iterator[Look]:
    """Yield what is seen before anything is asked of the site itself."""
    parts = urlsplit(errand.address)
    host = parts.hostname or ""
    found = addresses_of(host)
    yield _dns(host, found)
    if found:
        yield certificate_of(host, parts.port or 443) if parts.scheme == "https" else _no_tls(host)


def addresses_of(host: str) -> list[str]:
    """Return all addresses of a host; none where it has none or nobody answers in time."""
    found: list[str] = []

    def ask() -> None:
        try:
            told = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return
        found.extend(dict.fromkeys(str(address[0]) for *_, address in told))

    asking = Thread(target=ask, daemon=True)  # the resolver has no time limit of its own
    asking.start()
    asking.join(LOOKING_S)
    return list(found)


def _dns(host: str, found: list[str]) -> Look:
    if not found:
        remedy = "Check the address in site.yaml, and that this machine can look names up."
        return Look("dns", Sign.HERE, f"{host} could not be found.", remedy)
    private = [address for address in found if not ipaddress.ip_address(address.partition("%")[0]).is_global]
    told = ", ".join(f"{address} ({'private' if address in private else 'public'})" for address in found)
    sentence = f"{host} is at {told}." if found != [host] else f"{told}, an address of its own."
    if private and (len(private) < len(found) or not is_private(host)):
        remedy = (
            "Whether it is the shop's own address, ask who runs the network; see that no test names are left."
        )
        return Look("dns", Sign.WARNING, sentence, remedy)
    return Look("dns", Sign.GOOD, sentence)


def _no_tls(host: str) -> Look:
    if is_private(host):
        return Look("tls", Sign.GOOD, "Not encrypted, at a private address.")
    remedy = "Write https:// before the address in site.yaml, if the shop has it."
    return Look("tls", Sign.WARNING, "Nothing is encrypted: passwords and cards would be seen.", remedy)


def certificate_of(host: str, port: int) -> Look:
    """Look whether a server's certificate is valid, and for how long."""
    try:
        with (
            socket.create_connection((host, port), timeout=LOOKING_S) as line,
            ssl.create_default_context().wrap_socket(line, server_hostname=host) as safe,
        ):
            certificate, version = safe.getpeercert() or {}, safe.version()
    except ssl.SSLCertVerificationError as error:
        remedy = "Tell the shop's operations team: customers are warned off, too."
        return Look("tls", Sign.SITE, f"The certificate is not valid: {error.verify_message}.", remedy)
    except (OSError, ssl.SSLError) as error:
        told = error.strerror or str(error)
        return Look(
            "tls", Sign.SITE, f"No secure connection could be made: {told}.", "Check address and port."
        )
    return _lasting(str(certificate.get("notAfter", "")), version or "TLS")


def _lasting(until: str, version: str) -> Look:
    ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(until), UTC)
    days = (ends - datetime.now(UTC)).days
    sentence = f"{version}; the certificate lasts for {days} more days, until {ends:%Y-%m-%d}."
    if days < LAST_DAYS:
        return Look("tls", Sign.WARNING, sentence, "Ask the shop's operations team when it will be renewed.")
    return Look("tls", Sign.GOOD, sentence)
