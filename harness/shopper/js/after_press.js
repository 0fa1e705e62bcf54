// Runs in every frame before its own scripts: tells whether a press changed anything, and messages of trouble.
// It is conservative: where it cannot see everything that a customer sees, it says "unsure" and nothing more.
(troublesOf, boxName, { deadMs, wakingMs, watchedMs, most }) => {
  if (!/^(https?|about|blob):$/.test(location.protocol)) return;
  const tell = (news) => window.__harnessPress?.(JSON.stringify(news));
  const troubles = () => troublesOf({ most });
  const MOST = 20000;
  const TYPED_INTO = "input:not([type=submit]):not([type=button]):not([type=reset]):not([type=image]):not([type=checkbox]):not([type=radio]), textarea, select, option, [contenteditable]:not([contenteditable=false])";
  const OF_ITS_OWN = `${TYPED_INTO}, label, canvas, video, audio, object, embed, iframe, area, a[target]:not([target=_self]), form[target]:not([target=_self])`;
  const TOGGLE = "label, summary, input, [role=checkbox], [role=switch], [role=radio], [role=menuitemcheckbox], [role=menuitemradio], [role=tab], [role=option], [aria-pressed], [aria-expanded], [aria-checked], [aria-selected]";
  let press = null;
  let known = new Set();
  let number = 0;

  const documentsFrom = (view, found = []) => {
    try { found.push(view.document); } catch { return found; }
    for (let index = 0; index < view.length; index += 1) documentsFrom(view[index], found);
    return found;
  };
  const topIsForeign = () => { try { return !window.top.document; } catch { return true; } };
  const focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  const isOwnWorld = (link) => !/^(https?|javascript):$/.test(link.protocol)
    || (link.href.includes("#") && link.href.split("#")[0] === location.href.split("#")[0]);

  // Open shadow roots are watched too; what lies in closed ones nobody can see.
  const rootsOf = (documents) => {
    const roots = [...documents];
    let sure = true;
    let count = 0;
    for (const root of roots) {
      for (const element of root.querySelectorAll("*")) {
        if ((count += 1) > MOST) return { roots, sure: false };
        if (element.shadowRoot) roots.push(element.shadowRoot);
        else if (element.localName.includes("-") && !element.firstChild) sure = false;
        else if (element.localName === "canvas") sure = false;
      }
    }
    return { roots, sure };
  };
  const valuesIn = (roots) => roots.flatMap((root) => [...root.querySelectorAll("input, textarea, select")])
    .map((field) => [field, field.value, field.checked]);
  const around = (element) => {
    let outer = element;
    for (let steps = 0; steps < 4 && outer?.parentElement && !outer.parentElement.matches("body, main"); steps += 1) outer = outer.parentElement;
    return outer;
  };

  // Where on the screen it was; within a frame nobody knows.
  const boxOf = (element) => {
    if (window !== window.top || !element) return null;
    const { x, y, width, height } = element.getBoundingClientRect();
    return width && height ? { x, y, width, height } : null;
  };

  const changedBy = (last) => {
    if (location.href !== last.href) return true;
    const focus = focused();
    if (focus && focus !== last.focus && focus !== document.body && !last.path.includes(focus)) return true;
    if (last.values.some(([field, value, checked]) => field.value !== value || field.checked !== checked)) return true;
    if (last.around?.innerText !== last.words) return true; // menus that open by style alone
    return document.getAnimations().some(({ startTime, effect }) => startTime >= last.timeline && !isOfPress(last, effect?.target));
  };
  // What is pressed shows it, and the field that was typed into shows that it is left: neither is an answer.
  const isOfPress = (last, target) => last.path.includes(target) || target === last.focus;
  const changed = () => {
    if (press?.silent) {
      press.silent = false;
      tell({ id: press.id, what: "changed at last" });
    }
    if (!press || press.told) return;
    press.told = true;
    tell({ id: press.id, what: "changed" });
  };
  const look = (last, isEnd) => {
    if (press !== last || last.told) return;
    if (changedBy(last)) changed();
    else if (isEnd && last.held) last.late = true; // what is dragged has not been let go yet
    else if (isEnd) { last.told = last.silent = true; tell({ id: last.id, what: "nothing" }); }
  };

  const tellTroubles = () => {
    const appeared = troubles().filter((text) => !known.has(text));
    appeared.forEach((text) => known.add(text));
    if (appeared.length) tell({ what: "trouble", texts: appeared });
  };
  const lookForTroubles = (last) => {
    if (last.looking) return;
    last.looking = true;
    tellTroubles();
    setTimeout(() => { last.looking = false; if (last.stale) { last.stale = false; lookForTroubles(last); } }, 200);
  };

  const begin = (event) => {
    press?.end();
    const path = event.composedPath().filter((part) => part instanceof Element);
    const ofItsOwn = event.type === "pointerdown"
      ? path.some((part) => part.matches(OF_ITS_OWN) || (part.matches("a[href]") && isOwnWorld(part)))
      : !["Enter", " "].includes(event.key) || path[0]?.matches("textarea, select, [contenteditable]");
    const foreign = topIsForeign();
    const { roots, sure } = ofItsOwn || foreign ? { roots: [document], sure: false } : rootsOf(documentsFrom(window.top));
    const [navigation] = performance.getEntriesByType("navigation");
    const early = document.readyState !== "complete" || performance.now() - (navigation?.loadEventEnd ?? 0) < wakingMs;
    const last = {
      id: `${performance.timeOrigin}-${number += 1}`, path, told: !sure, href: location.href, focus: focused(),
      values: sure ? valuesIn(roots) : [], timeline: document.timeline.currentTime ?? 0, around: sure ? around(path[0]) : null,
    };
    last.words = last.around?.innerText;
    last.scrolled = `${scrollX} ${scrollY}`;
    known = new Set(troubles());
    const observer = new MutationObserver(() => {
      changed();
      if (last.looking) last.stale = true;
      else lookForTroubles(last);
    });
    for (const root of roots) observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    last.end = () => observer.disconnect();
    last.held = event.type === "pointerdown";
    press = last;
    const ticks = event.type === "pointerdown" || event.key === " " ? boxName(path[0]) : "";
    tell({ id: last.id, what: "pressed", ticks, at: performance.timeOrigin + event.timeStamp, sure, early, toggle: path.some((part) => part.matches(TOGGLE)), box: boxOf(path[0]) });
    [0.1, 0.3, 0.6].forEach((share) => setTimeout(look, deadMs * share, last, false));
    setTimeout(look, deadMs, last, true);
    setTimeout(last.end, watchedMs);
  };

  for (const type of ["pointerdown", "keydown"]) {
    addEventListener(type, (event) => { if (event.isTrusted) begin(event); }, { capture: true, passive: true });
  }
  const letGo = () => {
    if (!press?.held) return;
    press.held = false;
    if (press.late) setTimeout(look, deadMs, press, true);
  };
  addEventListener("dragstart", () => { if (press) press.dragged = true; }, { capture: true, passive: true });
  addEventListener("pointercancel", () => { if (!press?.dragged) letGo(); }, { capture: true, passive: true });
  for (const end of ["pointerup", "dragend"]) addEventListener(end, letGo, { capture: true, passive: true });
  const signs = ["input", "invalid", "beforetoggle", "toggle", "play", "pause", "copy", "cut", "beforeprint", "fullscreenchange", "hashchange", "popstate"];
  for (const sign of signs) addEventListener(sign, changed, { capture: true, passive: true });
  addEventListener("change", ({ target }) => { if (target !== press?.focus) changed(); }, { capture: true, passive: true });
  // The way to what was pressed may have been scrolled just before: the browser tells of it only later.
  addEventListener("scroll", ({ target }) => {
    if (target !== document || !press || press.scrolled !== `${scrollX} ${scrollY}`) changed();
  }, { capture: true, passive: true });
  for (const sign of ["animationstart", "transitionrun"]) {
    addEventListener(sign, ({ target }) => { if (press && !isOfPress(press, target)) changed(); }, { capture: true, passive: true });
  }
  // A button that opens the chooser for a file or a day clicks a field that may be hidden.
  addEventListener("click", ({ target }) => { if (target.matches?.(TYPED_INTO)) changed(); }, { capture: true, passive: true });
  // A tab whose page is long in coming is told of by nobody else. A proxy looks like what it stands for.
  // A short animation may be over before a busy page is looked at again.
  Element.prototype.animate = new Proxy(Element.prototype.animate, {
    apply: (animate, element, words) => {
      if (press && !isOfPress(press, element)) changed();
      return Reflect.apply(animate, element, words);
    },
  });
  const opens = () => { if (press) tell({ id: press.id, what: "opens a tab" }); };
  window.open = new Proxy(window.open, {
    apply: (open, self, words) => {
      changed();
      const opened = Reflect.apply(open, self, words);
      if (opened || /noopener|noreferrer/.test(words[2] ?? "")) opens();
      return opened;
    },
  });
  addEventListener("click", (event) => {
    const link = event.composedPath().find((part) => part instanceof Element && part.matches("a[href], area[href]"));
    if (event.isTrusted && !event.defaultPrevented && link?.target === "_blank" && !link.hasAttribute("download")) opens();
  });
  if (window === window.top) {
    addEventListener("load", () => setTimeout(() => {
      const texts = troubles();
      texts.forEach((text) => known.add(text));
      if (texts.length) tell({ what: "trouble at load", texts });
    }, 0));
  }
}
