"""Steps and sites in, a problem for each address out that names a host which may not be visited."""

import re
from collections.abc import Iterator, Sequence

from harness.language.allowed_hosts import hosts_of
from harness.language.files.addresses import EMBEDDED_SHOP, host_and_port_of
from harness.language.model import Action, Site, Step, Use, with_blocks
from harness.language.reading.reading import Reading
from harness.verbs.verb import Reads, Verb

_WHOLE = re.compile(r"https?://[^/?#$]+(?:[/?#].*)?", re.IGNORECASE | re.DOTALL)
_HERE = "http://127.0.0.1"
"""Where the embedded shop is; its port is chosen when it starts."""


def check_hosts(
    steps: Sequence[Step | Use], reading: Reading, sites: Sequence[Site], *, on_every_site: bool = True
) -> None:
    """Report whole addresses of hosts that a site does not allow.

    Args:
        steps: Where they are written.
        reading: Their file.
        sites: Where the steps are walked.
        on_every_site: Whether each of them must allow it; of a part, which may be for one only, one does.
    """
    for step in steps:
        if isinstance(step, Step):
            for action in with_blocks((*step.do, *step.see)):
                for address in _visited(action, reading.verbs[action.verb]):
                    refusing = [site for site in sites if not _is_allowed(address, site)]
                    if refusing and (on_every_site or len(refusing) == len(sites)):
                        _report(address, action, refusing[0], reading)


def _visited(action: Action, verb: Verb) -> Iterator[str]:
    for parameter, text in zip(verb.in_order, action.arguments, strict=False):
        if parameter.how.reads is Reads.ADDRESS and _WHOLE.fullmatch(text):
            yield text


def _is_allowed(address: str, site: Site) -> bool:
    own = _HERE if site.address == EMBEDDED_SHOP else site.address
    try:
        return hosts_of(site, own).allow(address)
    except ValueError:  # nothing that a browser reads as an address
        return False


def _report(address: str, action: Action, site: Site, reading: Reading) -> None:
    at = reading.find(address, action.place)
    host = host_and_port_of(address)
    if host == address:
        reading.problem(at, f'"{address}" is not an address. Write it like https://shop.example/basket')
        return
    whose = f'the site "{site.id}"' if site.id else "the site"
    reading.problem(
        at,
        f'"{host}" is no host of {whose}, and would not be visited. Write only the path, or list it in'
        f" site.yaml: hosts: [{host}]",
    )
