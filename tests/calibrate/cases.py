"""Pages whose delays are known in, what their figures must be out."""

from collections.abc import Mapping
from dataclasses import dataclass

from harness.language.known.networks import NETWORKS
from tests.pages import Page


@dataclass(frozen=True)
class Expected:
    """One figure of one page view (counted from 0), as it must come out.

    `value` None: the page itself writes the true value into its title, by its own clock.
    """

    view: int
    figure: str
    value: float | None = None


@dataclass(frozen=True)
class Case:
    """A small site, how it is walked after its first page was opened, and what is known of it."""

    name: str
    pages: Mapping[str, Page | str]
    expected: tuple[Expected, ...]
    path: str = "/"
    see: str = "Here you are"
    then: str = ""
    network: str | None = None
    cpu: float | None = None

    @property
    def journey(self) -> str:
        """The walk as YAML."""
        first = f"  - step: Open\n    do:\n      - open: {self.path}\n    see:\n      - {self.see}\n"
        return f"journey: {self.name}\nsteps:\n{first}{self.then}"


CLICK = "  - step: Go on\n    do:\n      - click: Go on\n    see:\n      - And there\n"
HERE = "<!doctype html><meta charset=utf-8><title>Page</title><h1>Here you are</h1>"
BUSY = "const busy = ms => { for (const end = performance.now() + ms; performance.now() < end;); };"
CLOCK = "<script>document.title = performance.now()</script>"
WIDE = "<style>h1{display:none}body{margin:0}p{margin:0;height:900px;background:#cde}</style>"
SHIFT = 144 / 1280
"""All of the window moves by 144 px, and its longer side has 1280: https://web.dev/articles/cls."""

PICTURE_BYTES = 200_000
_SHAPES = "".join(f"<path d='M{70 * n} {40 * n}h60v90z' fill='#{n}4a'/>" for n in range(10))
_SVG = f'<svg xmlns="http://www.w3.org/2000/svg" width="700" height="400">{_SHAPES}'
PICTURE = f"{_SVG}<!--{'x' * (PICTURE_BYTES - len(_SVG) - 13)}--></svg>"
SLOW = NETWORKS["slow4g"]
assert SLOW
SLOW_LOAD_MS = 2 * SLOW.latency_ms + PICTURE_BYTES * 8 / SLOW.down_kbit_s
"""Two answers, one after the other, wait for the latency; the picture comes as fast as the line allows."""


def _picture(delay_s: float = 0) -> Page:
    return Page(PICTURE, kind="image/svg+xml", delay_s=delay_s)


def _soft(go: str) -> dict[str, Page | str]:
    show = "const show = () => { main.innerHTML = '<h2>And there</h2><p>What was fetched</p>'; };"
    body = f"<div id=main></div><button onclick='go()'>Go on</button><script>{show}{go}</script>"
    return {"/": HERE + body, "/answer": Page("answer", kind="text/plain", delay_s=0.6)}


CASES = (
    Case(
        "server takes 800 ms",
        {"/": Page(HERE, delay_s=0.8)},
        (Expected(0, "ttfb_ms", 800), Expected(0, "server_ms", 800), Expected(0, "requests", 1)),
    ),
    Case(
        "script blocks 500 ms after the first content",
        {
            "/": f"{HERE}<script>{BUSY}onload = () => requestAnimationFrame(() => setTimeout(() => "
            "{ busy(500); document.body.append('Ready'); }, 100));</script>"
        },
        (Expected(0, "tbt_ms", 450), Expected(0, "long_tasks", 1)),
        see="Ready",
    ),
    Case(
        "script blocks 500 ms before anything is shown",
        {"/": f"<!doctype html><script>{BUSY}busy(500)</script>{HERE}{CLOCK}"},
        (Expected(0, "fcp_ms"), Expected(0, "lcp_ms")),
    ),
    Case(
        "picture comes 1000 ms late",
        {"/": f"{HERE}<img src=/picture.svg>", "/picture.svg": _picture(1)},
        (
            Expected(0, "lcp_ms", 1000),
            Expected(0, "load_ms", 1000),
            Expected(0, "browser_ms", 1000),
            Expected(0, "lcp_area_px", 700 * 400),
            Expected(0, "requests", 2),
            Expected(0, "size_bytes", PICTURE_BYTES),
        ),
    ),
    Case(
        "page jumps by 0.1125",
        {
            "/": f"{HERE}{WIDE}<p>All</p><script>onload = () => setTimeout(() => document.body."
            "insertAdjacentHTML('afterbegin', '<div style=height:144px>Advert</div>'), 300)</script>"
        },
        (Expected(0, "cls", SHIFT), Expected(0, "worst_shift", SHIFT)),
        see="Advert",
    ),
    Case(
        "button answers after 300 ms",
        {
            "/": f"{HERE}<button onclick='busy(300); this.after(`And there`)'>Go on</button>"
            f"<script>{BUSY}</script>"
        },
        (Expected(0, "inp_ms", 300), Expected(0, "tbt_ms", 0)),
        then=CLICK,
    ),
    Case(
        "soft navigation goes, then fetches for 600 ms",
        _soft(
            'const go = async () => { history.pushState(0, "", "/next"); await fetch("/answer"); show(); };'
        ),
        (Expected(1, "lcp_ms", 600), Expected(1, "fcp_ms", 600), Expected(1, "requests", 1)),
        then=CLICK,
    ),
    Case(
        "soft navigation fetches for 600 ms, then goes",
        _soft(
            'const go = async () => { await fetch("/answer"); show(); history.pushState(0, "", "/next"); };'
        ),
        (Expected(1, "lcp_ms", 600), Expected(1, "fcp_ms", 600), Expected(1, "requests", 1)),
        then=CLICK,
    ),
    Case(
        "two redirects of 300 ms",
        {
            "/": Page(HERE, delay_s=0.2),
            "/old": Page("", 302, headers={"Location": "/older"}, delay_s=0.3),
            "/older": Page("", 302, headers={"Location": "/"}, delay_s=0.3),
        },
        (Expected(0, "redirects", 2), Expected(0, "ttfb_ms", 800), Expected(0, "server_ms", 200)),
        path="/old",
    ),
    Case(
        "200 kB over slow4g",
        {"/": f"{HERE}<img src=/picture.svg>", "/picture.svg": _picture()},
        (Expected(0, "load_ms", SLOW_LOAD_MS), Expected(0, "lcp_ms", SLOW_LOAD_MS)),
        network="slow4g",
        cpu=1,
    ),
)
