// A label as a customer reads it in, the values that go with it out: [{text, box}].
// The first of these that finds anything: a field with that label; a cell, definition or output
// labelled by or next to that text; the rest of a text that begins with it.
(label) => {
  const fold = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const bare = (text) => fold(text).replace(/[\s:*]+$/, "").toLowerCase();
  const wanted = bare(label);
  const visible = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const boxOf = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const shown = (element) => fold("value" in element && element.matches("input,textarea,output") ? element.value : element.innerText);
  const chosen = (field) => (field.matches("select") ? fold(field.selectedOptions[0]?.text) : shown(field));
  const answers = new Map();
  const take = (element, text) => {
    if (element && text && visible(element)) answers.set(element, { text, box: boxOf(element) });
  };
  const result = () => [...answers.values()];

  const ownText = (labelling) => {
    const copy = labelling.cloneNode(true);
    copy.querySelectorAll("select,textarea,output").forEach((inner) => inner.remove());
    return copy.textContent;
  };
  const labelTexts = (field) => [
    field.getAttribute("aria-label"),
    ...(field.getAttribute("aria-labelledby") ?? "").split(/\s+/).map((id) => id && document.getElementById(id)?.innerText),
    ...[...(field.labels ?? [])].map(ownText),
  ];
  for (const field of document.querySelectorAll("input:not([type=hidden]):not([type=password]),textarea,select,output")) {
    if (labelTexts(field).some((text) => text && bare(text) === wanted)) take(field, chosen(field));
  }
  if (answers.size) return result();

  const next = (element) => element.nextElementSibling;
  const labels = [...document.querySelectorAll("body *")].filter(
    (element) => element.childElementCount <= 3 && bare(element.textContent) === wanted && visible(element),
  );
  for (const element of labels) {
    if (element.matches("dt") && next(element)?.matches("dd")) take(next(element), shown(next(element)));
    else if (element.matches("th,td") && next(element)?.matches("td")) take(next(element), shown(next(element)));
    else if (!element.matches("dt,th,td,dd,label,option,button,a") && next(element) && !labels.includes(next(element))) {
      take(next(element), shown(next(element)));
    }
  }
  if (answers.size) return result();

  const begins = (element) => {
    const text = fold(element.innerText).toLowerCase();
    return text.startsWith(wanted) && text.length > wanted.length && /^[\s:]/.test(text.slice(wanted.length)) && text.length < 300;
  };
  for (const element of document.querySelectorAll("body *")) {
    if (element.matches("script,style,option") || !begins(element) || [...element.children].some(begins)) continue;
    take(element, fold(fold(element.innerText).slice(wanted.length).replace(/^[\s:]+/, "")));
  }
  return result();
}
