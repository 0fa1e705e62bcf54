// What stands where a missing control should be. Called on a control of the same step that is there:
// the smallest surroundings that hold usable controls of the wanted kind which the journey does not know.
(anchor, { kind, known }) => {
  const fold = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const kinds = {
    button: "button, input[type=submit], input[type=button], [role=button]",
    field: "input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=checkbox]):not([type=radio]), textarea, select, [role=textbox], [role=combobox]",
  };
  const usable = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.getAttribute("aria-disabled") !== "true";
  const labelledBy = (element) => (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).map((id) => (id ? document.getElementById(id)?.innerText : "")).join(" ");
  const ownText = (labelling) => {
    const copy = labelling.cloneNode(true);
    copy.querySelectorAll("select, textarea").forEach((inner) => inner.remove());
    return copy.textContent;
  };
  const nameOf = (element) => fold(
    element.getAttribute("aria-label") || labelledBy(element).trim() || [...(element.labels ?? [])].map(ownText).join(" ")
    || element.innerText || (element.matches("input[type=submit], input[type=button]") ? element.value : "") || element.getAttribute("placeholder"),
  ).replace(/[\s:*]+$/, "");
  const unknown = (element) => element !== anchor && usable(element) && nameOf(element) && !known.includes(nameOf(element).toLowerCase());
  for (let around = anchor.parentElement, steps = 0; around && steps < 6; around = around.parentElement, steps += 1) {
    const names = [...around.querySelectorAll(kinds[kind])].filter(unknown).map(nameOf);
    if (names.length) return names;
    if (around.matches("form, body, main, [role=dialog], dialog")) return [];
  }
  return [];
}
