// A control in; where the focus is out: on it, on its group (one stop of Tab, moved within by arrows), and which
// place on the page it is on, "" where it is on none.
(control) => {
  const GROUP = "[role=tablist], [role=menu], [role=menubar], [role=radiogroup], [role=listbox], [role=grid], [role=tree], [role=toolbar], [role=treegrid]";
  let focus = document.hasFocus() ? document.activeElement : null;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  const isNowhere = !focus || focus === document.body || focus === document.documentElement;

  const place = [];
  for (let each = isNowhere ? null : focus; each; each = each.parentElement ?? each.getRootNode().host) {
    place.unshift(each.parentNode ? [...each.parentNode.children].indexOf(each) : 0);
  }
  const active = focus?.getAttribute("aria-activedescendant");
  const facts = { place: place.join(".") + (active ? `#${active}` : ""), isFrame: Boolean(focus?.matches("iframe, frame")) };
  if (!control || isNowhere) return facts;

  const told = (name) => (focus.getAttribute(name) ?? "").split(/\s+/).filter(Boolean);
  const group = control.closest(GROUP);
  const isSibling = control.type === "radio" && focus.type === "radio" && focus.name === control.name && focus.form === control.form;
  const owns = group && [...told("aria-controls"), ...told("aria-owns")].includes(group.id);
  const isBefore = control.compareDocumentPosition(focus) & Node.DOCUMENT_POSITION_FOLLOWING;
  return {
    ...facts,
    isOn: focus === control || (control.id !== "" && told("aria-activedescendant").includes(control.id)),
    isInGroup: Boolean(isSibling || (group && (group.contains(focus) || owns) && control.tabIndex < 0)),
    liesBefore: Boolean(isBefore),
    sideways: Boolean(group?.matches("[role=tablist], [role=menubar], [role=toolbar], [role=grid]") && group.getAttribute("aria-orientation") !== "vertical"),
  };
}
