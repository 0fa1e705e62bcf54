"""The shop can tell that it is us, and nobody else is told: real servers note every header they get."""

import json
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from harness.browser.hosts import AllowedHosts
from harness.browser.own_name import LAPTOP_AGENTS, TOKEN, user_agent
from harness.language.known.evidence import WantedEvidence
from harness.language.model import Site
from harness.language.safety import Identification
from harness.shopper.identity import COOKIE, Identity, NoHeaderError, identity_of
from harness.shopper.providing import Provided
from tests.walking import Walked, Walker

pytestmark = pytest.mark.usefixtures("all_evidence")

SECRET = "let-the-shopper-in-4711"
CONTACT = "qa@shop.example"
HOME = """
<title>Shop</title><h1>Shop</h1><img src="/picture"><img src="{third}/picture">
<iframe src="/frame"></iframe><iframe src="{third}/frame"></iframe>
<a href="/popup" target="_blank">Open a window</a>
<a href="{third}/popup" target="_blank">Open their window</a>
<a href="/sends-on">Go to the partner</a><a href="{third}/sends-back">Come back</a>
<form method="post" action="/sends-form-on"><button>Show the result</button></form>
<script>
  const all = [navigator.serviceWorker.register("/worker.js").then(() => navigator.serviceWorker.ready)]
  for (const host of ["", "{third}"]) {{
    navigator.sendBeacon(host + "/beacon", "x")
    all.push(fetch(host + "/fetched", {{credentials: "include"}}).catch(() => 0))
    all.push(fetch(host + "/posted", {{credentials: "include", method: "POST", body: "x"}}).catch(() => 0))
    const socket = new WebSocket((host || location.origin).replace("http", "ws") + "/socket")
    all.push(new Promise(over => socket.onclose = over))
  }}
  all.push(fetch("/sends-on?by=script", {{credentials: "include", mode: "no-cors"}}).catch(() => 0))
  Promise.all(all).then(() => document.body.append("All have answered"))
</script>
"""
WORKER = """
const ask = host => fetch(host + "/by-worker", {{mode: "no-cors", credentials: "include"}}).catch(() => 0)
self.addEventListener("install", event => event.waitUntil(Promise.all([ask(""), ask("{third}")])))
"""
JOURNEY = """
journey: Look around
steps:
  - step: Open the shop
    do:
      - open: /
    see: All have answered
  - step: Ask the servers
    do:
      - request: {get: /sends-on?by=request, expect: {status: 200}}
  - step: Open both windows
    do:
      - click: Open a window
      - see: /popup
      - switch to: first tab
      - click: Open their window
      - see: /popup
      - switch to: first tab
  - step: Go away and come back
    do:
      - click: Go to the partner
      - open: /
      - click: Come back
      - open: /
      - click: Show the result
    see: Partner
"""


@dataclass(frozen=True)
class Request:
    """One request as it reached a server."""

    path: str
    cookie: str
    key: str
    agent: str


