"""A German bookshop, made page by page on its server: the name of a fault in, its pages out."""

from urllib.parse import urlsplit

from tests.attack.serving import Answer, Asked

PAGE = (
    "<!doctype html><html lang=de><head><meta charset=utf-8><title>{title} | Leseratte</title></head><body>"
    "<header><a href=/>Leseratte</a> <a href=/korb>Warenkorb</a></header><main>{main}</main>"
    "<footer><a href=/agb>AGB</a></footer></body></html>"
)
CONSENT = (
    "<div role=dialog aria-label=Datenschutz style='position:fixed;inset:0;background:#0008'>"
    "<div style='background:#fff;margin:20% auto;width:20em'>Wir nutzen Cookies"
    " <button onclick=\"this.closest('[role=dialog]').remove()\">Alle akzeptieren</button></div></div>"
)
ROBOT = "<title>Just a moment...</title><h1>Checking your browser before accessing</h1><p>Ray ID: 8f2</p>"
CLOSED = "<h1>Wir sind gleich wieder da</h1><p>Unser Shop wird gerade gewartet.</p>"
ALSO = (
    "<aside><h2>Auch beliebt</h2><form method=post action=/legen>"
    "<button>In den Warenkorb</button></form></aside>"
)
REDESIGN = "<h1>Der Prozess</h1><p>Taschenbuch</p><button>Merken</button><button>Vorschau</button>"
GONE_MEANWHILE = "<script>setTimeout(() => { window.open('', '_self'); window.close() }, 50)</script>"
EMPTYING = "<button onclick=\"if (confirm('Wirklich?')) location = '/leer'\">Leeren</button>"

TO = {"emptyreply": "/auflegen", "loop": "/kreis", "deadlink": "/fehlt"}
SUM = {"nan": "NaN €", "wrong": "99,00 €"}


def answer(fault: str, asked: Asked) -> Answer | None:
    """Answer as this shop does; None hangs up without an answer."""
    path = urlsplit(asked.path).path
    if fault == "robot":
        return Answer(ROBOT, 403, {"server": "cloudflare", "cf-mitigated": "challenge"})
    if fault == "maintenance":
        return page("Wartung", CLOSED)
    if fault == "ratelimit" and path != "/":
        return Answer("Too Many Requests", 429, {"retry-after": "60"})
    if path == "/auflegen":
        return None
    pages = {
        "/": page("Start", "<h1>Bücher</h1><a href=/buch>Der Prozess</a>" + CONSENT * (fault == "consent")),
        "/buch": page("Der Prozess", REDESIGN if fault == "redesign" else book(fault)),
        "/legen": failed() if fault == "error" else Answer("", 303, {"location": "/korb"}),
        "/kreis": Answer("", 302, {"location": "/kreis"}),
        "/korb": page("Warenkorb", basket(fault)),
        "/leer": page("Warenkorb", "<h1>Ihr Warenkorb ist leer</h1>"),
        "/agb.pdf": Answer("%PDF-1.4", 200, {"content-type": "application/pdf"}),
        "/kasse": page(
            "Kasse", "<h1>Kasse</h1>" + (GONE_MEANWHILE if fault == "closes" else "<p>Als Gast bestellen</p>")
        ),
    }
    return pages.get(path) or page("Nicht gefunden", "<h1>Seite nicht gefunden</h1>", 404)


def page(title: str, main: str, status: int = 200) -> Answer:
    """Return a page of the shop."""
    return Answer(PAGE.format(title=title, main=main), status)


def failed() -> Answer:
    """Return what a customer sees of a server that fails."""
    return page("Fehler", "<h1>Interner Fehler</h1>", 500)


def book(fault: str) -> str:
    """Return what the page of a book holds."""
    name = "Jetzt bestellen" if fault == "renamed" else "In den Warenkorb"
    more = " disabled" * (fault == "disabled") + " onclick='for (;;) {}'" * (fault == "hang")
    button = f"<form method=post action={TO.get(fault, '/legen')}><button{more}>{name}</button></form>"
    cover = "<div style='position:fixed;inset:0;z-index:9'></div>" * (fault == "cover")
    return f"<h1>Der Prozess</h1><p>Preis: 9,90&nbsp;€</p>{button}{ALSO * (fault == 'twice')}{cover}"


def basket(fault: str) -> str:
    """Return what the page of the basket holds."""
    onward = "/agb.pdf" if fault == "download" else "/kasse"
    total = f"<dl><dt>Summe</dt><dd>{SUM.get(fault, '9,90 €')}</dd></dl>"
    return f"<h1>Ihr Warenkorb</h1>{total}<a href={onward}>Zur Kasse</a>{EMPTYING}"
