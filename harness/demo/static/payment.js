// Place order: ask the card frame for a token if a card pays, then send the order.

const form = document.getElementById("place-order");
const frame = document.querySelector(".pay-frame");
const ways = document.querySelector("[data-ways]");
const answer = form.querySelector("[data-payment-answer]");
const button = form.querySelector("button");
const authorising = document.querySelector(".authorising");

function waitForCard(isWaiting) {
  button.disabled = isWaiting;
  button.setAttribute("aria-busy", String(isWaiting));
}

function isPaidByCard() {
  return frame !== null && (!ways || ways.querySelector(":checked").value === "card");
}

function send() {
  authorising.hidden = false;
  form.submit();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if ("measured" in form.dataset) shopMetrics.orderClicked(form);
  answer.textContent = "";
  waitForCard(true);
  if (isPaidByCard()) frame.contentWindow.postMessage({ kind: "collect" }, location.origin);
  else send();
});

ways?.addEventListener("change", () => {
  frame.hidden = !isPaidByCard();
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
    send();
  }
});

window.addEventListener("pageshow", () => {
  waitForCard(false);
  authorising.hidden = true;
  if (ways) frame.hidden = !isPaidByCard();
});
