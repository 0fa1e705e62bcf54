// What pressing something, or a key where the cursor is, would do, as far as names and forms say it. It presses
// nothing. Null where nothing is pressed by it.
(pressed, key) => {
  const PRESSABLE = "button, input, summary, a[href], [role=button], [role=link], [role=menuitem], [role=option], [role=tab]";
  const SUBMITS = "button:not([type=button], [type=reset]), input[type=submit], input[type=image]";
  const BUTTONS = `${SUBMITS}, button, input[type=button], input[type=reset], summary, [role=button]`;

  const focusedIn = (view) => {
    let element = view.document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    try { return element?.contentWindow?.document ? focusedIn(element.contentWindow) : element; } catch { return element; }
  };
  const formOf = (element) => (element.form instanceof element.ownerDocument.defaultView.HTMLFormElement ? element.form : element.closest("form"));
  const submitterOf = (form) => [...form.elements].find((element) => element.matches(SUBMITS))
    ?? form.querySelector("input[type=image]");
  // What a key presses: the button it stands on, or by Enter in a field the one that sends its form.
  const pressedBy = (field) => {
    if (!field || !/^(Enter|NumpadEnter|Space| )$/.test(key)) return null;
    if (field.matches(BUTTONS)) return field;
    if (!key.endsWith("Enter")) return null;
    if (field.matches("a[href], [role=link]")) return field;
    if (!field.matches("input") || !formOf(field)) return null;
    return submitterOf(formOf(field)) ?? field;
  };

  const control = pressed
    ? pressed.closest(PRESSABLE) ?? pressed.closest("label")?.control ?? pressed
    : pressedBy(focusedIn(window));
  if (!control) return null;
  const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const said = (element, names) => names.map((name) => plain(element.getAttribute(name)));
  const textOf = (id) => control.getRootNode().getElementById?.(id)?.textContent ?? "";
  const shown = () => {
    if (!control.matches("input")) return [plain(control.innerText), plain(control.textContent)];
    return [plain(control.value) || (control.type === "submit" ? "Submit" : "")];
  };
  const isField = control.matches("input") && !control.matches(BUTTONS);
  const names = isField ? [] : [
    plain((control.getAttribute("aria-labelledby") ?? "").split(/\s+/).map(textOf).join(" ")),
    ...said(control, ["aria-label"]),
    ...[...(control.labels ?? [])].map((label) => plain(label.textContent)),
    ...shown(),
    ...said(control, ["alt", "title"]),
  ];
  const inside = [...control.querySelectorAll("[aria-label], [alt], svg title")]
    .flatMap((inner) => [...said(inner, ["aria-label", "alt"]), plain(inner.textContent)]);

  const form = formOf(control);
  const sends = form && (control.matches(SUBMITS) || !pressed);
  const method = control.getAttribute("formmethod") ?? form?.getAttribute("method") ?? "get";
  const action = control.getAttribute("formaction") || form?.getAttribute("action") || control.ownerDocument.URL;
  let path = "";
  if (sends && method.trim().toLowerCase() === "post") try { path = new URL(action, control.ownerDocument.baseURI).pathname; } catch { path = ""; }
  const short = (texts) => texts.filter((name) => name && name.length <= 120);
  return { names: short(names), inside: short(inside), path };
}
