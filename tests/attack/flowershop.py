"""A flower shop that one program in the browser draws: the name of a fault in, its answers out."""

import json
import time
from urllib.parse import urlsplit

from tests.attack.serving import Answer, Asked

SILENT_S = 40
SLOW_S = 6
JSON = {"content-type": "application/json"}
PROGRAM = """<!doctype html><html lang=en><title>Bloom</title>
<meta name=viewport content="width=device-width">
<body><div id=app></div><div id=toast role=status></div><script>
const FAULT = "%(fault)s", PAY = "%(pay)s";
const app = document.getElementById("app"), toast = document.getElementById("toast");
const api = async (path, how) => (await fetch("/api" + path, how)).json();
const add = async (id) => {
  if (FAULT === "dead") return;
  if (FAULT === "alert") { alert("Your session has expired."); return; }
  if (FAULT === "throws") null.x;
  const answer = await api("/add?i=" + id, { method: "POST" });
  if (!answer.ok) {
    toast.setAttribute("role", "alert");
    toast.textContent = "Sorry, something went wrong. Please try again later.";
  } else toast.textContent = "Added " + answer.name;
};
const pay = async (place) => {
  place.textContent = "Opening payment";
  const answer = await fetch(PAY + "/session").catch(() => ({ ok: false }));
  if (answer.ok) place.textContent = "Card number please";
};
const draw = async () => {
  if (location.hash === "#/cart") {
    app.innerHTML = "<p>loading</p>";
    const { total } = await api("/cart");
    app.innerHTML = `<h1>Cart</h1><table><tr><th>Total</th><td>${total}</td></tr></table>
      <button>Pay by card</button><p></p>`;
    app.querySelector("button").onclick = () => pay(app.querySelector("p"));
  } else {
    app.innerHTML = "<h1>Flowers</h1><p>loading</p>";
    const flowers = await api("/list");
    app.innerHTML = "<h1>Flowers</h1>" + flowers.map(({ name, price, id }) =>
      `<article><h2>${name}</h2><p>Price <b>${price}</b></p>
        <button data-id=${id}>Add ${name}</button></article>`
    ).join("") + "<a href='#/cart'>Cart</a>";
    for (const button of app.querySelectorAll("button")) button.onclick = () => add(button.dataset.id);
  }
};
addEventListener("hashchange", draw);
draw();
</script>"""
FLOWERS = [{"name": "Rose", "price": "$4.50", "id": 1}, {"name": "Tulip", "price": "$2.00", "id": 2}]


def answer(fault: str, asked: Asked) -> Answer | None:
    """Answer as this shop does."""
    path = urlsplit(asked.path).path
    if path == "/api/add":
        time.sleep(SILENT_S * (fault == "silent"))
        told = {"ok": fault not in {"refused", "api-fails"}, "name": "Rose"}
        return Answer(json.dumps(told), 500 if fault == "api-fails" else 200, JSON)
    if path == "/api/cart":
        time.sleep(SLOW_S * (fault == "slow"))
        return Answer(json.dumps({"total": "$0.00" if fault == "empty" else "$4.50"}), 200, JSON)
    if path == "/api/list":
        return Answer(json.dumps(FLOWERS), 200, JSON)
    return Answer(PROGRAM % {"fault": fault, "pay": asked.pay}) if path == "/" else Answer("nothing", 404)


def payment(fault: str, _asked: Asked) -> Answer:
    """Answer as the service does that takes the money."""
    return Answer("{}", 500 if fault == "pay-fails" else 200, {**JSON, "access-control-allow-origin": "*"})
