"""A shop on this machine that takes orders with a note, shows and cancels them, and can lose its answers."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import parse_qs

PATIENCE_S = 60
JOURNEY = """
journey: Order a mug
commits: order
steps:
  - step: Fill in the order
    do:
      - open: /
      - fill: {Note: "Test order ${visit.marker}"}
    see:
      - Order total: $12.00
  - step: Place the order
    commits: order
    costs: Order total
    do:
      - click: Place order
    see:
      - heading "Thank you"
"""
LOOKUP = """
lookup:
  - step: Find the order by its note
    do:
      - open: /orders
    see:
      - row "${visit.marker}"
"""
CLEANUP = """
cleanup:
  - step: Cancel the order
    undoes: order
    do:
      - open: /orders
      - click: button "Cancel" in row "${visit.marker}"
    see:
      - Your order is cancelled
"""


@dataclass
class OrderShop:
    """What reached it. `lost` makes it take orders and never answer; `deaf` makes it take none."""

    address: str = ""
    orders: list[str] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    lost: Event = field(default_factory=Event)
    deaf: Event = field(default_factory=Event)
    refuses_to_cancel: Event = field(default_factory=Event)
    looked_at: Event = field(default_factory=Event)
    heard: Event = field(default_factory=Event)

    @property
    def standing(self) -> list[str]:
        """The orders that nobody has cancelled."""
        return [note for note in self.orders if note not in self.cancelled]

    def wait_for_order(self) -> None:
        """Wait until an order has reached it."""
        assert self.heard.wait(PATIENCE_S), "no order came"


def _page(shop: OrderShop, path: str) -> str:
    if path == "/orders":
        rows = "".join(
            f'<tr aria-label="{escape(note)}"><td>{escape(note)}</td><td><form method=post action=/cancel>'
            f'<button name=note value="{escape(note)}">Cancel</button></form></td></tr>'
            for note in shop.standing
        )
        return f"<h1>Your orders</h1><table>{rows}</table>"
    return (
        "<h1>One mug</h1><dl><dt>Order total</dt><dd>$12.00</dd></dl><form method=post action=/place>"
        "<label>Note <input name=note></label><button>Place order</button></form>"
    )


@contextmanager
def order_shop() -> Iterator[OrderShop]:
    """Keep a shop open."""
    shop = OrderShop()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            shop.looked_at.set()
            self._answer(_page(shop, self.path))

        def do_POST(self) -> None:
            typed = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            note = typed["note"][0]
            if self.path == "/cancel":
                if not shop.refuses_to_cancel.is_set():
                    shop.cancelled.append(note)
                done = not shop.refuses_to_cancel.is_set()
                self._answer(f"<h1>{'Your order is cancelled' if done else 'Please call us'}</h1>")
                return
            if not shop.deaf.is_set():
                shop.orders.append(note)
            shop.heard.set()
            while shop.lost.is_set() or shop.deaf.is_set():
                time.sleep(0.05)
            self._answer("<h1>Thank you</h1>")

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

        def _answer(self, body: str) -> None:
            page = f"<!doctype html><html lang=en><title>Mugs</title>{body}".encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    shop.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield shop
    finally:
        shop.lost.clear()
        shop.deaf.clear()
        server.shutdown()
        server.server_close()
        thread.join()
