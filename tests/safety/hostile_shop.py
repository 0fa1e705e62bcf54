"""A page that repeats what is typed into it, wherever a page can; each place has a word of its own."""

import base64
import html
import json
from urllib.parse import quote, quote_plus

from tests.pages import Page

PLACES = (
    "heading",
    "title",
    "address",
    "storage",
    "cookie",
    "attribute",
    "label",
    "console",
    "error",
    "request",
    "header",
    "body",
    "json",
    "base64",
    "entity",
    "dialog",
    "message",
    "remembered",
    "long",
    "shadow",
    "frame",
)
"""Where the page puts what was typed, as `place~what was typed~`."""

HOSTILE = Page("""<!doctype html><html lang=en><title>Hostile</title><body>
<form onsubmit="repeat(secret.value); return false">
<label>Card number <input id=secret></label><button>Repeat</button></form>
<h1 id=heading>Hostile</h1><p id=attribute>Here</p><button id=named>Nothing</button><p id=more></p>
<p role=alert id=message></p><div id=host></div><iframe title=Inside srcdoc="<p>Inside"></iframe>
<output data-testid=kept id=kept></output><p id=done></p>
<script>
function repeat(typed) {
  const said = (place, what = typed) => `${place}~${what}~`;
  heading.textContent = said("heading");
  document.title = said("title");
  history.pushState(0, "", "/?" + encodeURIComponent(said("address")));
  localStorage.setItem("kept", said("storage"));
  document.cookie = "kept=" + encodeURIComponent(said("cookie"));
  attribute.setAttribute("data-kept", said("attribute"));
  named.setAttribute("aria-label", said("label"));
  message.textContent = said("message");
  console.log(said("console"));
  setTimeout(() => { throw new Error(said("error")) });
  fetch("/missing?" + new URLSearchParams({q: said("request")}));
  const headers = {"X-Kept": encodeURIComponent(said("header"))};
  fetch("/missing", {method: "POST", headers, body: said("body")});
  const encoded = btoa(unescape(encodeURIComponent(said("base64"))));
  more.textContent = [said("json", JSON.stringify(typed).slice(1, -1)), `base64~${encoded}~`].join(" ");
  more.title = said("entity", typed.replace(/[^a-z0-9]/gi, sign => `&#${sign.codePointAt(0)};`));
  setTimeout(() => { throw new Error(said("long", "x".repeat(476) + typed)) });
  host.attachShadow({mode: "open"}).innerHTML = "<b></b>";
  host.shadowRoot.firstChild.textContent = said("shadow");
  frames[0].document.body.textContent = said("frame");
  kept.textContent = said("remembered");
  alert(said("dialog"));
  done.textContent = "All is repeated";
}
</script>""")


def forms(secret: str) -> tuple[str, ...]:
    """Return a secret as the page and everybody after it may write it; not made as the harness does."""
    component = quote(secret, safe="!'()*")
    encoded = base64.b64encode(f"base64~{secret}~".encode()).decode()
    written = (
        secret,
        component,
        quote(secret),
        quote_plus(secret),
        quote(component),
        json.dumps(secret)[1:-1],
    )
    entities = "".join(sign if sign.isalnum() and sign.isascii() else f"&#{ord(sign)};" for sign in secret)
    return (*written, html.escape(secret), entities, encoded[14:-6])
