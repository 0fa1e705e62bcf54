"""Before a first run: what is looked at, what is wrong with it, and what the shop's people are told."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from harness.preflight.model import Sign
from harness.preflight.network import certificate_of
from tests.cli.conftest import harness_in, write_project
from tests.rough_servers import redirect, self_signed, talking

HOME = """<title>Shop</title><h1>Shop</h1><div role="dialog" aria-label="Cookies"
><button>Accept all</button></div>"""
SITE = """\
site: {{name: Little shop, address: "{address}"}}
identify: {{contact: qa@shop.example, header: {{X-Shopper-Key: "${{secret.SHOPPER_KEY}}"}}}}
pace: {{visits at once: 1}}
safety: {{allow: {{nightly: order}}, orders per day: 2, kill switch: ops/STOP}}
{more}
"""
BANNER = "interruptions: [{interruption: Cookie banner, appears: 'dialog \"Cookies\"', click: Accept all}]"
LOOKING = """\
journey: See that it is in stock
tags: [preflight]
steps:
  - step: Open the shop
    do: [open: /]
    see: heading "Shop"
"""
ORDER = """\
journey: Order it
commits: order
steps:
  - step: Order it
    commits: order
    do:
      - open: /basket?from=journey
      - fill: {Note: "${visit.marker} ${secret.NOTE}"}
      - click: Place order
    see: Thank you
"""


@contextmanager
def shop(**headers: str) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Serve a home page, and note the headers of what reaches it."""
    asked: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(dict(self.headers))
            self.send_response_only(200)
            told = {"Content-Type": "text/html", "Content-Length": str(len(HOME)), **headers}
            for name, value in told.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(HOME.encode())

        def log_message(self, *_arguments: object) -> None:
            """Say nothing: the test tells."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", asked
    server.shutdown()
    server.server_close()


def project(folder: Path, address: str, *, more: str = BANNER) -> Path:
    site, journey = SITE.format(address=address, more=more), LOOKING
    write_project(folder, site=site, journey=journey)
    (folder / "conftest.py").unlink()  # nobody is in a hurry here
    order = folder / "journeys" / "buy" / "order.yaml"
    order.parent.mkdir()
    order.write_text(ORDER)
    return folder


def test_a_site_that_is_ready_is_told_so_and_the_letter_is_written(tmp_path: Path) -> None:
    with shop(Date=formatdate(usegmt=True)) as (address, asked):
        done = harness_in(project(tmp_path, address))("preflight", SHOPPER_KEY="key-4711", NOTE="hello")
    lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stdout + done.stderr
    assert [line[:12] for line in lines[:15] if line[0] != " "] == [
        f"{'!' if name == 'ledger' else '✓'} {name:<10}"
        for name in (
            *("browser", "disk", "dns", "tls", "address", "identity", "robots", "consent", "clock"),
            *("grants", "secrets", "mailbox", "ledger", "looking"),
        )
    ]
    sent = asked[0]
    assert lines[5] == (
        f"✓ identity  Sent: User-Agent: {sent['User-Agent']}; Cookie: {sent['Cookie']}; X-Shopper-Key: •••••."
    )
    assert (sent["X-Shopper-Key"], sent["Cookie"]) == ("key-4711", "mystery-shopper=preflight:preflight")
    assert lines[14] == '✓ looking   1 journey tagged "preflight", 1 visit: all is there.'
    assert (
        '1 of 2 journeys may go to their end. These stop on purpose before they commit: "Order it"'
        in lines[9]
    )
    assert "key-4711" not in done.stdout + done.stderr
    for told in (
        "  contact:     qa@shop.example",
        "  header:      X-Shopper-Key; its value comes by another way",
        "  at once:     1 visit",
        "  page loads:  60 a minute",
        "  order:       2 orders a day at the most, 3 open at a time",
        "  known by:    a marker such as 3f9a01c7 in what she leaves, a new one each visit",
        "  /basket",
    ):
        assert told in lines
    stops = "write to qa@shop.example; or we put up ops/STOP at your word; or block the User-Agent"
    assert f"  to stop her: {stops}" in lines


def test_what_is_wrong_is_told_with_its_remedy(tmp_path: Path) -> None:
    with shop(Date="Sat, 01 Jan 2022 00:00:00 GMT", cf_mitigated="challenge") as (address, _):
        files = project(tmp_path, address, more="")
        done = harness_in(files)("preflight", "--json", SHOPPER_KEY="key-4711")
    told = json.loads(done.stdout)
    looks = {look["name"]: look for look in told["checks"]}
    assert (done.returncode, told["ok"]) == (1, False)
    assert looks["robots"]["sentence"] == "Cloudflare keeps the shopper out."
    assert looks["clock"]["sign"] == "warning"
    assert looks["consent"]["sentence"] == (
        'The home page asks for consent ("Accept all"), and "interruptions:" does not name it.'
    )
    assert looks["secrets"]["sentence"] == "The journeys need NOTE."


def test_a_missing_key_and_a_redirect_elsewhere_are_told(tmp_path: Path) -> None:
    with talking({"/": redirect("https://elsewhere.example/")}) as address:
        files = project(tmp_path, address)
        (files / "ops").mkdir()
        (files / "ops" / "STOP").touch()
        done = harness_in(files)("preflight", NOTE="hello")
    assert done.returncode == 1
    assert f"✗ address   {address} leads to https://elsewhere.example.\n" in done.stdout
    assert 'or list elsewhere.example below "hosts:".\n' in done.stdout
    assert '✗ identity  the header "X-Shopper-Key" of site.yaml needs "${secret.SHOPPER_KEY}"' in done.stdout
    assert "✗ switch    The kill switch is on: ops/STOP is there.\n" in done.stdout
    assert "\nnot ready for a first run.\n" in done.stdout


def test_the_letter_alone_asks_nobody(tmp_path: Path) -> None:
    done = harness_in(project(tmp_path, "https://shop.example"))("preflight", "--letter")
    assert done.returncode == 0
    assert done.stdout.startswith("A mystery shopper will visit Little shop at https://shop.example.\n")


def test_a_certificate_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    certificate = self_signed(tmp_path)
    with talking({}, certificate=certificate) as address:
        port = int(address.rpartition(":")[2])
        unknown = certificate_of("127.0.0.1", port)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        known = certificate_of("127.0.0.1", port)
    assert (unknown.sign, unknown.sentence) == (
        Sign.SITE,
        "The certificate is not valid: self-signed certificate.",
    )
    assert known.sign is Sign.WARNING
    assert "the certificate lasts for 0 more days" in known.sentence
