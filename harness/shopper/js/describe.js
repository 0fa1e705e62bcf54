// Things of one name in, words that tell them apart out: `button "Apply" near "Gift card"`.
(elements) => {
  const fold = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const kinds = { A: "link", BUTTON: "button", INPUT: "field", SELECT: "field", TEXTAREA: "field" };
  const surroundings = "form, section, article, dialog, [role=dialog], [role=region], li, tr, fieldset, nav, header, footer";
  return elements.slice(0, 5).map((element) => {
    const words = fold(element.innerText || element.value || element.getAttribute("aria-label"));
    const titleOf = (around) => fold(
      around.getAttribute("aria-label") || around.querySelector("h1,h2,h3,h4,legend,label")?.innerText || around.innerText,
    );
    let around = element.parentElement?.closest(surroundings);
    while (around && titleOf(around) === words) around = around.parentElement?.closest(surroundings);
    const title = around && titleOf(around);
    const kind = element.getAttribute("role") || kinds[element.tagName] || "text";
    return `${kind} "${words.slice(0, 60)}"` + (title ? ` near "${title.slice(0, 60)}"` : "");
  });
}
