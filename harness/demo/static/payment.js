// Place order: ask the card frame for a token, then send the order.

const form = document.getElementById("place-order");
const frame = document.querySelector(".pay-frame");
const answer = form.querySelector("[data-payment-answer]");
const button = form.querySelector("button");

function waitForCard(isWaiting) {
  button.disabled = isWaiting;
  button.setAttribute("aria-busy", String(isWaiting));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if ("measured" in form.dataset) shopMetrics.orderClicked(form);
  answer.textContent = "";
  waitForCard(true);
  frame.contentWindow.postMessage({ kind: "collect" }, location.origin);
});

window.addEventListener("message", ({ origin, data }) => {
  if (origin !== location.origin) return;
  if (data.kind === "height") frame.height = data.height;
  if (data.kind === "problem") {
    answer.textContent = data.text;
    waitForCard(false);
  }
  if (data.kind === "token") {
    form.elements.payment_token.value = data.token;
    form.submit();
  }
});

window.addEventListener("pageshow", () => waitForCard(false));
