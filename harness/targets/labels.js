// Labels that stand before a value on this page out, in the page's order; whether one can be read is not asked.
() => {
  const fold = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const LONGEST = 60;
  const labels = new Set();
  const take = (text) => {
    const label = fold(text).replace(/[\s:*]+$/, "");
    if (label && label.length <= LONGEST && /\p{L}/u.test(label)) labels.add(label);
  };
  for (const element of document.querySelectorAll("body *")) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const text = fold(element.innerText);
    const next = element.nextElementSibling;
    if (element.matches("dt") && next?.matches("dd")) take(text);
    else if (element.matches("th") && next?.matches("td")) take(text);
    else if (element.matches("td:first-child") && next?.matches("td:last-child")) take(text);
    else if (element.matches("output")) [...element.labels].forEach((label) => take(label.innerText));
    else if (element.matches("label, button, a, option, script, style, h1, h2, h3, h4, h5, h6")) continue;
    else if (text.endsWith(":") && next) take(text);
    else if (element.childElementCount <= 3 && /^[^:.,;!?]{1,40}: \S/.test(text)) take(text.split(": ")[0]);
  }
  return [...labels];
}
