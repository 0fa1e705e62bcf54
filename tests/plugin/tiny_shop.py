"""A shop of seven pages on this machine that counts who asks for what: quick to walk, easy to break."""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from textwrap import wrap
from threading import Thread
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

PAGES = {
    "/": '<h1>Tiny shop</h1><p>Total: $12.00</p><button onclick="basket.hidden = false">Buy</button>'
    "<p id=basket hidden>In your basket</p><p id=agent></p>"
    "<script>agent.textContent = `${screen.width} wide, ${navigator.userAgent}`</script>",
    "/order": "<h1>Your order</h1><form method=post action=/placed><button>Place order</button></form>",
    "/sold-out": "<h1>Your order</h1><button disabled>Place order</button>",
    "/sign-in": "<h1>Sign in</h1><form method=post action=/welcome>"
    "<label>Password <input name=p type=password></label>"
    "<label>Nickname <input name=n></label><button>Go in</button></form>",
    "/away": '<h1>Partners</h1><a href="{elsewhere}/">Our partner</a>'
    '<img src="{elsewhere}/pixel.png" alt=""><script>fetch("{elsewhere}/track").catch(() => 0)</script>',
    "/help": "<h1>Help</h1><p>Answers within a day</p>",
}


class TinyShop(ThreadingHTTPServer):
    """Serves the pages; `asked` counts the paths, `placed` the orders. `elsewhere` is another host."""

    daemon_threads = True

    def __init__(self, host: str = "127.0.0.1", elsewhere: str = "http://shop.invalid") -> None:
        super().__init__((host, 0), _Handler)
        self.asked: Counter[str] = Counter()
        self.elsewhere = elsewhere
        self.address = f"http://{host}:{self.server_port}"

    @property
    def placed(self) -> int:
        """How many orders have been placed."""
        return self.asked["POST /placed"]


class _Handler(BaseHTTPRequestHandler):
    server: TinyShop
    headers_of_pages: ClassVar = {"Content-Type": "text/html; charset=utf-8"}

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.server.asked[f"GET {parts.path}"] += 1
        if parts.path == "/sometimes":  # only every other customer sees the offer
            offer = "" if self.server.asked["GET /sometimes"] % 2 else "<p>Everything at half price</p>"
            self._answer(f"<h1>Sale</h1>{offer}<script>console.log('a sale')</script>")
        else:
            self._answer(PAGES.get(parts.path, ""), 200 if parts.path in PAGES else 404)

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"] or 0)).decode()
        self.server.asked[f"POST {self.path}"] += 1
        if self.path == "/welcome":
            self._welcome(parse_qs(sent))
        else:
            self._answer("<h1>Thank you</h1><p>Order number: T-1</p>")

    def _welcome(self, told: dict[str, list[str]]) -> None:
        password, name = told["p"][0], told["n"][0]
        key = b64encode(f"{name}:{password}".encode()).decode()
        self._answer(
            f"<h1>Welcome</h1><p>{name}, {password}</p><p>{' '.join(wrap(name, 4))}</p>"
            f"<script>console.error({name!r});"
            f" fetch('/', {{headers: {{Authorization: 'Basic {key}'}}}})</script>"
        )

    def log_message(self, *_words: object) -> None:
        """Say nothing."""

    def _answer(self, body: str, status: int = 200) -> None:
        self.send_response(status)
        for name, value in self.headers_of_pages.items():
            self.send_header(name, value)
        self.end_headers()
        page = body.replace("{elsewhere}", self.server.elsewhere)
        self.wfile.write(f"<!doctype html><html lang=en><title>Tiny shop</title>{page}".encode())


@contextmanager
def serving(shop: TinyShop) -> Iterator[TinyShop]:
    """Keep a shop open."""
    thread = Thread(target=shop.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield shop
    finally:
        shop.shutdown()
        shop.server_close()
        thread.join()
