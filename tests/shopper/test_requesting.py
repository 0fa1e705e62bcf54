"""Requests of a journey: what they send, what is expected of answers, and where they never go."""

import json
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from textwrap import indent
from threading import Event, Thread

import pytest

from harness.language.model import Persona
from harness.record import StepRecord
from tests.walking import Walked, Walker

JOURNEY = """\
journey: Find an order
commits: {commits}
steps:
  - step: Look it up
{mark}    do:
{actions}
  - step: Open it
    do:
      - open: /page
    see: Order
"""
OWN = """\
from harness import Acting, verb


@verb("order it")
def order_it(shopper: Acting) -> None:
    shopper.do("request", "post", "/api/made")
"""
ORDER = {"id": "N-1", "total": 19.90, "items": [{"price": 5, "gift": False}, {}], "paid": True, "note": None}


@dataclass(frozen=True)
class Asked:
    """One request as it reached the servers."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: str


@dataclass
class Servers:
    """What the servers answer, by path: a status, headers and a body; and what reached them."""

    answers: dict[str, tuple[int, dict[str, str], str]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    address: str = ""
    over: Event = field(default_factory=Event)


@contextmanager
def servers(**answers: object) -> Iterator[Servers]:
    """Serve a page, an order as JSON, redirects and failures, until the test is over."""
    shop = Servers()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            shop.asked.append(
                Asked(
                    self.command,
                    self.path,
                    {name.title(): value for name, value in self.headers.items()},
                    body,
                )
            )
            if self.path == "/silent":
                shop.over.wait(20)
                return
            status, headers, text = shop.answers.get(self.path, (404, {}, "nothing here"))
            self.send_response(status)
            for name, value in {"Content-Length": str(len(text)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text.encode())

        do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815 -- http.server's names

        def log_message(self, *_arguments: object) -> None:
            """Say nothing: the test tells."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    shop.address = f"http://127.0.0.1:{server.server_address[1]}"
    shop.answers = {
        "/page": (200, {"Set-Cookie": "basket=7", "Content-Type": "text/html"}, "<title>O</title>Order"),
        "/api/order": (200, {"Content-Type": "application/json"}, json.dumps(ORDER)),
        "/api/made": (201, {"Set-Cookie": "seen=1; Path=/"}, "{}"),
        "/api/broken": (503, {}, "<h1>Sorry</h1>"),
        "/api/private": (403, {}, ""),
        "/api/large": (200, {"Content-Length": "9000000"}, "[" + "0," * 4_499_999 + "]"),
        "/moved": (302, {"Location": "/api/order"}, ""),
        "/kept": (307, {"Location": "/api/made"}, ""),
        "/circle": (302, {"Location": "/circle"}, ""),
    }
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield shop
    finally:
        shop.over.set()
        server.shutdown()
        server.server_close()


def walk(
    walker: Walker,
    shop: Servers,
    *actions: str,
    commits: str = "",
    environ: Mapping[str, str] | None = None,
    granted: frozenset[str] = frozenset({"nothing", "cart", "message"}),
) -> Walked:
    text = JOURNEY.format(
        commits=commits or "nothing",
        mark=f"    commits: {commits}\n" if commits else "",
        actions=indent("\n".join(f"- {each}" for each in actions), " " * 6),
    )
    return walker.walk(text, address=shop.address, environ=environ or {}, granted=granted)


def first(walked: Walked) -> StepRecord:
    return walked.record.steps[0]


def test_a_request_is_sent_with_the_cookies_of_the_visit_and_the_name_of_the_shopper(walker: Walker) -> None:
    with servers() as shop:
        walked = walk(walker, shop, "open: /page", "request: {get: /api/order, headers: {X-Test: a b}}")
        asked = shop.asked[-2]

    assert walked.judgement.verdict == "fine", walked.judgement.findings
    page = next(each for each in shop.asked if each.path == "/page")
    assert (asked.method, asked.path, asked.headers["X-Test"]) == ("GET", "/api/order", "a b")
    assert asked.headers["Cookie"] == "mystery-shopper=test:buy/journey; basket=7"
    assert asked.headers["User-Agent"] == page.headers["User-Agent"]
    assert first(walked).actions[-1].sentence == 'send "get" to "/api/order", answered 200'


BODIES = {
    "json": (
        'post: /api/made, json: {sku: blue, many: 2, "price": "2", of: [true, null, "${visit.marker}"]}',
        "application/json",
        '{"sku": "blue", "many": 2, "price": "2", "of": [true, null, "MARKER"]}',
    ),
    "form": ("put: /api/made, form: {a b: c&d}", "application/x-www-form-urlencoded", "a+b=c%26d"),
    "json of another kind": (
        "patch: /api/made, json: [1], headers: {content-type: application/merge-patch+json}",
        "application/merge-patch+json",
        "[1]",
    ),
}


