// The card form: turn what was typed into a token, or show what is wrong beside the fields.

const form = document.getElementById("card");

function tell(message) {
  parent.postMessage(message, location.origin);
}

function tellHeight() {
  tell({ kind: "height", height: document.documentElement.offsetHeight });
}

function show(problems) {
  for (const name of ["number", "expiry", "code"]) {
    document.getElementById(`${name}-problem`).textContent = problems[name] ?? "";
    document.getElementById(name).toggleAttribute("aria-invalid", name in problems);
  }
  tellHeight();
}

async function collect() {
  try {
    const response = await fetch("/pay-frame", { method: "POST", body: new FormData(form) });
    const { token, problems } = await response.json();
    show(problems ?? {});
    tell(token ? { kind: "token", token } : { kind: "problem", text: "Please check your card details." });
  } catch {
    tell({ kind: "problem", text: "We could not reach the payment service. Please try again." });
  }
}

window.addEventListener("message", ({ origin, data }) => {
  if (origin === location.origin && data.kind === "collect") collect();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.elements.number.addEventListener("change", ({ target }) => {
  target.value = target.value.replace(/\D/g, "").replace(/(.{4})(?=.)/g, "$1 ");
});
window.addEventListener("load", tellHeight);
window.addEventListener("resize", tellHeight);
