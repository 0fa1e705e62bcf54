// Tells what is typed into a field for a password, a code or a card, so that it is written down nowhere.
// A field that was one once stays one: "show password" turns it into plain text.
(() => {
  const FILLED_IN = /^(current-password|new-password|one-time-code|cc-(number|csc|exp|exp-month|exp-year))$/;
  const known = new WeakMap();
  const page = Math.random().toString(36).slice(2);
  let count = 0;
  const mark = (field) => {
    if (!(field instanceof HTMLInputElement)) return "";
    const filledIn = (field.getAttribute("autocomplete") || "").toLowerCase().split(/\s+/);
    const isSecret = field.type === "password" || filledIn.some((word) => FILLED_IN.test(word));
    if (isSecret && !known.has(field)) known.set(field, `${page}-${(count += 1)}`);
    return known.get(field) || "";
  };
  // On the window, so that it is heard before the recorder, which listens on the document.
  window.addEventListener("focusin", (event) => mark(event.composedPath()[0]), true);
  window.addEventListener(
    "input",
    (event) => {
      const field = event.composedPath()[0];
      const id = mark(field);
      if (id) window.__harnessSecretTyped(id, field.value);
    },
    true,
  );
})();
