// What lies over an element: how it begins, and what can be pressed in it. Null when nothing does.
(element) => {
  const fold = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const visible = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.disabled;
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  if (!top || element.contains(top) || top.contains(element)) return null;
  let over = top;
  while (over.parentElement && over.parentElement !== document.body && !over.parentElement.contains(element)) over = over.parentElement;
  const pressable = "button, [role=button], a[href], input[type=submit], input[type=button]";
  const within = (one) => [...one.querySelectorAll(pressable)].filter(visible);
  // A curtain behind a dialog holds nothing itself: its dialog does.
  const dialogs = [...document.querySelectorAll("dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]")];
  const said = within(over).length ? over : dialogs.find((one) => visible(one) && !one.contains(element)) ?? over;
  const nameOf = (one) => fold(one.getAttribute("aria-label") || one.innerText || one.value || one.title);
  const heading = [...said.querySelectorAll("h1, h2, h3, h4, [role=heading]")].find(visible);
  return {
    name: fold(said.getAttribute("aria-label") || heading?.innerText || said.innerText).slice(0, 80),
    ways: [...new Set(within(said).map(nameOf))].filter((name) => name && name.length <= 60).slice(0, 8),
  };
}