@pytest.mark.parametrize(("said", "kind", "body"), BODIES.values(), ids=BODIES)
def test_a_body_is_sent_as_it_was_written(walker: Walker, said: str, kind: str, body: str) -> None:
    with servers() as shop:
        walked = walk(walker, shop, f"request: {{{said}}}", commits="cart")

    assert walked.judgement.verdict == "fine", walked.judgement.findings
    asked = shop.asked[0]
    assert asked.headers["Content-Type"] == kind
    assert asked.body.startswith(body.partition("MARKER")[0])


def test_cookies_of_an_answer_belong_to_the_visit(walker: Walker) -> None:
    with servers() as shop:
        walk(walker, shop, "request: {post: /api/made}", commits="cart")

    assert shop.asked[-1].headers["Cookie"].endswith("; seen=1")


HELD = [
    "{status: 200, json: {id: N-1, total: {at least: 19.90, less than: 20}, paid: true, note: null}}",
    "{status: 2xx, json: {'items[0].price': 5, items.0.gift: false, id: {one of: [N-1, N-2]}}}",
]


@pytest.mark.parametrize("expect", HELD)
def test_an_answer_that_is_as_expected_is_fine(walker: Walker, expect: str) -> None:
    with servers() as shop:
        walked = walk(walker, shop, f"request: {{get: /api/order, expect: {expect}}}")

    assert walked.judgement.verdict == "fine", walked.judgement.findings


def test_figures_are_read_as_the_shop_writes_them(walker: Walker) -> None:
    walker.persona = Persona("customer", "A customer in Germany", locale="de-DE")
    asking = "request: {get: /api/order, expect: {json: {total: {is: '19,90', less than: '20,00'}}}}"
    with servers() as shop:
        walked = walk(walker, shop, asking, "request: {get: /api/order, remember: {total: total}}")

    assert walked.judgement.verdict == "fine", walked.judgement.findings


def test_what_is_remembered_can_be_used_afterwards(walker: Walker) -> None:
    remembering = "request: {get: /api/order, remember: {order: id, price: 'items[0].price'}}"
    with servers() as shop:
        shop.answers["/orders/N-1/5"] = (200, {}, "")
        walked = walk(walker, shop, remembering, 'request: {head: "/orders/${order}/${price}"}')

    assert walked.judgement.verdict == "fine", walked.judgement.findings


CANNOT = 'Customers cannot find an order: at "Look it up", '
MEET = "When customers find an order, "
OTHERWISE = {
    "servers fail": (
        "get: /api/broken",
        f"{CANNOT}the site's servers fail at GET /api/broken.",
        "GET /api/broken was answered with 503, expected 2xx.",
    ),
    "it is refused": (
        "get: /api/private",
        f"{CANNOT}the site refuses GET /api/private.",
        "GET /api/private was answered with 403, expected 2xx.",
    ),
    "another status": (
        "get: /api/order, expect: {status: [201, 404]}",
        f"{CANNOT}GET /api/order is answered with 200.",
        "GET /api/order was answered with 200, expected 201 or 404.",
    ),
    "no such path": (
        "get: /api/order, expect: {json: {totals: 5}}",
        f'{CANNOT}the answer to GET /api/order has no "totals".',
        'The answer to GET /api/order has no "totals". In it is "total", "id", "items", "paid", "note".',
    ),
    "no such item": (
        "get: /api/order, remember: {price: 'items[2].price'}",
        f'{CANNOT}the answer to GET /api/order has no "items[2].price".',
        'The answer to GET /api/order has no "items[2].price". At "items" is "0", "1".',
    ),
    "another value": (
        "get: /api/order, expect: {json: {total: {at least: 20}}}",
        f'{MEET}"total" in the answer to GET /api/order is not what it should be at "Look it up".',
        '"total" in the answer to GET /api/order is 19.9, expected at least 20.',
    ),
    "no single value": (
        "get: /api/order, expect: {json: {items: 5}}",
        f'{CANNOT}"items" in the answer to GET /api/order is not what it should be.',
        '"items" in the answer to GET /api/order is no single value: it holds 2 items.',
    ),
    "no JSON": (
        "get: /page, expect: {json: {a: 5}}",
        f"{CANNOT}the answer to GET /page is not what it should be.",
        'The answer to GET /page is no JSON: it begins with "<title>O</title>Order".',
    ),
    "too large": (
        "get: /api/large",
        f"{CANNOT}the answer to GET /api/large is not what it should be.",
        "The answer to GET /api/large has more than 5,000,000 bytes.",
    ),
    "never": (
        "get: /silent",
        f"{CANNOT}the site does not answer GET /silent.",
        "GET /silent: nothing was answered within the time a customer waits.",
    ),
    "in circles": (
        "get: /circle",
        f"{CANNOT}the site does not answer GET /circle.",
        "GET /circle: the request was sent round in circles.",
    ),
}


@pytest.mark.parametrize(("said", "sentence", "detail"), OTHERWISE.values(), ids=OTHERWISE)
def test_an_answer_that_is_otherwise_is_told(walker: Walker, said: str, sentence: str, detail: str) -> None:
    walker.patience_ms = 1500
    with servers() as shop:
        walked = walk(walker, shop, f"request: {{{said}}}")

    (finding,) = walked.judgement.findings
    assert (finding.sentence, finding.detail) == (sentence, detail)
    assert walked.judgement.verdict == "broken"