@dataclass
class Server:
    """A server that notes what reaches it; `/sends...` leads elsewhere."""

    host: str
    pages: dict[str, str]
    elsewhere: str = ""
    address: str = ""
    asked: list[Request] = field(default_factory=list)

    def paths(self) -> set[str]:
        """Return what was asked for."""
        return {request.path.partition("?")[0] for request in self.asked}

    @contextmanager
    def running(self) -> Iterator["Server"]:
        """Run until the test is over."""

        class Handler(BaseHTTPRequestHandler):
            def do_GET(handler) -> None:  # noqa: N805 -- the server is `self`
                self.answer(handler)

            do_POST = do_OPTIONS = do_GET  # noqa: N815 -- http.server's names

            def log_message(self, *_arguments: object) -> None:
                """Say nothing: the test tells."""

        server = ThreadingHTTPServer((self.host, 0), Handler)
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        self.address = f"http://{self.host}:{server.server_address[1]}"
        yield self
        server.shutdown()
        server.server_close()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Note a request and answer it."""
        told = {name: handler.headers.get(name, "") for name in ("Cookie", "X-Shopper-Key", "User-Agent")}
        self.asked.append(Request(handler.path, *told.values()))
        handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        path = handler.path.partition("?")[0]
        body = self.pages.get(path, f"<h1>Partner</h1><p>{path}</p>").encode()
        status = (307 if "form" in path else 302) if path.startswith("/sends") else 200
        handler.send_response(status)
        handler.send_header("Content-Type", "text/javascript" if path.endswith(".js") else "text/html")
        handler.send_header("Content-Length", str(len(body)))
        handler.send_header("Access-Control-Allow-Origin", self.elsewhere)
        handler.send_header("Access-Control-Allow-Credentials", "true")
        if path.startswith("/sends"):
            handler.send_header("Location", f"{self.elsewhere}/sent-on")
        handler.end_headers()
        handler.wfile.write(body)


@dataclass(frozen=True)
class Seen:
    """What a visit was, and what the shop and the third party saw of it."""

    walked: Walked
    shop: Server
    third: Server


def known_by_header(site: Site) -> Site:
    key = "${secret.SHOPPER_KEY}"
    return replace(site, identification=Identification(CONTACT, "X-Shopper-Key", key))


def walk_with_a_header(walker: Walker, *evidence: str) -> Seen:
    """Walk through everything that asks for something, with a secret header."""
    walker.patience_ms = 10_000
    walker.others, walker.more_of = ("127.0.0.2",), known_by_header
    walker.evidence = WantedEvidence.of(["full", *evidence])
    walker.keeper.user_agent = user_agent(LAPTOP_AGENTS["chromium"], walker.keeper.found.version)
    with ExitStack() as stack:
        third = stack.enter_context(Server("127.0.0.2", {}).running())
        pages = {"/": HOME.format(third=third.address), "/worker.js": WORKER.format(third=third.address)}
        shop = stack.enter_context(Server("127.0.0.1", pages, elsewhere=third.address).running())
        third.elsewhere = shop.address
        walked = walker.walk(JOURNEY, address=shop.address, environ={"SHOPPER_KEY": SECRET})
        return Seen(walked, shop, third)


def test_the_shop_is_told_and_third_parties_are_not(walker: Walker) -> None:
    seen = walk_with_a_header(walker)
    assert seen.walked.record.ending == "walked", seen.walked.judgement.headline
    both = {"/picture", "/frame", "/popup", "/fetched", "/posted", "/beacon", "/socket", "/by-worker"}
    assert both | {"/worker.js", "/sends-on", "/sent-on", "/sends-form-on"} <= seen.shop.paths()
    assert both | {"/sends-back", "/sent-on"} <= seen.third.paths()
    for request in seen.third.asked:
        assert not request.cookie, request
        assert not request.key, request
    for request in seen.shop.asked:
        assert TOKEN in request.agent, request
        assert request.path == "/worker.js" or request.agent.endswith(f"{TOKEN} (+{CONTACT})"), request
        assert f"{COOKIE}=test:buy/journey" in request.cookie, request
        # The browser looks for a newer worker by itself, past everything that could add a header.
        keys = {"/socket": {""}, "/worker.js": {"", SECRET}}
        assert request.key in keys.get(request.path, {SECRET}), request


def test_nothing_that_is_written_holds_the_secret(walker: Walker) -> None:
    seen = walk_with_a_header(walker, "har", "trace")
    files = [file for file in seen.walked.folder.rglob("*") if file.is_file()]
    assert {"requests.har", "trace.zip", "record.jsonl"} <= {file.name for file in files}
    assert not [file for file in files if SECRET.encode() in _content(file)]
    assert "X-Shopper-Key" in (seen.walked.folder / "requests.har").read_text("utf-8")


def _content(file: Path) -> bytes:
    if file.suffix != ".zip":
        return file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        return b"".join(map(archive.read, archive.namelist()))


def test_without_a_header_no_request_is_held_back_and_the_cookie_is_there(walker: Walker) -> None:
    with Server("127.0.0.1", {"/": "<h1>Partner</h1>"}).running() as shop:
        walker.walk(
            "journey: Look\nsteps:\n  - step: Open\n    do:\n      - open: /\n    see: Partner\n",
            address=shop.address,
        )
    assert [(request.cookie, request.key) for request in shop.asked if request.path == "/"] == [
        (f"{COOKIE}=test:buy/journey", "")
    ]


def test_the_cookie_is_for_each_host_of_the_same_owner() -> None:
    hosts = AllowedHosts.of(
        "https://www.shop.example", ["static.shop.example", "*.shop.example", "pay.example"]
    )
    identity = Identity("https://www.shop.example", hosts, "run:buy", "X-Key", "k")
    assert [cookie["url"] for cookie in identity.cookies()] == [
        "https://www.shop.example/",
        "https://static.shop.example/",
    ]
    assert json.dumps(identity.cookies()).count("run:buy") == 2


@pytest.mark.parametrize(
    ("patterns", "url"),
    [
        (("[::1]:8080", "[::1]:80"), "http://[::1]/"),
        (("shop.example:8080", "shop.example"), "http://shop.example/"),
    ],
)
def test_a_cookie_knows_no_port(patterns: tuple[str, ...], url: str) -> None:
    identity = Identity("http://any", AllowedHosts(patterns), "run:buy")
    assert [cookie["url"] for cookie in identity.cookies()] == [url]


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://www.shop.example/", True),
        ("https://img.shop.example/a.png", True),
        ("http://www.shop.example/", False),  # the secret would go over the line unencrypted
        ("https://pay.example/", False),
        ("https://www.shop.example.evil.example/", False),
        ("https://evil.example/https://www.shop.example/", False),
        ("https://www.shop.example@evil.example/", False),
    ],
)
def test_the_header_is_for_the_owners_hosts_and_as_safe_as_the_site(url: str, *, told: bool) -> None:
    hosts = AllowedHosts.of("https://www.shop.example", ["*.shop.example", "pay.example"])
    identity = Identity("https://www.shop.example", hosts, "run:buy", "X-Key", "k")
    assert identity.headers_for(url) == ({"X-Key": "k"} if told else {})


def test_a_header_without_its_secret_is_told_with_the_remedy() -> None:
    site = known_by_header(Site("Shop", "https://shop.example", None))  # type: ignore[arg-type]
    with pytest.raises(NoHeaderError) as told:
        identity_of(site, site.address, run_id="r", journey_id="j", provided=Provided())
    assert str(told.value) == (
        'the header "X-Shopper-Key" of site.yaml needs "${secret.SHOPPER_KEY}", and the environment variable'
        " SHOPPER_KEY is not set. Set it for this run: export SHOPPER_KEY=... Or write it into .env beside"
        " the journeys."
    )


@pytest.mark.parametrize(
    ("engine", "version", "agent"),
    [
        ("chromium", "156.0.8078.79", "Chrome/156.0.0.0 Safari/537.36"),
        ("firefox", "155.0.1", "rv:155.0) Gecko/20100101 Firefox/155.0"),
        ("webkit", "26.4", "Version/26.0 Safari/605.1.15"),
    ],
)
def test_each_browser_names_its_own_version_and_us(engine: str, version: str, agent: str) -> None:
    told = user_agent(LAPTOP_AGENTS[engine], version, CONTACT)
    assert told.endswith(f"{agent} {TOKEN} (+{CONTACT})")
