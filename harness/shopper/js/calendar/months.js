// A language in; every month that is shown as a calendar out: which it is, its days, and what leads to others.
// Calendars are known by their looks: some four weeks of numbers that begin with 1, below the name of a month
// and a year. Libraries mark them in many ways; people all see this.
(_root, locale) => {
  const visible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;
  const fold = (text) => (text ?? "").replace(/\s+/g, " ").trim().toLowerCase();
  const words = (style, language) => [...Array(12).keys()].map((month) => fold(new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC" }).format(Date.UTC(2024, month, 15))).replace(/\.$/, ""));
  const languages = [...new Set([document.documentElement.lang, locale, "en"].filter(Boolean))].filter((language) => { try { return Intl.getCanonicalLocales(language); } catch { return false; } });
  const NAMES = languages.flatMap((language) => [words("long", language), words("short", language)]);
  const pathOf = (element) => {
    const steps = [];
    for (let each = element; each !== document.documentElement; each = each.parentElement) {
      steps.unshift(`${CSS.escape(each.localName)}:nth-child(${[...each.parentElement.children].indexOf(each) + 1})`);
    }
    return steps.join(" > ");
  };

  // The text of a part of the page as people read it: with what is chosen in lists and typed into fields.
  const shownIn = (part) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => (
      node instanceof Element && (!visible(node) || node.matches("option, script, style")) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    const texts = [];
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
      else if (node.matches?.("select")) texts.push(` ${node.selectedOptions[0]?.text ?? ""} `);
      else if (node.matches?.("input")) texts.push(` ${node.value} `);
      else texts.push(" ");
    }
    return fold(texts.join(""));
  };
  const monthIn = (text) => {
    const year = text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g);
    if (!year || new Set(year).size > 1) return null;
    for (const names of NAMES) {
      const found = names.map((name, month) => [name, month + 1]).filter(([name]) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "u").test(text));
      if (found.length === 1) return { year: Number(year[0]), month: found[0][1] };
    }
    return null;
  };

  // Days: the outermost thing that says nothing but a number of a day.
  const isDay = (element) => /^(?:[1-9]|[12]\d|3[01])$/.test(fold(element.innerText));
  const days = [...document.body.querySelectorAll("*")].filter((element) => (
    element.childElementCount < 3 && !element.matches("option, script, style") && isDay(element) && !isDay(element.parentElement) && visible(element)));
  const runs = [];
  for (const day of days) {
    const number = Number(day.innerText);
    const last = runs.at(-1);
    if (number === 1) runs.push([day]);
    else if (last && number === last.length + 1) last.push(day);
  }

  const isOff = (element) => element.matches(":disabled, [aria-disabled=true]") || /(?<![a-z])(?:disabled|unavailable|blocked)|-(?:disabled|unavailable|blocked)/i.test(element.className)
    || getComputedStyle(element).pointerEvents === "none";
  const months = runs.filter((run) => run.length >= 28).map((run) => {
    let part = run[0].parentElement;
    while (!part.contains(run.at(-1))) part = part.parentElement;
    const others = runs.filter((other) => other !== run && other.length >= 28);
    for (; part && part !== document.documentElement; part = part.parentElement) {
      const told = !others.some((other) => part.contains(other[0])) && (monthIn(fold(part.getAttribute("aria-label"))) ?? monthIn(shownIn(part)));
      if (told) return { ...told, part, run };
    }
    return null;
  }).filter(Boolean);

  const NEXT = /next|forward|nächst|vor(?:wärts)?$|weiter|suivant|siguiente|próxim|proxim|successiv|volgende|nästa|næste|neste|seuraava|następn|[›»→>]$/;
  const BACK = /prev|back|vorig|vorherig|zurück|précédent|anterior|precedent|vorige|föregående|forrige|edellinen|poprzedn|^[‹«←<]/;
  const YEAR = /year|jahr|année|año|anno|jaar|\bår|vuosi|rok\b|decade/;
  const nameOf = (element) => fold([element.getAttribute("aria-label"), element.title, element.innerText].filter(Boolean).join(" "));
  const leads = (part, words) => {
    const named = [...part.querySelectorAll("button, a, [role=button], [class*=next i], [class*=prev i], [onclick], th, [title]")]
      .filter((element) => visible(element) && !YEAR.test(`${nameOf(element)} ${element.className}`) && !isDay(element));
    return named.find((element) => words.test(nameOf(element))) ?? named.find((element) => words.test(String(element.className.baseVal ?? element.className).toLowerCase()));
  };
  const wayFrom = (part, words) => {
    for (let around = part; around && around !== document.body; around = around.parentElement) {
      const found = leads(around, words);
      if (found) return { path: pathOf(found), isOff: isOff(found) };
    }
    return null;
  };
  const cellOf = (day) => {
    const inner = day.querySelector("button, a") ?? day;
    const own = day.closest("td, [role=gridcell], [role=option], li, button") ?? day;
    return { path: pathOf(inner), isOff: [inner, day, own].some(isOff) };
  };
  return months.map(({ year, month, part, run }) => ({ part: pathOf(part), year, month, days: run.map(cellOf), next: wayFrom(part, NEXT), back: wayFrom(part, BACK) }));
}
