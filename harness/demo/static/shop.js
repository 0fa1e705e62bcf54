// The menu on phones, the cookie banner, the newsletter popup, and printing.

const menuButton = document.querySelector(".menu-button");
menuButton?.addEventListener("click", () => {
  const open = menuButton.getAttribute("aria-expanded") !== "true";
  menuButton.setAttribute("aria-expanded", String(open));
  document.getElementById("menu").classList.toggle("open", open);
});

for (const button of document.querySelectorAll("[data-cookies]")) {
  button.addEventListener("click", () => {
    document.cookie = `northfold_cookies=${button.dataset.cookies}; path=/; max-age=31536000; samesite=lax`;
    button.closest(".cookies").remove();
  });
}

document.querySelector("[data-print]")?.addEventListener("click", () => window.print());

const NEWSLETTER_AFTER_MS = 2500;
const popup = document.querySelector("[data-newsletter]");

function openNewsletter() {
  popup.hidden = false;
  popup.querySelector("[role=dialog]").focus({ preventScroll: true });
  localStorage.setItem("northfold-newsletter", "shown");
}

function closeNewsletter() {
  if ("stuck" in popup.dataset) return;
  popup.hidden = true;
}

async function subscribe(event) {
  event.preventDefault();
  const response = await fetch("/newsletter", { method: "POST", body: new FormData(event.target) });
  const answer = await response.json();
  popup.querySelector("[data-newsletter-answer]").textContent = answer.problem ?? answer.thanks;
  if (answer.thanks) setTimeout(closeNewsletter, 1200);
}

if (popup) {
  popup.querySelector("[data-newsletter-close]").addEventListener("click", closeNewsletter);
  popup.querySelector("[data-newsletter-form]").addEventListener("submit", subscribe);
  popup.addEventListener("keydown", (event) => event.key === "Escape" && closeNewsletter());
  if ("stuck" in popup.dataset) openNewsletter();
  else if (!localStorage.getItem("northfold-newsletter")) setTimeout(openNewsletter, NEWSLETTER_AFTER_MS);
}