def test_a_shop_that_takes_no_calls_is_told(walker: Walker) -> None:
    with servers() as shop:
        shop.address = "http://127.0.0.1:9"
        walked = walk(walker, shop, "request: {get: /api/order}")

    assert walked.judgement.findings[0].detail == "GET /api/order: the site did not take the call."
    assert walked.judgement.verdict == "broken"


def test_a_redirect_is_followed_as_browsers_do(walker: Walker) -> None:
    with servers() as shop:
        walked = walk(
            walker,
            shop,
            "request: {post: /moved, form: {a: b}, expect: {json: {id: N-1}}}",
            "request: {post: /kept, form: {a: b}}",
            "request: {get: /moved, expect: {status: 302}}",
            commits="cart",
        )

    assert walked.judgement.verdict == "fine", walked.judgement.findings
    sent = [(each.method, each.path, each.body) for each in shop.asked[:-1]]
    assert sent == [
        ("POST", "/moved", "a=b"),
        ("GET", "/api/order", ""),
        ("POST", "/kept", "a=b"),
        ("POST", "/api/made", "a=b"),
        ("GET", "/moved", ""),
    ]


def test_a_redirect_to_what_is_no_address_is_told(walker: Walker) -> None:
    with servers() as shop:
        shop.answers["/away"] = (302, {"Location": "http://[broken/"}, "")
        walked = walk(walker, shop, "request: {get: /away}")

    (finding,) = walked.judgement.findings
    assert finding.detail == "GET /away: the request was sent on to an address that is none."


ELSEWHERE = [
    "http://localhost:{port}/api/order",
    "//localhost:{port}/api/order",
    "http://localhost:{port}\\@127.0.0.1/api/order",
    "http://127.0.0.1:x@localhost:{port}/api/order",
    "file:///etc/hostname",
]


@pytest.mark.parametrize("to", ELSEWHERE)
def test_a_redirect_to_a_host_that_is_not_allowed_is_not_followed(walker: Walker, to: str) -> None:
    with servers() as shop:
        shop.answers["/away"] = (302, {"Location": to.format(port=shop.address.rpartition(":")[2])}, "")
        walked = walk(walker, shop, "request: {get: /away}")

    assert walked.judgement.verdict == "journey out of date"
    assert [each.path for each in shop.asked] == ["/away"]
    trouble = first(walked).trouble
    assert trouble
    assert trouble.kind == "foreign host"


def test_what_is_sent_besides_stays_with_its_host(walker: Walker) -> None:
    walker.others = ("127.0.0.1",)
    with servers() as other, servers() as shop:
        shop.answers["/away"] = (307, {"Location": f"{other.address}/api/made"}, "")
        asking = "request: {post: /away, json: {a: 1}, headers: {Authorization: key}}"
        walked = walk(walker, shop, asking, commits="cart")

    assert walked.judgement.verdict == "fine", walked.judgement.findings
    assert shop.asked[0].headers["Authorization"] == "key"
    (there,) = other.asked
    assert "Authorization" not in there.headers
    assert (there.headers["Content-Type"], there.body) == ("application/json", '{"a": 1}')
    assert there.headers["User-Agent"] == shop.asked[-1].headers["User-Agent"]


def test_without_a_grant_nothing_is_sent(walker: Walker) -> None:
    with servers() as shop:
        walked = walk(
            walker, shop, "request: {post: /api/made}", commits="message", granted=frozenset({"cart"})
        )

    assert walked.judgement.verdict == "stopped on purpose"
    assert shop.asked == []
    assert first(walked).actions[0].sentence == 'stopped before: send "post" to "/api/made"'


def test_a_verb_of_ones_own_changes_nothing_by_stealth(walker: Walker) -> None:
    walker.verbs = OWN
    with servers() as shop:
        walked = walk(walker, shop, "order it")

    trouble = first(walked).trouble
    assert trouble
    assert trouble.message == "POST /api/made changes something, and it is not marked with what it commits to"
    assert shop.asked == []


def test_a_secret_is_sent_and_written_nowhere(walker: Walker) -> None:
    said = 'post: /api/broken, json: {key: "${secret.KEY}"}, headers: {Authorization: "Bearer ${secret.KEY}"}'
    with servers() as shop:
        shop.answers["/api/broken"] = (500, {}, "no such key: s3cret-of-ours")
        walked = walk(walker, shop, f"request: {{{said}}}", commits="cart", environ={"KEY": "s3cret-of-ours"})

    assert shop.asked[0].headers["Authorization"] == "Bearer s3cret-of-ours"
    assert "s3cret-of-ours" in shop.asked[0].body
    assert first(walked).trouble
    for file in filter(Path.is_file, walked.folder.rglob("*")):
        assert b"s3cret" not in content(file), file


def content(file: Path) -> bytes:
    if not zipfile.is_zipfile(file):
        return file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        return b"".join(map(archive.read, archive.namelist()))
