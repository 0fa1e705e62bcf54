// What a customer can see on the page in, notes of it out; or one thing of it spoiled, as soon as it arrives.
({ tell, spoil }) => {
  const MONEY = /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN)\b)\s?\d[\d.,'\u00a0\u202f]*|\d[\d.,'\u00a0\u202f]*\s?(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|kr|zł)\b)/;
  const ELEMENTS = {
    heading: "h1, h2, h3, [role=heading]",
    message: "[role=status], [role=alert], output",
    button: "button, [role=button], input[type=submit]",
  };
  const AROUND = "nav, footer, body > header, [role=navigation], [role=banner], [role=contentinfo], dialog, [role=dialog], [role=region], iframe, script, style, noscript, template";

  const MAIN = "main, [role=main]";

  const words = (text) => (text || "").replace(/\s+/g, " ").trim();
  // Order numbers and dates change from walk to walk: two things are the same when all but digits is.
  const shape = (text) => words(text).replace(/\d+/g, "#").slice(0, 60);
  const path = () => shape(location.pathname);
  const isVisible = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;
  const nameOf = (element) => words(element.getAttribute("aria-label") || element.value || element.textContent);

  const labelOf = (element) => {
    if (element.closest("dd")) {
      let before = element.closest("dd").previousElementSibling;
      while (before && before.tagName !== "DT") before = before.previousElementSibling;
      if (before) return shape(before.textContent);
    }
    const row = element.closest("tr");
    if (row && row.cells.length > 1) return shape(row.cells[0].textContent);
    for (let near = element, climbed = 0; near && climbed < 4; near = near.parentElement, climbed += 1) {
      const texts = document.createTreeWalker(near, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const told = shape(text.data.replace(new RegExp(MONEY, "g"), ""));
        if (/\p{L}/u.test(told)) return told;
      }
    }
    return "";
  };

  // Where a page says what its main part is, only that counts; messages may stand anywhere.
  const counts = (element, kind) =>
    !element.closest(AROUND) && (kind === "message" || !document.querySelector(MAIN) || element.closest(MAIN));

  const amounts = function* () {
    if (!document.body) return;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (!MONEY.test(text.data) || !text.parentElement || !counts(text.parentElement, "amount")) continue;
      yield { kind: "amount", element: text.parentElement, text, seen: text.data.match(MONEY)[0].trim() };
    }
  };
  const elements = function* (kind) {
    for (const element of document.querySelectorAll(ELEMENTS[kind])) {
      const seen = nameOf(element);
      if (seen && counts(element, kind)) yield { kind, element, seen };
    }
  };
  const things = (kind) => (kind === "amount" ? amounts() : elements(kind));
  const keyOf = (thing) => (thing.kind === "amount" ? labelOf(thing.element) : shape(thing.seen));

  const noteAll = () => {
    const noted = [{ kind: "page", path: path(), label: path(), seen: location.pathname }];
    for (const kind of ["amount", ...Object.keys(ELEMENTS)])
      for (const thing of things(kind))
        if (isVisible(thing.element) && !thing.element.disabled)
          noted.push({ kind, path: path(), label: keyOf(thing), seen: thing.seen.slice(0, 80) });
    window[tell](JSON.stringify(noted));
  };

  const other = (digits) => digits.replace(/\d/, (digit) => String((Number(digit) % 9) + 1));
  const written = new WeakMap();
  const hide = (element) => {
    if (element.style.display === "none") return false;
    element.style.setProperty("display", "none", "important");
    return true;
  };
  const write = ({ text }, change) => {
    if (written.get(text) === text.data) return false;
    const changed = text.data.replace(MONEY, change);
    written.set(text, changed);
    if (changed === text.data) return false;
    text.data = changed;
    return true;
  };
  const SPOIL = {
    gone: (thing) => (thing.kind === "amount" ? write(thing, "") : hide(thing.element)),
    other: (thing) => write(thing, other),
    stays: (thing) => write(thing, () => spoil.value),
    disabled: ({ element }) => !element.disabled && (element.disabled = true),
  };
  const isMeant = (thing) => keyOf(thing) === spoil.label;
  const spoilAll = () => {
    if (path() !== spoil.path || !SPOIL[spoil.operator]) return;
    let done = false;
    for (const thing of things(spoil.kind)) {
      // An amount that was changed no longer reads as it did, but it keeps its label; the others keep theirs.
      if (isMeant(thing)) done = SPOIL[spoil.operator](thing) || done;
    }
    if (done) window[tell]("");
  };
  const swallow = (event) => {
    if (spoil.operator !== "dead" || path() !== spoil.path) return;
    const element = event.target.closest?.(ELEMENTS.button);
    if (!element || !isMeant({ kind: "button", element, seen: nameOf(element) })) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    window[tell]("");
  };

  const watch = (look) =>
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ["hidden", "class", "open", "disabled", "aria-hidden"],
    });
  if (spoil) {
    window.addEventListener("click", swallow, true);
    watch(spoilAll);
    return;
  }
  let soon = 0;
  watch(() => {
    clearTimeout(soon);
    soon = setTimeout(noteAll, 60);
  });
  // What came last, such as the confirmation, is seen when the page goes, or when the walk has ended.
  for (const moment of ["load", "pagehide", "mysteryshopperends"]) window.addEventListener(moment, noteAll);
  window.addEventListener("click", noteAll, true);
}
