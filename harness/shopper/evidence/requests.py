"""A visit with something amiss in, what its pages asked for out: failed, slow, unanswered, and whose."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from harness.record import Evidence
from harness.shopper.evidence.asked import ERROR, Asked, asked_by
from harness.shopper.evidence.collector import Collector, Files
from harness.shopper.trouble.browser_errors import in_truth

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

    from harness.browser.gate.gate import Gate
    from harness.browser.hosts import AllowedHosts
    from harness.shopper.evidence.noise import PageNoise
    from harness.shopper.stepping import StepUnderWay

SLOW_MS = 1000
"""A customer notices a second (Nielsen 1993). No verdict: this list is for whoever looks for a cause."""
SHOWN = 30
LEFT = "net::ERR_ABORTED"


@dataclass
class Requests(Collector):
    """Pulls what pages asked for where a step or a request failed; a visit without either pays nothing."""

    _files: Files
    _noise: "PageNoise"
    _asked: tuple[Asked, ...] = ()

    def step_ends(self, step: "StepUnderWay", page: "Page | None", *, stopped: bool) -> tuple[Evidence, ...]:
        """Look at once where a step failed: its pages may be gone in the end."""
        del step
        if stopped and page is not None:
            self._look(page.context)
        return ()

    def stop(self, context: "BrowserContext") -> None:
        """Look once more at the end."""
        if self._asked or self._noise.failed_requests:
            self._look(context)

    def files(self, *, stopped: bool) -> tuple[Evidence, ...]:
        """Return the file, if there was any reason to look."""
        del stopped
        if not self._asked:
            return ()
        lines = "\n".join(_told(self._asked, self._noise.gate))
        return (self._files.keep_text("requests", "requests.txt", f"{lines}\n"),)

    def _look(self, context: "BrowserContext") -> None:
        self._asked = asked_by(context.pages, self._noise.clock) or self._asked


def _told(asked: tuple[Asked, ...], gate: "Gate") -> Iterator[str]:
    yield f"The last {len(asked)} requests of the pages that were open."
    for title, wanted in _SECTIONS:
        found = [each for each in asked if wanted(each)]
        yield f"\n{title}: {len(found)}"
        yield from (_line(each, gate) for each in found[:SHOWN])
    yield "\nWhose they were:"
    yield from _parties(asked, gate.hosts)


def _failed(one: Asked) -> bool:
    return (one.status or 0) >= ERROR or (one.status is None and one.failure not in {None, LEFT})


def _slow(one: Asked) -> bool:
    return (one.duration_ms or 0) >= SLOW_MS


_SECTIONS: tuple[tuple[str, Callable[[Asked], bool]], ...] = (
    ("Failed", _failed),
    ("Not answered when the visit ended or stopped", lambda one: one.waits),
    (f"Slow, {SLOW_MS} ms and more", _slow),
)


def _line(one: Asked, gate: "Gate") -> str:
    when = "" if one.started_ms is None else f"{one.started_ms} ms"
    took = "" if one.duration_ms is None else f"took {one.duration_ms} ms"
    became = str(one.status or in_truth(one.failure or "no answer", gate, one.url))
    party = "" if gate.hosts.own(one.url) else "  (third party)"
    return f"  {when:>10}  {took:>13}  {became}  {one.method} {one.url}{party}"


def _parties(asked: Iterable[Asked], hosts: "AllowedHosts") -> Iterator[str]:
    of_host: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        of_host[urlsplit(one.url).netloc].append(one)
    for host, some in sorted(of_host.items(), key=lambda each: -len(each[1])):
        party = "the site" if hosts.own(some[0].url) else "third party"
        size_kb = sum(one.size_bytes or 0 for one in some) / 1000
        yield f"  {host or 'none'} ({party}): {len(some)} requests, {size_kb:.0f} kB announced"
